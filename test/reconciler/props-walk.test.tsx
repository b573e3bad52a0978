// Random props of every class of the catalog come, change, follow signals and go: what the browser shows is
// always what was given, or the default.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batch, createElement, signal } from 'treewire'
import type { Child } from 'treewire'
import type { ModelWidget } from 'treewire/testing'
import type { Json } from '../../src/protocol/messages.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import type { StateProp } from '../../src/widgets/class-props.ts'
import type { WidgetClass } from '../../src/widgets/widget-class.ts'
import { valuesOf } from './arbitrary-values.ts'
import { column, stateOf } from './column.tsx'

/** How a prop is given in one step. */
type Way = 'absent' | 'undefined' | 'plain' | 'signal' | 'function'

type Given = Readonly<Record<string, { readonly way: Way; readonly value: Json }>>

const ways = fc.constantFrom<Way>(
  'absent',
  'undefined',
  'plain',
  'plain',
  'signal',
  'signal',
  'function',
)

function statesOf(widgetClass: WidgetClass): [StateProp, fc.Arbitrary<Json>][] {
  return [...widgetClass.props.values()].flatMap((prop): [StateProp, fc.Arbitrary<Json>][] => {
    // A differ or an exchange turns one value into another by calls of its own, which have tests of their own.
    if (prop.kind !== 'state' || prop.differ || prop.exchange) return []
    const values = valuesOf(prop)
    return values ? [[prop, values]] : []
  })
}

/** A few props, each given or not in every step; the others never. */
function histories(states: readonly [StateProp, fc.Arbitrary<Json>][]): fc.Arbitrary<Given[]> {
  return fc
    .subarray([...states], {
      minLength: 1,
      maxLength: Math.min(5, states.length),
    })
    .chain((few) => {
      const step = fc.record(
        Object.fromEntries(few.map(([{ name }, value]) => [name, fc.record({ way: ways, value })])),
      )
      return fc.array(step, { minLength: 2, maxLength: 6 })
    })
}

/** What a step plainly means. A prop that cannot be brought back to its default counts only while it is given. */
function meaning(given: Given, states: readonly [StateProp, unknown][]): Map<string, Json> {
  const all = new Map<string, Json>()
  for (const [prop] of states) {
    const { name } = prop
    const fallback = isRestored(prop) ? prop.default : undefined
    const now = given[name]
    const isGiven = now && now.way !== 'absent' && now.way !== 'undefined'
    const value = isGiven ? now.value : fallback
    if (value !== undefined) all.set(name, value)
  }
  return all
}

/** Whether the arguments that undo a setter say the default; without setter it is made anew. */
function isRestored({ setter, combines, isSpread, reset, default: fallback }: StateProp): boolean {
  if (!setter || combines) return true
  return JSON.stringify(isSpread ? reset : reset[0]) === JSON.stringify(fallback)
}

function shown(widget: ModelWidget, wanted: ReadonlyMap<string, Json>): Map<string, unknown> {
  const isWindow = widget.widgetClass.declaration.window !== undefined
  return new Map(
    [...wanted.keys()].map((name) => [
      name,
      isWindow && name === 'visible' ? widget.isShown : stateOf(widget, name),
    ]),
  )
}

/** Walks through the steps with one widget; gives what was shown after each. */
function walk(
  className: string,
  history: readonly Given[],
  check: (widget: ModelWidget, given: Given, lines: string[]) => void,
): void {
  const step = signal<Given>({})
  const sources = new Map(
    history.flatMap((given) => Object.keys(given)).map((name) => [name, signal<Json>(null)]),
  )
  const give = (given: Given): void =>
    batch(() => {
      for (const [name, { value }] of Object.entries(given)) sources.get(name)!.value = value
      step.value = given
    })
  const Given = (): Child => createElement(className, propsOf(step.value))
  const propsOf = (given: Given): Record<string, unknown> => {
    const props: Record<string, unknown> = {}
    for (const [name, { way, value }] of Object.entries(given)) {
      const source = sources.get(name)!
      if (way === 'absent') continue
      if (way === 'undefined') props[name] = undefined
      else if (way === 'plain') props[name] = value
      else props[name] = way === 'signal' ? source : () => source.value
    }
    return props
  }
  give(history[0]!)
  const screen = column(<Given />)
  const widget = (): ModelWidget =>
    [...screen.browser.widgets.values()].findLast((one) => one.widgetClass.name === className)!
  for (const given of history) {
    give(given)
    screen.session.flush()
    check(widget(), given, screen.take())
    screen.reconnect()
    check(widget(), given, screen.take().slice(0, 0))
  }
  expect(screen.errors()).toEqual([])
  screen.unmount()
}

describe.each([...widgetClasses.values()].map((one) => [one.name, one] as const))(
  '%s',
  (name, widgetClass) => {
    const states = statesOf(widgetClass)

    test('shows what was given, or the default, whatever came before', () => {
      expect(states.length).toBeGreaterThan(0)
      fc.assert(
        fc.property(histories(states), (history) => {
          const seen: Map<string, unknown>[] = []
          const meant: Map<string, Json>[] = []
          const needless: string[] = []
          walk(name, history, (widget, given, lines) => {
            const before = meant.at(-1)
            const wanted = meaning(given, states)
            seen.push(shown(widget, wanted))
            meant.push(wanted)
            if (before && isSame(before, wanted)) needless.push(...lines)
          })
          expect(seen).toEqual(meant)
          expect(needless).toEqual([])
        }),
        { numRuns: 60 },
      )
    }, 30_000)
  },
)

function isSame(a: ReadonlyMap<string, Json>, b: ReadonlyMap<string, Json>): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b])
}
