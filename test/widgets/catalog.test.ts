// The catalog against pgwidgets' names, and against itself. pgwidgets-names.json holds names, the order of
// parameters ("text size?") and the defaults of options; without methods whose answer is a part of the page,
// which cannot cross the wire.

import { expect, test } from 'vitest'
import { bases } from '../../src/widgets/bases.ts'
import { UnknownWidgetError, widgetClass, widgetClasses } from '../../src/widgets/catalog.ts'
import type { Declaration, Params } from '../../src/widgets/define.ts'
import type { StateProp } from '../../src/widgets/class-props.ts'
import { reportedValue, WidgetClass } from '../../src/widgets/widget-class.ts'
import pgwidgets from './pgwidgets-names.json' with { type: 'json' }

type Names = Readonly<Record<string, string>>

interface TheirClass {
  readonly base: string
  readonly args: string
  readonly options: Readonly<Record<string, unknown>>
  readonly methods: Names
  readonly events: Names
}

/** Classes of which this release has a part: nothing beyond theirs, but not all of it. */
const partial: ReadonlySet<string> = new Set([])

/** Classes that are not declared yet. */
const missing: ReadonlySet<string> = new Set([])

const theirs = new Map<string, TheirClass>(Object.entries(pgwidgets.widgets))
const classes = [...widgetClasses.values()]
const shared = classes.filter(({ declaration }) => !declaration.ours)
const baseClasses = Object.entries(bases).map(([name, base]) => new WidgetClass(name, base))
const all = [...baseClasses, ...classes]

test('every class that both sides have is here', () => {
  const wanted = [...theirs.keys()].filter((name) => !missing.has(name))
  expect(shared.map(({ name }) => name).toSorted()).toEqual(wanted.toSorted())
})

test.each(shared.map((ours) => [ours.name, ours] as const))(
  '%s has the constructor that pgwidgets has',
  (name, { declaration }) => {
    const { base, args, options } = theirs.get(name)!
    expect(declaration.base).toBe(base)
    expect((declaration.args ?? []).map((arg) => arg.name).join(' ')).toBe(args)
    const ours = withoutOurs(declaration.options, (option) => option.default)
    expect(ours).toEqual(wanted(name, options, ours))
  },
)

test.each(shared.map((ours) => [ours.name, ours] as const))(
  '%s has the methods that pgwidgets has, with their parameters in order',
  (name, { declaration }) => {
    const ours = withoutOurs(declaration.methods, paramNames)
    expect(ours).toEqual(wanted(name, theirs.get(name)!.methods, ours))
  },
)

test.each(shared.map((ours) => [ours.name, ours] as const))(
  '%s has the events that pgwidgets has, with their arguments in order',
  (name, { declaration, events }) => {
    const listed = theirs.get(name)!.events
    const inherited = Object.keys(bases[declaration.base].events)
    const repeated = inherited.filter((action) => Object.hasOwn(listed, action))
    const actions = [...Object.keys(declaration.events ?? {}), ...repeated]
    const found = Object.fromEntries(actions.map((action) => [action, events.get(action)!]))
    const ours = withoutOurs(found, paramNames)
    expect(ours).toEqual(wanted(name, listed, ours))
  },
)

test.each(Object.entries(pgwidgets.bases))('every %s has what pgwidgets has', (name, base) => {
  const inherited: Names = name === 'container' ? pgwidgets.bases.widget.methods : {}
  const moreEvents: Names = name === 'container' ? pgwidgets.bases.widget.events : {}
  const { methods, events } = bases[name as keyof typeof bases]
  expect(withoutOurs(methods, paramNames)).toEqual({ ...inherited, ...base.methods })
  expect(withoutOurs(events, paramNames)).toEqual({ ...moreEvents, ...base.events })
})

test.each(all.map((each) => [each.name, each] as const))(
  'every setter of %s can bring its default back',
  (_name, { methods }) => {
    const refused = [...methods]
      .filter(([, { kind, combines }]) => kind === 'setter' && !combines)
      .filter(([, { params, reset }]) => !acceptsArgs(params, reset))
    expect(refused.map(([name]) => name)).toEqual([])
  },
)

test.each(classes.map((each) => [each.name, each] as const))(
  'every option and argument of %s accepts its default',
  (_name, { declaration }) => {
    const declared = [...Object.entries(declaration.options ?? {}), ...argEntries(declaration)]
    const refused = declared.filter(([, { type, default: value }]) => !type.accepts(value))
    expect(refused.map(([name]) => name)).toEqual([])
  },
)

test('taking a prop away gives what a widget made without it has', () => {
  const differing = classes.flatMap((widget) =>
    statesOf(widget.props)
      .filter((prop) => isStarted(prop) && prop.setter && !prop.combines && !prop.isSpread)
      .filter((prop) => JSON.stringify(prop.reset) !== JSON.stringify([prop.default]))
      .map((prop) => `${widget.name}.${prop.name}`),
  )
  expect(differing).toEqual([])
})

test.each(classes.map((each) => [each.name, each] as const))(
  'what %s reports, binds and shows as text are props and events that it has',
  (_name, widget) => {
    const { events, reports, text, declaration } = widget
    const { bind, userState, aliases } = declaration
    const states = [...Object.keys(userState ?? {}), bind?.prop ?? [], text ?? []].flat()
    const actions = [...reports.keys(), ...(bind?.events ?? [])]
    expect(states.filter((name) => widget.prop(name)?.kind !== 'state')).toEqual([])
    expect(actions.filter((action) => !events.has(action))).toEqual([])
    expect(
      Object.values(aliases ?? {}).filter((name) => widget.prop(name)?.kind !== 'event'),
    ).toEqual([])
  },
)

test.each(classes.map((each) => [each.name, each] as const))(
  'whatever is bound in %s is reported by the events that bind listens to',
  (_name, { declaration }) => {
    const { bind, userState } = declaration
    const unreported = (bind?.events ?? []).filter(
      (action) => !Object.hasOwn(userState?.[bind!.prop] ?? {}, action),
    )
    expect(unreported).toEqual([])
  },
)

test.each(classes.map((each) => [each.name, each] as const))(
  'a setter of %s that combines options names those that it has, each with a parameter',
  (_name, { methods, declaration }) => {
    const combining = [...methods.values()].filter(({ combines }) => combines)
    const unknown = combining
      .flatMap(({ combines }) => combines!)
      .filter((name) => !Object.hasOwn(declaration.options ?? {}, name))
    expect(unknown).toEqual([])
    expect(combining.filter(({ combines, params }) => combines!.length !== params.length)).toEqual(
      [],
    )
  },
)

test('what a child says of its place is the name of no other prop', () => {
  const places = new Set(classes.flatMap(({ children }) => Object.keys(children?.place ?? {})))
  const taken = classes.flatMap(({ props }) => [...props.keys()]).filter((name) => places.has(name))
  expect([...places].toSorted()).toEqual(['column', 'row', 'stretch', 'tab', 'x', 'y'])
  expect(taken).toEqual([])
})

test.each(classes.map((each) => [each.name, each] as const))(
  'children and toggles of %s go by methods that it has',
  (_name, { children, methods, declaration, props }) => {
    const toggles = statesOf(props).flatMap(({ toggle }) => (toggle ? [toggle.on, toggle.off] : []))
    const actions = [...toggles, declaration.window ?? []].flat()
    expect(actions.filter((name) => methods.get(name)?.kind !== 'action')).toEqual([])
    const takesChildren = declaration.base === 'container' || children !== undefined
    expect(methods.get(children?.add ?? '')?.kind).toBe(takesChildren ? 'child' : undefined)
  },
)

test.each([
  ['VBox', { stretch: 2 }, [2]],
  ['VBox', { stretch: 0 }, []],
  ['HBox', {}, []],
  ['Dialog', { stretch: 1 }, [1]],
  ['GridBox', { row: 1, column: 2 }, [1, 2]],
  ['GridBox', {}, [0, 0]],
  ['TabWidget', { tab: 'Files' }, [{ title: 'Files' }]],
  ['TabWidget', {}, []],
  ['StackWidget', { tab: 'Files' }, [{ title: 'Files' }]],
  ['FixedLayout', { x: 10, y: 20 }, [10, 20]],
  ['FixedLayout', {}, [0, 0]],
  ['MDIWidget', { tab: 'Files' }, [{ title: 'Files' }]],
  ['MDIWidget', { x: 10, y: 20 }, [{ x: 10, y: 20 }]],
  ['MDIWidget', { x: 10 }, []],
  ['MDISubWindow', {}, []],
  ['Splitter', {}, []],
  ['Frame', {}, []],
])('a child of %s placed by %j is added with %j', (name, place, args) => {
  expect(widgetClass(name).children?.placeArgs(place)).toEqual(args)
})

test('the size that a user gives a window is reported, that of other widgets is not', () => {
  const reported = widgetClass('TopLevel')
    .reports.get('resize')
    ?.map(({ prop, where }) => [prop, reportedValue(where, [{ width: 3, height: 4 }])])
  expect(reported).toEqual([['size', [3, 4]]])
  expect(widgetClass('Label').reports.get('resize')).toBeUndefined()
})

test.each(['Buton', 'constructor', '__proto__', ''])('there is no class %j', (name) => {
  expect(() => widgetClass(name)).toThrow(UnknownWidgetError)
  expect(widgetClasses.get(name)).toBeUndefined()
})

test('an unknown class is answered with the nearest', () => {
  expect(() => widgetClass('Buton')).toThrow(
    'There is no widget class "Buton". Did you mean "Button"? Known: ',
  )
})

/** What we should have of theirs: everything, or what we have of a class that is not all here yet. */
function wanted<Value>(
  className: string,
  theirs: Readonly<Record<string, Value>>,
  ours: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> {
  if (!partial.has(className)) return theirs
  return Object.fromEntries(Object.entries(theirs).filter(([name]) => Object.hasOwn(ours, name)))
}

function withoutOurs<Declared extends { readonly ours?: true }, Value>(
  declared: Readonly<Record<string, Declared>> | undefined,
  valueOf: (one: Declared) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(declared ?? {})
      .filter(([, one]) => !one.ours)
      .map(([name, one]) => [name, valueOf(one)]),
  )
}

function paramNames({ params }: { readonly params: Params }): string {
  return params.map(({ name, optional }) => (optional ? `${name}?` : name)).join(' ')
}

function argEntries({ args }: Declaration): [string, Params[number]][] {
  return (args ?? []).map((arg) => [arg.name, arg])
}

/** Whether none is missing, too many, or of the wrong type. */
function acceptsArgs(params: Params, args: readonly unknown[] | undefined): boolean {
  const needed = params.filter(({ optional }) => !optional).length
  if (args === undefined || args.length < needed) return false
  return args.every((value, at) => params[at]?.type.accepts(value))
}

function statesOf(props: WidgetClass['props']): StateProp[] {
  return [...props.values()].filter((prop) => prop.kind === 'state')
}

function isStarted({ arg, option }: StateProp): boolean {
  return arg !== undefined || option !== undefined
}
