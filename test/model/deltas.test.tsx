// Large states are sent by what is new of them: the model shows what the application has said all the same.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Chart, Markdown, Page, signal, TableView, TextSource, TreeView, VBox } from 'treewire'
import type { Json } from 'treewire/protocol'
import { ModelBrowser, render } from 'treewire/testing'

const step = fc.record({
  ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 }),
  numbers: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
  text: fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 8 }),
})

test('the model shows what the application says, however it is sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const now = signal(steps[0]!)
      const text = signal(steps[0]!.text)
      const rows = () => now.value.ids.map((id, at) => ({ id, n: now.value.numbers[at] ?? 0 }))
      const series = () => [{ name: 'a', data: now.value.numbers }]
      const columns = ['id', 'n'].map((key) => ({ key, label: key }))
      const screen = render(
        <Page>
          <VBox>
            <TableView rows={rows} rowKey="id" columns={columns} />
            <Chart series={series} labels={() => now.value.ids} />
            <TextSource bind={text} />
            <Markdown text={text} />
          </VBox>
        </Page>,
      )
      for (const one of steps) {
        now.value = one
        text.value = one.text
        await screen.settled()
        const shown = (type: string, prop: string, nothing: Json = []) =>
          screen.find({ type }).state.get(prop) ?? nothing
        expect(shown('TableView', 'rows')).toEqual(rows())
        expect(shown('Chart', 'series')).toEqual(series())
        expect(shown('Chart', 'labels')).toEqual(one.ids)
        expect(shown('TextSource', 'text', '')).toBe(one.text)
        expect(shown('Markdown', 'text', '')).toBe(one.text)
      }
    }),
    { numRuns: 100 },
  )
})

test('rows that are lists are patched by position', async () => {
  const rows = signal([
    [1, 'a'],
    [2, 'b'],
  ])
  const columns = ['id', 'n'].map((key) => ({ key, label: key }))
  const screen = render(
    <Page>
      <TableView rows={rows} rowKey="id" columns={columns} />
    </Page>,
  )
  rows.value = [
    [2, 'c'],
    [1, 'a'],
    [3, 'd'],
  ]
  await screen.settled()
  expect(screen.messages().at(-1)).toContain('patch_rows')
  expect(screen.find({ type: 'TableView' }).state.get('rows')).toEqual(rows.value)
})

test('rows that are given as data are patched, emptied and given anew as data', async () => {
  const data = signal([[1], [2], [3]])
  const screen = render(
    <Page>
      <TableView data={data} columns={['n']} />
    </Page>,
  )
  const { state } = screen.find({ type: 'TableView' })
  for (const next of [[[1], [7], [3], [4]], [[1]], [], [[5]]]) {
    data.value = next
    await screen.settled()
    expect([state.get('data'), state.has('rows')]).toEqual([next, false])
  }
  expect(screen.messages().some((line) => line.includes('patch_rows'))).toBe(true)
  await screen.select({ type: 'TableView' }, 'row0')
  expect(state.get('selected')).toEqual([['row0']])
})

test.each<[type: string, first: string, given: Json, next: string, last: [string, Json]]>([
  ['TableView', 'set_rows', [['a']], 'set_data', ['data', [['b']]]],
  ['TableView', 'set_data', [['a']], 'set_rows', ['rows', [['b']]]],
  ['TableView', 'set_rows', [['a']], 'update_data', ['data', [['b']]]],
  ['TreeView', 'set_data', [['a']], 'set_tree', ['tree', { b: ['b'] }]],
  ['TreeView', 'set_tree', { a: ['a'] }, 'update_data', ['data', [['b']]]],
])('of a %s what %s(%j) gives is gone after %s', (type, first, given, next, last) => {
  const browser = new ModelBrowser()
  browser.obey({ type: 'create', wid: 1, class: type })
  browser.obey({ type: 'call', wid: 1, method: first, args: [given] })
  browser.obey({ type: 'call', wid: 1, method: next, args: [last[1]] })
  expect([...browser.widget(1).state]).toEqual([last])
})

test('rows of a tree that are given as data are selected by their place', async () => {
  const screen = render(
    <Page>
      <TreeView data={[['a'], ['b']]} columns={['n']} />
    </Page>,
  )
  await screen.select({ type: 'TreeView' }, 'row1')
  expect(screen.find({ type: 'TreeView' }).state.get('selected')).toEqual([['row1']])
})
