// Random applications: trees of widgets that lean on the same few signals, which handlers and the outside change.

import * as fc from 'fast-check'
import {
  Button,
  CheckBox,
  Expander,
  For,
  HBox,
  Label,
  Page,
  ProgressBar,
  Show,
  signal,
  Slider,
  StackWidget,
  TableView,
  TextEntry,
  TextSource,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'
import { changedRows } from '../reconciler/orders.ts'

/** A part of an application, as a plain value. The number says which of the signals it leans on. */
export type Part =
  | { readonly kind: 'box'; readonly parts: readonly Part[] }
  | { readonly kind: 'show'; readonly at: number; readonly parts: readonly Part[] }
  | { readonly kind: 'pages'; readonly at: number; readonly parts: readonly Part[] }
  | { readonly kind: Leaf; readonly at: number }

const leaves = [
  'label',
  'counter',
  'check',
  'slider',
  'entry',
  'upper',
  'short',
  'expander',
  'bar',
  'rows',
  'table',
  'source',
] as const
type Leaf = (typeof leaves)[number]

/** So many signals of each kind. */
const count = 2

export interface Store {
  readonly numbers: readonly Signal<number>[]
  readonly texts: readonly Signal<string>[]
  readonly flags: readonly Signal<boolean>[]
  readonly rows: readonly Signal<readonly number[]>[]
  /** What the handlers of the journal were given, in order. */
  readonly journal: number[]
  readonly latest: Signal<number>
  /** What users write down together; nobody else does, and nothing is taken away. */
  readonly notes: Signal<string>
}

export function newStore(): Store {
  const make = <Value,>(value: (at: number) => Value) =>
    Array.from({ length: count }, (_, at) => signal(value(at)))
  return {
    numbers: make((at) => at),
    texts: make((at) => `text ${at}`),
    flags: make((at) => at === 0),
    rows: make((at) => [1, 2, 3].slice(at)),
    journal: [],
    latest: signal(0),
    notes: signal(''),
  }
}

const at = fc.nat({ max: count - 1 })

export const applications: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.letrec<{ part: Part }>((tie) => {
    const parts = fc.array(tie('part'), { maxLength: 4 })
    return {
      part: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.record({ kind: fc.constantFrom(...leaves), at }) as fc.Arbitrary<Part>,
        fc.record({ kind: fc.constant('box' as const), parts }),
        fc.record({ kind: fc.constant('show' as const), at, parts }),
        fc.record({ kind: fc.constant('pages' as const), at, parts }),
      ),
    }
  }).part,
  { minLength: 1, maxLength: 5 },
)

/** What the outside does: one of the signals gets another value. */
export type Write = readonly [what: 'number' | 'text' | 'flag' | 'rows', at: number, value: number]

export const writes: fc.Arbitrary<Write> = fc.tuple(
  fc.constantFrom('number', 'text', 'flag', 'rows'),
  at,
  fc.nat({ max: 40 }),
)

export function write(store: Store, [what, index, value]: Write): void {
  if (what === 'number') store.numbers[index]!.value = value
  else if (what === 'text') store.texts[index]!.value = `written ${value}`
  else if (what === 'flag') store.flags[index]!.value = value % 2 === 0
  else store.rows[index]!.value = changedRows(store.rows[index]!.value, value)
}

/**
 * The journal and the notes stand in every application: whatever the slider is given is written down once, and what is
 * put into the notes stays there.
 */
export function Application({
  parts,
  store,
}: {
  readonly parts: readonly Part[]
  readonly store: Store
}): Child {
  return (
    <Page>
      <VBox>
        <Slider
          label="journal"
          bind={store.latest}
          min={0}
          max={1e9}
          onActivated={(value) => void store.journal.push(value)}
        />
        <TextSource label="notes" bind={store.notes} />
        {parts.map((part, index) => (
          <Shown key={index} part={part} store={store} />
        ))}
      </VBox>
    </Page>
  )
}

function Shown({ part, store }: { readonly part: Part; readonly store: Store }): Child {
  if (part.kind === 'box') return <HBox>{inner(part.parts, store)}</HBox>
  if (part.kind === 'show') {
    return <Show when={() => store.flags[part.at]!.value}>{inner(part.parts, store)}</Show>
  }
  if (part.kind === 'pages') return <Pages part={part} store={store} />
  return leaf(part.kind, part.at, store)
}

function inner(parts: readonly Part[], store: Store): Child {
  return parts.map((part, index) => <Shown key={index} part={part} store={store} />)
}

function Pages({ part, store }: { readonly part: Part; readonly store: Store }): Child {
  if (part.kind !== 'pages') return null
  const index = store.numbers[part.at]!
  return (
    <StackWidget index={() => index.value % 2} onPageSwitch={(_, to) => (index.value = to)}>
      <VBox>{inner(part.parts, store)}</VBox>
      <VBox>{inner(part.parts, store)}</VBox>
    </StackWidget>
  )
}

function leaf(kind: Leaf, index: number, store: Store): Child {
  const [number, text] = [store.numbers[index]!, store.texts[index]!]
  const [flag, rows] = [store.flags[index]!, store.rows[index]!]
  switch (kind) {
    case 'label':
      return <Label text={() => `${text.value} ${number.value} ${flag.value}`} />
    case 'counter':
      return <Reading of={number} />
    case 'check':
      return <CheckBox bind={flag} text="check" enabled={() => number.value % 5 !== 0} />
    case 'slider':
      return <Slider bind={number} min={0} max={100} />
    case 'entry':
      return <TextEntry bind={text} />
    case 'upper':
      return <TextEntry text={text} onModified={(typed) => (text.value = typed.toUpperCase())} />
    case 'short':
      return <TextEntry text={text} onModified={(typed) => (text.value = typed.slice(0, 6))} />
    case 'expander':
      return (
        <Expander bind={flag} title="more">
          <Label text={text} />
        </Expander>
      )
    case 'bar':
      return <ProgressBar value={() => (number.value % 10) / 10} />
    case 'rows':
      return (
        <For each={rows} by={(row) => row}>
          {(row) => (
            <Button
              onActivated={() => (rows.value = rows.value.filter((one) => one !== row))}
            >{`row ${row}`}</Button>
          )}
        </For>
      )
    case 'table':
      return <Table rows={rows} />
    case 'source':
  }
  return <TextSource bind={text} />
}

/** Renders anew whenever its number changes. */
function Reading({ of }: { readonly of: Signal<number> }): Child {
  return <Button onActivated={() => of.value++}>{`${of.value}`}</Button>
}

function Table({ rows }: { readonly rows: Signal<readonly number[]> }): Child {
  return (
    <TableView
      columns={[{ label: 'Row', key: 'row' }]}
      rowKey="row"
      rows={() => rows.value.map((row) => ({ row, half: row / 2 }))}
    />
  )
}
