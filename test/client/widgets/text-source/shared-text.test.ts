import { ChangeSet, Text } from '@codemirror/state'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedText } from '../../../../src/client/widgets/text-source/shared-text.ts'
import type { Json } from '../../../../src/protocol/messages.ts'
import type { MethodCall } from '../../../../src/widgets/define.ts'
import type { Telling } from '../../../../src/widgets/edit-exchange.ts'
import { TextExchange } from '../../../../src/widgets/text-exchange.ts'

/** What the user sees, as the widget keeps it. */
class Browser {
  readonly up: Telling[] = []
  #text: Text
  readonly #shared: SharedText

  constructor(text: string) {
    this.#text = Text.of(text.split('\n'))
    this.#shared = new SharedText(this.#text)
  }

  get text(): string {
    return this.#text.toString()
  }

  type(at: number, count: number, insert: string): void {
    const { length } = this.#text
    const from = Math.min(at, length)
    const to = Math.min(from + count, length)
    this.#change(ChangeSet.of({ from, to, insert }, length), false)
  }

  tell(): void {
    if (this.#shared.owesWord) this.up.push(...this.#shared.tell())
  }

  obey([method, args]: MethodCall): void {
    if (method === 'set_text') this.#change(this.#shared.replace(args[0] as string, true), true)
    else if (method === 'tell_again') this.up.push(...this.#shared.again(args[0] as number))
    else {
      const [from, to, insert, { heard }] = args as [number, number, string, { heard: number }]
      this.#change(this.#shared.hear({ from, to, insert }, heard, true), true)
    }
  }

  #change(changes: ChangeSet, isKnown: boolean): void {
    this.#text = changes.apply(this.#text)
    if (!isKnown) this.#shared.changed(changes)
  }
}

/** What the server knows, as the reconciler keeps it. */
class Server {
  text: string
  readonly down: MethodCall[] = []
  readonly #exchange = new TextExchange()

  constructor(text: string) {
    this.text = text
  }

  change(text: string): void {
    this.down.push(...this.#exchange.say(this.text, text))
    this.text = text
  }

  set(text: string): void {
    this.#exchange.replaced()
    this.down.push(['set_text', [text]])
    this.text = text
  }

  hear({ edits, number, heard }: Telling): void {
    const args = [edits, number, heard] as unknown as Json[]
    const { value, calls = [] } = this.#exchange.hear(args, this.text)
    if (typeof value === 'string') this.text = value
    this.down.push(...calls)
  }
}

/** Until nothing is under way. */
function settle(server: Server, browser: Browser): void {
  for (let round = 0; round < 20; round++) {
    browser.tell()
    for (const telling of browser.up.splice(0)) server.hear(telling)
    for (const call of server.down.splice(0)) browser.obey(call)
  }
}

const letters = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 4 })

const step = fc.oneof(
  fc.record({
    does: fc.constant('type' as const),
    at: fc.nat(16),
    count: fc.nat(3),
    insert: letters('a', 'b', '\n'),
  }),
  fc.record({ does: fc.constant('change' as const), text: letters('a', 'X', 'Y', '\n') }),
  fc.record({ does: fc.constant('set' as const), text: letters('a', 'Z') }),
  fc.record({
    does: fc.constantFrom('tell' as const, 'up' as const, 'down' as const, 'lose' as const),
  }),
)

test('a user and a server that write at the same time see the same text in the end, whatever is lost on the way up', () => {
  fc.assert(
    fc.property(letters('a', 'b', '\n'), fc.array(step, { maxLength: 30 }), (text, steps) => {
      const server = new Server(text)
      const browser = new Browser(text)
      for (const one of steps) {
        if (one.does === 'type') browser.type(one.at, one.count, one.insert)
        else if (one.does === 'change') server.change(`${one.text}${server.text.slice(1)}`)
        else if (one.does === 'set') server.set(one.text)
        else if (one.does === 'tell') browser.tell()
        else if (one.does === 'lose') browser.up.shift()
        else if (one.does === 'up')
          for (const telling of browser.up.splice(0, 1)) server.hear(telling)
        else for (const call of server.down.splice(0, 1)) browser.obey(call)
      }
      settle(server, browser)
      // What was lost is missed when the next comes up.
      browser.type(0, 0, '!')
      settle(server, browser)
      expect(browser.text).toBe(server.text)
    }),
    { numRuns: 3000 },
  )
})

test('what was typed and not told stays through a change of the server, and is told as it stands then', () => {
  const browser = new Browser('one two')
  browser.type(7, 0, '!')
  browser.obey(['_replaceRange', [0, 3, 'eleven', { heard: 0 }]])
  expect(browser.text).toBe('eleven two!')
  browser.tell()
  expect(browser.up).toEqual([{ edits: [{ from: 10, to: 10, insert: '!' }], number: 1, heard: 1 }])
})
