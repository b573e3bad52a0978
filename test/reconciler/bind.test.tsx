// `bind`: an input and a signal are one, on every class of the catalog that has something to bind.

import { describe, expect, test } from 'vitest'
import { computed, createElement, Label, signal, TextEntry } from 'treewire'
import type { Signal } from 'treewire'
import type { Json } from '../../src/protocol/messages.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import { column, mistakes, stateOf } from './column.tsx'

interface Sample {
  readonly from: Json
  /** What the user does, and what the signal is then. */
  readonly event: readonly [action: string, args: readonly Json[]]
  readonly to: Json
  /** What the server makes of it, and how that is said. */
  readonly next: Json
  readonly call: string
}

const firstTab = { __wid__: 4 }

const rows: Sample = {
  from: [['a']],
  event: ['selected', [[{ path: ['b'], values: null }]]],
  to: [['b']],
  next: [],
  call: 'set_selected []',
}

const color = {
  from: '#000000',
  to: '#112233',
  next: '#445566',
  call: 'set_color "#445566"',
}

const samples: Readonly<Record<string, Sample>> = {
  TableView: rows,
  TreeView: rows,
  CheckBox: {
    from: false,
    event: ['activated', [true]],
    to: true,
    next: false,
    call: 'set_state false',
  },
  ToggleButton: {
    from: false,
    event: ['activated', [true]],
    to: true,
    next: false,
    call: 'set_state false',
  },
  RadioButton: {
    from: false,
    event: ['activated', [true]],
    to: true,
    next: false,
    call: 'set_state false',
  },
  SpinBox: { from: 1, event: ['activated', [2]], to: 2, next: 3, call: 'set_value 3' },
  Slider: { from: 1, event: ['activated', [2]], to: 2, next: 3, call: 'set_value 3' },
  ComboBox: { from: 'a', event: ['activated', [1, 'b']], to: 'b', next: 'c', call: 'set_text "c"' },
  TextEntry: { from: 'a', event: ['modified', ['b']], to: 'b', next: 'c', call: 'set_text "c"' },
  TextEntrySet: {
    from: 'a',
    event: ['modified', ['b']],
    to: 'b',
    next: 'c',
    call: 'set_text "c"',
  },
  TextArea: { from: 'a', event: ['modified', ['b']], to: 'b', next: 'c', call: 'set_text "c"' },
  Expander: {
    from: true,
    event: ['toggled', [false]],
    to: false,
    next: true,
    call: 'set_collapsed true',
  },
  TabWidget: {
    from: 1,
    event: ['page-switch', [firstTab, 0]],
    to: 0,
    next: 2,
    call: 'set_index 2',
  },
  StackWidget: {
    from: 1,
    event: ['page-switch', [firstTab, 0]],
    to: 0,
    next: 2,
    call: 'set_index 2',
  },
  MDIWidget: {
    from: 1,
    event: ['page-switch', [firstTab]],
    to: 0,
    next: 2,
    call: 'set_index 2',
  },
  ColorWidget: { ...color, event: ['pick', ['#112233']] },
  ColorDialog: { ...color, event: ['activated', ['#112233']] },
  MenuAction: {
    from: false,
    event: ['activated', [true]],
    to: true,
    next: false,
    call: 'set_checked false',
  },
  ToolBarAction: {
    from: false,
    event: ['activated', [true]],
    to: true,
    next: false,
    call: 'set_state false',
  },
  Dial: { from: 1, event: ['activated', [2]], to: 2, next: 3, call: 'set_value 3' },
  ScrollBar: {
    from: 0.1,
    event: ['activated', [0.2]],
    to: 0.2,
    next: 0.3,
    call: 'set_scroll_percent 0.3',
  },
  AbstractScrollArea: {
    from: [0, 0.1],
    event: ['scrolled', [0, 0.2]],
    to: [0, 0.2],
    next: [0.5, 0.3],
    call: 'set_scroll_percent 0.5 0.3',
  },
}

/** Those whose index is bound need children. */
const withPages: ReadonlySet<string> = new Set(['TabWidget', 'StackWidget', 'MDIWidget'])

/** Without TextSource, whose text is told by its changes: see text-source.test.tsx. */
const classes = [...widgetClasses.values()].filter(
  ({ name, declaration }) => declaration.bind && name !== 'TextSource',
)

test('there is a sample of every class that can be bound', () => {
  expect(classes.map(({ name }) => name).toSorted()).toEqual(Object.keys(samples).toSorted())
})

function bound(name: string, value: Signal<Json>, more = {}) {
  const children = withPages.has(name)
    ? [<Label tab="a" />, <Label tab="b" />, <Label tab="c" />]
    : undefined
  return column(createElement(name, { bind: value, ...more, ...(children && { children }) }))
}

describe.each(Object.entries(samples))(
  '%s',
  (name, { from, event: [action, args], to, next, call }) => {
    const { prop, events } = widgetClasses.get(name)!.declaration.bind!

    test('listens to what it must and shows the value of the signal', () => {
      const screen = bound(name, signal(from))
      const widget = screen.find({ type: name })
      expect([...widget.listening].toSorted()).toEqual([...events].toSorted())
      expect(stateOf(widget, prop)).toEqual(from)
    })

    test('writes what the user did, and sends nothing back', async () => {
      const value = signal(from)
      const screen = bound(name, value)
      await screen.fire({ type: name }, action, ...args)
      expect(value.value).toEqual(to)
      expect(screen.take().filter((line) => line.startsWith('v'))).toEqual([])
    })

    test('shows what the server writes by one call, before and after the user', async () => {
      const value = signal(from)
      const screen = bound(name, value)
      value.value = next
      await screen.settled()
      await screen.fire({ type: name }, action, ...args)
      screen.take()
      value.value = next
      await screen.settled()
      expect(screen.take()).toEqual([`v call #3 ${call}`])
    })

    test('runs the handler after the signal was written; its decision is shown', async () => {
      const value = signal(from)
      const seen: Json[] = []
      const handler = widgetClasses.get(name)!.props
      const [onAction] = [...handler].find(
        ([, one]) => one.kind === 'event' && one.action === action,
      )!
      const decide = () => {
        seen.push(value.value)
        value.value = next
      }
      const screen = bound(name, value, { [onAction]: decide })
      await screen.fire({ type: name }, action, ...args)
      expect(seen).toEqual([to])
      expect(screen.take().slice(1)).toEqual([`v call #3 ${call}`])
    })

    test('tells a new browser what the user did', async () => {
      const screen = bound(name, signal(from))
      await screen.fire({ type: name }, action, ...args)
      screen.reconnect()
      // Not every one is still in sight: a ColorDialog hides itself.
      expect(stateOf(screen.browser.widgets.get(3)!, prop)).toEqual(to)
    })
  },
)

test('bind can come, change its signal and go', async () => {
  const a = signal('a')
  const b = signal('b')
  const which = signal<Signal<string> | undefined>(undefined)
  const Field = () => createElement('TextEntry', { bind: which.value })
  const screen = column(<Field />)
  for (const next of [a, b, undefined]) {
    which.value = next
    await screen.settled()
  }
  expect(screen.take()).toEqual([
    'v call #3 set_text "a"',
    'v listen #3 modified',
    'v call #3 set_text "b"',
    'v call #3 set_text ""',
    'v unlisten #3 modified',
  ])
  a.value = 'later'
  b.value = 'later'
  await screen.settled()
  expect(screen.take()).toEqual([])
})

test.each([
  ['a value', 'x', '"x"'],
  ['a signal that cannot be written', computed(() => 'x'), 'a computed signal'],
])('%s cannot be bound: told of once, and the input works without', async (_, given, text) => {
  const { errors, options } = mistakes()
  const screen = column(createElement('TextEntry', { bind: given }), options)
  await screen.fire({ type: 'TextEntry' }, 'modified', 'y')
  expect(errors).toEqual([
    `App > TopLevel #1 > VBox #2 > TextEntry: TextEntry needs "bind" to be a signal that can be written, got ${text}`,
  ])
})

test('who follows a bound signal and throws is told of, and handlers run', async () => {
  const { errors, options } = mistakes()
  const text = signal('')
  const heard: string[] = []
  text.subscribe((now) => {
    if (now === 'x') throw new Error('not x')
  })
  const screen = column(
    <TextEntry bind={text} onModified={(now) => void heard.push(now)} />,
    options,
  )
  await screen.fire({ type: 'TextEntry' }, 'modified', 'x')
  expect([text.value, heard]).toEqual(['x', ['x']])
  expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > TextEntry #3.bind: not x'])
})

test('two inputs with one signal show the same', async () => {
  const volume = signal(5)
  const screen = column([
    createElement('Slider', { bind: volume }),
    createElement('SpinBox', { bind: volume }),
  ])
  await screen.fire({ type: 'Slider' }, 'activated', 7)
  expect(screen.take().slice(1)).toEqual(['v call #4 set_value 7'])
  await screen.fire({ type: 'SpinBox' }, 'activated', 8)
  expect(screen.take().slice(1)).toEqual(['v call #3 set_value 8'])
})
