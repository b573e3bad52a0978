import { expect, test } from 'vitest'
import { bringToFront, sendToBack } from '../../../src/client/dom/stacking.ts'

const at = (zIndex: string) => ({ style: { zIndex } }) as HTMLElement

test.each([
  ['none', '', [], ''],
  ['one beside it', '', [''], '1'],
  ['one in front', '2', ['5', '1'], '6'],
  ['all behind', '2', ['1', '-3'], '2'],
])('in front of %s', (_, level, others, after) => {
  const element = at(level)
  bringToFront(element, others.map(at))
  expect(element.style.zIndex).toBe(after)
})

test.each([
  ['none', '', [], ''],
  ['one beside it', '', [''], '-1'],
  ['one behind', '2', ['5', '1'], '0'],
  ['all in front', '2', ['3', '4'], '2'],
])('behind %s', (_, level, others, after) => {
  const element = at(level)
  sendToBack(element, others.map(at))
  expect(element.style.zIndex).toBe(after)
})
