import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EditExchange, type Limits, type Telling } from '../../src/widgets/edit-exchange.ts'
import { applyEdits, type TextEdit } from '../../src/widgets/text-edits.ts'

const edit = (from: number, to: number, insert: string): TextEdit => ({ from, to, insert })

/** One end: the text it shows, and what it has said that is still under way. */
class End {
  text: string
  readonly underWay: Telling[] = []
  readonly #exchange: EditExchange

  constructor(text: string, isFirst: boolean, limits?: Limits) {
    this.text = text
    this.#exchange = new EditExchange(isFirst, limits)
  }

  change(one: TextEdit): void {
    this.text = applyEdits(this.text, [one])
    this.underWay.push(this.#exchange.say([one]))
  }

  hear({ edits, heard }: Telling): void {
    this.text = applyEdits(this.text, this.#exchange.hear(edits, heard))
  }

  again(after: number): Telling[] {
    return this.#exchange.again(after)
  }
}

test('edits that cross are each carried over the other', () => {
  const [server, browser] = [new End('abc', true), new End('abc', false)]
  server.change(edit(0, 0, 'S'))
  browser.change(edit(0, 1, 'B'))
  browser.hear(server.underWay.shift()!)
  server.hear(browser.underWay.shift()!)
  expect([server.text, browser.text]).toEqual(['SBbc', 'SBbc'])
})

test('what was told again fits as well as what was told first', () => {
  const [server, browser] = [new End('abc', true), new End('abc', false)]
  browser.change(edit(3, 3, 'x'))
  browser.change(edit(4, 4, 'y'))
  server.change(edit(0, 2, ''))
  browser.hear(server.underWay.shift()!)
  const again = browser.again(0)
  expect(again.map(({ number }) => number)).toEqual([1, 2])
  for (const telling of again) server.hear(telling)
  expect([server.text, browser.text]).toEqual(['cxy', 'cxy'])
})

/** Something happens at one end: it changes its text, or hears the oldest that is under way to it. */
const step = fc.record({
  isServer: fc.boolean(),
  isHearing: fc.boolean(),
  at: fc.nat(20),
  count: fc.nat(4),
  insert: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 }),
})

test('whatever both do, and however late it arrives, they come to the same text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.array(step, { maxLength: 40 }), (text, steps) => {
      const [server, browser] = [new End(text, true), new End(text, false)]
      for (const { isServer, isHearing, at, count, insert } of steps) {
        const [here, there] = isServer ? [server, browser] : [browser, server]
        const from = Math.min(at, here.text.length)
        const to = Math.min(from + count, here.text.length)
        const arrived = isHearing ? there.underWay.shift() : undefined
        if (arrived) here.hear(arrived)
        else if (from < to || insert !== '') here.change(edit(from, to, insert))
      }
      for (const telling of server.underWay) browser.hear(telling)
      for (const telling of browser.underWay) server.hear(telling)
      expect(browser.text).toBe(server.text)
    }),
    { numRuns: 2000 },
  )
})

describe('an end that keeps few apart', () => {
  const limits = { count: 4, size: 20 }

  const said = (count: number, insert?: string): EditExchange => {
    const exchange = new EditExchange(true, limits)
    for (let at = 0; at < count; at++) exchange.say([edit(at, at, insert ?? `${at}`)])
    return exchange
  }

  const numbersOf = (exchange: EditExchange): number[] =>
    exchange.again(0).map(({ number }) => number)

  test('makes one of those in the middle', () => {
    const exchange = said(8)
    expect(exchange.again(0)).toEqual([
      { edits: [edit(0, 0, '0')], number: 1, heard: 0 },
      { edits: [edit(1, 1, '1')], number: 2, heard: 0 },
      { edits: [edit(2, 2, '23456')], number: 7, heard: 0 },
      { edits: [edit(7, 7, '7')], number: 8, heard: 0 },
    ])
    expect([exchange.said, exchange.isRough, said(4).isRough]).toEqual([8, true, false])
  })

  test('understands who has heard nothing of it, or all', () => {
    const understood = (exchange: EditExchange) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((heard) => exchange.understands(heard))
    expect(understood(said(4))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(understood(said(8))).toEqual([0, 1, 2, 7, 8])
  })

  test('keeps it until all of it has been heard, and has room again for what comes then', () => {
    const exchange = said(8)
    exchange.forget(6)
    exchange.say([edit(8, 8, '8')])
    expect([numbersOf(exchange), exchange.isRough]).toEqual([[7, 8, 9], true])
    exchange.forget(7)
    expect([numbersOf(exchange), exchange.isRough]).toEqual([[8, 9], false])
  })

  test('gives up all of it when it is too large', () => {
    const exchange = said(6, 'six ch')
    expect([numbersOf(exchange), exchange.understands(0)]).toEqual([[1, 2, 5, 6], true])
    exchange.say([edit(6, 6, 'x')])
    expect([numbersOf(exchange), exchange.understands(6), exchange.understands(7)]).toEqual([
      [],
      false,
      true,
    ])
  })

  test('says its whole text, and is as it was beside that', () => {
    const exchange = said(8)
    exchange.skip()
    const former = exchange.renew()
    expect([exchange.said, exchange.heard, numbersOf(exchange)]).toEqual([9, 1, []])
    expect([exchange.understands(8), exchange.understands(9)]).toEqual([false, true])
    expect([former.said, former.heard, numbersOf(former)]).toEqual([8, 1, [1, 2, 7, 8]])
  })

  test('hears all that was done before any of it was heard', () => {
    const change = fc.record({ at: fc.nat(20), count: fc.nat(3), insert: fc.constantFrom('', 'a') })
    const letters = 'BCDEFGHIJK'.split('')
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.nat(10), (changes, count) => {
        const [server, browser] = [
          new End('one two', true, { count: 3, size: 1000 }),
          new End('one two', false),
        ]
        for (const { at, count: length, insert } of changes) {
          const from = Math.min(at, server.text.length)
          const to = Math.min(from + length, server.text.length)
          if (from < to || insert !== '') server.change(edit(from, to, insert))
        }
        const typed = letters.slice(0, count)
        for (const [at, letter] of typed.entries()) browser.change(edit(at, at, letter))
        for (const telling of browser.underWay) server.hear(telling)
        for (const telling of server.underWay) browser.hear(telling)
        expect(server.text.replaceAll(/[^B-K]/g, '')).toBe(typed.join(''))
        // Where both put in text at one place it may stand the other way round.
        const lettersOf = ({ text }: End) => text.split('').toSorted()
        expect(lettersOf(server)).toEqual(lettersOf(browser))
      }),
    )
  })
})
