// A file that has come up from the browser, or is on its way.

import type { FileMeta } from '../protocol/transfer.ts'
import type { UploadedFile } from '../widgets/uploads.ts'

export class ReceivedFile implements UploadedFile {
  readonly name: string
  readonly size: number
  readonly type: string
  path: string | undefined = undefined
  /** Its bytes go somewhere else than into memory. */
  isElsewhere = false
  #bytes: Uint8Array | undefined
  #length = 0
  #hasEnded = false

  constructor({ name, size, type }: FileMeta) {
    this.name = baseName(name)
    this.size = size
    this.type = type
  }

  /** Bytes that have come so far. */
  get length(): number {
    return this.#length
  }

  get isWhole(): boolean {
    return this.#hasEnded && this.#length === this.size
  }

  /** The next bytes. There are never more than were announced. */
  append(bytes: Uint8Array): void {
    if (!this.isElsewhere && bytes.length > 0) {
      // At once as a whole: many small pieces would cost more than what is in them.
      this.#bytes ??= Buffer.alloc(this.size)
      this.#bytes.set(bytes, this.#length)
    }
    this.#length += bytes.length
  }

  /** No more will come. */
  end(): void {
    this.#hasEnded = true
  }

  /** It will not be whole: what has come is of no use. */
  letGo(): void {
    this.#bytes = undefined
    this.isElsewhere = true
  }

  bytes(): Uint8Array {
    if (!this.#hasEnded) throw new Error(`"${this.name}" has not arrived as a whole`)
    if (this.isElsewhere) {
      throw new Error(`"${this.name}" went to where Upload.to said, and is not in memory`)
    }
    return (this.#bytes ?? new Uint8Array()).subarray(0, this.#length)
  }

  text(): string {
    return new TextDecoder().decode(this.bytes())
  }

  get data(): string | null {
    if (!this.isWhole) return null
    const type = this.type || 'application/octet-stream'
    return `data:${type};base64,${Buffer.from(this.bytes()).toString('base64')}`
  }

  toJSON(): FileMeta {
    const { name, size, type } = this
    return { name, size, type }
  }
}

// oxlint-disable-next-line no-control-regex -- no file system takes them
const controls = /[\u0000-\u001f\u007f]/g

/** Whoever makes a path of it must not end up in another folder. */
function baseName(name: string): string {
  const base = name.split(/[\\/]/).at(-1)!.replaceAll(controls, '')
  return ['', '.', '..'].includes(base) ? 'unnamed' : base
}
