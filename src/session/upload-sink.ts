// Where the bytes of an uploaded file go when not into memory: into a stream, or into a file that appears at its
// path when it is whole. Files may be many: each is open only while its own bytes come.

import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { UploadStream } from '../widgets/uploads.ts'

/** Told of what happens to a sink. */
export interface SinkEvents {
  /** So many of the bytes that were waiting have been written. */
  readonly moved: (bytes: number) => void
  readonly failed: (error: Error) => void
  /** It could not even be destroyed. */
  readonly mistaken: (error: unknown) => void
}

export class Sink {
  readonly #stream: UploadStream
  readonly #events: SinkEvents
  #hasEnded = false

  constructor(stream: UploadStream, events: SinkEvents) {
    this.#stream = stream
    this.#events = events
    stream.on('error', (error) => this.#fail(error ?? new Error('The stream has failed')))
    stream.on('close', () => this.#fail(new Error('The stream was closed')))
  }

  write(bytes: Uint8Array): void {
    if (this.#hasEnded || bytes.length === 0) return
    try {
      this.#stream.write(bytes, (error) => this.#written(bytes.length, error))
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  /** Resolves when everything is written. */
  finish(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.end((error) => {
        this.#hasEnded = true
        if (error) reject(error)
        else resolve()
      })
    })
  }

  /** Lets the stream go. One that cannot be let go is no reason to keep anything else. */
  abort(error: Error): void {
    this.#hasEnded = true
    try {
      this.#stream.destroy(error)
    } catch (mistake) {
      this.#events.mistaken(mistake)
    }
  }

  #written(count: number, error: Error | null | undefined): void {
    if (this.#hasEnded) return
    if (error) this.#fail(error)
    else this.#events.moved(count)
  }

  #fail(error: Error): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#events.failed(error)
  }
}

/** Writes beside the path, under a name that nobody else has; `keep` gives the file its path. */
export class FileSink extends Sink {
  readonly path: string
  readonly #part: string
  readonly #closed: Promise<void>

  constructor(path: string, events: SinkEvents) {
    const part = `${path}.${randomBytes(6).toString('hex')}.part`
    const stream = createWriteStream(part, { flags: 'wx' })
    super(stream, events)
    this.path = path
    this.#part = part
    this.#closed = new Promise((resolve) => stream.once('close', () => resolve()))
  }

  override async finish(): Promise<void> {
    await super.finish()
    await this.#closed
  }

  /** @param isWhole  whether all bytes of the file have come; a part of it is not kept */
  async keep(isWhole: boolean): Promise<void> {
    if (isWhole) await rename(this.#part, this.path)
    else await this.#remove()
  }

  override abort(error: Error): void {
    super.abort(error)
    void this.#removeWhenClosed()
  }

  async #removeWhenClosed(): Promise<void> {
    await this.#closed
    await this.#remove()
  }

  #remove(): Promise<void> {
    return rm(this.#part, { force: true }).catch(leave)
  }
}

/** What cannot be removed has been removed by somebody else. */
function leave(): void {}
