import { expect, test } from 'vitest'
import { fitted, moved } from '../../../src/client/widgets/pane-sizes.ts'

test.each([
  ['no shares are equal ones', [], 3, [1, 1, 1]],
  ['px are shares too', [100, 300], 2, [0.5, 1.5]],
  ['a missing share is as large as the average', [1, 3], 3, [0.5, 1.5, 1]],
  ['shares too many are passed over', [1, 1, 7], 2, [1, 1]],
  ['less than nothing is nothing', [-5, 1], 2, [0, 2]],
  ['nothing at all is equal shares', [0, 0], 2, [1, 1]],
  ['no panes', [1, 2], 0, []],
])('%s', (_what, shares, count, wanted) => {
  expect(fitted(shares, count)).toEqual(wanted)
})

test.each([
  ['both panes beside it share', 1, 30, [130, 70, 100]],
  ['the other way', 2, -40, [100, 60, 140]],
  ['not below the least of the pane behind', 1, 500, [190, 10, 100]],
  ['not below the least of the pane before', 1, -500, [20, 180, 100]],
  ['as far as it goes', 2, Infinity, [100, 195, 5]],
])('%s', (_what, at, by, wanted) => {
  expect(moved([100, 100, 100], [20, 10, 5], at, by)).toEqual(wanted)
})

test('a pane that is too small already does not jump', () => {
  expect(moved([10, 190], [50, 50], 1, 0)).toEqual([10, 190])
})
