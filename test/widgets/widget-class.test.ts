import { expect, test } from 'vitest'
import {
  action,
  combined,
  event,
  option,
  optional,
  param,
  query,
  setter,
  setterOf,
  widget,
} from '../../src/widgets/define.ts'
import { boolean, number, string } from '../../src/widgets/types.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import { precedences } from '../../src/widgets/class-props.ts'
import type { Prop, StateProp } from '../../src/widgets/class-props.ts'
import { argsOf, reportedValue, WidgetClass } from '../../src/widgets/widget-class.ts'

const dial = new WidgetClass(
  'Dial',
  widget({
    summary: 'Made up.',
    base: 'widget',
    args: [optional('text', string, 'off'), optional('face', string, 'round')],
    options: {
      min: option(number, 0, 'Least.'),
      max: option(number, 9, 'Greatest.'),
      value: option(number, 5, 'Value.'),
      track: option(boolean, false, 'Report at once.'),
    },
    methods: {
      set_value: setter([param('num', number)], [5], 'Value.'),
      set_text: setter([param('text', string)], ['off'], 'Text.'),
      set_caption: setterOf('text', [param('text', string)], [''], 'The same.'),
      set_limits: combined([param('a', number), param('b', number)], ['min', 'max'], 'Limits.'),
      set_tracking: setterOf('track', [param('track', boolean)], [false], 'Report at once.'),
      set_hint: setter([param('text', string), optional('seconds', number)], [''], 'Hint.'),
      spin: action([], 'Turns it.'),
      get_value: query([], number, 'Value.'),
    },
    toggles: { lit: { on: 'light', off: 'dim', default: false } },
    events: {
      turned: event([param('by', number), param('value', number)], 'Turned.'),
      'let-go': event([param('value', number)], 'Let go.'),
    },
    userState: {
      value: { turned: 1, 'let-go': 0 },
      text: { turned: ([by]) => `by ${JSON.stringify(by)}` },
    },
    aliases: { onTurn: 'onTurned' },
  }),
)

test('a positional argument is fixed unless a method sets it', () => {
  expect(state('face')).toMatchObject({
    kind: 'state',
    name: 'face',
    accepts: [string],
    arg: 1,
    setter: undefined,
    toggle: undefined,
    isPlain: false,
    isSpread: false,
    isAfterChildren: false,
    reset: [],
    default: 'round',
  })
})

test('an option and its setter are one prop', () => {
  expect(state('value')).toMatchObject({
    option: 'value',
    setter: 'set_value',
    reset: [5],
    default: 5,
  })
  expect(state('track')).toMatchObject({ option: 'track', setter: 'set_tracking' })
  expect(dial.props.has('tracking')).toBe(false)
})

test('of two setters of one state the first is taken', () => {
  expect(state('text')).toMatchObject({
    arg: 0,
    setter: 'set_text',
    reset: ['off'],
    default: 'off',
  })
})

test('a setter of several options is none of its own', () => {
  expect(dial.props.has('limits')).toBe(false)
  expect(state('min')).toMatchObject({ setter: 'set_limits', combines: ['min', 'max'], default: 0 })
  expect(state('max')).toMatchObject({ setter: 'set_limits', combines: ['min', 'max'], default: 9 })
})

test('the limits come before the value that they limit', () => {
  const names = [...dial.props.keys()]
  expect(names.indexOf('max')).toBeLessThan(names.indexOf('value'))
})

test.each([...widgetClasses.values()])(
  'of $name each state has a place of its own, limits first',
  (one) => {
    const states = [...one.props.values()].filter((prop) => prop.kind === 'state')
    const places = states.map(({ precedence }) => precedence)
    expect(new Set(places).size).toBe(states.length)
    // Placements have the last.
    expect(Math.max(...places)).toBeLessThan(precedences - 1)
    const limits = states.filter(({ combines }) => combines).map(({ precedence }) => precedence)
    const others = states.filter(({ combines }) => !combines).map(({ precedence }) => precedence)
    expect(Math.max(-1, ...limits)).toBeLessThan(Math.min(...others))
  },
)

test('a setter of several arguments takes them as a list, or the only one that is needed', () => {
  expect(state('hint')).toMatchObject({ isSpread: true, reset: [''], default: [''] })
  expect(argsOf(state('hint'), ['Saved', 3])).toEqual(['Saved', 3])
  expect(argsOf(state('hint'), 'Saved')).toEqual(['Saved'])
  expect(argsOf(state('value'), 3)).toEqual([3])
})

test('actions and queries are no props', () => {
  expect(dial.methods.has('spin')).toBe(true)
  expect(dial.props.has('spin')).toBe(false)
  expect(dial.props.has('getValue')).toBe(false)
})

test('a toggle is a boolean prop', () => {
  expect(state('lit')).toMatchObject({
    accepts: [boolean],
    default: false,
    toggle: { on: 'light' },
  })
})

test('an event is a prop, and so is its alias', () => {
  expect(dial.prop('onLetGo')).toMatchObject({ kind: 'event', action: 'let-go' })
  expect(dial.prop('onTurn')).toMatchObject({
    kind: 'event',
    name: 'onTurn',
    action: 'turned',
  })
})

test('everything of the base is there', () => {
  expect(state('visible')).toMatchObject({ toggle: { on: 'show', off: 'hide' }, default: true })
  expect(state('size')).toMatchObject({ setter: 'resize', isSpread: true })
  expect(dial.methods.get('set_tooltip')?.kind).toBe('setter')
  expect(dial.events.has('resize')).toBe(true)
})

test('an event reports every state that it tells', () => {
  expect(reported('turned', [2, 7])).toEqual({ value: 7, text: 'by 2' })
  expect(reported('let-go', [8])).toEqual({ value: 8 })
})

test('what is reported is one argument, all of them, or made from them', () => {
  expect(reportedValue(1, ['a', 'b'])).toBe('b')
  expect(reportedValue(3, ['a', 'b'])).toBe(null)
  expect(reportedValue('all', ['a', 'b'])).toEqual(['a', 'b'])
  expect(reportedValue(([first]) => [first ?? null], ['a'])).toEqual(['a'])
})

test.each([
  [{ summary: '', base: 'widget' }, true],
  [{ summary: '', base: 'container', window: 'show' }, false],
  [{ summary: '', base: 'object' }, false],
] as const)('windows and objects stand in no parent (%#)', (declaration, isPlaced) => {
  expect(new WidgetClass('Any', declaration).isPlaced).toBe(isPlaced)
})

function state(name: string): StateProp {
  const prop: Prop | undefined = dial.prop(name)
  if (prop?.kind !== 'state') throw new Error(`${name} is no state`)
  return prop
}

function reported(action: string, args: readonly number[]): Record<string, unknown> {
  const reports = dial.reports.get(action) ?? []
  return Object.fromEntries(reports.map(({ prop, where }) => [prop, reportedValue(where, args)]))
}
