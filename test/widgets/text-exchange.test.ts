import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/protocol/messages.ts'
import { ProtocolError } from '../../src/protocol/error.ts'
import type { MethodCall } from '../../src/widgets/define.ts'
import { EditExchange } from '../../src/widgets/edit-exchange.ts'
import { applyEdits, type TextEdit } from '../../src/widgets/text-edits.ts'
import { TextExchange } from '../../src/widgets/text-exchange.ts'

const edit = (from: number, to: number, insert: string) => ({ from, to, insert })

/** The arguments of `edited`. */
const edited = (number: number, heard: number, ...edits: Json[]): Json[] => [edits, number, heard]

test('a change goes down as the part that changed', () => {
  const exchange = new TextExchange()
  expect(exchange.say('one two', 'one 2')).toEqual([
    ['_replaceRange', [4, 7, '2', { pushUndo: false, heard: 0 }]],
  ])
  expect(exchange.say('same', 'same')).toEqual([])
  expect(exchange.say('a\r\nb', 'a\nb')).toEqual([])
  expect(exchange.say(null, 'x')).toEqual([
    ['_replaceRange', [0, 0, 'x', { pushUndo: false, heard: 0 }]],
  ])
})

test('edits that come up change the text that is known', () => {
  const exchange = new TextExchange()
  expect(exchange.hear(edited(1, 0, edit(0, 1, 'O'), edit(3, 3, '!')), 'one')).toEqual({
    value: 'One!',
  })
  expect(exchange.hear(edited(2, 0, edit(1, 1, '\n')), 'a\r\nb')).toEqual({ value: 'a\n\nb' })
})

test('edits that crossed with a change of the server are carried over it', () => {
  const exchange = new TextExchange()
  exchange.say('abc', 'Xabc')
  expect(exchange.hear(edited(1, 0, edit(3, 3, '!')), 'Xabc')).toEqual({ value: 'Xabc!' })
})

test('what comes twice counts once, and what is missing is asked for', () => {
  const exchange = new TextExchange()
  exchange.hear(edited(1, 0, edit(0, 0, 'a')), '')
  expect(exchange.hear(edited(1, 0, edit(0, 0, 'a')), 'a')).toEqual({})
  expect(exchange.hear(edited(3, 0, edit(2, 2, 'c')), 'a')).toEqual({
    calls: [['tell_again', [1]]],
  })
  expect(exchange.hear(edited(2, 0, edit(1, 1, 'b')), 'a')).toEqual({ value: 'ab' })
})

test('edits of a text that has been replaced since are void', () => {
  const exchange = new TextExchange()
  exchange.replaced()
  exchange.say('new', 'news')
  expect(exchange.hear(edited(1, 0, edit(0, 0, 'a')), 'news')).toEqual({})
  expect(exchange.hear(edited(2, 2, edit(0, 0, 'a')), 'news')).toEqual({ value: 'anews' })
})

describe('a browser that has not heard for long', () => {
  const limits = { count: 4, size: 50 }

  /** So many edits were said, each putting this in at the end. */
  function saidTo(exchange: TextExchange, count: number, insert = '.', before = ''): string {
    let text = before
    for (let at = 0; at < count; at++) {
      exchange.say(text, text + insert)
      text += insert
    }
    return text
  }

  test('is understood all the same, and given the whole text', () => {
    const exchange = new TextExchange(limits)
    const text = saidTo(exchange, 9)
    expect(exchange.hear(edited(1, 1, edit(0, 1, 'a')), text)).toEqual({
      value: 'a........',
      calls: [['set_text', ['a........']]],
    })
    expect(exchange.hear(edited(2, 10, edit(1, 2, 'b')), 'a........')).toEqual({
      value: 'ab.......',
    })
  })

  test('would come to another text without that: what both put in may stand the other way round', () => {
    const exchange = new TextExchange({ count: 3, size: 50 })
    const browser = new EditExchange(false)
    const { edits, heard } = browser.say([edit(1, 1, 'E')])
    const texts = ['xyz', '.xyz', '.xyAz', '.xAz', '..xAz']
    let shown = 'xEyz'
    for (const [at, text] of texts.slice(1).entries()) {
      const [[, args]] = exchange.say(texts[at], text) as [MethodCall]
      const [from, to, insert, { heard: knowing }] = args as unknown as RangeArgs
      shown = applyEdits(shown, browser.hear([edit(from, to, insert)], knowing))
    }
    const { value, calls } = exchange.hear([edits, 1, heard], '..xAz')
    expect([shown, value, calls]).toEqual(['..xEAz', '..xAEz', [['set_text', ['..xAEz']]]])
  })

  test('has done more before it gets that, which was without it: it is told of it', () => {
    const exchange = new TextExchange(limits)
    let text = saidTo(exchange, 9)
    const hear = (...args: readonly [number, number, ...Json[]]) => {
      const { value, calls } = exchange.hear(edited(...args), text)
      text = value as string
      return calls
    }
    hear(1, 0, edit(0, 0, 'a'))
    exchange.say(text, `-${text}`)
    text = `-${text}`
    expect(hear(2, 0, edit(1, 1, 'b'))).toEqual([
      ['_replaceRange', [11, 11, 'b', { pushUndo: false, heard: 2 }]],
    ])
    expect(text).toBe('-.........ab')
    // The whole text was the tenth, then came two more.
    expect(hear(3, 12, edit(11, 12, ''))).toBeUndefined()
    expect(text).toBe('-.........a')
    expect(() => hear(4, 13, edit(0, 0, 'x'))).toThrow('"heard" is 13, which was not said')
  })

  test('is given the whole text for what it did in between, which is void with all behind it', () => {
    const exchange = new TextExchange(limits)
    const text = saidTo(exchange, 9)
    expect(exchange.hear(edited(1, 5, edit(0, 0, 'a')), text)).toEqual({
      calls: [['set_text', [text]]],
    })
    expect(exchange.hear(edited(2, 9, edit(0, 0, 'a')), text)).toEqual({})
    expect(exchange.hear(edited(3, 10, edit(0, 0, 'a')), text)).toEqual({ value: `a${text}` })
  })

  test('may say how much it has heard, in between too', () => {
    const exchange = new TextExchange(limits)
    const text = saidTo(exchange, 9)
    for (const [at, heard] of [0, 1, 5, 8].entries()) {
      expect(exchange.hear(edited(at + 1, heard), text)).toEqual({})
    }
    expect(exchange.hear(edited(5, 8, edit(0, 0, 'a')), text)).toEqual({ value: `a${text}` })
  })

  test('is not understood when the text was replaced by hand since, nor what it did before', () => {
    const exchange = new TextExchange(limits)
    const text = saidTo(exchange, 9)
    exchange.hear(edited(1, 0, edit(0, 0, 'a')), text)
    exchange.replaced()
    expect(exchange.hear(edited(2, 0, edit(1, 1, 'b')), 'new')).toEqual({})
    expect(exchange.hear(edited(3, 11, edit(3, 3, '!')), 'new')).toEqual({ value: 'new!' })
  })

  test('is understood through any number of edits, and 65,536 units of text', () => {
    // 250 at the beginning and 249 at the end are kept apart.
    const saidLarge = (exchange: TextExchange, count: number): string =>
      saidTo(exchange, 249, '.', saidTo(exchange, count, '.'.repeat(1000), saidTo(exchange, 250)))
    const exchange = new TextExchange()
    const text = saidLarge(exchange, 65)
    expect(exchange.hear(edited(1, 0, edit(0, 0, 'a')), text).value).toBe(`${text}a`)
    const other = new TextExchange()
    const longer = saidLarge(other, 66)
    expect(other.hear(edited(1, 0, edit(0, 0, 'a')), longer)).toEqual({
      calls: [['set_text', [longer]]],
    })
  })
})

/** Both ends of one text, and what is under way between them. The server keeps few edits apart. */
class Line {
  readonly #server = new TextExchange({ count: 4, size: 1000 })
  readonly #browser = new EditExchange(false)
  readonly #down: MethodCall[] = []
  readonly #up: Json[][] = []
  known = ''
  shown = ''
  /** Whether anything that was typed was not understood. */
  isLost = false
  readonly #typed: string[] = []

  /** What was typed and is not there once. */
  get missing(): string[] {
    return this.#typed.filter((letter) => this.known.split(letter).length !== 2)
  }

  type(at: number): void {
    const letter = String.fromCodePoint(0x4e00 + this.#typed.length)
    this.#typed.push(letter)
    const from = Math.min(at, this.shown.length)
    this.tell(edit(from, from, letter))
  }

  /** Puts a letter in, or takes one away that the server has put in. */
  change(at: number): void {
    const before = this.known
    const [from, isOwn] = [Math.min(at, before.length), /[a-z]/.test(before[at] ?? '')]
    this.known = before.slice(0, from) + (isOwn ? '' : 'x') + before.slice(isOwn ? from + 1 : from)
    this.#down.push(...this.#server.say(before, this.known))
  }

  up(): void {
    const args = this.#up.shift()
    if (!args) return
    const { value, calls = [] } = this.#server.hear(args, this.known)
    this.#down.push(...calls)
    if (value !== undefined) this.known = value as string
    else if (args[0] !== noEdits) this.isLost = true
  }

  down(count = this.#down.length): void {
    for (const [method, args] of this.#down.splice(0, count)) {
      if (method === 'set_text') {
        this.#browser.replaced()
        this.shown = args[0] as string
      } else {
        const [from, to, insert, { heard }] = args as unknown as RangeArgs
        this.shown = applyEdits(this.shown, this.#browser.hear([edit(from, to, insert)], heard))
      }
    }
  }

  /** Everything arrives, and the browser says that it has heard it. */
  rest(): void {
    while (this.#up.length > 0) this.up()
    this.down()
    this.tell()
    this.up()
  }

  /** Without edits it is told how much was heard. */
  tell(...edits: TextEdit[]): void {
    this.shown = applyEdits(this.shown, edits)
    const { number, heard } = this.#browser.say(edits)
    this.#up.push([edits.length > 0 ? edits : noEdits, number, heard])
  }
}

const noEdits: Json = []

type RangeArgs = readonly [from: number, to: number, insert: string, { readonly heard: number }]

describe('a browser and the server', () => {
  const step = fc.tuple(
    fc.constantFrom('type', 'change', 'up', 'down', 'all down', 'say so'),
    fc.nat(20),
  )

  const carryOut = (line: Line, [kind, at]: readonly [string, number]): void => {
    if (kind === 'type') line.type(at)
    else if (kind === 'change') line.change(at)
    else if (kind === 'up') line.up()
    else if (kind === 'say so') line.tell()
    else line.down(kind === 'down' ? 1 : undefined)
  }

  test('come to the same text, however late they hear of each other, and lose nothing in secret', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const line = new Line()
        for (const one of steps) carryOut(line, one)
        line.rest()
        expect(line.shown).toBe(line.known)
        expect(line.isLost ? [] : line.missing).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  test('lose nothing that was typed while nothing came down, however much was to come', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.array(step, { maxLength: 60, size: 'max' }),
        (steps, away) => {
          const line = new Line()
          for (const one of steps) {
            carryOut(line, one)
            line.rest()
          }
          for (const one of away.filter(([kind]) => !kind.endsWith('down'))) carryOut(line, one)
          line.rest()
          expect([line.shown, line.isLost, line.missing]).toEqual([line.known, false, []])
        },
      ),
      { numRuns: 3000 },
    )
  })
})

test.each<[string, Json[]]>([
  ['beyond the end', edited(1, 0, edit(3, 5, ''))],
  ['out of order', edited(1, 0, edit(2, 3, ''), edit(0, 1, ''))],
  ['that are none', edited(1, 0, edit(1, 1, ''))],
  ['with offsets that are no whole numbers', edited(1, 0, edit(0.5, 1, ''))],
  ['made on what was never said', edited(1, 7, edit(0, 0, 'a'))],
])('edits %s end the connection', (_what, args) => {
  expect(() => new TextExchange().hear(args, 'abc')).toThrow(ProtocolError)
})
