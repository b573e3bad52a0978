// Calls whose first argument is bytes: they are carried out in their order, and what is wrong with them is told.

import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import { Image } from '../../src/client/widgets/image.ts'
import { call, create, page, ready, welcome } from './harness.ts'

beforeEach(() => ready('Image'))

const header = { type: 'binary-call', wid: 1, method: 'set_binary_image', args: ['png'] } as const
const chunked = {
  ...header,
  type: 'binary-call-chunked',
  transfer_id: 1,
  num_chunks: 2,
} as const
const piece = { type: 'binary-chunk', transfer_id: 1, num_chunks: 2 } as const

/** Of a page that a server of ours draws, unless nothing greets it. */
function image(...greeting: readonly ServerMessage[]) {
  const set = vi.spyOn(Image.prototype, 'set_binary_image').mockImplementation(() => {})
  const here = page()
  here.send(...greeting, create(1, 'Image'))
  const given = () => set.mock.calls.map(([bytes, format]) => [bytes, format])
  const say = (message: object) => here.sendText(JSON.stringify(message))
  return { ...here, given, say }
}

const bytes = (...values: readonly number[]) => Uint8Array.from(values).buffer

describe('a call with bytes', () => {
  test('gets the frame behind it as its first argument', () => {
    const { say, sendBytes, given, sent } = image(welcome('nothing'))
    say(header)
    sendBytes(bytes(1, 2))
    expect(given()).toEqual([[bytes(1, 2), 'png']])
    expect(sent()).toEqual([])
  })

  test('in pieces is made when the last is there, in whatever order they come', () => {
    const { say, sendBytes, given } = image(welcome('nothing'))
    say(chunked)
    say({ ...piece, chunk_index: 1 })
    sendBytes(bytes(3))
    expect(given()).toEqual([])
    say({ ...piece, chunk_index: 0, encoding: 'base64', data: 'AQI=' })
    expect(given()).toEqual([[bytes(1, 2, 3), 'png']])
  })

  test('of numbers gets them as numbers', () => {
    const { say, sendBytes, given } = image(welcome('nothing'))
    say({ ...chunked, num_chunks: 1, dtype: 'float32', shape: [2] })
    say({ ...piece, num_chunks: 1, chunk_index: 0 })
    sendBytes(Float32Array.of(0.5, 2).buffer)
    expect(given()).toEqual([[Float32Array.of(0.5, 2), 'png']])
  })

  test('stands in its order behind a class that has to be fetched', async () => {
    const { say, send, sendBytes, given, remote } = image(welcome('nothing'))
    send(create(2, 'HtmlView'))
    say(header)
    sendBytes(bytes(1))
    await vi.waitFor(() => expect(remote.widget(2)).toBeDefined())
    expect(given()).toHaveLength(1)
  })

  test('is answered when it asks to be, and not before it is made', () => {
    const { say, sendBytes, sent } = image(welcome('nothing'))
    say({ ...header, id: 7 })
    expect(sent()).toEqual([])
    sendBytes(bytes(1))
    expect(sent()).toEqual([{ type: 'result', id: 7 }])
  })

  test.each([
    ['of no widget', { ...header, wid: 9 }, 'Unknown widget id: 9'],
    ['of no method', { ...header, method: 'paint' }, 'Unknown method: paint on Image'],
    [
      'with a wrong argument',
      { ...header, args: [5] },
      'Image.set_binary_image needs "format" to be string, got 5',
    ],
  ])('%s is told of, and leaves the next alone', (_, wrong, error) => {
    const { say, sendBytes, given, sent } = image(welcome('nothing'))
    say(wrong)
    sendBytes(bytes(1))
    say(header)
    sendBytes(bytes(2))
    expect(sent()).toEqual([{ type: 'error', error, seq: 1 }])
    expect(given()).toEqual([[bytes(2), 'png']])
  })

  test('that nobody announced is told of', () => {
    const { sendBytes, sent } = image(welcome('nothing'))
    sendBytes(bytes(1))
    expect(sent()).toEqual([
      { type: 'error', error: 'A binary frame needs a message in front of it, got none', seq: 1 },
    ])
  })

  test('of which the line has lost the bytes is forgotten', () => {
    const { say, sendBytes, given, remote } = image(welcome('nothing'))
    say(header)
    remote.lineLost()
    say(header)
    sendBytes(bytes(1))
    expect(given()).toHaveLength(1)
  })

  test('is an ordinary call to a method that takes no bytes', () => {
    const { say, sendBytes, sent, send } = image(welcome('nothing'))
    say({ ...header, method: 'set_bg', args: [] })
    sendBytes(bytes(1))
    send(call(1, 'set_bg', 'red'))
    expect(sent()).toEqual([
      { type: 'error', error: 'Image.set_bg needs "color" to be Color|null, got {}', seq: 1 },
    ])
  })

  test('of a server of others is not answered, and what goes wrong is said where developers look', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { say, sendBytes, given, sent } = image()
    say({ ...header, id: 7 })
    sendBytes(bytes(1))
    say({ ...header, id: 8, wid: 9 })
    sendBytes(bytes(2))
    say({ ...chunked, id: 9, num_chunks: 0 })
    expect([given().length, sent()]).toEqual([1, []])
    expect(log.mock.calls).toEqual([
      ['A call with bytes failed:', 'Unknown widget id: 9'],
      ['A call with bytes failed:', expect.stringContaining('"num_chunks"')],
    ])
  })
})
