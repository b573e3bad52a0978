// Taking out and putting in as planned gives what is wanted, and what stays was not touched without need.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOf } from '../../../src/session/stock/order.ts'

const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'))

test.each([
  ['abc', 'abc', '', ''],
  ['abc', 'ac', 'b', ''],
  ['abc', 'abdc', '', 'd'],
  ['abcd', 'dabc', 'd', 'd'],
  ['abc', 'cba', 'bc', 'bc'],
])('anywhere, from %s to %s', (shown, wanted, out, put) => {
  const plan = planOf(shown.split(''), wanted.split(''), 'anywhere')
  expect(plan.out.map((at) => shown[at]).join('')).toHaveLength(out.length)
  expect(plan.in.map((at) => wanted[at]).join('')).toHaveLength(put.length)
})

test.each([
  ['abc', 'abcd', '', 'd'],
  ['abc', 'ac', 'b', ''],
  ['abc', 'adbc', 'bc', 'dbc'],
  ['abc', 'cab', 'ab', 'ab'],
])('at the end only, from %s to %s', (shown, wanted, out, put) => {
  const plan = planOf(shown.split(''), wanted.split(''), 'last')
  expect(plan.out.map((at) => shown[at]).join('')).toBe(out)
  expect(plan.in.map((at) => wanted[at]).join('')).toBe(put)
})

test('children with places of their own are only taken out and put in', () => {
  expect(planOf(['a', 'b'], ['b', 'a', 'c'], 'cell')).toEqual({ out: [], in: [2] })
})

test('any order becomes any other', () => {
  fc.assert(
    fc.property(keys, keys, fc.constantFrom('anywhere', 'last'), (shown, wanted, putting) => {
      const plan = planOf(shown, wanted, putting)
      const list = shown.filter((_, at) => !plan.out.includes(at))
      for (const at of plan.in) {
        if (putting === 'last') list.push(wanted[at]!)
        else list.splice(at, 0, wanted[at]!)
      }
      expect(list).toEqual(wanted)
    }),
    { numRuns: 1000, seed: 1 },
  )
})
