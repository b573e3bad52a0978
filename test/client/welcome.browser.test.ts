// How a page goes on, or begins anew, when the server greets it; and what it says to a server of ours.

import { expect, onTestFinished, test, vi } from 'vitest'
import { Uploads } from '../../src/client/uploads.ts'
import { Image } from '../../src/client/widgets/image.ts'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import {
  call,
  create,
  heard,
  listen,
  named,
  page,
  ready,
  ref,
  type TestPage,
  unlisten,
  welcome,
} from './harness.ts'

const label: readonly ServerMessage[] = [create(1, 'Label', 'Hello'), { ...heard(0), id: 3 }]

function greeted(): TestPage {
  const here = page()
  here.send(welcome('nothing'), ...label)
  here.sent()
  return here
}

/** Somebody types, without a rest. */
function type(here: TestPage, wid: number, text: string): void {
  const input = here.widget(wid).element.querySelector('input')!
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

test('kept page: what stands there stays', () => {
  const { send, remote, ask } = greeted()
  remote.lineLost()
  send(welcome('page'))
  expect([ask(1, 'get_text'), remote.seen]).toEqual(['Hello', 3])
})

test.each(['session', 'nothing'] as const)(
  'kept %s: the page is emptied, and made anew',
  (kept) => {
    const { send, remote, ask } = greeted()
    remote.lineLost()
    send(welcome(kept), create(1, 'Label', 'Again'), { ...heard(0), id: 1 })
    expect([ask(1, 'get_text'), remote.seen]).toEqual(['Again', 1])
  },
)

test('kept session may come on a line that is up', () => {
  const { send, remote } = greeted()
  send(welcome('session'), create(2, 'Label'), { ...heard(0), id: 9 })
  expect([remote.widget(1), remote.widget(2)?.wid, remote.seen]).toEqual([undefined, 2, 9])
})

test.each([
  ['session', ['callback modified', 'result']],
  ['nothing', ['result']],
] as const)('kept %s: of edits and the answer to the frame goes out %j', (kept, said) => {
  const here = greeted()
  here.send(create(2, 'TextEntry'), listen(2, 'modified'))
  type(here, 2, 'typed')
  here.remote.lineLost()
  here.send(welcome(kept), { ...heard(0), id: 1 })
  const lines = here
    .sent()
    .map((one) => (one.type === 'callback' ? `callback ${one.action}` : one.type))
  expect(lines).toEqual(said)
})

test('kept session: edits are told before the welcome tells again, and before the widgets go', () => {
  const order: string[] = []
  const here = greeted()
  here.send(create(2, 'TextEntry'), listen(2, 'modified'))
  type(here, 2, 'typed')
  const destroy = vi.spyOn(here.object(2), 'destroy')
  destroy.mockImplementation(() => void order.push(`destroyed after ${here.sent().length} told`))
  here.send(welcome('session'))
  expect(order).toEqual(['destroyed after 1 told'])
})

test('what a widget does when it goes is not told', async () => {
  const { send, sent, widget, root } = greeted()
  send(create(2, 'SpinBox'), listen(2, 'activated'))
  root.append(widget(2).element)
  const input = widget(2).element.querySelector('input')!
  input.focus()
  input.value = '7'
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  send(welcome('nothing'))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(sent()).toEqual([])
})

test('what has been asked for is told with a number, what is merely done is not', () => {
  const { send, sentTexts } = greeted()
  send(
    { ...call(1, 'get_text'), id: 4 },
    { ...call(1, 'nonsense'), id: 5 },
    { ...call(1, 'set_text', 'x'), id: 6 },
  )
  expect(sentTexts()).toEqual([
    '{"type":"result","id":4,"value":"Hello","seq":1}',
    '{"type":"error","id":5,"error":"Unknown method: nonsense on Label","seq":2}',
    '{"type":"result","id":6}',
  ])
})

test('an answer that takes its time is told, whatever the line did meanwhile', async () => {
  const { send, remote, object, sentTexts } = greeted()
  const asked: ((answer: string) => void)[] = []
  Object.assign(object(1), { get_text: () => new Promise((resolve) => asked.push(resolve)) })
  send({ ...call(1, 'get_text'), id: 4 })
  remote.lineLost()
  send(welcome('page'))
  asked[0]!('late')
  await vi.waitFor(() =>
    expect(sentTexts()).toEqual(['{"type":"result","id":4,"value":"late","seq":1}']),
  )
})

test('that a question has no answer is told too, when it comes late', async () => {
  const { send, object, sentTexts } = greeted()
  Object.assign(object(1), {
    get_text: () => Promise.resolve(),
    set_text: () => Promise.resolve(),
  })
  send({ ...call(1, 'get_text'), id: 4 }, { ...call(1, 'set_text', 'x'), id: 5 })
  await vi.waitFor(() =>
    expect(sentTexts()).toEqual([
      '{"type":"result","id":4,"value":null,"seq":1}',
      '{"type":"result","id":5}',
    ]),
  )
})

test('bytes are seen when they have been applied, not when they are announced', async () => {
  await ready('Image')
  vi.spyOn(Image.prototype, 'set_binary_image').mockImplementation(() => {})
  const { send, sendText, sendBytes, remote } = greeted()
  send(create(2, 'Image'))
  sendText(JSON.stringify({ type: 'binary-call', id: 4, wid: 2, method: 'set_binary_image' }))
  expect(remote.seen).toBe(3)
  sendBytes(new ArrayBuffer(1))
  expect(remote.seen).toBe(4)
  const chunked = { type: 'binary-call-chunked', wid: 2, method: 'set_binary_image' }
  sendText(JSON.stringify({ ...chunked, id: 5, transfer_id: 1, num_chunks: 2 }))
  for (const chunk_index of [0, 1]) {
    expect(remote.seen).toBe(4)
    const piece = { type: 'binary-chunk', transfer_id: 1, chunk_index, num_chunks: 2 }
    sendText(JSON.stringify({ ...piece, encoding: 'binary' }))
    sendBytes(new ArrayBuffer(1))
  }
  expect(remote.seen).toBe(5)
})

/** Buttons that say what happens to them. */
function radios(): TestPage {
  const here = page()
  here.send(
    create(1, 'RadioButton', 'A', { group: 'g' }),
    create(2, 'RadioButton', 'B', { group: 'g' }),
    listen(1, 'activated'),
    listen(2, 'activated'),
  )
  return here
}

test('what a silent call causes is not told, and what comes behind it is', () => {
  const { send, sent, ask } = radios()
  send({ ...call(1, 'set_state', true), silent: true })
  expect([sent(), ask(1, 'get_state')]).toEqual([[], true])
  send(call(2, 'set_state', true))
  expect(sent()).toEqual([{ type: 'callback', wid: 2, action: 'activated', args: [true] }])
})

test('a silent call that fails keeps nobody quiet', () => {
  const { send, sent, object } = radios()
  Object.assign(object(1), {
    set_text() {
      throw new Error('no')
    },
  })
  send({ ...call(1, 'set_text', 'x'), silent: true })
  expect(sent()).toEqual([{ type: 'error', error: 'no' }])
  send(call(2, 'set_state', true))
  expect(sent()).toHaveLength(1)
})

test('a batch is carried out in order, all of it, and answered once with what went wrong', () => {
  const { send, sent, ask } = radios()
  send({
    type: 'batch',
    id: 8,
    calls: [
      { wid: 1, method: 'set_text', args: ['Eins'] },
      { wid: 7, method: 'set_text', args: ['Sieben'] },
      { wid: 1, method: 'nonsense' },
      { wid: 2, method: 'set_state', args: [true], silent: true },
    ],
  })
  expect(sent()).toEqual([
    {
      type: 'result',
      id: 8,
      value: { errors: ['Unknown widget id: 7', 'Unknown method: nonsense on RadioButton'] },
    },
  ])
  expect(ask(2, 'get_state')).toBe(true)
})

test.each([{}, { calls: [] }])('a batch of nothing is done: %j', (calls) => {
  const { send, sent } = radios()
  send({ type: 'batch', id: 8, ...calls })
  expect(sent()).toEqual([{ type: 'result', id: 8 }])
})

test('a batch waits for what takes its time', async () => {
  const { send, sent, object } = radios()
  Object.assign(object(1), { set_text: () => Promise.reject(new Error('late')) })
  send({ type: 'batch', id: 8, calls: [{ wid: 1, method: 'set_text', args: ['x'] }] })
  expect(sent()).toEqual([])
  await vi.waitFor(() =>
    expect(sent()).toEqual([{ type: 'result', id: 8, value: { errors: ['late'] } }]),
  )
})

test('a reconstruction empties the page, and tells only what is mapped until its end', async () => {
  const { send, sent, remote } = radios()
  send({ type: 'reconstruct-start', id: 1, next_wid: 40 })
  expect([remote.widget(1), sent()]).toEqual([undefined, [{ type: 'result', id: 1 }]])
  send(
    create(1, 'Page'),
    create(2, 'VBox'),
    create(3, 'RadioButton', 'A'),
    listen(3, 'activated'),
    listen(3, 'map'),
    call(2, 'add_widget', ref(3)),
    call(1, 'set_widget', ref(2)),
    call(1, 'show'),
    call(3, 'set_state', true),
    { type: 'create', id: 2, class: 'Label', wid: 4 },
  )
  const all: unknown[] = []
  await vi.waitFor(() => expect(all.push(...sent())).toBe(2))
  expect(all).toEqual([
    { type: 'result', id: 2, wid: 4, next_wid: 40 },
    { type: 'callback', wid: 3, action: 'map', args: [expect.anything()] },
  ])
  send({ type: 'reconstruct-end', id: 3 }, unlisten(3, 'map'), call(3, 'set_state', true))
  expect(sent()).toEqual([
    { type: 'callback', wid: 3, action: 'activated', args: [true] },
    { type: 'result', id: 3 },
  ])
})

test('an init ends a reconstruction that was broken off', () => {
  const { send, sent } = radios()
  send({ type: 'reconstruct-start' }, { type: 'init' })
  send(create(1, 'RadioButton'), listen(1, 'activated'), call(1, 'set_state', true))
  expect(sent()).toHaveLength(1)
})

test('what is asked for before a reconstruction is answered, though it comes late', async () => {
  const { send, sent, object } = radios()
  const asked: (() => void)[] = []
  Object.assign(object(1), { get_state: () => new Promise<void>((resolve) => asked.push(resolve)) })
  send({ ...call(1, 'get_state'), id: 4 }, { type: 'reconstruct-start', id: 5 })
  asked[0]!()
  const answers: unknown[] = []
  await vi.waitFor(() => expect(answers.push(...sent())).toBe(2))
  expect(answers).toEqual([
    { type: 'result', id: 4, value: null },
    { type: 'result', id: 5 },
  ])
})

test('files that a session is waiting for are not sent to the next', async () => {
  const start = vi.spyOn(Uploads.prototype, 'start')
  const { send, remote, root, sent, widget } = greeted()
  onTestFinished(() => root.remove())
  send(create(2, 'VBox'), listen(2, 'drop-end'))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([new Uint8Array(2 * 1024 * 1024)], 'a.bin'))
  root.append(widget(2).element)
  widget(2).element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
  remote.lineLost()
  send(welcome('nothing'), create(2, 'VBox'), listen(2, 'drop-end'))
  await start.mock.results[0]!.value
  expect(sent().filter(({ type }) => type === 'binary-chunk')).toEqual([])
})

test('widgets in what is told are references', () => {
  const { send, sentTexts } = greeted()
  send(create(2, 'VBox'), listen(2, 'child-added'), call(2, 'add_widget', ref(1)))
  expect(sentTexts().map((text) => JSON.parse(text) as unknown)).toEqual([
    { type: 'callback', wid: 2, action: 'child-added', args: [named(1, 'Label')], seq: 1 },
  ])
})
