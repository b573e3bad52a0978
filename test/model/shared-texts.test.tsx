// A user who types, in the model: edits go up, and what comes down is carried over them.

import { expect, test } from 'vitest'
import { Label, Page, signal, TextSource, VBox } from 'treewire'
import { render } from 'treewire/testing'

function editor(text: string) {
  const content = signal(text)
  const screen = render(
    <Page>
      <VBox>
        <TextSource bind={content} label="Essay" />
        <Label text={() => `${content.value.length} characters`} />
      </VBox>
    </Page>,
  )
  screen.take()
  const essay = { label: 'Essay' }
  return {
    content,
    screen,
    type: (at: number, insert: string) =>
      screen.fire(essay, 'edited', [{ from: at, to: at, insert }]),
    shown: () => screen.find(essay).state.get('text'),
  }
}

test('the edits are enough: what else the event tells follows', async () => {
  const { type, screen, content, shown } = editor('ac')
  await type(1, 'b')
  await type(3, 'd')
  expect(screen.take()).toEqual([
    '^ callback #3 edited [{"from":1,"to":1,"insert":"b"}] 1 0',
    'v call #4 set_text "3 characters"',
    '^ callback #3 edited [{"from":3,"to":3,"insert":"d"}] 2 0',
    'v call #4 set_text "4 characters"',
  ])
  expect([content.value, shown()]).toEqual(['abcd', 'abcd'])
  screen.find('4 characters')
})

test('what the server has changed is typed into', async () => {
  const { type, screen, content, shown } = editor('one two')
  content.value = 'one TWO'
  await screen.settled()
  await type(0, '> ')
  expect([content.value, shown()]).toEqual(['> one TWO', '> one TWO'])
  content.value = '> one TWO three'
  await screen.settled()
  await type(0, '# ')
  expect([content.value, shown()]).toEqual(['# > one TWO three', '# > one TWO three'])
})

test('after a reconnect the user goes on', async () => {
  const { type, screen, content, shown } = editor('a')
  await type(1, 'b')
  screen.reconnect()
  await type(2, 'c')
  expect([content.value, shown()]).toEqual(['abc', 'abc'])
})
