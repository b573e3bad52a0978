// What the bench compares everybody with has to be right itself: whatever becomes of a list, the page shows it.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine, Row } from '../../bench/tree/engine.ts'
import { oursOn } from '../../bench/tree/engines.ts'
import { listOutline } from '../../bench/tree/expected.ts'
import { Model } from '../../bench/tree/model.ts'

/** Lists of ids, each of which follows the one before it. */
const histories = fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 10 }), { maxLength: 8 })

const engines = [...oursOn('reconciler'), ...oursOn('session')]

/** Plays a history to the end. @returns how many messages it took */
function play(engine: Engine, history: readonly (readonly number[])[]): number {
  const rows = new Map(Array.from({ length: 12 }, (_, id) => [id, engine.row(id, `text ${id}`)]))
  const screen = engine.list()
  const page = new Model()
  let count = 0
  const look = (shown: readonly Row[]): void => {
    void screen.flush()
    const messages = screen.take()
    page.apply(messages)
    count += messages.length
    expect(page.outline).toBe(listOutline(shown))
    for (const { wid, name } of page.buttons()) expect(`row ${screen.press(wid)}`).toBe(name)
  }
  screen.mount([])
  look([])
  for (const ids of history) {
    const shown = ids.map((id) => rows.get(id)!)
    screen.setRows(shown)
    look(shown)
  }
  return count
}

test('every one of ours shows every list, and says as much as the optimum', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const [least, ...counts] = engines.map((engine) => play(engine, history))
      expect(counts).toEqual(counts.map(() => least))
    }),
    { numRuns: 60 },
  )
})

test('rows that are given anew under their keys have only their texts set', () => {
  const engine = engines[0]!
  const screen = engine.unsplitList!()
  const page = new Model()
  const rows = [0, 1, 2].map((id) => engine.row(id, 'old'))
  screen.mount(rows)
  page.apply(screen.take())
  const next = [rows[2]!, engine.row(1, 'new'), engine.row(0, 'new')]
  screen.setRows(next)
  const messages = screen.take()
  page.apply(messages)
  expect(page.outline).toBe(listOutline(next))
  expect(messages.map((message) => message.type === 'call' && message.method)).toEqual([
    'set_text',
    'set_text',
    'insert_before',
    'insert_before',
  ])
})
