// Sessions that meet in the chat example.

import { expect, test } from 'vitest'
import { shared, type Signal } from 'treewire'
import { render, type Rendered } from 'treewire/testing'
import { App } from '../../examples/chat/app.tsx'
import { emptyRoom, say, type Room } from '../../examples/chat/room.ts'
import { visitors } from '../../examples/chat/visitors.ts'

/** What the server does when a browser comes, without a server. */
function visit(room: Signal<Room>, id: string): Rendered {
  const screen = render(() => null, { id })
  visitors(room).onConnect(screen.session)
  screen.session.mount(() => <App room={room} />)
  screen.session.flush()
  return screen
}

async function speak(screen: Rendered, text: string): Promise<void> {
  await screen.fire({ label: 'Message' }, 'modified', text)
  await screen.fire({ label: 'Message' }, 'activated', text)
}

const online = (screen: Rendered): unknown =>
  screen.find({ type: 'Label', text: /online/ }).state.get('text')

test('what one says the other sees, and each field is empty afterwards', async () => {
  const room = shared(emptyRoom)
  const [ann, bob] = [visit(room, 'ann'), visit(room, 'bob')]
  await speak(ann, 'Hello')
  await bob.settled()
  expect(bob.find('Hello')).toBeDefined()
  expect(ann.find('Hello')).toBeDefined()
  expect(ann.find({ label: 'Message' }).state.get('text')).toBe('')
})

test('a nickname is seen by all', async () => {
  const room = shared(emptyRoom)
  const [ann, bob] = [visit(room, 'ann'), visit(room, 'bob')]
  await ann.fire({ label: 'Your nickname' }, 'modified', 'Ann')
  await speak(ann, 'Hello')
  await bob.settled()
  expect(online(bob)).toBe('2 online: Ann, Guest 2 (you)')
  expect(bob.find({ type: 'Label', text: 'Ann' }).state.get('tone')).toBe('normal')
  expect(ann.find({ type: 'Label', text: 'Ann' }).state.get('tone')).toBe('accent')
})

test('who leaves is no longer online', async () => {
  const room = shared(emptyRoom)
  const [ann, bob] = [visit(room, 'ann'), visit(room, 'bob')]
  visitors(room).onDisconnect(ann.session)
  ann.session.destroy()
  await bob.settled()
  expect(online(bob)).toBe('1 online: Guest 2 (you)')
})

test('a message costs its own widgets and a scroll, whatever was said before', async () => {
  const room = shared(emptyRoom)
  const ann = visit(room, 'ann')
  for (let count = 0; count < 50; count++) room.value = say(room.value, 'ann', `${count}`, 0)
  await ann.settled()
  ann.take()
  room.value = say(room.value, 'ann', 'one more', 0)
  await ann.settled()
  const lines = ann.take().map((line) => line.replaceAll(/#\d+/g, '#'))
  expect(lines).toEqual([
    'v create # VBox',
    'v call # set_spacing 2',
    'v create # HBox',
    'v call # set_spacing 8',
    'v create # Label "Guest 1" {"variant":"heading","tone":"accent"}',
    'v call # add_widget #',
    expect.stringMatching(/^v create # Label "\d\d:\d\d .M" \{"variant":"caption"\}$/),
    'v call # add_widget #',
    'v call # add_widget #',
    'v create # Label "one more"',
    'v call # set_allow_text_selection true',
    'v call # add_widget #',
    'v call # add_widget #',
    'v call # set_scroll_position 0 1',
  ])
})

test('who has scrolled up is left there', async () => {
  const room = shared(emptyRoom)
  const ann = visit(room, 'ann')
  await ann.fire({ label: 'Messages' }, 'scrolled', 0, 0.2)
  ann.take()
  room.value = say(room.value, 'ann', 'news', 0)
  await ann.settled()
  expect(ann.take().filter((line) => line.includes('scroll'))).toEqual([])
})
