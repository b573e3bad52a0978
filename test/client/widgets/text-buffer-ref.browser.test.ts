import { expect, test } from 'vitest'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, named, page, ready, ref } from '../harness.ts'

await ready('TextSource')

/** #1 is the editor, #2 a ref in it. */
function place(text: string, offset: number, ...gravity: Json[]) {
  const here = page()
  here.send(create(1, 'TextSource', text), create(2, 'TextBufferRef', ref(1), offset, ...gravity))
  here.send(listen(2, 'invalidated'))
  here.root.append(here.widget(1).element)
  return {
    ...here,
    askOf: here.ask,
    ask: (method: string, ...args: Json[]) => here.ask(2, method, ...args),
    after: (method: string, ...args: Json[]) => {
      here.send(call(2, method, ...args))
      return here.ask(2, 'get_offset')
    },
  }
}

test('a server makes one by number, and asks where it is', () => {
  const { ask } = place('one\ntwo', 5)
  expect(ask('get_offset')).toBe(5)
  expect([ask('get_gravity'), ask('is_valid')]).toEqual(['right', true])
  expect([ask('get_line_column'), ask('get_line')]).toEqual([[1, 1], 1])
  expect(place('one', 99, 'left').ask('get_offset')).toBe(3)
})

const text = 'one\ntwo 😀\n\nend'

test.each<[string, number, Json[], number]>([
  ['set_offset', 0, [6], 6],
  ['set_offset', 0, [-6], 0],
  ['set_line', 0, [1], 4],
  ['set_line', 0, [99], 12],
  ['to_line_start', 6, [], 4],
  ['to_line_end', 6, [], 10],
  ['to_next_line', 6, [], 11],
  ['to_next_line', 13, [], 15],
  ['to_prev_line', 6, [], 0],
  ['to_prev_line', 2, [], 0],
  ['to_next_char', 8, [], 10],
  ['to_next_char', 10, [], 11],
  ['to_next_char', 15, [], 15],
  ['to_prev_char', 10, [], 8],
  ['to_prev_char', 4, [], 3],
  ['to_prev_char', 0, [], 0],
])('%s takes it from %i by %j to %i', (method, from, args, to) => {
  expect(place(text, from).after(method, ...args)).toBe(to)
})

test('it goes to where another is, and a copy goes its own way', () => {
  const here = place('one two', 3, 'left')
  here.send(create(3, 'TextBufferRef', ref(1), 5))
  expect(here.after('to_ref', ref(3))).toBe(5)
  const offsetOf = (wid: number) => here.askOf(wid, 'get_offset')
  expect(here.ask('copy')).toEqual(named(-1, 'TextBufferRef'))
  expect(here.after('set_offset', 0)).toBe(0)
  here.send(call(1, '_replaceRange', 5, 5, '!'))
  // Its gravity is that of the first.
  expect(offsetOf(-1)).toBe(5)
})

test('when its text is replaced it is told, and is a place no more', () => {
  const here = place('one', 2)
  here.sent()
  here.send(call(1, 'set_text', 'two'))
  expect(here.sent()).toEqual([callback(2, 'invalidated')])
  expect(here.ask('is_valid')).toBe(false)
  expect(() => here.ask('set_offset', 1)).toThrow(
    'TextBufferRef #2 is no place in the text any more',
  )
  expect(() => here.ask('get_line')).toThrow('is no place in the text any more')
})

test('when its editor ends it is a place no more, but can be asked', () => {
  const here = place('one', 2)
  here.send(call(1, 'destroy'))
  expect([here.ask('is_valid'), here.ask('get_offset')]).toEqual([false, 2])
  here.send(call(2, 'destroy'))
  expect(here.remote.widget(2)).toBeUndefined()
})

test('one that ends is forgotten by its text', () => {
  const here = place('one', 2)
  here.send(call(2, 'destroy'))
  here.sent()
  here.send(call(1, 'set_text', 'two'))
  expect(here.sent()).toEqual([])
})

test.each<[Json[], string]>([
  [[], 'TextBufferRef needs "buffer" to be a TextSource'],
  [[ref(9)], 'TextBufferRef needs "buffer" to be a TextSource'],
  [[ref(1), 'x'], 'TextBufferRef needs "offset" to be number, got "x"'],
  [[ref(1), 0, 'up'], 'TextBufferRef needs "gravity" to be RefGravity, got "up"'],
])('made with %j it is refused', (args, reason) => {
  const here = place('one', 0)
  here.send(create(9, 'Label', 'no editor'))
  here.sent()
  here.send(create(3, 'TextBufferRef', ...args))
  expect(here.sent()).toEqual([{ type: 'error', error: reason }])
})
