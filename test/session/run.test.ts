// The text of messages, written while they are said, is what JSON.stringify would have made of them.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/reconciler/host.ts'
import { Run, textOf } from '../../src/session/run.ts'
import { widgetClass, widgetClasses } from '../../src/widgets/catalog.ts'

type Message = Readonly<Record<string, unknown>> & { readonly type: string }

const wid = fc.integer({ min: 1 })
const className = fc.constantFrom(...widgetClasses.keys())
const name = fc.constantFrom('set_text', 'add_widget', 'a_method_of_nobody')
const action = fc.string({ unit: 'binary' })
const args = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 })

const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('create'), wid, class: className, args }),
  fc.record({ type: fc.constant('call'), wid, method: name, args }),
  fc.record({ type: fc.constant('call'), wid, method: name, args, silent: fc.constant(true) }),
  fc.record({ type: fc.constantFrom('listen', 'unlisten'), wid, action }),
  fc.record({ type: fc.constant('open-url'), url: fc.string({ unit: 'binary' }) }),
)

/** Says a message, as the remote host does. */
function say(run: Run, said: Message): void {
  const {
    type,
    wid,
    class: className,
    method,
    action,
    args,
  } = said as never as {
    readonly [Field in 'type' | 'class' | 'method' | 'action']: string
  } & { readonly wid: number; readonly args: readonly never[] }
  if (type === 'create') run.create(wid, widgetClass(className), args)
  else if (type === 'listen') run.listen(wid, action)
  else if (type === 'unlisten') run.unlisten(wid, action)
  else if (type !== 'call') run.say(said)
  else if (said['silent']) run.callSilently(wid, method, textOf(args))
  else run.call(wid, method, textOf(args))
}

function runOf(messages: readonly Message[]): Run {
  const run = new Run(everybody)
  for (const said of messages) say(run, said)
  return run
}

/** Its messages, closed. */
function closed({ pieces }: Run): string {
  return `${pieces.join('')}}]`
}

const read = (run: Run): unknown => JSON.parse(closed(run))

test('a run is the JSON of its messages, the last of them open', () => {
  const some = fc.array(message, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(some, (messages) => {
      expect(closed(runOf(messages))).toBe(JSON.stringify(messages))
    }),
  )
})

test('a run of any length is one text', () => {
  const long = longer(500)
  expect(closed(runOf(long)).length).toBeGreaterThan(100_000)
  expect(read(runOf(long))).toEqual(long)
})

describe('a frame is the JSON of the messages, the last of them with the id', () => {
  const framed = (messages: readonly Message[], id: number): string => {
    const last = messages.at(-1)!
    return JSON.stringify([...messages.slice(0, -1), { ...last, id }])
  }

  test('whatever they say', () => {
    const some = fc.array(message, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, fc.nat(), (messages, id) => {
        expect(runOf(messages).framed(id)).toBe(framed(messages, id))
      }),
    )
  })

  test.each([1, 2, 170, 180, 190, 500, 1000])('when there are %i, longer and longer', (count) => {
    const messages = longer(count)
    expect(runOf(messages).framed(7)).toBe(framed(messages, 7))
  })

  test.each([1_024, 4_096, 16_384])('where a run ends at the end of a piece of %i', (piece) => {
    const [first, empty] = longer(2) as [Message, Message]
    const around = closed(runOf([empty])).length
    for (let length = piece - around - 8; length <= piece - around + 8; length++) {
      const messages = [{ ...empty, args: ['x'.repeat(length)] }]
      expect(runOf(messages).framed(7)).toBe(framed(messages, 7))
      expect(runOf([...messages, first]).framed(8)).toBe(framed([...messages, first], 8))
    }
  })

  test('and may be had again, with another id, and go on', () => {
    const [first, second] = longer(2) as [Message, Message]
    const run = runOf([first])
    expect([run.framed(1), run.framed(2)]).toEqual([framed([first], 1), framed([first], 2)])
    say(run, second)
    expect(run.framed(3)).toBe(framed([first, second], 3))
  })
})

/** So many messages, each longer than the one before. */
function longer(count: number): Message[] {
  return Array.from({ length: count }, (_, at) => ({
    type: 'call',
    wid: at + 1,
    method: 'set_text',
    args: ['x'.repeat(at)],
  }))
}

describe('a widget that is put in', () => {
  test.each<[string, (run: Run) => void, string, readonly unknown[]]>([
    ['last', (run) => run.add(1, 'add_widget', 2, []), 'add_widget', [{ __wid__: 2 }]],
    [
      'last, with its placement',
      (run) => run.add(1, 'set_widget', 2, [0, '"']),
      'set_widget',
      [{ __wid__: 2 }, 0, '"'],
    ],
    [
      'in front of another',
      (run) => run.insertBefore(1, [2, 3], []),
      'insert_before',
      [{ __wid__: 2 }, { __wid__: 3 }],
    ],
    [
      'in front of another, with its placement',
      (run) => run.insertBefore(1, [2, 3], [{ title: '"a"' }, null]),
      'insert_before',
      [{ __wid__: 2 }, { __wid__: 3 }, { title: '"a"' }, null],
    ],
  ])('%s is a reference', (_, place, method, args) => {
    const run = new Run(everybody)
    place(run)
    expect(read(run)).toMatchObject([{ type: 'call', wid: 1, method, args }])
  })
})

test('nothing is written of a message whose arguments are no JSON', () => {
  const run = runOf([{ type: 'listen', wid: 1, action: 'click' }])
  const refused: (() => void)[] = [
    () => run.create(2, widgetClass('Label'), [5n as never]),
    () => run.add(2, 'add_widget', 1, [5n as never]),
    () => run.insertBefore(2, [1, 3], [5n as never]),
  ]
  for (const say of refused) {
    expect(say).toThrow(TypeError)
    expect(read(run)).toEqual([{ type: 'listen', wid: 1, action: 'click' }])
  }
})

test('arguments are what JSON makes of them, also where no serialiser was needed', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ maxLength: 120 }),
  )
  fc.assert(
    fc.property(fc.oneof(args, fc.tuple(text)), (given) => {
      expect(textOf(given as never)).toBe(JSON.stringify(given))
    }),
  )
})
