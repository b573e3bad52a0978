import { expect, test } from 'vitest'
import { pulled } from '../../../src/client/dom/window-box.ts'

const before = { x: 100, y: 100, width: 200, height: 200 }

test.each([
  ['e', 30, 50, { x: 100, y: 100, width: 230, height: 200 }],
  ['s', 30, 50, { x: 100, y: 100, width: 200, height: 250 }],
  ['w', 30, 50, { x: 130, y: 100, width: 170, height: 200 }],
  ['n', 30, 50, { x: 100, y: 150, width: 200, height: 150 }],
  ['se', 30, 50, { x: 100, y: 100, width: 230, height: 250 }],
  ['nw', -30, -50, { x: 70, y: 50, width: 230, height: 250 }],
  ['ne', 30, -50, { x: 100, y: 50, width: 230, height: 250 }],
  ['sw', -30, 50, { x: 70, y: 100, width: 230, height: 250 }],
  ['nw', 999, 999, { x: 220, y: 220, width: 80, height: 80 }],
  ['se', -999, -999, { x: 100, y: 100, width: 80, height: 80 }],
])('%s pulled by %i, %i', (edge, x, y, after) => {
  expect(pulled(before, edge, x, y)).toEqual(after)
})
