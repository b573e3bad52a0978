// Random trees turned into random other trees: what the browser shows must always be what the tree
// plainly means, whatever way it came about.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { HBox, Label, signal, TopLevel, VBox } from 'treewire'
import type { Child, Element } from 'treewire'
import { render } from 'treewire/testing'
import type { ModelWidget, Rendered } from 'treewire/testing'
import { build, dialogs, meaning, names, shown, specs } from './specs.tsx'
import type { Spec } from './specs.tsx'

/** What is in the column, #2, and which dialogs there are. */
function picture(screen: Rendered): unknown[] {
  const windows = screen.findAll({ type: 'Dialog' })
  return [screen.find({ wid: 2 }).children.map(shown), sorted(windows.map(shown))]
}

function wanted(step: readonly Spec[]): unknown[] {
  return [step.flatMap((spec) => meaning(spec)), sorted(step.flatMap(dialogs))]
}

function sorted(all: readonly unknown[]): string[] {
  return all.map((one) => JSON.stringify(one)).toSorted()
}

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
        expect(picture(screen)).toEqual(wanted(step))
        screen.reconnect()
        expect(picture(screen)).toEqual(wanted(step))
      }
      expect(screen.errors()).toEqual([])
      screen.unmount()
    }),
    { numRuns: 400 },
  )
}, 30_000)

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
}, 30_000)

function textsIn(widget: ModelWidget): unknown[] {
  if (widget.widgetClass.name === 'Label') return [widget.state.get('text')]
  return widget.children.flatMap(textsIn)
}
