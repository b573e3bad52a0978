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

const mebibyte = 1024 * 1024

/** Letters of a text that nobody has made up by hand. */
const surelySecret = 16

export class Journal implements Recording {
  readonly #clock: Clock
  readonly #start: number
  readonly #store: Store
  readonly #masking: Masking
  readonly #isHashed: boolean
  readonly #most: number
  readonly #report: OnError
  /** What lets somebody in or gives something away, and what stands for it. */
  readonly #secrets = new Map<string, string>()
  #bytes = 0
  #stopped: string | undefined
  #isOver = false
  /** Microtasks since the input that was noted last; undefined when there were many, or its turn is over. */
  #hops: number | undefined
  #inputs = 0

  constructor(
    { dir = 'recordings', inMemory = false, mask = ['passwords'], frames, maxBytes }: RecordOptions,
    id: string,
    clock: Clock,
    report: OnError,
  ) {
    this.#clock = clock
    this.#report = report
    this.#start = clock.now()
    this.#masking = new Masking(mask)
    this.#isHashed = frames === 'hash'
    this.#most = maxBytes ?? 64 * mebibyte
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
    if (!this.#secrets.has(secret)) this.#secrets.set(secret, `hidden-${this.#secrets.size + 1}`)
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
    if (line === undefined) return
    if (this.#bytes + Buffer.byteLength(line) >= this.#most) {
      return this.#stop(`it has reached ${this.#most} bytes, the most that "maxBytes" allows`)
    }
    this.#add(line)
  }

  /** Undefined for what is left out. A mask of the application that fails ends the recording, and not the session. */
  #lineFor(event: SessionEvent, more: object): string | undefined {
    try {
      const masked = this.#masking.masked(event)
      return masked && this.#withoutSecrets(this.#lineOf(this.#hashed(masked), more))
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
    const said = 'frame' in event ? { frame: this.#withoutSecrets(event.frame) } : event
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

  #withoutSecrets(line: string): string {
    let result = line
    for (const [secret, disguise] of this.#secrets) result = replaced(result, secret, disguise)
    return result
  }
}

/** What is too short to be one of ours may stand in other words by chance: it is replaced where it is a token. */
function replaced(line: string, secret: string, disguise: string): string {
  if (secret.length >= surelySecret) return line.replaceAll(secret, disguise)
  return line
    .replaceAll(`"token":"${secret}"`, `"token":"${disguise}"`)
    .replaceAll(`\\"token\\":\\"${secret}\\"`, `\\"token\\":\\"${disguise}\\"`)
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
