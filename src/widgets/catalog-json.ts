// The whole catalog as plain data, for programs that are not ours: what each class is made with, what it can be
// told and asked, what it reports. Pure.

import type { Json } from '../protocol/messages.ts'
import { bases } from './bases.ts'
import type { Children, Declaration, Event, Method, Option, Params, Reported } from './define.ts'
import { stateName } from './names.ts'
import { namedTypesOf } from './reference-types.ts'
import { WidgetClass } from './widget-class.ts'

type Declarations = Readonly<Record<string, Declaration>>
type Data = { readonly [name: string]: Json }

/** Events of the base that pgwidgets lists with these classes once more. */
const drops = ['drop-start', 'drop-end', 'drag-over', 'drop-progress']
const repeated: ReadonlyMap<string, readonly string[]> = new Map([
  ['Label', drops],
  ['Image', drops],
  ['Canvas', drops.slice(0, 3)],
])

/** @returns `{ types, bases, widgets }`; what pgwidgets does not have says `"ours": true` */
export function catalogJson(declarations: Declarations): Data {
  const entries = Object.entries(declarations)
  const classes = entries.map(([name, declaration]) => new WidgetClass(name, declaration))
  return {
    types: Object.fromEntries(namedTypesOf(classes).map(({ text, meaning }) => [text, meaning!])),
    bases: {
      callback: baseData(null, bases.object),
      widget: baseData('callback', bases.widget, bases.object),
      container: baseData('widget', bases.container, bases.widget),
    },
    widgets: entries.map(([name, declaration]) => classData(name, declaration)),
  }
}

/** What a base has, without what it has from its own base. */
function baseData(parent: string | null, base: Declaration, inherited?: Declaration): Data {
  return {
    extends: parent,
    summary: base.summary,
    methods: methodsData(without(base.methods, inherited?.methods)),
    callbacks: eventsData(without(base.events, inherited?.events)),
  }
}

function classData(name: string, declaration: Declaration): Data {
  const { base, summary, args = [], options = {}, methods = {}, children } = declaration
  return {
    class: name,
    base: base === 'object' ? 'callback' : base,
    summary,
    args: args.map(({ name: arg, type, default: value }) => ({
      name: arg,
      type: type.text,
      ...given('default', value),
    })),
    options: Object.entries(options).map(optionData),
    methods: methodsData(methods),
    callbacks: eventsData({ ...repeatedEvents(name, declaration), ...declaration.events }),
    ...childrenData(children, methods),
    statefulFromUser: statesData(declaration),
    notes: declaration.notes ?? [],
    ...mark(declaration),
  }
}

function optionData([name, option]: [string, Option]): Data {
  const { type, default: value, doc } = option
  return { name, type: type.text, default: value as Json, doc, ...mark(option) }
}

function methodsData(methods: Readonly<Record<string, Method>>): Data[] {
  return Object.entries(methods).map(([name, method]) => ({
    name,
    params: paramsData(method.params),
    returns: method.returns?.text ?? (method.kind === 'factory' ? 'WidgetRef' : null),
    kind: method.kind,
    sets: method.kind === 'setter' ? (method.state ?? stateName(name)) : null,
    gets: method.kind === 'query' && name.startsWith('get_') ? name.slice(4) : null,
    doc: method.doc,
    ...mark(method),
  }))
}

function eventsData(events: Readonly<Record<string, Event>>): Data[] {
  return Object.entries(events).map(([action, event]) => ({
    action,
    args: paramsData(event.params),
    when: event.doc,
    ...mark(event),
  }))
}

function paramsData(params: Params): Data[] {
  return params.map(({ name, type, optional, default: value }) => ({
    name,
    type: type.text,
    optional,
    ...given('default', value),
  }))
}

function childrenData(children: Children | undefined, methods: Declaration['methods'] = {}): Data {
  const others = Object.entries(methods)
    .filter(([name, { kind }]) => kind === 'child' && name !== children?.add)
    .map(([name]) => name)
  return {
    children: takenBy(children, methods),
    childMethod: children?.add ?? null,
    childParams: Object.entries(children?.place ?? {}).map(([name, type]) => ({
      name,
      type: type.text,
      optional: true,
    })),
    otherChildMethods: others,
  }
}

/** Each state once for every event that tells it. */
function statesData({ userState = {} }: Declaration): Data[] {
  return Object.entries(userState).flatMap(([state, actions]) =>
    Object.entries(actions).map(([callback, where]) => ({ state, callback, path: pathOf(where) })),
  )
}

function pathOf(where: Reported): string {
  if (typeof where === 'function') return '(worked out of the arguments)'
  if (where === 'exchange') return '(a change, told in the arguments)'
  return where === 'all' ? 'args' : `args[${where}]`
}

/** Of some containers the browser makes the children: by `add_name`, `add_action`. */
function takenBy(children: Children | undefined, methods: Declaration['methods'] = {}): string {
  const makesThem = Object.values(methods).some(({ compose }) => compose)
  return children && makesThem ? 'factory' : (children?.count ?? 'none')
}

function repeatedEvents(
  name: string,
  { children, methods }: Declaration,
): Readonly<Record<string, Event>> {
  const added = takenBy(children, methods) === 'many' ? ['child-added', 'child-removed'] : []
  const names = [...added, ...(repeated.get(name) ?? [])]
  const inherited: Readonly<Record<string, Event>> = bases.container.events
  return Object.fromEntries(names.map((action) => [action, inherited[action]!]))
}

function without<Value>(
  all: Readonly<Record<string, Value>> = {},
  inherited: Readonly<Record<string, Value>> = {},
): Readonly<Record<string, Value>> {
  const own = Object.entries(all).filter(([name]) => !Object.hasOwn(inherited, name))
  return Object.fromEntries(own)
}

function given(name: string, value: unknown): Data {
  return value === undefined ? {} : { [name]: value as Json }
}

function mark({ ours }: { readonly ours?: true }): Data {
  return ours ? { ours } : {}
}
