import { expect, test } from 'vitest'
import {
  decimalsOf,
  type NumberRule,
  parsedNumber,
  settle,
  shareOf,
  shown,
  snapped,
  stepped,
  widest,
} from '../../src/widgets/numbers.ts'

const whole: NumberRule = { dtype: 'int', min: 0, max: 10, step: 1, decimals: null }
const tenths: NumberRule = { dtype: 'float', min: 0, max: 1, step: 0.1, decimals: null }

test.each([
  [whole, -3, 0],
  [whole, 12, 10],
  [whole, 2.5, 3],
  [{ ...whole, max: 9.6 }, 9.6, 9],
  [{ ...whole, min: 0.4 }, 0, 1],
  [tenths, 0.25, 0.25],
  [tenths, 1.5, 1],
])('within %j the value nearest to %s is %s', (rule, value, expected) => {
  expect(settle(value, rule)).toBe(expected)
})

test.each([
  [whole, 3, 1, 4],
  [whole, 3, -10, 0],
  [tenths, 0.1, 2, 0.3],
  [tenths, 0.25, 1, 0.35],
  [tenths, 0.95, 1, 1],
])('in %j, from %s by %s steps is %s', (rule, value, steps, expected) => {
  expect(stepped(value, steps, rule)).toBe(expected)
})

test.each([
  [whole, 7, '7'],
  [{ ...whole, decimals: 1 }, 7, '7.0'],
  [tenths, 0.5, '0.5'],
  [tenths, 1, '1.0'],
  [{ ...tenths, decimals: 3 }, 0.5, '0.500'],
  [{ ...tenths, step: 1 }, 0.5, '1'],
])('in %j, %s is shown as %s', (rule, value, expected) => {
  expect(shown(value, rule)).toBe(expected)
})

test.each([
  ['12', 12],
  [' -1.5 ', -1.5],
  ['1,5', 1.5],
  ['', undefined],
  ['abc', undefined],
  ['1e999', undefined],
])('%j reads as %s', (text, expected) => {
  expect(parsedNumber(text)).toBe(expected)
})

test.each([
  [1, 0],
  [0.25, 2],
  [1e-7, 7],
  [1.5e-7, 8],
  [1e21, 0],
])('%s has %s decimals', (value, expected) => {
  expect(decimalsOf(value)).toBe(expected)
})

test.each([
  [{ ...whole, step: 3 }, 4, 3],
  [{ ...whole, step: 3 }, 5, 6],
  [{ ...whole, step: 3 }, 12, 10],
  [{ ...whole, min: 1, step: 3 }, 5, 4],
  [tenths, 0.34, 0.3],
  [{ ...tenths, step: 0 }, 0.34, 0.34],
])('in %j, %s snaps to %s', (rule, value, expected) => {
  expect(snapped(value, rule)).toBe(expected)
})

test.each([
  [whole, 4, 0.4],
  [{ ...whole, min: -10 }, 0, 0.5],
  [{ ...whole, min: 10 }, 10, 0],
])('in %j, %s is %s of the way', (rule, value, expected) => {
  expect(shareOf(value, rule)).toBe(expected)
})

test.each([
  [whole, 2],
  [{ ...whole, min: -100 }, 4],
  [tenths, 3],
])('values in %j take at most %d characters', (rule, expected) => {
  expect(widest(rule)).toBe(expected)
})
