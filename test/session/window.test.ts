// What a page has been sent and has not acknowledged: given again exactly, bounded, condensed, given up.

import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { decodeServerFrame } from 'treewire/protocol'
import { lineOf } from 'treewire/testing'
import type { Frame } from '../../src/protocol/bytes.ts'
import { framesIn, parcelOf } from '../../src/session/parcel.ts'
import type { Parcel } from '../../src/session/parcel.ts'
import { Window } from '../../src/session/window.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'

const label = widgetClass('Label')
const viewers = new Set([0])

let window: Window

beforeEach(() => {
  window = newWindow()
})

function newWindow(most = 1_000_000): Window {
  return new Window(most, () => label)
}

/** A frame that sets the text of a widget. */
function saying(id: number, text = `${id}`, wid = id): Parcel {
  const message = { type: 'call', wid, method: 'set_text', args: [text], id }
  return parcelOf(viewers, id, JSON.stringify([message]))
}

function bytes(id: number, length = 1): Parcel {
  const header = { type: 'binary-call', id, wid: 1, method: 'set_binary_image', args: [] }
  return parcelOf(viewers, id, [JSON.stringify(header), new Uint8Array(length)])
}

function linesIn(frames: readonly Frame[] | undefined): string[] | undefined {
  return frames?.flatMap((frame) =>
    typeof frame === 'string'
      ? decodeServerFrame(frame).map((message) => lineOf('v', message))
      : [`<${frame.length} bytes>`],
  )
}

const text = (id: number, value = `${id}`, wid = id) => `v call #${wid} set_text "${value}"`

describe('a page that comes back', () => {
  test('is given what it has missed, in one frame, in order', () => {
    for (const id of [1, 2, 3, 4]) window.add(saying(id), true)
    const missed = window.missed(2)
    expect(missed).toHaveLength(1)
    expect(linesIn(missed)).toEqual([text(3), text(4)])
  })

  test('is given it with the ids that acknowledge it', () => {
    for (const id of [1, 2]) window.add(saying(id), true)
    const ids = (JSON.parse(window.missed(1)![0] as string) as { id?: number }[]).map(
      ({ id }) => id,
    )
    expect(ids).toEqual([2])
  })

  test('that has seen all is given nothing', () => {
    for (const id of [1, 2]) window.add(saying(id), true)
    expect(window.missed(2)).toEqual([])
  })

  test('twice without having seen more is given the same twice', () => {
    for (const id of [1, 2, 3]) window.add(saying(id), true)
    expect(window.missed(1)).toEqual(window.missed(1))
  })

  test('is given what it was to be sent and was not', () => {
    window.add(saying(1), true)
    window.add(saying(2), false)
    expect(linesIn(window.missed(1))).toEqual([text(2)])
    expect(window.hasUnsent).toBe(false)
  })

  test.each<[string, number]>([
    ['less than it has acknowledged', 1],
    ['more than there ever was', 9],
  ])('and says that it has seen %s cannot be made good for', (_, seen) => {
    for (const id of [1, 2, 3]) window.add(saying(id), true)
    window.acknowledge(2)
    expect(window.missed(seen)).toBeUndefined()
    expect(linesIn(window.missed(2))).toEqual([text(3)])
  })
})

describe('what is acknowledged', () => {
  test('is kept no longer', () => {
    for (const id of [1, 2, 3]) window.add(saying(id), true)
    const all = window.bytes
    window.acknowledge(2)
    expect(window.bytes).toBeLessThan(all)
    window.acknowledge(3)
    expect([window.bytes, window.floor]).toEqual([0, 3])
  })

  test('counts once, and for all in front of it', () => {
    for (const id of [1, 2, 3]) window.add(saying(id), true)
    window.acknowledge(3)
    window.acknowledge(1)
    window.acknowledge(3)
    expect([window.bytes, window.missed(3)]).toEqual([0, []])
  })

  test('may be a question in the middle of a frame, which stays until its end', () => {
    const frame = '[{"type":"heard","count":1,"id":4},{"type":"heard","count":2,"id":5}]'
    window.add(parcelOf(viewers, 5, frame), true)
    window.acknowledge(4)
    expect(window.bytes).toBeGreaterThan(0)
    expect(linesIn(window.missed(4))).toEqual(['v heard 1', 'v heard 2'])
  })
})

describe('what waits', () => {
  test('is sent in as few frames as there can be, once', () => {
    window.add(saying(1), true)
    for (const id of [2, 3, 4]) window.add(saying(id), false)
    expect(window.hasUnsent).toBe(true)
    const frames = window.takeUnsent()
    expect([frames.length, linesIn(frames)]).toEqual([1, [text(2), text(3), text(4)]])
    expect([window.hasUnsent, window.takeUnsent()]).toEqual([false, []])
  })

  test('is condensed: of a text that was set again and again only the last is said', () => {
    for (const id of [1, 2, 3]) window.add(saying(id, `${id}`, 7), false)
    expect(linesIn(window.takeUnsent())).toEqual([text(3, '3', 7)])
  })

  test('is not condensed into what was sent already', () => {
    window.add(saying(1, 'sent', 7), true)
    window.add(saying(2, 'waits', 7), false)
    expect(linesIn(window.takeUnsent())).toEqual([text(2, 'waits', 7)])
    expect(linesIn(window.missed(0))).toEqual([text(2, 'waits', 7)])
  })

  test('keeps a call with bytes in its place, and nothing is condensed across it', () => {
    window.add(saying(1, 'a', 7), false)
    window.add(bytes(2, 3), false)
    window.add(saying(3, 'b', 7), false)
    window.add(saying(4, 'c', 7), false)
    expect(linesIn(window.takeUnsent())).toEqual([
      text(1, 'a', 7),
      'v binary-call #1 set_binary_image',
      '<3 bytes>',
      text(4, 'c', 7),
    ])
  })
})

describe('with more than it may hold', () => {
  test('it is condensed first', () => {
    window = newWindow(2000)
    for (let id = 1; id <= 200; id++) window.add(saying(id, `${id}`, 7), true)
    expect(window.bytes).toBeLessThan(2000)
    expect(window.floor).toBe(0)
    expect(linesIn(window.missed(0))).toEqual([text(200, '200', 7)])
  })

  test('what cannot be condensed is given up, and only what comes from then on is kept', () => {
    window = newWindow(500)
    for (let id = 1; id <= 20; id++) window.add(saying(id), true)
    const { floor } = window
    expect([floor > 0, floor < 20]).toEqual([true, true])
    expect(window.missed(floor - 1)).toBeUndefined()
    expect(linesIn(window.missed(floor))).toEqual(
      Array.from({ length: 20 - floor }, (_, at) => text(floor + 1 + at)),
    )
  })

  test.each<[string, Parcel]>([
    ['a text', saying(1, 'x'.repeat(600))],
    ['bytes', bytes(1, 600)],
  ])('%s that is too large by itself is given up at once', (_, parcel) => {
    window = newWindow(500)
    window.add(parcel, false)
    expect([window.floor, window.bytes, window.hasUnsent]).toEqual([1, 0, false])
  })

  test('what is given up by hand is as if it had never waited', () => {
    window.add(saying(1), false)
    window.clear()
    expect([window.floor, window.hasUnsent, window.takeUnsent()]).toEqual([1, false, []])
  })

  test('bytes count with their length', () => {
    window.add(bytes(1, 5000), true)
    expect(window.bytes).toBeGreaterThan(5000)
    window.acknowledge(1)
    expect(window.bytes).toBe(0)
  })
})

// Against a plain list of everything that was ever said, and a page that carries out what it is given.
describe('a page over lines that drop and sockets that are full', () => {
  type Step = readonly [kind: 'say' | 'wait' | 'carry' | 'ack' | 'send' | 'drop', wid: number]
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom('say', 'say', 'wait', 'wait', 'carry', 'ack', 'send', 'drop'),
    fc.nat(3),
  )

  /** The texts of four labels as they come to be; undefined from when something was given up. */
  class Walk {
    readonly window: Window
    readonly wanted = ['', '', '', '']
    readonly shown = ['', '', '', '']
    readonly #line: Frame[] = []
    #last = 0
    #seen = 0
    #acknowledged = 0
    isLost = false
    /** Nobody is to be lost who has missed nothing that was given up. */
    isWrong = false

    constructor(most: number) {
      this.window = newWindow(most)
    }

    take([kind, wid]: Step): void {
      if (this.isLost) return
      if (kind === 'say' || kind === 'wait') this.#say(wid, kind === 'say')
      else if (kind === 'carry') this.#carryOut()
      else if (kind === 'ack') this.window.acknowledge((this.#acknowledged = this.#seen))
      else if (kind === 'send') this.#line.push(...this.window.takeUnsent())
      else this.#comeBack()
    }

    end(): void {
      if (this.isLost) return
      this.#comeBack()
      while (this.#line.length > 0) this.#carryOut()
    }

    #say(wid: number, isRoom: boolean): void {
      const parcel = saying(++this.#last, `${this.#last}`, wid)
      this.wanted[wid] = `${this.#last}`
      const isSent = isRoom && !this.window.hasUnsent
      this.window.add(parcel, isSent)
      if (isSent) this.#line.push(...framesIn(parcel))
      else if (this.window.floor >= parcel.id) this.isLost = true
    }

    #carryOut(): void {
      const frame = this.#line.shift()
      for (const message of frame === undefined ? [] : decodeServerFrame(frame as string)) {
        if (message.type !== 'call') continue
        this.shown[message.wid] = message.args![0] as string
        if (message.id !== undefined) this.#seen = message.id as number
      }
    }

    #comeBack(): void {
      this.#line.length = 0
      const missed = this.window.missed(this.#seen)
      if (missed) this.#line.push(...missed)
      else this.isLost = true
      const isGivenUp = this.#seen < this.window.floor && this.#seen !== this.#acknowledged
      if (this.isLost !== isGivenUp) this.isWrong = true
    }
  }

  test.each([1_000_000, 700])(
    'comes to show the same, or is known to be lost (%i bytes)',
    (most) => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
          const walk = new Walk(most)
          for (const one of steps) walk.take(one)
          walk.end()
          expect(walk.isLost ? walk.wanted : walk.shown).toEqual(walk.wanted)
          expect([walk.isWrong, walk.isLost && most > 700]).toEqual([false, false])
          expect(walk.window.bytes).toBeLessThanOrEqual(most)
        }),
        { numRuns: 500 },
      )
    },
  )
})
