// Random trees turned into random other trees: what the browser shows must always be what the tree
// plainly means, whatever way it came about.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { For, HBox, Label, Show, signal, TopLevel, VBox } from 'treewire'
import type { Child, Element } from 'treewire'
import { render } from 'treewire/testing'
import type { ModelWidget } from 'treewire/testing'

type Spec =
  | {
      readonly kind: 'label'
      readonly key?: string
      readonly text: string
      readonly stretch?: number
    }
  | {
      readonly kind: 'box'
      readonly key?: string
      readonly spacing?: number
      readonly of: readonly Spec[]
    }
  | {
      readonly kind: 'group' | 'part' | 'live'
      readonly key?: string
      readonly of: readonly Spec[]
    }
  | { readonly kind: 'list'; readonly key?: string; readonly names: readonly string[] }
  | { readonly kind: 'choice'; readonly key?: string; readonly on: boolean }
  | { readonly kind: 'nothing'; readonly key?: string }

/** A component that shows what it is given. */
function Part({ of }: { readonly of: readonly Spec[] }) {
  return of.map(build)
}

function build(spec: Spec): Child {
  const { key } = spec
  switch (spec.kind) {
    case 'label':
      return <Label key={key} text={spec.text} stretch={spec.stretch} />
    case 'box':
      return (
        <HBox key={key} spacing={spec.spacing}>
          {spec.of.map(build)}
        </HBox>
      )
    case 'group':
      return key === undefined ? <>{spec.of.map(build)}</> : <Part key={key} of={spec.of} />
    case 'part':
      return <Part key={key} of={spec.of} />
    case 'live':
      return () => spec.of.map(build)
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
    default:
      return null
  }
}

/** What a spec plainly means: the lines of its widgets. */
function meaning(spec: Spec): unknown[] {
  switch (spec.kind) {
    case 'label':
      return [['Label', { text: spec.text }, spec.stretch ? [spec.stretch] : [], []]]
    case 'box': {
      const { spacing } = spec
      return [['HBox', spacing ? { spacing } : {}, [], spec.of.flatMap(meaning)]]
    }
    case 'list':
      return spec.names.map((name) => ['Label', { text: name }, [], []])
    case 'choice':
      return (spec.on ? ['on', 'still on'] : ['off']).map((text) => ['Label', { text }, [], []])
    case 'nothing':
      return []
    default:
      return spec.of.flatMap(meaning)
  }
}

function shown(widget: ModelWidget): unknown {
  const states = [...widget.state].filter(([name, value]) => name === 'text' || value !== 0)
  return [
    widget.widgetClass.name,
    Object.fromEntries(states),
    widget.parent?.placements.get(widget) ?? [],
    widget.children.map(shown),
  ]
}

const key = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined })
const text = fc.constantFrom('x', 'y', 'z')
const names = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'))

/** Siblings never share a key: that is the writer's mistake, and warned of elsewhere. */
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

const { specs } = fc.letrec<{ spec: Spec; specs: Spec[] }>((tie) => ({
  spec: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({
      kind: fc.constant('label' as const),
      key,
      text,
      stretch: fc.constantFrom(undefined, 1, 2),
    }),
    fc.record({ kind: fc.constant('nothing' as const) }),
    fc.record({ kind: fc.constant('choice' as const), key, on: fc.boolean() }),
    fc.record({ kind: fc.constant('list' as const), key, names }),
    fc.record({
      kind: fc.constant('box' as const),
      key,
      spacing: fc.constantFrom(undefined, 4),
      of: tie('specs'),
    }),
    fc.record({
      kind: fc.constantFrom('group' as const, 'part' as const, 'live' as const),
      key,
      of: tie('specs'),
    }),
  ) as fc.Arbitrary<Spec>,
  specs: fc.array(tie('spec'), { maxLength: 6 }).map(distinctKeys),
}))

test('whatever a tree becomes, the browser shows what it means, and so does a new browser', () => {
  fc.assert(
    fc.property(fc.array(specs, { minLength: 2, maxLength: 6 }), (history) => {
      const state = signal<readonly Spec[]>(history[0]!)
      const screen = render(() => (
        <TopLevel>
          <VBox>{() => state.value.map(build)}</VBox>
        </TopLevel>
      ))
      for (const step of history) {
        state.value = step
        screen.session.flush()
        const wanted = step.flatMap(meaning)
        expect(screen.find({ wid: 2 }).children.map(shown)).toEqual(wanted)
        screen.reconnect()
        expect(screen.find({ wid: 2 }).children.map(shown)).toEqual(wanted)
      }
      expect(screen.errors()).toEqual([])
      screen.unmount()
    }),
    { numRuns: 400 },
  )
})

test('a component that changes by itself inside a tree that changes too is always right', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(names, names, fc.boolean()), { minLength: 1, maxLength: 8 }),
      (steps) => {
        const outer = signal<readonly string[]>([])
        const inner = signal<readonly string[]>([])
        const isWrapped = signal(false)
        const Inner = ({ of }: { readonly of: string }): Child =>
          inner.value.map((name) => <Label key={name} text={of + name} />)
        const screen = render(() => (
          <TopLevel>
            <VBox>
              <Label text="first" />
              {() => outer.value.map((name): Element => <Inner key={name} of={name} />)}
              {() =>
                isWrapped.value ? (
                  <HBox>
                    <Inner of="w" />
                  </HBox>
                ) : (
                  <Inner of="w" />
                )
              }
              <Label text="last" />
            </VBox>
          </TopLevel>
        ))
        for (const [outers, inners, wrapped] of steps) {
          outer.value = outers
          inner.value = inners
          isWrapped.value = wrapped
          screen.session.flush()
          const labels = (of: string): string[] => inners.map((name) => of + name)
          const texts = screen.find({ wid: 2 }).children.flatMap(textsIn)
          expect(texts).toEqual(['first', ...outers.flatMap(labels), ...labels('w'), 'last'])
        }
      },
    ),
    { numRuns: 300 },
  )
})

function textsIn(widget: ModelWidget): unknown[] {
  if (widget.widgetClass.name === 'Label') return [widget.state.get('text')]
  return widget.children.flatMap(textsIn)
}
