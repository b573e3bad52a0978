// The widgets that are there, found by their numbers, whatever these are and in whatever order they come and go.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Widget } from '../../src/reconciler/host.ts'
import { numberOf } from '../../src/session/browser-made.ts'
import { newWidget } from '../../src/session/remote-host.ts'
import { WidgetTable } from '../../src/session/widget-table.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'

function widget(wid: number): Widget {
  return newWidget(wid, widgetClass('Label'))
}

/** A table with a widget for each number. */
function tableOf(...wids: readonly number[]): WidgetTable {
  const table = new WidgetTable()
  for (const wid of wids) table.set(widget(wid))
  return table
}

/** The numbers among `wids` that are there. */
function there(table: WidgetTable, wids: readonly number[]): number[] {
  return wids.filter((wid) => table.get(wid) !== undefined)
}

/** The last number of the millionth page that a session has seen. */
const far = numberOf(10 ** 6, 1 - 2 ** 20)

test('a widget is found by its number, and is the one that was put in', () => {
  const [first, second] = [widget(1), widget(2)]
  const table = new WidgetTable()
  table.set(first)
  table.set(second)
  expect([table.get(1), table.get(2), table.get(3)]).toEqual([first, second, undefined])
  expect(table.get(1)).toBe(first)
})

test('of two with one number the later one is there', () => {
  const table = tableOf(1, -1)
  const later = [widget(1), widget(-1)] as const
  for (const one of later) table.set(one)
  expect(table.get(1)).toBe(later[0])
  expect(table.get(-1)).toBe(later[1])
  table.delete(1)
  expect(there(table, [1, -1])).toEqual([-1])
})

describe('a number', () => {
  test.each<[string, number]>([
    ['the first', 1],
    ['the last of a page', 63],
    ['the first of the next page', 64],
    ['of a session that lives long', 2 ** 31 - 1],
    ['made by the first browser', -1],
    ['the largest that a browser may make', 1 - 2 ** 20],
    ['made by the third browser', numberOf(2, -3)],
    ['made by the millionth browser', far],
    ['as far as whole numbers go', -Number.MAX_SAFE_INTEGER],
  ])('%s, is there from when it is put in until it is taken out', (_, wid) => {
    const table = new WidgetTable()
    const neighbours = [wid - 1, wid + 1, wid - 64, wid + 64, -wid]
    expect(there(table, [wid, ...neighbours])).toEqual([])
    table.set(widget(wid))
    expect(there(table, [wid, ...neighbours])).toEqual([wid])
    table.delete(wid)
    expect(there(table, [wid, ...neighbours])).toEqual([])
    table.set(widget(wid))
    expect(there(table, [wid, ...neighbours])).toEqual([wid])
  })

  test.each([0, 1, 63, 64, 1000, -1, far])(
    '%d that nobody has is not there, and may be taken out',
    (wid) => {
      const table = tableOf(2, 62, 65, -2)
      expect(table.get(wid)).toBeUndefined()
      table.delete(wid)
      expect(there(table, [2, 62, 65, -2])).toEqual([2, 62, 65, -2])
    },
  )
})

// A browser may name any whole number that a JSON number can be.
test.each([2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 32 + 64, 2 ** 52 + 1, Number.MAX_SAFE_INTEGER])(
  '%d is not taken for another number',
  (wid) => {
    expect(tableOf(1, 63, 64).get(wid)?.wid).toBeUndefined()
  },
)

test('one that is taken out twice takes no other along', () => {
  const table = tableOf(1, 2)
  table.delete(1)
  table.delete(1)
  expect(there(table, [1, 2])).toEqual([2])
})

test('the last of a stretch of numbers may go and come while another stretch is looked at', () => {
  const table = tableOf(1, 100)
  expect(table.get(100)?.wid).toBe(100)
  table.delete(1)
  expect(there(table, [1, 100])).toEqual([100])
  table.delete(100)
  table.set(widget(1))
  expect(there(table, [1, 100])).toEqual([1])
})

test('of those that browsers have made, all that are there are told, in the order in which they came', () => {
  const table = tableOf(1, -1, far, 2, -2)
  table.delete(-1)
  table.delete(2)
  expect([...table.browserMade()]).toEqual([far, -2])
})

test('those that browsers have made may be taken out while they are told', () => {
  const table = tableOf(...Array.from({ length: 100 }, (_, at) => -1 - at))
  for (const wid of table.browserMade()) if (wid % 2 === 0) table.delete(wid)
  expect([...table.browserMade()]).toEqual(Array.from({ length: 50 }, (_, at) => -1 - 2 * at))
})

/** What is put in (true) or taken out, by number. */
type Step = readonly [wid: number, isIn: boolean]

const wids = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.constantFrom(1, 63, 64, 65, 127, 128, 4095, 4096, 2 ** 31 - 1),
  fc.integer({ min: -5, max: -1 }),
  fc.tuple(fc.nat(2 ** 30), fc.integer({ min: -3, max: -1 })).map(([of, own]) => numberOf(of, own)),
)

test('whatever comes and goes, it is there as a Map would have it', () => {
  const pool = fc.uniqueArray(wids, { minLength: 1, maxLength: 30 })
  const histories = pool.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.tuple(fc.constantFrom(...all), fc.boolean()), { maxLength: 100 }),
    ),
  )
  fc.assert(
    fc.property(histories, ([all, steps]) => {
      const [table, plain] = [new WidgetTable(), new Map<number, Widget>()]
      for (const step of steps) {
        apply(step, table, plain)
        for (const wid of all) expect(table.get(wid)).toBe(plain.get(wid))
        expect([...table.browserMade()]).toEqual([...plain.keys()].filter((wid) => wid < 0))
      }
    }),
    { numRuns: 300 },
  )
})

function apply([wid, isIn]: Step, table: WidgetTable, plain: Map<number, Widget>): void {
  if (isIn) {
    const made = widget(wid)
    table.set(made)
    plain.set(wid, made)
  } else {
    table.delete(wid)
    plain.delete(wid)
  }
}

test('a window that slides over very many numbers finds what is in it, and nothing else', () => {
  const table = new WidgetTable()
  const width = 100
  for (let wid = 1; wid <= 100_000; wid++) {
    table.set(widget(wid))
    table.delete(wid - width)
  }
  const around = Array.from({ length: 400 }, (_, at) => 100_000 - 200 + at)
  expect(there(table, around)).toEqual(around.filter((wid) => wid > 99_900 && wid <= 100_000))
})
