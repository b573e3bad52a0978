// How cells are ordered: two by two, or all at once by numbers in place of values, so that sorting by the numbers is
// sorting by the values. Texts are compared as the language of the page does it, with numbers in them as numbers: "b9"
// before "b10". As that is slow, each text is sorted once, however many rows say it.

import type { CellKind } from './cell-kind.ts'
import type { CellValue } from './table-payloads.ts'

type Value = NonNullable<CellValue>

const collator = new Intl.Collator(undefined, { numeric: true })

function isEmpty(value: CellValue | undefined): value is null | undefined | '' {
  return value === null || value === undefined || value === ''
}

/** What is empty comes last, whichever way the rest goes. */
export function cellOrder(
  kind: CellKind,
  isAscending: boolean,
): (a: CellValue | undefined, b: CellValue | undefined) => number {
  const compare = valueOrder(kind)
  return (a, b) => {
    if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b))
    return isAscending ? compare(a, b) : -compare(a, b)
  }
}

/** Infinity for what is empty. */
export function ranksOf(values: readonly (CellValue | undefined)[], kind: CellKind): Float64Array {
  const isNumeric = isOfNumbers(kind)
  const ranks = new Float64Array(values.length)
  let hasTexts = false
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (isEmpty(value)) ranks[at] = Infinity
    else {
      const known = isNumeric ? asNumber(value) : value
      hasTexts ||= typeof known === 'string'
      ranks[at] = Number(known)
    }
  }
  return hasTexts ? ranksOfTexts(values, valueOrder(kind)) : ranks
}

function ranksOfTexts(
  values: readonly (CellValue | undefined)[],
  compare: (a: Value, b: Value) => number,
): Float64Array {
  const distinct = new Set(values)
  for (const empty of [null, undefined, '']) distinct.delete(empty)
  const ranks = new Map<CellValue | undefined, number>()
  let rank = 0
  let before: Value | undefined
  for (const value of ([...distinct] as Value[]).toSorted(compare)) {
    if (before !== undefined && compare(before, value) !== 0) rank++
    ranks.set(value, rank)
    before = value
  }
  return Float64Array.from(values, (value) => ranks.get(value) ?? Infinity)
}

/** Numbers come before texts, and no before yes. In a column of numbers a text that is one counts as one. */
function valueOrder(kind: CellKind): (a: Value, b: Value) => number {
  const comparable = isOfNumbers(kind) ? asNumber : (value: Value) => value
  return (a, b) => compareValues(comparable(a), comparable(b))
}

function isOfNumbers(kind: CellKind): boolean {
  return kind === 'number' || kind === 'progress'
}

function compareValues(x: Value, y: Value): number {
  if (typeof x !== 'string' && typeof y !== 'string') return Number(x) - Number(y)
  if (typeof x === 'string' && typeof y === 'string') return collator.compare(x, y)
  return typeof x === 'string' ? 1 : -1
}

function asNumber(value: Value): Value {
  if (typeof value !== 'string' || value.trim() === '') return value
  const number = Number(value)
  return Number.isNaN(number) ? value : number
}
