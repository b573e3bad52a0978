// Sessions that meet in the chat example.

import { expect, test } from 'vitest'
import { shared, type Signal } from 'treewire'
import { Laboratory, render, type Rendered } from 'treewire/testing'
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

const sessionTtl = 60_000

/** A room that pages come to over lines of their own. */
function chatting() {
  const room = shared(emptyRoom)
  const lab = new Laboratory(() => <App room={room} />, { sessionTtl, ...visitors(room) })
  return { lab, room }
}

async function speak(screen: Rendered, text: string): Promise<void> {
  await screen.type({ name: 'Message' }, text)
  await screen.press('Enter')
}

const online = (screen: Pick<Rendered, 'find'>): unknown =>
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
  await ann.type({ name: 'Your nickname' }, 'Ann')
  await speak(ann, 'Hello')
  await bob.settled()
  expect(online(bob)).toBe('2 online: Ann, Guest 2 (you)')
  expect(bob.find({ type: 'Label', text: 'Ann' }).state.get('tone')).toBe('normal')
  expect(ann.find({ type: 'Label', text: 'Ann' }).state.get('tone')).toBe('accent')
})

test('whose line drops is no longer online, and keeps the nickname until coming back', () => {
  const { lab, room } = chatting()
  const [ann, bob] = [lab.open(), lab.open()]
  lab.rest()
  ann.user.type({ name: 'Your nickname' }, 'Ann')
  lab.rest()
  ann.network.conditions.isDown = true
  ann.network.cut()
  lab.advance(100)
  expect(online(bob)).toBe('1 online: Guest 2 (you)')
  lab.rest()
  expect([online(bob), online(ann)]).toEqual([
    '2 online: Ann, Guest 2 (you)',
    '2 online: Guest 2, Ann (you)',
  ])
  expect([room.value.people.length, lab.errors()]).toEqual([2, []])
})

test('who does not come back is forgotten', () => {
  const { lab, room } = chatting()
  const ann = lab.open()
  lab.open()
  lab.rest()
  lab.close(ann)
  lab.advance(1000)
  expect(room.value.people.map(({ isHere }) => isHere)).toEqual([false, true])
  lab.advance(sessionTtl)
  expect(room.value.people.map(({ number }) => number)).toEqual([2])
})

test('a message costs its own widgets, whatever was said before', async () => {
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
  ])
})

test('who writes is taken to the end, who reads is left where they are', async () => {
  const room = shared(emptyRoom)
  const [ann, bob] = [visit(room, 'ann'), visit(room, 'bob')]
  await speak(ann, 'Hello')
  await bob.settled()
  const scrolls = (screen: Rendered) => screen.take().filter((line) => line.includes('scroll'))
  expect([scrolls(ann), scrolls(bob)]).toEqual([['v call #9 set_scroll_position 0 1'], []])
})
