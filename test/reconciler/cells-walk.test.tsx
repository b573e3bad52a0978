// Random trees many parts of which change by themselves, several in one flush, above and below each other.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { batch, signal, TopLevel, VBox } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { build, dialogs, meaning, shown, specs } from './specs.tsx'
import type { Spec } from './specs.tsx'

const cellCount = 5

/** New contents of some cells, by number. */
type Step = readonly (readonly [cell: number, of: readonly Spec[]])[]

const cell = fc.nat(cellCount - 1)

/** Lists in which some of the timers stand for cells, which a walk then puts in. */
const steps: fc.Arbitrary<Step> = fc.array(fc.tuple(cell, specs), { minLength: 1, maxLength: 4 })

class Cells {
  readonly #all = Array.from({ length: cellCount }, () => signal<readonly Spec[]>([]))
  #next = 0

  get top(): { readonly value: readonly Spec[] } {
    return this.#all[0]!
  }

  apply(step: Step): void {
    batch(() => {
      for (const [at, of] of step) this.#all[at]!.value = of.map((spec) => this.#filled(spec, at))
    })
  }

  /** In cell 1 stand cells from 2 on, and so forth: no cell is in itself. */
  #filled(spec: Spec, level: number): Spec {
    if ('of' in spec) return { ...spec, of: spec.of.map((one) => this.#filled(one, level)) }
    const isCell = spec.kind === 'timer' || spec.kind === 'nothing' || spec.kind === 'choice'
    const at = level + 1 + (this.#next++ % 2)
    if (!isCell || at >= cellCount) return spec
    return { kind: 'cell', cell: this.#all[at]!, ...(spec.key !== undefined && { key: spec.key }) }
  }
}

function picture(screen: Rendered): unknown[] {
  const windows = screen.findAll({ type: 'Dialog' })
  return [screen.find({ wid: 2 }).children.map(shown), sorted(windows.map(shown))]
}

function wanted(top: readonly Spec[]): unknown[] {
  return [top.flatMap((spec) => meaning(spec)), sorted(top.flatMap(dialogs))]
}

function sorted(all: readonly unknown[]): string[] {
  return all.map((one) => JSON.stringify(one)).toSorted()
}

test('whatever parts change together, the browser shows what the tree means, and so does a new one', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 2, maxLength: 8 }), (history) => {
      const cells = new Cells()
      const screen = render(() => (
        <TopLevel>
          <VBox>{() => cells.top.value.map(build)}</VBox>
        </TopLevel>
      ))
      for (const step of history) {
        cells.apply(step)
        screen.session.flush()
        expect(picture(screen)).toEqual(wanted(cells.top.value))
        screen.reconnect()
        expect(picture(screen)).toEqual(wanted(cells.top.value))
      }
      expect(screen.errors()).toEqual([])
      screen.unmount()
    }),
    { numRuns: 80 },
  )
}, 30_000)
