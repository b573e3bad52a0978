// The text of a frame, written while it is built, is what JSON.stringify would have made of it.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Outbox } from '../../src/session/outbox.ts'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

type Message = Readonly<Record<string, unknown>> & { readonly type: string }

const wid = fc.integer({ min: 1 })
const name = fc.constantFrom('Button', 'Label', 'set_text', 'add_widget', 'activated')
const action = fc.string({ unit: 'binary' })
const args = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 })

const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('create'), wid, class: name, args }),
  fc.record({ type: fc.constant('call'), wid, method: name, args }),
  fc.record({ type: fc.constantFrom('listen', 'unlisten'), wid, action }),
)

/** Writes a message into the outbox, as the remote host does. */
function write(outbox: Outbox, said: Message, id?: number): void {
  const {
    type,
    wid,
    class: className,
    method,
    action,
    args,
  } = said as never as {
    readonly [Field in 'type' | 'class' | 'method' | 'action']: string
  } & { readonly wid: number; readonly args: readonly never[] }
  if (type === 'create') outbox.create(wid, className, args)
  else if (type === 'call') outbox.call(wid, method, JSON.stringify(args), id)
  else if (type === 'listen') outbox.listen(wid, action)
  else outbox.unlisten(wid, action)
}

function filled(messages: readonly Message[]): Outbox {
  const outbox = new Outbox()
  for (const said of messages) write(outbox, said)
  return outbox
}

const some = fc.array(message, { minLength: 1, maxLength: 8 })

test('a frame is the JSON of its messages, with an id on the last', () => {
  fc.assert(
    fc.property(some, fc.nat(), (messages, id) => {
      const wanted = messages.map((said, at) =>
        at === messages.length - 1 ? { ...said, id } : said,
      )
      expect(filled(messages).take(() => id)).toEqual([JSON.stringify(wanted)])
    }),
  )
})

test('what a question asks for is its own id, and no other where it is the last', () => {
  fc.assert(
    fc.property(some, fc.array(message, { maxLength: 3 }), (before, after) => {
      const outbox = filled(before)
      write(outbox, { type: 'call', wid: 1, method: 'get_text', args: [] }, 77)
      for (const said of after) write(outbox, said)
      const frame = JSON.parse(outbox.take(() => 78)[0] as string) as Message[]
      const ids = frame.flatMap(({ id }) => (id === undefined ? [] : [id]))
      expect(ids).toEqual(after.length > 0 ? [77, 78] : [77])
      expect(frame[before.length]).toMatchObject({ method: 'get_text', id: 77 })
    }),
  )
})

describe('an outbox', () => {
  const label: Message = { type: 'create', wid: 1, class: 'Label', args: [] }

  test('takes no id from the counter when the last message has one', () => {
    const outbox = new Outbox()
    outbox.call(1, 'get_text', '[]', 5)
    expect(outbox.take(() => expect.unreachable())).toEqual([
      '[{"type":"call","wid":1,"method":"get_text","args":[],"id":5}]',
    ])
  })

  test('is empty until something is written, and again when it is taken', () => {
    const outbox = new Outbox()
    expect(outbox.isEmpty).toBe(true)
    write(outbox, label)
    expect(outbox.isEmpty).toBe(false)
    outbox.take(() => 1)
    expect(outbox.isEmpty).toBe(true)
  })

  test('begins a new frame after the one that was taken', () => {
    const outbox = filled([label])
    outbox.take(() => 1)
    write(outbox, { type: 'listen', wid: 1, action: 'click' })
    expect(outbox.take(() => 2)).toEqual(['[{"type":"listen","wid":1,"action":"click","id":2}]'])
  })

  test('forgets on clear what was written, and that its last message had an id', () => {
    const outbox = new Outbox()
    outbox.call(1, 'get_text', '[]', 5)
    outbox.clear()
    expect(outbox.isEmpty).toBe(true)
    write(outbox, label)
    expect(outbox.take(() => 6)).toEqual([
      '[{"type":"create","wid":1,"class":"Label","args":[],"id":6}]',
    ])
  })

  test('writes nothing of a message whose arguments are no JSON', () => {
    const outbox = filled([label])
    expect(() => outbox.create(2, 'Label', [5n as never])).toThrow(TypeError)
    expect(JSON.parse(outbox.take(() => 1)[0] as string)).toHaveLength(1)
  })

  test('puts a call with bytes between what is said before it and what is said after', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const outbox = filled([label])
    outbox.callWith(bytes, { wid: 1, method: 'set_binary_image', args: ['png'] })
    write(outbox, { type: 'listen', wid: 1, action: 'click' })
    let id = 6
    expect(outbox.take(() => ++id)).toEqual([
      '[{"type":"create","wid":1,"class":"Label","args":[],"id":7}]',
      '{"type":"binary-call","wid":1,"method":"set_binary_image","args":["png"]}',
      bytes,
      '[{"type":"listen","wid":1,"action":"click","id":8}]',
    ])
    expect(outbox.isEmpty).toBe(true)
  })

  test('keeps the order when bytes follow bytes, and takes no id where there is no text', () => {
    const outbox = new Outbox()
    const call = { wid: 1, method: 'set_binary_image', args: [] }
    outbox.callWith(Uint8Array.of(1), call)
    outbox.callWith(Uint8Array.of(2), call)
    const frames = outbox.take(() => expect.unreachable())
    expect(frames.filter((frame) => typeof frame !== 'string')).toEqual([
      Uint8Array.of(1),
      Uint8Array.of(2),
    ])
  })

  test('says what is for the page as a whole among the other messages', () => {
    const outbox = filled([label])
    outbox.say({ type: 'set-default-font', font: null })
    expect(outbox.take(() => 1)).toEqual([
      '[{"type":"create","wid":1,"class":"Label","args":[]},{"type":"set-default-font","font":null,"id":1}]',
    ])
  })
})
