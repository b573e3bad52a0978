// A recording that is being made: its lines go into memory or into a file.

import { createWriteStream, mkdirSync } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { join } from 'node:path'

/** The recording of a session, as it grows. */
export interface Recording {
  /** The path of its file; undefined for one in memory. */
  readonly file: string | undefined
  /** Resolves when it has ended and every line is written. */
  readonly done: Promise<void>
  /** How long it is by now. */
  readonly bytes: number
  /** Why it has ended before its session; undefined while it has not. */
  readonly stopped: string | undefined
  /** All of it so far. @throws Error when it goes into a file */
  text(): string
  /** Keeps nothing more. */
  stop(): void
}

/** Where lines go. */
export interface Store {
  readonly file: string | undefined
  readonly done: Promise<void>
  /** Bytes that were added and are not where they go. */
  readonly waiting: number
  add(line: string): void
  text(): string
  close(): void
}

/** Lines that are packed together. */
const packed = 256

/** Lines are kept as bytes: as texts, one by one, short ones would take more than twice the memory. */
export class MemoryStore implements Store {
  readonly file = undefined
  readonly waiting = 0
  readonly done: Promise<void>
  #sayDone: () => void = () => undefined
  readonly #packs: Buffer[] = []
  #lines: string[] = []

  constructor() {
    this.done = new Promise((resolve) => {
      this.#sayDone = resolve
    })
  }

  add(line: string): void {
    this.#lines.push(line)
    if (this.#lines.length < packed) return
    this.#packs.push(Buffer.from(this.#lines.join('')))
    this.#lines = []
  }

  text(): string {
    return `${Buffer.concat(this.#packs).toString()}${this.#lines.join('')}`
  }

  close(): void {
    this.#sayDone()
  }
}

/** Only the user of the process can read it. */
export class FileStore implements Store {
  readonly file: string
  readonly done: Promise<void>
  readonly #stream: WriteStream

  /** @param onError  told once, when the file cannot be written */
  constructor(folder: string, name: string, onError: (error: Error) => void) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.file = join(folder, name)
    this.#stream = createWriteStream(this.file, { flags: 'wx', mode: 0o600 })
    this.done = new Promise((resolve) => this.#stream.once('close', resolve))
    this.#stream.once('error', onError)
  }

  get waiting(): number {
    return this.#stream.writableLength
  }

  add(line: string): void {
    if (!this.#stream.destroyed) this.#stream.write(line)
  }

  text(): string {
    throw new Error(
      `The recording is in the file ${this.file}: read that when "done" has resolved, or keep it by "inMemory"`,
    )
  }

  close(): void {
    this.#stream.end()
  }
}
