// A session and a peer that keeps what it is told: frames as text, messages as lines, closes with their code.

import { decodeServerFrame } from 'treewire/protocol'
import { Session } from 'treewire'
import type { Child, SessionOptions } from 'treewire'
import { lineOf } from 'treewire/testing'
import type { Peer } from '../../src/session/peer.ts'

export class Recorder implements Peer {
  /** Bytes that its socket has not carried away yet. */
  backlog = 0
  readonly #frames: string[] = []
  /** `4400 A frame must be JSON, …` */
  readonly closed: string[] = []

  /** What the page was told of itself when it came. */
  readonly welcomes: string[] = []

  /** Binary frames, in the order in which they came. */
  readonly binary: Uint8Array[] = []

  send(frame: string | Uint8Array): void {
    if (typeof frame !== 'string') this.binary.push(frame)
    else {
      if (isWelcome(frame)) this.welcomes.push(frame)
      this.#frames.push(frame)
    }
  }

  close(code: number, reason: string): void {
    this.closed.push(`${code} ${reason}`)
  }

  /** The frames since they were taken last, without what it was told of itself. */
  takeFrames(): string[] {
    return this.takeAll().filter((frame) => !isWelcome(frame))
  }

  /** All the frames since they were taken last. */
  takeAll(): string[] {
    return this.#frames.splice(0)
  }

  /** The messages since they were taken last, as lines. */
  take(): string[] {
    return this.takeFrames()
      .flatMap(decodeServerFrame)
      .map((message) => lineOf('v', message))
  }
}

function isWelcome(frame: string): boolean {
  return frame.startsWith('[{"type":"welcome"')
}

/** One session with its browser. */
export interface Opened {
  readonly session: Session
  readonly peer: Recorder
  /** What the application did wrong, as `where: message`. */
  readonly errors: string[]
  /** The browser sends one frame. */
  readonly receive: (frame: unknown) => void
  /** The browser sends one binary frame. */
  readonly receiveBytes: (bytes: Uint8Array) => void
  /** The user does something to a widget. */
  readonly fire: (wid: number, action: string, ...args: readonly unknown[]) => void
}

export const newPage = { page: 'page' } as const
export const foreigner = { page: undefined } as const

/** Shows `shown` to a page of ours; the first frame is there when it returns. */
export function open(shown: Child | (() => Child), options: SessionOptions = {}): Opened {
  const errors: string[] = []
  const session = new Session({
    id: 'test',
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
    ...options,
  })
  const peer = new Recorder()
  session.attach(peer, newPage)
  session.mount(() => (typeof shown === 'function' ? shown() : shown))
  session.flush()
  const receive = (frame: unknown): void =>
    session.receive(peer, typeof frame === 'string' ? frame : JSON.stringify(frame))
  return {
    session,
    peer,
    errors,
    receive,
    receiveBytes: (bytes) => session.receive(peer, bytes),
    fire: (wid, action, ...args) => receive({ type: 'callback', wid, action, args }),
  }
}

/** Resolves when what is due now is done: microtasks, and what they asked for. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
