// A script that connects as a browser would.

import type { IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'

export interface Visitor {
  readonly socket: WebSocket
  /** What has come so far. */
  readonly frames: readonly string[]
  /** How the line ended. */
  readonly ended: Promise<{ readonly code: number; readonly reason: string }>
}

export interface Refusal {
  readonly status: number
  readonly text: string
}

/** Resolves when the line is open. @throws Error when it is refused */
export async function visit(address: string, options: ClientOptions = {}): Promise<Visitor> {
  const socket = dial(address, options)
  const ended = new Promise<Awaited<Visitor['ended']>>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  const frames: string[] = []
  socket.on('message', (data) => frames.push((data as Buffer).toString()))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve).on('error', reject)
  })
  return { socket, frames, ended }
}

/** What a connection is refused with. @throws Error when it is not refused */
export function refusal(address: string, options: ClientOptions = {}): Promise<Refusal> {
  return new Promise((resolve, reject) => {
    const socket = dial(address, options)
    socket.once('open', () => reject(new Error(`${address} let us in`)))
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => void read(response).then(resolve))
  })
}

/** http://… as ws://… */
export function socketAt(url: string, path = ''): string {
  return url.replace(/^http/, 'ws') + path
}

function dial(address: string, options: ClientOptions): WebSocket {
  const socket = new WebSocket(address, options)
  onTestFinished(() => {
    socket.on('error', () => undefined)
    socket.terminate()
  })
  return socket
}

async function read(response: IncomingMessage): Promise<Refusal> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString().trim() }
}
