// A session with the todo example: what is shown, and how little is sent for it.

import { expect, test } from 'vitest'
import { render, type Rendered } from 'treewire/testing'
import { App } from '../../examples/todo/app.tsx'

async function withTasks(...texts: string[]): Promise<Rendered> {
  const screen = render(<App />)
  for (const text of texts) {
    await screen.type({ role: 'textbox', name: 'New task' }, text)
    await screen.press('Enter')
  }
  screen.take()
  return screen
}

const tick = (screen: Rendered, text: string, isDone: boolean): Promise<void> =>
  screen.check({ role: 'checkbox', name: text }, isDone)

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
  await screen.type({ role: 'textbox' }, 'Bread')
  await screen.click('Add')
  expect(shown(screen)).toEqual(['Bread'])
})

test('a tick sends the count and the button it wakes, not the tick', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await tick(screen, 'Milk', true)
  // Which of the two comes first says nothing.
  expect(screen.take('path').toSorted()).toEqual([
    '^ callback CheckBox(Milk) activated true',
    'v call Button(Clear completed) set_enabled true',
    expect.stringMatching(/^v call \S+Label\S* set_text "1 of 2 left"$/),
  ])
})

test('a filter shows the rows that fit', async () => {
  const screen = await withTasks('Milk', 'Bread', 'Salt')
  await tick(screen, 'Bread', true)

  await screen.click('Open')
  expect(shown(screen)).toEqual(['Milk', 'Salt'])
  await screen.click('Done')
  expect(shown(screen)).toEqual(['Bread'])
  await screen.click('All')
  expect(shown(screen)).toEqual(['Milk', 'Bread', 'Salt'])
})

test('a task that no longer fits the filter goes with one message for its row', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await screen.click('Open')
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
  await screen.click({ name: 'Remove Milk' })
  expect(shown(screen)).toEqual(['Bread'])
  expect(screen.take().filter((line) => line.includes('create'))).toEqual([])
})

test('done tasks are cleared together', async () => {
  const screen = await withTasks('Milk', 'Bread')
  await screen.click('Mark all done')
  expect(screen.find('0 of 2 left')).toBeDefined()
  await screen.click('Clear completed')
  expect(shown(screen)).toEqual([])
  expect(screen.find('Clear completed').state.get('enabled')).toBe(false)
})
