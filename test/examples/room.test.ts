// The rules of the chat room.

import { expect, test } from 'vitest'
import { emptyRoom, join, leave, markHere, nameOf, rename, say } from '../../examples/chat/room.ts'

const two = join(join(emptyRoom, 'a'), 'b')

test('people are numbered as they come, and no number is given twice', () => {
  const later = join(leave(two, 'b'), 'c')
  expect(later.people.map(({ id, number }) => [id, number])).toEqual([
    ['a', 1],
    ['c', 3],
  ])
})

test('who is away keeps number and name, and is as before when back', () => {
  const named = rename(two, 'a', 'Ada')
  const away = markHere(named, 'a', false)
  expect(away.people[0]).toEqual({ id: 'a', number: 1, name: 'Ada', isHere: false })
  expect(markHere(away, 'a', true)).toEqual(named)
})

test('nothing changes for who is here already, or is unknown', () => {
  expect([markHere(two, 'a', true), markHere(two, 'z', true)]).toEqual([two, two])
  expect(markHere(two, 'a', true)).toBe(two)
})

test.each([
  ['', 'Guest 1'],
  ['  ', 'Guest 1'],
  [' Ada ', 'Ada'],
])('who is called %j is shown as "%s"', (name, shown) => {
  expect(nameOf(rename(two, 'a', name), 'a')).toBe(shown)
})

test('a message keeps the name that its author had', () => {
  const room = rename(say(rename(two, 'a', 'Ada'), 'a', ' hello ', 5), 'a', 'Grace')
  expect(room.messages).toEqual([{ id: 1, authorId: 'a', author: 'Ada', text: 'hello', time: 5 }])
})

test('an empty message is none', () => {
  expect(say(two, 'a', '  ', 5)).toBe(two)
})

test('the room keeps the last 200 messages', () => {
  let room = two
  for (let count = 1; count <= 205; count++) room = say(room, 'a', `${count}`, count)
  expect(room.messages).toHaveLength(200)
  expect(room.messages[0]).toMatchObject({ id: 6, text: '6' })
})
