// A session with the todo example: what is shown, and how little is sent for it.

import { expect, test } from 'vitest'
import { render, type Rendered } from 'treewire/testing'
import { App } from '../../examples/todo/app.tsx'

async function withTasks(...texts: string[]): Promise<Rendered> {
  const screen = render(<App />)
  for (const text of texts) {
    await screen.fire({ type: 'TextEntry' }, 'modified', text)
    await screen.fire({ type: 'TextEntry' }, 'activated', text)
  }
  screen.take()
  return screen
}

const tick = (screen: Rendered, text: string, isDone: boolean): Promise<void> =>
  screen.fire({ type: 'CheckBox', text }, 'activated', isDone)

const shown = (screen: Rendered): unknown[] =>
  screen.findAll({ type: 'CheckBox' }).map(({ state }) => state.get('text'))

test('an empty list says what to do', () => {
  expect(render(<App />).find('Nothing to do. Type a task and press Enter.')).toBeDefined()
})

test('Enter adds a task and empties the field', async () => {
  const screen = await withTasks('Milk')
  expect(shown(screen)).toEqual(['Milk'])
  expect(screen.find({ type: 'TextEntry' }).state.get('text')).toBe('')
  expect(screen.find('1 of 1 left')).toBeDefined()
})

test('the button adds a task too', async () => {
  const screen = render(<App />)
  await screen.fire({ type: 'TextEntry' }, 'modified', 'Bread')
  await screen.fire('Add', 'activated')
  expect(shown(screen)).toEqual(['Bread'])
})

test('a tick sends the count and the button it wakes, not the tick', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await tick(screen, 'Milk', true)
  const count = screen.find('1 of 2 left')
  const clear = screen.find('Clear completed')
  // Which of the two comes first says nothing.
  expect(new Set(screen.take())).toEqual(
    new Set([
      `^ callback #${screen.find('Milk').wid} activated true`,
      `v call #${count.wid} set_text "1 of 2 left"`,
      `v call #${clear.wid} set_enabled true`,
    ]),
  )
})

test('a filter shows the rows that fit', async () => {
  const screen = await withTasks('Milk', 'Bread', 'Salt')
  await tick(screen, 'Bread', true)

  await screen.fire('Open', 'activated', true)
  expect(shown(screen)).toEqual(['Milk', 'Salt'])
  await screen.fire('Done', 'activated', true)
  expect(shown(screen)).toEqual(['Bread'])
  await screen.fire('All', 'activated', true)
  expect(shown(screen)).toEqual(['Milk', 'Bread', 'Salt'])
})

test('a task that no longer fits the filter goes with one message for its row', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await screen.fire('Open', 'activated', true)
  screen.take()
  const row = screen.find('Milk').parent!
  const list = row.parent!
  await tick(screen, 'Milk', true)
  expect(screen.take().filter((line) => line.includes('remove'))).toEqual([
    `v call #${list.wid} remove #${row.wid} true`,
  ])
})

test('removing a task leaves the other rows alone', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await screen.fire({ label: 'Remove Milk' }, 'activated')
  expect(shown(screen)).toEqual(['Bread'])
  expect(screen.take().filter((line) => line.includes('create'))).toEqual([])
})

test('done tasks are cleared together', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await screen.fire('Mark all done', 'activated')
  expect(screen.find('0 of 2 left')).toBeDefined()
  await screen.fire('Clear completed', 'activated')
  expect(shown(screen)).toEqual([])
  expect(screen.find('Clear completed').state.get('enabled')).toBe(false)
})
