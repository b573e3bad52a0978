// What stays of many messages is as good as all of them, and as little as can be.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Session } from 'treewire'
import type { AnyHandle } from 'treewire'
import { decodeServerFrame, encode } from 'treewire/protocol'
import { lineOf, ModelBrowser } from 'treewire/testing'
import type { Json, ServerMessage } from '../../src/protocol/messages.ts'
import { condense } from '../../src/session/condense.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'
import { Recorder } from './recorder.ts'

/** By number, in the tables. 9 is gone. */
const classes = 'Page Label Label Slider ComboBox RadioButton TextSource TableView TabWidget'.split(
  ' ',
)
const classOf = (wid: number) => {
  const name = classes[wid]
  return name === undefined ? undefined : widgetClass(name)
}

const call = (wid: number, method: string, ...args: readonly Json[]): ServerMessage => ({
  type: 'call',
  wid,
  method,
  args,
})
const heard = (count: number): ServerMessage => ({ type: 'heard', count })

function left(messages: readonly ServerMessage[]): ServerMessage[] {
  const stays = condense(messages, classOf)
  return messages.filter((_, at) => stays[at])
}

const text = (wid: number, value: string) => call(wid, 'set_text', value)

describe('what was set and is set again goes:', () => {
  test.each<[string, readonly ServerMessage[], readonly number[]]>([
    ['nothing of nothing', [], []],
    ['all but the last', [text(1, 'a'), text(1, 'b'), text(1, 'c')], [2]],
    [
      'with other states of a free class between',
      [text(1, 'a'), call(1, 'set_bg', 'red'), text(1, 'b')],
      [1, 2],
    ],
    [
      'whatever is said of other widgets between',
      [text(1, 'a'), text(2, 'x'), text(1, 'b')],
      [1, 2],
    ],
    ['silently or not', [{ ...text(1, 'a'), silent: true } as ServerMessage, text(1, 'b')], [1]],
    ['not limits: what they have cut stays so', [limits(0, 5), limits(0, 9)], [0, 1]],
    [
      'not items: with one of them the choice is lost',
      [call(4, 'set_items', []), call(4, 'set_items', ['a'])],
      [0, 1],
    ],
    [
      'not an index: there may be no item for the next',
      [call(4, 'set_index', 1), call(4, 'set_index', 9)],
      [0, 1],
    ],
    [
      'not with another state between, where states lean on each other',
      [value(5), call(3, 'set_decimals', 1), value(9)],
      [0, 1, 2],
    ],
    ['a value, set in a row', [value(5), value(9)], [1]],
    [
      'not where the widget does something between',
      [text(1, 'a'), call(1, 'show'), text(1, 'b')],
      [0, 1, 2],
    ],
    ['not a value that was cut to limits', [value(50), limits(0, 9), value(5)], [0, 1, 2]],
    ['not limits that a value was cut to', [limits(0, 9), value(50), limits(0, 99)], [0, 1, 2]],
    [
      'not the list that an index counted in',
      [call(4, 'set_items', ['a', 'b']), call(4, 'set_index', 1), call(4, 'set_items', ['b'])],
      [0, 1, 2],
    ],
    [
      'not the choice in a group, which releases others',
      [call(5, 'set_state', true), call(5, 'set_state', false)],
      [0, 1],
    ],
    ['but other states of its members', [text(5, 'a'), text(5, 'b')], [1]],
    [
      'not a text that travels as edits',
      [text(6, 'a'), call(6, '_replaceRange', 1, 1, 'b', {}), text(6, 'c')],
      [0, 1, 2],
    ],
    [
      'not rows that changes are told of',
      [call(7, 'set_data', []), call(7, 'set_cell', [0], 'a', 1), call(7, 'set_data', [])],
      [0, 1, 2],
    ],
    [
      'not what counts children, when one comes between',
      [call(8, 'set_index', 1), call(8, 'add_widget', { __wid__: 1 }), call(8, 'set_index', 1)],
      [0, 1, 2],
    ],
    ['nothing of a widget that is gone', [text(9, 'a'), text(9, 'b')], [0, 1]],
  ])('%s', (_, messages, stay) => {
    expect(left(messages)).toEqual(stay.map((at) => messages[at]))
  })

  test('questions, listeners and what is made stay', () => {
    const messages: ServerMessage[] = [
      { type: 'create', wid: 1, class: 'Label', args: [] },
      text(1, 'a'),
      { type: 'listen', wid: 1, action: 'click' },
      { type: 'call', wid: 1, method: 'get_text', args: [], id: 4 },
      text(1, 'b'),
      { type: 'open-url', url: '/' },
    ]
    // The question is about the text of its moment.
    expect(left(messages)).toEqual(messages)
  })

  function limits(min: number, max: number): ServerMessage {
    return call(3, 'set_limits', min, max, 1)
  }

  function value(one: number): ServerMessage {
    return call(3, 'set_value', one)
  }
})

describe('what was heard', () => {
  test('is said once where nothing stands between, the last of it', () => {
    expect(left([heard(1), heard(2), heard(3)])).toEqual([heard(3)])
    expect(left([heard(1), text(1, 'a'), heard(2), text(1, 'b')])).toEqual([heard(2), text(1, 'b')])
  })

  test('stands in front of exactly what was said knowing it', () => {
    const messages = [heard(1), text(1, 'a'), heard(2), text(2, 'b')]
    expect(left(messages)).toEqual(messages)
  })
})

describe('a browser that is told only what stays', () => {
  /** One thing that an application does; the numbers choose among what is there. */
  type Step = readonly [kind: (typeof kinds)[number], a: number, b: number]
  const kinds = [
    'label',
    'box',
    'add',
    'take',
    'text',
    'text',
    'text',
    'tone',
    'bg',
    'end',
  ] as const
  const steps = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(12), fc.nat(12)), {
    maxLength: 60,
  })

  test('shows the same as one that is told all', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const messages = said(all)
        const whole = shownBy(messages)
        const stays = condense(messages, (wid) => whole.widgets.get(wid)?.widgetClass)
        const short = shownBy(messages.filter((_, at) => stays[at]))
        expect(picture(short)).toEqual(picture(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('is told the less the more was said', () => {
    const many: Step[] = Array.from({ length: 500 }, (_, at) => ['text', at, at])
    const messages = said([['label', 0, 0], ['label', 0, 0], ...many])
    const stays = condense(messages, () => widgetClass('Label'))
    expect([messages.length, stays.filter(Boolean).length]).toEqual([502, 4])
  })

  /** What an application says that does all this. */
  function said(all: readonly Step[]): ServerMessage[] {
    const session = new Session({ id: 'test', maxWindowBytes: 1e9 })
    const peer = new Recorder()
    session.attach(peer, { page: 'page' })
    const made: AnyHandle[] = []
    for (const step of all) {
      act(session, made, step)
      session.flush()
    }
    return peer.takeFrames().flatMap(decodeServerFrame)
  }

  function act(session: Session, made: AnyHandle[], [kind, a, b]: Step): void {
    const alive = made.filter(({ isAlive }) => isAlive)
    if (kind === 'label' || kind === 'box') {
      return void made.push(session.create(kind === 'box' ? 'VBox' : 'Label'))
    }
    const boxes = alive.filter(({ className }) => className === 'VBox')
    const labels = alive.filter(({ className }) => className === 'Label')
    const [box, label, one] = [
      boxes[a % boxes.length],
      labels[a % labels.length],
      alive[a % alive.length],
    ]
    const child = labels[b % labels.length]
    if (kind === 'add' && box && child) box.call('add_widget', child)
    if (kind === 'take' && box && child && isIn(box, child)) box.call('remove', child)
    if (kind === 'text') label?.call('set_text', `${b}`)
    if (kind === 'tone') label?.call('set_tone', ['normal', 'danger'][b % 2])
    if (kind === 'bg') one?.call('set_bg', `color ${b}`)
    if (kind === 'end' && b < 3) one?.destroy()
    if (kind === 'add' && box && child) inside.set(child, box)
    if (kind === 'take' && child) inside.delete(child)
  }

  const inside = new WeakMap<AnyHandle, AnyHandle>()

  function isIn(box: AnyHandle, child: AnyHandle): boolean {
    return inside.get(child) === box
  }
})

// A model of what the catalog does not say of a widget: states that are cut to others.
describe('states that lean on others', () => {
  /** A slider whose value is kept within its limits, and a list whose choice counts in it. */
  class Leaning {
    #limits: readonly [number, number] = [0, 10]
    value = 5
    items: readonly string[] = ['a', 'b', 'c']
    text = ''
    /** The members of a group, one of which is on. */
    chosen: number | undefined
    bg = ''

    get shown(): readonly unknown[] {
      return [this.#limits, this.value, this.items, this.text, this.chosen, this.bg]
    }

    obey(message: ServerMessage): void {
      if (message.type !== 'call') return
      const { wid, method, args = [] } = message
      const [first, second] = args
      if (method === 'set_limits') this.#limits = [first as number, second as number]
      if (method === 'set_value') this.value = first as number
      this.value = Math.min(this.#limits[1], Math.max(this.#limits[0], this.value))
      if (method === 'set_items') this.#replaceItems(first as readonly string[])
      if (method === 'set_index') this.text = this.items[first as number] ?? this.text
      if (method === 'set_bg') this.bg = first as string
      if (method === 'set_state') {
        if (first === true) this.chosen = wid
        else if (this.chosen === wid) this.chosen = undefined
      }
    }

    #replaceItems(items: readonly string[]): void {
      this.items = items
      if (!items.includes(this.text)) this.text = ''
    }
  }

  const sets = fc.oneof(
    fc.tuple(fc.nat(9), fc.nat(9)).map(([low, more]) => call(3, 'set_limits', low, low + more, 1)),
    fc.nat(20).map((one) => call(3, 'set_value', one)),
    fc.constantFrom('a', 'b').map((one) => call(3, 'set_bg', one)),
    fc.subarray(['a', 'b', 'c', 'd']).map((some) => call(4, 'set_items', some)),
    fc.nat(4).map((at) => call(4, 'set_index', at)),
    fc.tuple(fc.constantFrom(5, 10), fc.boolean()).map(([wid, on]) => call(wid, 'set_state', on)),
  )
  const radio = widgetClass('RadioButton')

  test('come out the same', () => {
    fc.assert(
      fc.property(fc.array(sets, { maxLength: 30 }), (messages) => {
        const stays = condense(messages, (wid) => (wid === 10 ? radio : classOf(wid)))
        const [whole, short] = [new Leaning(), new Leaning()]
        messages.forEach((message, at) => {
          whole.obey(message)
          if (stays[at]) short.obey(message)
        })
        expect(short.shown).toEqual(whole.shown)
      }),
      { numRuns: 1000 },
    )
  })
})

function shownBy(messages: readonly ServerMessage[]): ModelBrowser {
  const browser = new ModelBrowser()
  if (messages.length > 0) browser.receive(encode(messages))
  return browser
}

/** Every widget with its states and children. */
function picture({ widgets }: ModelBrowser): unknown {
  return [...widgets.values()].map(({ wid, widgetClass: made, state, children, listening }) => ({
    line: lineOf('v', { type: 'create', wid, class: made.name, args: [] }),
    state: Object.fromEntries(state),
    children: children.map((child) => child.wid),
    listening: [...listening],
  }))
}
