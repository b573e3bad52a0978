// Which old child a new one goes on with when the code has just been edited.

import { expect, test } from 'vitest'
import { createElement } from 'treewire'
import type { Element } from 'treewire'
import { matchEdited } from '../../src/reconciler/match-edited.ts'

/** `L` and `B` are children without key, of two types; `a` and `b` have a key; `_` is an empty place. */
function childrenOf(text: string): (Element | null)[] {
  return text.split('').map((sign) => {
    if (sign === '_') return null
    if (sign === 'L' || sign === 'B') return createElement(sign === 'L' ? 'Label' : 'Button')
    return createElement('Label', { key: sign })
  })
}

test.each([
  ['the same', 'LBa', 'LBa', [0, 1, 2]],
  ['one in front', 'BL', 'LBL', [-1, 0, 1]],
  ['one in the middle', 'LB', 'LLB', [0, -1, 1]],
  ['one behind', 'LB', 'LBB', [0, 1, -1]],
  ['one gone from the front', 'LBB', 'BB', [1, 2]],
  ['turned around', 'LB', 'BL', [1, 0]],
  ['the first of a type goes on with the first of it', 'LBL', 'BLLB', [1, 0, 2, -1]],
  ['another type is another child', 'L', 'B', [-1]],
  ['an empty place is nobody, and takes nothing away', 'L_B', '_LB', [-1, 0, 2]],
  ['keys are found by keys', 'aLb', 'bLa', [2, 1, 0]],
  ['a key and a child without key are never paired', 'aB', 'LB', [-1, 1]],
  ['a key twice: each old child is used once', 'aa', 'aaa', [0, 1, -1]],
])('%s', (_what, before, after, matches) => {
  expect([...matchEdited(childrenOf(before), childrenOf(after))]).toEqual(matches)
})
