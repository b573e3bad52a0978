// Random descriptions of trees: how each is built, and what it plainly means.

import * as fc from 'fast-check'
import { Dialog, For, HBox, Label, Show, Splitter, Suspense, Timer } from 'treewire'
import type { Child } from 'treewire'
import type { ModelWidget } from 'treewire/testing'

interface LabelSpec {
  readonly kind: 'label'
  readonly key?: string
  readonly text: string
  readonly stretch?: number
  /** Whether its text is a function. */
  readonly isLive: boolean
}

/** Widgets and others with children. A splitter is made anew when it is turned. */
interface Parent {
  readonly kind:
    | 'box'
    | 'high splitter'
    | 'wide splitter'
    | 'dialog'
    | 'group'
    | 'part'
    | 'live'
    | 'suspense'
  readonly key?: string
  readonly of: readonly Spec[]
}

/** A component that follows a signal by itself. */
interface CellSpec {
  readonly kind: 'cell'
  readonly key?: string
  readonly cell: { readonly value: readonly Spec[] }
}

export type Spec =
  | LabelSpec
  | Parent
  | CellSpec
  | { readonly kind: 'list'; readonly key?: string; readonly names: readonly string[] }
  | { readonly kind: 'choice'; readonly key?: string; readonly on: boolean }
  | { readonly kind: 'timer' | 'nothing'; readonly key?: string }

/** A component that shows what it is given. */
function Part({ of }: { readonly of: readonly Spec[] }) {
  return of.map(build)
}

function Cell({ cell }: Pick<CellSpec, 'cell'>) {
  return cell.value.map(build)
}

export function build(spec: Spec): Child {
  const { key } = spec
  switch (spec.kind) {
    case 'label': {
      const { text, isLive, stretch } = spec
      return <Label key={key} text={isLive ? () => text : text} stretch={stretch} />
    }
    case 'list':
      return (
        <For key={key} each={spec.names}>
          {(name) => <Label text={name} />}
        </For>
      )
    case 'choice':
      return (
        <Show key={key} when={() => spec.on} fallback={<Label text="off" />}>
          <Label text="on" />
          <Label text="still on" />
        </Show>
      )
    case 'cell':
      return <Cell key={key} cell={spec.cell} />
    case 'timer':
      return <Timer key={key} duration={1} />
    case 'nothing':
      return null
    default:
      return buildParent(spec)
  }
}

function buildParent({ kind, key, of }: Parent): Child {
  const children = of.map(build)
  switch (kind) {
    case 'box':
      return <HBox key={key}>{children}</HBox>
    case 'high splitter':
    case 'wide splitter':
      return (
        <Splitter key={key} orientation={kind === 'high splitter' ? 'vertical' : 'horizontal'}>
          {children}
        </Splitter>
      )
    case 'dialog':
      return <Dialog key={key}>{children}</Dialog>
    case 'suspense':
      return <Suspense key={key}>{children}</Suspense>
    case 'group':
      return key === undefined ? <>{children}</> : <Part key={key} of={of} />
    case 'part':
      return <Part key={key} of={of} />
    default:
      return () => of.map(build)
  }
}

/** What a spec plainly means: class, states, placement and children of each of its widgets. */
export function meaning(spec: Spec, isInBox = true): unknown[] {
  switch (spec.kind) {
    case 'label':
      return [label(spec.text, spec.stretch !== undefined && isInBox ? [spec.stretch] : [])]
    case 'list':
      return spec.names.map((name) => label(name))
    case 'choice':
      return (spec.on ? ['on', 'still on'] : ['off']).map((text) => label(text))
    case 'box':
      return [['HBox', {}, [], spec.of.flatMap((one) => meaning(one))]]
    case 'high splitter':
    case 'wide splitter': {
      const states = spec.kind === 'high splitter' ? { orientation: 'vertical' } : {}
      return [['Splitter', states, [], spec.of.flatMap((one) => meaning(one, false))]]
    }
    case 'cell':
      return spec.cell.value.flatMap((one) => meaning(one, isInBox))
    case 'dialog':
    case 'timer':
    case 'nothing':
      return []
    default:
      return spec.of.flatMap((one) => meaning(one, isInBox))
  }
}

function label(text: string, placement: readonly number[] = []): unknown {
  return ['Label', { text }, placement, []]
}

/** What the dialogs in a spec mean, in no order. */
export function dialogs(spec: Spec): unknown[] {
  if (spec.kind === 'cell') return spec.cell.value.flatMap(dialogs)
  if (!('of' in spec)) return []
  const within = spec.of.flatMap(dialogs)
  return spec.kind === 'dialog'
    ? [['Dialog', {}, [], spec.of.flatMap((one) => meaning(one))], ...within]
    : within
}

/** The same of a widget in the browser. States that are the default are left out. */
export function shown(widget: ModelWidget): unknown {
  const { state, widgetClass, parent, children } = widget
  const states = [...state].filter(([name, value]) => {
    const prop = widgetClass.prop(name)
    return (
      name === 'text' || (name !== 'visible' && prop?.kind === 'state' && prop.default !== value)
    )
  })
  const placement = parent?.placements.get(widget) ?? []
  return [widgetClass.name, Object.fromEntries(states), placement, children.map(shown)]
}

const key = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined })

export const names = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'))

/** Siblings never share a key: that is the writer's mistake. */
function distinctKeys(specs: readonly Spec[]): Spec[] {
  const seen = new Set<string>()
  return specs.map((spec) => {
    if (spec.key === undefined || !seen.has(spec.key)) {
      if (spec.key !== undefined) seen.add(spec.key)
      return spec
    }
    const { key: _, ...rest } = spec
    return rest
  })
}

const leaves = [
  fc.record({
    kind: fc.constant('label' as const),
    key,
    text: fc.constantFrom('x', 'y', 'z'),
    stretch: fc.constantFrom(undefined, 1, 2),
    isLive: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('nothing' as const, 'timer' as const), key }),
  fc.record({ kind: fc.constant('choice' as const), key, on: fc.boolean() }),
  fc.record({ kind: fc.constant('list' as const), key, names }),
]

const parents = [
  'box',
  'high splitter',
  'wide splitter',
  'dialog',
  'group',
  'part',
  'live',
  'suspense',
] as const

export const { specs } = fc.letrec<{ spec: Spec; specs: Spec[] }>((tie) => ({
  spec: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    ...leaves,
    fc.record({ kind: fc.constantFrom('box' as const, 'part' as const), key, of: tie('specs') }),
    fc.record({ kind: fc.constantFrom(...parents), key, of: tie('specs') }),
  ) as fc.Arbitrary<Spec>,
  specs: fc.array(tie('spec'), { maxLength: 6 }).map(distinctKeys),
}))
