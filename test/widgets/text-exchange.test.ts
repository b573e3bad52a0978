import { expect, test } from 'vitest'
import type { Json } from '../../src/protocol/messages.ts'
import { ProtocolError } from '../../src/protocol/error.ts'
import { TextExchange } from '../../src/widgets/text-exchange.ts'

const edit = (from: number, to: number, insert: string) => ({ from, to, insert })

/** The arguments of `edited`. */
const edited = (number: number, heard: number, ...edits: Json[]): Json[] => [edits, number, heard]

test('a change goes down as the part that changed', () => {
  const exchange = new TextExchange()
  expect(exchange.say('one two', 'one 2')).toEqual([
    ['_replaceRange', [4, 7, '2', { pushUndo: false, heard: 0 }]],
  ])
  expect(exchange.say('same', 'same')).toEqual([])
  expect(exchange.say('a\r\nb', 'a\nb')).toEqual([])
  expect(exchange.say(null, 'x')).toEqual([
    ['_replaceRange', [0, 0, 'x', { pushUndo: false, heard: 0 }]],
  ])
})

test('edits that come up change the text that is known', () => {
  const exchange = new TextExchange()
  expect(exchange.hear(edited(1, 0, edit(0, 1, 'O'), edit(3, 3, '!')), 'one')).toEqual({
    value: 'One!',
  })
  expect(exchange.hear(edited(2, 0, edit(1, 1, '\n')), 'a\r\nb')).toEqual({ value: 'a\n\nb' })
})

test('edits that crossed with a change of the server are carried over it', () => {
  const exchange = new TextExchange()
  exchange.say('abc', 'Xabc')
  expect(exchange.hear(edited(1, 0, edit(3, 3, '!')), 'Xabc')).toEqual({ value: 'Xabc!' })
})

test('what comes twice counts once, and what is missing is asked for', () => {
  const exchange = new TextExchange()
  exchange.hear(edited(1, 0, edit(0, 0, 'a')), '')
  expect(exchange.hear(edited(1, 0, edit(0, 0, 'a')), 'a')).toEqual({})
  expect(exchange.hear(edited(3, 0, edit(2, 2, 'c')), 'a')).toEqual({
    calls: [['tell_again', [1]]],
  })
  expect(exchange.hear(edited(2, 0, edit(1, 1, 'b')), 'a')).toEqual({ value: 'ab' })
})

test('edits of a text that has been replaced since are void', () => {
  const exchange = new TextExchange()
  exchange.replaced()
  exchange.say('new', 'news')
  expect(exchange.hear(edited(1, 0, edit(0, 0, 'a')), 'news')).toEqual({})
  expect(exchange.hear(edited(2, 2, edit(0, 0, 'a')), 'news')).toEqual({ value: 'anews' })
})

test('a browser that has not heard for long is given the whole text', () => {
  const exchange = new TextExchange()
  let text = ''
  for (let count = 0; count < 600; count++) {
    exchange.say(text, `${text}.`)
    text += '.'
  }
  expect(exchange.hear(edited(1, 0, edit(0, 0, 'a')), text)).toEqual({
    calls: [['set_text', [text]]],
  })
  expect(exchange.hear(edited(2, 500, edit(0, 0, 'a')), text)).toEqual({})
  expect(exchange.hear(edited(3, 601, edit(0, 0, 'a')), text)).toEqual({ value: `a${text}` })
})

test.each<[string, Json[]]>([
  ['beyond the end', edited(1, 0, edit(3, 5, ''))],
  ['out of order', edited(1, 0, edit(2, 3, ''), edit(0, 1, ''))],
  ['that are none', edited(1, 0, edit(1, 1, ''))],
  ['with offsets that are no whole numbers', edited(1, 0, edit(0.5, 1, ''))],
  ['made on what was never said', edited(1, 7, edit(0, 0, 'a'))],
])('edits %s end the connection', (_what, args) => {
  expect(() => new TextExchange().hear(args, 'abc')).toThrow(ProtocolError)
})
