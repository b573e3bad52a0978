// The catalog as JSON says of every class what pgwidgets-names.json says, and what is ours besides.

import { expect, test } from 'vitest'
import { bases } from '../../src/widgets/bases.ts'
import { catalog } from '../../src/widgets/catalog.ts'
import { catalogJson } from '../../src/widgets/catalog-json.ts'
import pgwidgets from './pgwidgets-names.json' with { type: 'json' }

interface Listed {
  readonly name?: string
  readonly action?: string
  readonly optional?: boolean
  readonly ours?: true
  readonly default?: unknown
  readonly params?: readonly Listed[]
  readonly args?: readonly Listed[]
}

interface ListedClass {
  readonly class: string
  readonly base: string
  readonly ours?: true
  readonly children: string
  readonly childMethod: string | null
  readonly args: readonly Listed[]
  readonly options: readonly Listed[]
  readonly methods: readonly Listed[]
  readonly callbacks: readonly Listed[]
}

type TheirClass = (typeof pgwidgets.widgets)['VBox']

const told = JSON.parse(JSON.stringify(catalogJson(catalog))) as {
  readonly types: Readonly<Record<string, string>>
  readonly bases: Readonly<Record<string, Pick<ListedClass, 'methods' | 'callbacks'>>>
  readonly widgets: readonly ListedClass[]
}
const theirs = new Map<string, TheirClass>(Object.entries(pgwidgets.widgets as never))
const shared = told.widgets.filter((each) => !each.ours)

test('every class is told once', () => {
  expect(told.widgets.map((each) => each.class)).toEqual(Object.keys(catalog))
})

test.each(shared.map((each) => [each.class, each] as const))(
  '%s is told as pgwidgets has it, but for what is ours',
  (name, { base, args, options, methods, callbacks }) => {
    const wanted = theirs.get(name)!
    expect(base).toBe(wanted.base === 'object' ? 'callback' : wanted.base)
    expect(args.map((arg) => arg.name).join(' ')).toBe(wanted.args)
    expect(Object.fromEntries(pairs(options, (one) => one.default))).toEqual(wanted.options)
    expect(Object.fromEntries(pairs(methods, paramNames))).toEqual(wanted.methods)
    expect(Object.fromEntries(pairs(callbacks, paramNames))).toEqual(wanted.events)
  },
)

test.each(Object.entries(pgwidgets.bases))(
  'the base %s is told as pgwidgets has it',
  (name, base) => {
    const { methods, callbacks } = told.bases[name === 'object' ? 'callback' : name]!
    const inherited: readonly string[] = name === 'widget' ? Object.keys(bases.object.methods) : []
    const own = Object.entries(base.methods).filter(([method]) => !inherited.includes(method))
    expect(Object.fromEntries(pairs(methods, paramNames))).toEqual(Object.fromEntries(own))
    expect(Object.fromEntries(pairs(callbacks, paramNames))).toEqual(base.events)
  },
)

test('additions are marked as ours', () => {
  const chart = told.widgets.find((each) => each.class === 'Chart')
  const label = told.bases['widget']?.methods.find(({ name }) => name === 'set_label')
  expect([chart?.ours, label?.ours]).toEqual([true, true])
})

test('each kind of value is told: types by name, defaults, kinds of methods, what children need', () => {
  const tab = told.widgets.find((each) => each.class === 'TabWidget')!
  expect(tab).toMatchObject({ children: 'many', childMethod: 'add_widget' })
  expect(tab.methods).toContainEqual({
    name: 'set_index',
    params: [{ name: 'index', type: 'number', optional: false }],
    returns: null,
    kind: 'setter',
    sets: 'index',
    gets: null,
    doc: catalog.TabWidget.methods.set_index.doc,
  })
  expect(told.types['TabOptions']).toBe('{ title?: string }')
})

function pairs<Value>(
  listed: readonly Listed[],
  valueOf: (one: Listed) => Value,
): [string, Value][] {
  return listed
    .filter(({ ours }) => !ours)
    .map((one) => [one.name ?? one.action ?? '', valueOf(one)])
}

function paramNames({ params, args }: Listed): string {
  const listed = params ?? args ?? []
  return listed.map(({ name, optional }) => (optional ? `${name}?` : name)).join(' ')
}
