import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { EditExchange, type Telling } from '../../src/widgets/edit-exchange.ts'
import { applyEdits, type TextEdit } from '../../src/widgets/text-edits.ts'

const edit = (from: number, to: number, insert: string): TextEdit => ({ from, to, insert })

/** One end: the text it shows, and what it has said that is still under way. */
class End {
  text: string
  readonly underWay: Telling[] = []
  readonly #exchange: EditExchange

  constructor(text: string, isFirst: boolean) {
    this.text = text
    this.#exchange = new EditExchange(isFirst)
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
