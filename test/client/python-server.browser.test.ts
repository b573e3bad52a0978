// The server of the tests notices what a page does wrong. Here the page is a script.

import { expect, test, vi } from 'vitest'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import { PythonServer, type PythonSession } from './python-server.ts'

type Frame = object | string | ArrayBuffer
type Answers = (message: ServerMessage & { readonly id?: unknown }) => object | undefined

/** What an honest page answers. */
const honest: Answers = (message) => {
  switch (message.type) {
    case 'session-info':
      return { type: 'viewport', width: 800, height: 600 }
    case 'create':
      return { type: 'result', id: message.id, wid: message.wid, next_wid: message.wid! + 1 }
    case 'binary-call':
      return undefined
    default:
      return { type: 'result', id: message.id }
  }
}

async function label(session: PythonSession): Promise<void> {
  await session.create('Label', 'Hello')
}

function scripted(answers: Answers = honest, server = new PythonServer(label)) {
  const socket = new server.WebSocket('ws://host/')
  const codes: unknown[] = []
  const say = (frame: object | string | ArrayBuffer) => {
    const isFrame = typeof frame === 'string' || frame instanceof ArrayBuffer
    socket.send(isFrame ? frame : JSON.stringify(frame))
  }
  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') return
    const answer = answers(JSON.parse(data) as ServerMessage)
    if (answer) say(answer)
  })
  socket.addEventListener('close', ({ code }) => codes.push(code))
  /** When the application has run, and all that was said has been heard. */
  const ready = async () => {
    await vi.waitFor(() => expect(server.session.widgets.size).toBe(1))
    await server.session.run(() => Promise.resolve())
  }
  const heard = () => new Promise((resolve) => setTimeout(resolve, 0))
  return { server, say, ready, heard, codes }
}

test('an honest page breaks nothing', async () => {
  const { server, ready } = scripted()
  await ready()
  expect(server.violations).toEqual([])
})

test.each<[string, Frame, number | undefined, string]>([
  ['a list', '[{"type":"result","id":0}]', 1011, 'no object'],
  ['no JSON', 'hello', 1011, 'no object'],
  ['bytes', new ArrayBuffer(3), 1011, 'no object'],
  ['the size of the window', { type: 'viewport', width: 1, height: 1 }, undefined, 'init'],
  ['an event', { type: 'callback', wid: 1, action: 'a', args: [] }, undefined, 'init'],
])('%s for an answer to the init breaks it', async (_, first, code, violation) => {
  const { server, say, heard, codes } = scripted(() => undefined)
  say(first)
  await heard()
  expect(codes).toEqual(code === undefined ? [] : [code])
  expect(server.violations[0]).toContain(violation)
})

const event = { type: 'callback', wid: 1, action: 'resize', args: [{ width: 1, height: 1 }] }
const piece = {
  type: 'binary-chunk',
  wid: 1,
  transfer_id: 1,
  file_index: 0,
  file_count: 1,
  chunk_index: 0,
  num_chunks: 1,
  encoding: 'binary',
}
const announcement = { transfer_id: 1, files: [{ name: 'a', size: 1, type: '' }] }
const dropped = { ...event, args: [announcement], action: 'drop-end' }

/** What is wrong with these frames of a page that was honest so far. */
async function violationsOf(frames: readonly Frame[]): Promise<readonly string[]> {
  const { server, say, ready, heard } = scripted()
  await ready()
  server.session.widgets.get(1)!.listens.add('drop-end')
  for (const frame of frames) say(frame)
  await heard()
  return server.violations
}

test.each<[string, readonly Frame[]]>([
  ['an event', [event]],
  ['an upload', [dropped, piece, new ArrayBuffer(1)]],
  ['the size of the window', [{ type: 'viewport', width: 1, height: 1 }]],
])('%s is right', async (_, frames) => {
  expect(await violationsOf(frames)).toEqual([])
})

test.each<[string, readonly Frame[], string]>([
  ['an event with a number', [{ ...event, seq: 1 }], 'nobody knows what else'],
  ['an event that nobody listens to', [{ ...event, action: 'click' }], 'nobody listens'],
  ['an event of no widget', [{ ...event, wid: 9 }], 'no widget 9'],
  ['an event of another shape', [{ ...event, args: [1, 1] }], 'it tells [1,1]'],
  ['a list of events', [`[${JSON.stringify(event)}]`], 'no object'],
  ['a text that is too long', [JSON.stringify({ ...event, args: ['x'.repeat(2 ** 20)] })], '1 MiB'],
  ['an answer to nobody', [{ type: 'result', id: 99 }], 'nobody has asked'],
  ['what is only said to servers of ours', [{ type: 'hello' }], 'nobody knows "hello"'],
  ['bytes without a header', [new ArrayBuffer(1)], 'without a header'],
  ['something between a header and its bytes', [dropped, piece, event], 'between a header'],
  ['pieces of what nobody announced', [piece, new ArrayBuffer(1)], 'nobody announced'],
  ['a piece that is too large', [dropped, piece, new ArrayBuffer(2 ** 19 + 1)], '524289 bytes'],
  ['one number for two uploads', [dropped, dropped], 'another one already'],
])('%s is not', async (_, frames, violation) => {
  expect((await violationsOf(frames))[0]).toContain(violation)
})

test('a page that is closed must name something that is there', async () => {
  const { server, say, ready, heard } = scripted()
  await ready()
  server.session.widgets.get(1)!.listens.add('page-close')
  say({ ...event, action: 'page-close', args: [{ __wid__: 7, __class__: 'Label' }] })
  await heard()
  expect(server.violations[0]).toContain('no such page')
})

test('a request that is not answered stops the application for ever', async () => {
  const { server, heard } = scripted((message) =>
    message.type === 'listen' ? undefined : honest(message),
  )
  await heard()
  expect(server.violations).toEqual([
    'nobody answers {"type":"listen","wid":1,"action":"resize","id":2}',
  ])
})

test('calls with bytes want no answer', async () => {
  const { server, ready, heard } = scripted((message) =>
    message.type === 'binary-call' ? { type: 'result', id: message.id } : honest(message),
  )
  await ready()
  server.session.callWithBytes(1, 'set_text', new ArrayBuffer(1))
  await heard()
  expect(server.violations[0]).toContain('nobody has asked')
})

test('while it builds anew nothing may be told but what is seen, and nothing may fail', async () => {
  const { server, say, ready, heard } = scripted((message) => {
    if (message.type === 'create' && server.session.isReconstructing) {
      say(event)
      say({ ...event, action: 'map', args: [] })
      return { type: 'error', id: message.id, error: 'no' }
    }
    return honest(message)
  })
  await ready()
  await expect(server.session.reconstruct()).rejects.toThrow('no')
  await heard()
  expect(server.violations[0]).toContain('the interface is being built')
  expect(server.violations.at(-1)).toContain('it ends the reconstruction')
})

test('two pages that name one object in two ways are found out', async () => {
  let made = 0
  const answers: Answers = (message) => {
    if (message.type !== 'call' || message.method !== 'add_name') return honest(message)
    return { type: 'result', id: message.id, value: { __wid__: --made, __class__: 'Menu' } }
  }
  const server = new PythonServer(async (session) => void (await session.create('MenuBar')))
  const first = scripted(answers, server)
  await first.ready()
  const credentials = { session_id: 1, token: 'token-of-1' }
  const second = scripted((message) => {
    const answer = answers(message)
    return message.type === 'init' ? { ...answer, ...credentials } : answer
  }, server)
  await second.heard()
  await server.session.call(1, 'add_name', 'File')
  await second.heard()
  expect(server.violations[0]).toContain('two pages call one object')
})

test.each([-1, 2e9])('an object of the page may be number %i', async (wid) => {
  const { server, ready } = scripted((message) =>
    message.type === 'call'
      ? { type: 'result', id: message.id, value: { __wid__: wid, __class__: 'Menu' } }
      : honest(message),
  )
  await ready()
  await server.session.call(1, 'add_menu', 'x')
  expect(server.violations).toEqual([])
})

test('an object of the page among the numbers of the server is found out', async () => {
  const { server, ready } = scripted((message) =>
    message.type === 'call'
      ? { type: 'result', id: message.id, value: { __wid__: 5, __class__: 'Menu' } }
      : honest(message),
  )
  await ready()
  await server.session.call(1, 'add_menu', 'x')
  expect(server.violations[0]).toContain('by itself')
})
