// A socket and a clock that do what they are told.

import { ManualClock } from '../../src/testing/manual-clock.ts'

export class FakeSocket extends EventTarget {
  readonly url: string
  readonly sent: unknown[] = []
  binaryType: BinaryType = 'blob'
  bufferedAmount = 0
  closedWith: number | undefined

  constructor(url: string) {
    super()
    this.url = url
  }

  send(data: unknown): void {
    this.sent.push(data)
  }

  close(code = 1000): void {
    this.closedWith = code
  }

  opens(): void {
    this.dispatchEvent(new Event('open'))
  }

  says(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }

  breaks(code = 1006, reason = ''): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason }))
  }
}

/** A class that keeps what is made of it. */
export function socketClass(): { Made: typeof FakeSocket; sockets: FakeSocket[] } {
  const sockets: FakeSocket[] = []
  const Made = class extends FakeSocket {
    constructor(url: string) {
      super(url)
      sockets.push(this)
    }
  }
  return { Made, sockets }
}

/** Its chance is what a test says. */
export class FakeClock extends ManualClock {
  chance = 1

  override random(): number {
    return this.chance
  }

  pass(milliseconds: number): void {
    this.advance(milliseconds)
  }
}
