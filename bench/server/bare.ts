// The server of the load that is ws and nothing else: the same frames, written by hand.

import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { cpuTime, memoryInUse } from './cost.ts'
import { obey } from './helper.ts'
import { inTurns, type Turns } from './turns.ts'

interface Line {
  readonly socket: WebSocket
  id: number
  seen: number
  clicks: number
}

interface Message {
  readonly type: string
  readonly id?: number
  readonly seq?: number
}

const lines: Line[] = []
let server: WebSocketServer | undefined

async function open({ deflate = false }: { readonly deflate?: boolean }): Promise<number> {
  // Each message by itself, and small ones not at all: all else is far dearer.
  const perMessageDeflate = deflate && {
    serverNoContextTakeover: true,
    clientNoContextTakeover: true,
  }
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate })
  server.on('connection', (socket) => {
    const line: Line = { socket, id: 1, seen: 0, clicks: 0 }
    lines.push(line)
    socket.on('message', (data) => hear(line, data))
    socket.send('[{"type":"welcome","id":1}]')
  })
  await new Promise((resolve) => server!.once('listening', resolve))
  return (server.address() as { readonly port: number }).port
}

function hear(line: Line, data: RawData): void {
  const parsed = JSON.parse((data as Buffer).toString()) as Message | Message[]
  const message = Array.isArray(parsed) ? parsed[0]! : parsed
  if (message.type === 'result') line.seen = message.id!
  else answer(line, message.seq!)
}

function answer(line: Line, count: number): void {
  const args = [`clicked ${++line.clicks}`]
  line.socket.send(
    JSON.stringify([
      { type: 'heard', count },
      { type: 'call', wid: 5, method: 'set_text', args, id: ++line.id },
    ]),
  )
}

let turns = 0

const fanOut = (given: Turns): Promise<number> =>
  inTurns(given, () => {
    turns++
    for (const line of lines) line.socket.send(textFor(3, `label ${turns}`, ++line.id))
  })

/** Everybody has had as many: one text does for all. */
const broadcast = (given: Turns): Promise<number> =>
  inTurns(given, () => {
    const id = lines[0]!.id + 1
    const text = textFor(4, `news ${++turns}`, id)
    for (const line of lines) {
      line.id = id
      line.socket.send(text)
    }
  })

function textFor(wid: number, text: string, id: number): string {
  return `[{"type":"call","wid":${wid},"method":"set_text","args":["${text}"],"id":${id}}]`
}

obey({ open, fanOut, broadcast, cpuTime, memoryInUse, close: () => server?.close() })
