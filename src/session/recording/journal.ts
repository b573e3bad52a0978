// Writes a recording, line by line: with the time, without what is not to be read in it, and not without end.

import { relative, sep } from 'node:path'
import type { Clock } from '../../protocol/clock.ts'
import { logName } from '../../telemetry/logger.ts'
import type { OnError } from '../session-options.ts'
import { mostHops } from './events.ts'
import type { InputEvent, RecordedEvent, RecordingHeader, SessionEvent } from './events.ts'
import { Masking } from './masking.ts'
import type { RecordOptions } from './record-options.ts'
import { hashOf } from './recorded-frame.ts'
import { FileStore, MemoryStore } from './recording.ts'
import type { Recording, Store } from './recording.ts'
import type { Shown } from './shown.ts'
import { mostWithheld, Withheld } from './withheld.ts'

const mebibyte = 1024 * 1024

/** What it needs of the session. */
interface Surroundings {
  /** Of the session. */
  readonly id: string
  readonly clock: Clock
  readonly shown: Shown
  readonly report: OnError
}

export class Journal implements Recording {
  readonly #clock: Clock
  readonly #start: number
  readonly #store: Store
  readonly #masking: Masking
  readonly #isHashed: boolean
  readonly #most: number
  /** Bytes. */
  readonly #mostWaiting: number
  readonly #report: OnError
  readonly #withheld = new Withheld()
  #bytes = 0
  #stopped: string | undefined
  #isOver = false
  /** Microtasks since the input that was noted last; undefined when there were many, or its turn is over. */
  #hops: number | undefined
  #inputs = 0

  constructor(record: RecordOptions, { id, clock, shown, report }: Surroundings) {
    const { dir = 'recordings', inMemory = false, mask = ['passwords'] } = record
    const { frames, maxBytes = 64 * mebibyte, maxWaitingBytes = 16 * mebibyte } = record
    this.#clock = clock
    this.#report = report
    this.#start = clock.now()
    this.#masking = new Masking(mask, shown)
    this.#isHashed = frames === 'hash'
    this.#most = maxBytes
    this.#mostWaiting = maxWaitingBytes
    this.#store = inMemory
      ? new MemoryStore()
      : new FileStore(dir, fileName(id), (error) => {
          this.#isOver = true
          this.#stopped ??= 'its file cannot be written'
          report(error, 'record')
        })
  }

  get file(): string | undefined {
    return this.#store.file
  }

  get done(): Promise<void> {
    return this.#store.done
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Bytes that its file has not taken yet. */
  get waiting(): number {
    return this.#store.waiting
  }

  get stopped(): string | undefined {
    return this.#stopped
  }

  text(): string {
    return this.#store.text()
  }

  stop(): void {
    this.#stop('it was stopped')
  }

  /** @param app  the program, where somebody has said it */
  begin(header: RecordingHeader, app = programFile()): void {
    const user = header.user === undefined ? {} : { user: this.#masking.value(header.user) }
    this.#add(JSON.stringify({ ...header, ...(app !== undefined && { app }), ...user }))
  }

  /** Something that happens to the session. @param isInside  while it says what was noted last */
  noteInput(event: InputEvent, isInside = false): void {
    this.#note(event, {
      ...(this.#hops !== undefined && { hops: this.#hops }),
      ...(isInside && { inside: true }),
    })
    if (this.#isOver) return
    this.#hops = 0
    this.#countHops(++this.#inputs)
  }

  note(event: SessionEvent): void {
    this.#note(event, {})
  }

  /** From now on something else stands for it. */
  hide(secret: string): void {
    this.#withheld.add(secret)
  }

  /** A message of a browser has been taken. */
  learn(): void {
    if (!this.#isOver) this.#masking.learn()
  }

  /** The session is over. */
  close(): void {
    this.#isOver = true
    this.#store.close()
  }

  #stop(reason: string): void {
    if (this.#isOver) return
    this.#stopped = reason
    this.#add(this.#lineOf({ type: 'stop', reason }, {}))
    this.close()
  }

  /** Nobody has wanted it. */
  #fail(reason: string): void {
    this.#stop(reason)
    this.#report(
      new Error(`The recording has ended before its session, because ${reason}`),
      'record',
    )
  }

  #countHops(input: number): void {
    queueMicrotask(() => {
      if (input !== this.#inputs || this.#hops === undefined) return
      this.#hops = this.#hops < mostHops ? this.#hops + 1 : undefined
      this.#countHops(input)
    })
  }

  #note(event: SessionEvent, more: Pick<RecordedEvent, 'hops' | 'inside'>): void {
    if (this.#isOver) return
    const line = this.#lineFor(event, more)
    if (this.#isOver) return
    const trouble = this.#trouble
    if (trouble !== undefined) return this.#fail(trouble)
    if (line === undefined) return
    if (this.#bytes + Buffer.byteLength(line) >= this.#most) {
      return this.#stop(`it has reached ${this.#most} bytes, the most that "maxBytes" allows`)
    }
    this.#add(line)
  }

  /** Why nothing can be kept any more; undefined while it can. */
  get #trouble(): string | undefined {
    if (this.#withheld.isFull)
      return `it has more than ${mostWithheld} tokens and addresses to withhold`
    if (this.waiting > this.#mostWaiting) {
      return `more than ${this.#mostWaiting} bytes wait for its file, the most that "maxWaitingBytes" allows`
    }
    return this.#masking.failure
  }

  /** Undefined for what is left out. A mask of the application that fails ends the recording, and not the session. */
  #lineFor(event: SessionEvent, more: object): string | undefined {
    try {
      const masked = this.#masking.masked(event)
      return masked && this.#withheld.without(this.#lineOf(this.#hashed(masked), more))
    } catch (error) {
      this.#stop('a mask has failed')
      this.#report(error, 'record')
      return undefined
    }
  }

  /** Where only the size and a hash of what a session says are wanted. */
  #hashed(event: SessionEvent): SessionEvent {
    if (!this.#isHashed || event.type !== 'out') return event
    const { type, line } = event
    const said = 'frame' in event ? { frame: this.#withheld.without(event.frame) } : event
    return { type, line, ...hashOf(said) }
  }

  #lineOf({ type, ...rest }: SessionEvent, more: object): string {
    const t = Math.round(this.#clock.now() - this.#start)
    return JSON.stringify({ t, type, ...more, ...rest })
  }

  #add(line: string): void {
    this.#bytes += Buffer.byteLength(line) + 1
    this.#store.add(`${line}\n`)
  }
}

/** No two sessions have the same, and nobody finds the session by it but in the log. */
function fileName(id: string): string {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
  return `${time}-${logName(id)}.jsonl`
}

/** What Node runs, from the folder that it runs in; undefined for what is not of this folder. */
function programFile(): string | undefined {
  const [, path] = process.argv
  if (path === undefined) return undefined
  const file = relative(process.cwd(), path)
  const isOurs = !file.startsWith('..') && !file.split(sep).includes('node_modules')
  return isOurs && file !== '' ? file : undefined
}
