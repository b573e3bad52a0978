// What rides in the create, what is a call, and in which order.

import { describe, expect, test } from 'vitest'
import {
  createElement,
  Label,
  ScrollArea,
  signal,
  Slider,
  SpinBox,
  StatusBar,
  TableView,
  TabWidget,
  TopLevel,
} from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'
import { isSameValue } from '../../src/reconciler/props.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import type { StateProp } from '../../src/widgets/class-props.ts'
import * as fc from 'fast-check'
import { valuesOf } from './arbitrary-values.ts'
import { column, mistakes, stateOf, texts } from './column.tsx'

describe('in the create', () => {
  const classes = [...widgetClasses.values()].map((one) => [one.name, one] as const)

  test.each(classes)(
    'of %s rides every value its constructor takes, and no call',
    (name, widgetClass) => {
      const riding = [...widgetClass.props.values()].filter(
        (prop): prop is StateProp =>
          prop.kind === 'state' && (prop.arg !== undefined || prop.option !== undefined),
      )
      for (const prop of riding) {
        const values = valuesOf(prop)
        if (!values) continue
        for (const value of fc.sample(values, { seed: 1, numRuns: 5 })) {
          const screen = render(createElement(name, { [prop.name]: value }))
          const calls = screen.take().filter((line) => line.startsWith('v call'))
          expect(calls.filter((line) => !/ (show|popup)$/.test(line))).toEqual([])
          expect(stateOf(screen.browser.widget(1), prop.name)).toEqual(value)
          screen.unmount()
        }
      }
    },
  )

  test.each(classes)(
    'of %s, and after it, nothing is said that is the default anyhow',
    (name, widgetClass) => {
      for (const prop of widgetClass.props.values()) {
        if (prop.kind !== 'state' || prop.default === undefined || prop.differ) continue
        const screen = render(createElement(name, { [prop.name]: prop.default }))
        const calls = screen.take().filter((line) => line.startsWith('v call'))
        expect([prop.name, calls.filter((line) => !/ (show|popup)$/.test(line))]).toEqual([
          prop.name,
          [],
        ])
        screen.unmount()
      }
    },
  )

  test('an argument that is left out is filled up to the options', () => {
    const screen = column(<Label halign="right" />)
    expect(screen.messages()).toContain('v create #3 Label "" {"halign":"right"}')
  })

  test('undefined is as if it were not given', () => {
    const screen = column(
      <Label text={undefined} tooltip={undefined} halign={signal(undefined) as never} />,
    )
    expect(screen.messages()).toContain('v create #3 Label')
  })
})

describe('limits', () => {
  const high = (isHigh: boolean) =>
    isHigh ? { min: 100, max: 200, value: 150 } : { min: 0, max: 10, value: 5 }

  test.each([
    ['written first', ['min', 'max', 'value']],
    ['written last', ['value', 'max', 'min']],
  ] as const)('%s in a render go out in one call, before the value', async (_, order) => {
    const isHigh = signal(false)
    const Given = () => {
      const given = high(isHigh.value)
      return <Slider {...Object.fromEntries(order.map((name) => [name, given[name]]))} />
    }
    const screen = column(<Given />)
    isHigh.value = true
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_limits 100 200 1', 'v call #3 set_value 150'])
  })

  test.each([
    ['first', ['min', 'max', 'value']],
    ['last', ['value', 'max', 'min']],
  ] as const)('whose signals change %s go out in one call, before the value', async (_, order) => {
    const [min, max, value] = [signal(0), signal(10), signal(5)]
    const sources = { min, max, value }
    const screen = column(<SpinBox min={min} max={max} value={value} />)
    for (const name of order) sources[name].value = high(true)[name]
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_limits 100 200 1', 'v call #3 set_value 150'])
  })

  test('that are wrong are told of and not sent, also with the next one that is right', async () => {
    const { errors, options } = mistakes()
    const max = signal(10)
    const screen = column(<Slider min={'low' as never} max={max} />, options)
    max.value = 20
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_limits 0 20 1'])
    expect(errors).toEqual([
      'App > TopLevel #1 > VBox #2 > Slider #3: Slider needs "min" to be number, got "low"',
    ])
  })

  test('of two kinds: the scroll bars', async () => {
    const policy = signal<'on' | 'off'>('on')
    const screen = column(<ScrollArea hscrollbar={policy} vscrollbar={policy} />)
    policy.value = 'off'
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_scroll_bar_visibility "off" "off"'])
  })

  test('that change beside one that says the same as before', async () => {
    const room = signal(0)
    const screen = column(
      <Slider min={() => Math.floor(room.value / 10)} max={() => room.value + 100} />,
    )
    room.value = 3
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_limits 0 103 1'])
  })

  test('of which a render changes one, and a signal another one', async () => {
    const room = signal(0)
    const max = (): number => room.value + 100
    const Given = () => <Slider min={room.value} max={max} />
    const screen = column(<Given />)
    room.value = 3
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_limits 3 103 1'])
  })

  test('of which one changes and another one is wrong by now, which is told of', async () => {
    const { errors, options } = mistakes()
    const room = signal(0)
    const max = (): number => (room.value > 0 ? ('much' as never) : 50)
    const screen = column(<Slider min={() => room.value} max={max} />, options)
    room.value = 3
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_limits 3 100 1'])
    expect(errors).toEqual([
      'App > TopLevel #1 > VBox #2 > Slider #3: Slider needs "max" to be number, got "much"',
    ])
  })
})

describe('a value that is', () => {
  test('an array or an object of the same content is the same', async () => {
    const tick = signal(0)
    const Same = () => <StatusBar message={['saved', null]} minSize={[tick.value < 2 ? 4 : 0, 5]} />
    const screen = column(<Same />)
    tick.value = 1
    await screen.settled()
    expect(screen.take()).toEqual([])
  })

  test('alone stands for the list whose rest may be left out', async () => {
    const text = signal('a')
    const screen = column(<StatusBar message={text} />)
    text.value = 'b'
    await screen.settled()
    expect(screen.messages()).toContain('v call #3 set_message "a"')
    expect(screen.take()).toEqual(['v call #3 set_message "b"'])
  })

  test('wrong is told of with path, name and value, and the default is shown', async () => {
    const { errors, options } = mistakes()
    const text = signal<unknown>('a')
    const screen = column([<Label text={text as never} />, <Label text="other" />], options)
    text.value = 5
    await screen.settled()
    expect(texts(screen)).toEqual(['', 'other'])
    expect(errors).toEqual([
      'App > TopLevel #1 > VBox #2 > Label #3: Label needs "text" to be string, got 5',
    ])
    text.value = 'b'
    await screen.settled()
    expect(texts(screen)).toEqual(['b', 'other'])
  })

  test('wrong is told of, and the next right one is shown, also for rows', async () => {
    const { errors, options } = mistakes()
    const rows = signal<unknown>(5)
    const screen = column(<TableView columns={['a']} rows={rows as never} />, options)
    rows.value = [['x']]
    await screen.settled()
    expect(stateOf(screen.find({ type: 'TableView' }), 'rows')).toEqual([['x']])
    expect(errors).toHaveLength(1)
  })

  test('wrong or unknown is told of once, not to every new browser again', async () => {
    const { errors, options } = mistakes()
    const wrong = { colour: 'red', text: 5 as never }
    const other = signal<unknown>('x')
    const screen = column([<Label {...wrong} />, <Label text={other as never} />], options)
    expect(errors).toHaveLength(2)
    screen.reconnect()
    expect(errors).toHaveLength(2)
    other.value = 7
    await screen.settled()
    expect(errors).toHaveLength(3)
  })
})

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [0, -0, false],
  [Number.NaN, Number.NaN, true],
  ['1', 1, false],
  [null, undefined, false],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [[], {}, false],
  [{}, [], false],
  [{ a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: 1, b: 1 }, { a: 1 }, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: 1 }, null, false],
  [new Date(1), new Date(1), true],
  [new Date(1), new Date(2), false],
  [new Date(1), {}, false],
  [{}, new Date(1), false],
  [{ at: [new Date(1)] }, { at: [new Date(2)] }, false],
])('%j and %j look the same on the wire: %s', (a, b, isSame) => {
  expect(isSameValue(a, b)).toBe(isSame)
})

test('rows that change cost what has changed', async () => {
  const rows = signal([{ id: 'a', n: 1 }])
  const screen = column(<TableView columns={['n']} rowKey="id" rows={rows} />)
  rows.value = [{ id: 'a', n: 2 }]
  await screen.settled()
  rows.value = [{ id: 'a', n: 2 }]
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 patch_rows {"cells":{"a":{"n":2}}}'])
})

test('a name that no class has is told of, with the one that was meant', () => {
  const { errors, options } = mistakes()
  column(<Label {...{ tooltipp: 'x' }} />, options)
  expect(errors).toEqual([
    'App > TopLevel #1 > VBox #2 > Label #3: There is no prop "tooltipp" on Label. Did you mean "tooltip"?',
  ])
})

test.each(['constructor', '__proto__', 'toString'])(
  'the name %s is as unknown as any other',
  (name) => {
    const { errors, options } = mistakes()
    const props = JSON.parse(`{ "${name}": 1 }`) as object
    const screen = column([createElement('Label', { ...props }), <Label text="other" />], options)
    expect(errors).toEqual([expect.stringContaining(`There is no prop "${name}" on Label`)])
    expect(screen.find('other').wid).toBe(4)
  },
)

test('which tab is shown is said after the tabs that a render brings', async () => {
  const names = signal(['a'])
  const Tabs = (): Child => (
    <TabWidget index={names.value.length - 1}>
      {names.value.map((name) => (
        <Label key={name} tab={name} />
      ))}
    </TabWidget>
  )
  const screen = column(<Tabs />)
  names.value = ['a', 'b']
  await screen.settled()
  expect(screen.take()).toEqual([
    'v create #5 Label',
    'v call #3 add_widget #5 {"title":"b"}',
    'v call #3 set_index 1',
  ])
})

test('which tab is shown is said after the tabs that the same flush brings by themselves', async () => {
  const names = signal(['a'])
  const screen = column(
    <TabWidget index={() => names.value.length - 1}>
      {() => names.value.map((name) => <Label key={name} tab={name} />)}
    </TabWidget>,
  )
  names.value = ['a', 'b']
  await screen.settled()
  expect(screen.take()).toEqual([
    'v create #5 Label',
    'v call #3 add_widget #5 {"title":"b"}',
    'v call #3 set_index 1',
  ])
})

test('a window at the top follows its signals too', async () => {
  const title = signal('one')
  const screen = render(() => <TopLevel title={title} />)
  screen.take()
  title.value = 'two'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #1 set_title "two"'])
})
