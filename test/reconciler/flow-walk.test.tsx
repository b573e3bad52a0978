// Random programs of all that chooses, repeats, waits and fails, whatever is written, answered and tried again between
// the slices of a flush: in the end they show what they would if they began now, and nothing of them is left.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Page, VBox } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { failure, Program, programs, Store } from './flow-program.tsx'
import type { Part } from './flow-program.tsx'
import { changedRows } from './orders.ts'

type Step = readonly [kind: (typeof kinds)[number], at: number, value: number]

const kinds = [
  'number',
  'flag',
  'fail',
  'rows',
  'answer',
  'reset',
  'slice',
  'rest',
  'open',
] as const

const steps: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...kinds),
  fc.nat({ max: 1 }),
  fc.nat({ max: 30 }),
)

/** Slices of so many jobs, which go on when they are told to. */
class Slices {
  readonly time: number
  readonly paused: (() => void)[] = []
  #looks = 0

  constructor(time: number) {
    this.time = time
  }

  now(): number {
    return this.#looks++
  }

  pause(next: () => void): void {
    this.paused.push(next)
  }

  goOn(): void {
    for (const next of this.paused.splice(0)) next()
  }
}

class Walk {
  readonly store: Store
  readonly #slices: Slices
  readonly screen: Rendered

  constructor(parts: readonly Part[], store: Store, jobs: number) {
    this.store = store
    this.#slices = new Slices(jobs)
    this.screen = render(
      () => (
        <Page>
          <VBox>
            <Program parts={parts} store={store} />
          </VBox>
        </Page>
      ),
      { sliceTime: jobs, slices: this.#slices },
    )
  }

  async take([kind, at, value]: Step): Promise<void> {
    const { numbers, flags, failing, rows, waiting, resets } = this.store
    if (kind === 'number') numbers[at]!.value = value
    else if (kind === 'flag') flags[at]!.value = value % 2 === 0
    else if (kind === 'fail') failing[at]!.value = value % 2 === 0
    else if (kind === 'rows') rows[at]!.value = changedRows(rows[at]!.value, value)
    else if (kind === 'answer') waiting.splice(value % (waiting.length || 1), 1)[0]?.()
    else if (kind === 'reset') [...resets][value % (resets.size || 1)]?.()
    else if (kind === 'slice') this.#slices.goOn()
    else if (kind === 'rest') await this.rest()
    else await this.#compareWithNew()
    if (value % 3 === 0) await Promise.resolve()
  }

  async rest(): Promise<void> {
    do {
      this.#slices.goOn()
      await this.screen.settled()
    } while (this.#slices.paused.length > 0)
  }

  /** Everything is answered, and tried until it is shown. */
  async finish(): Promise<void> {
    for (const failing of this.store.failing) failing.value = false
    await this.rest()
    const { waiting, resets } = this.store
    while (waiting.length > 0 || resets.size > 0) {
      for (const answer of waiting.splice(0)) answer()
      const again = [...resets]
      resets.clear()
      for (const reset of again) reset()
      await this.rest()
    }
  }

  /** Another browser is shown the same. */
  async #compareWithNew(): Promise<void> {
    await this.rest()
    const other = this.screen.open()
    await this.rest()
    if (other.tree() !== this.screen.tree()) this.store.mistakes.push(other.tree())
  }
}

/** The same signals, and nothing that goes on. */
function anew({ numbers, flags, failing, rows }: Store): Store {
  return Object.assign(new Store(), { numbers, flags, failing, rows })
}

function going({ going: all }: Store): object {
  return Object.fromEntries(all)
}

test('whatever has happened, a program is as if it had begun now, and leaves nothing when it ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      programs,
      fc.array(steps, { maxLength: 20 }),
      fc.nat({ max: 3 }),
      async (parts, history, jobs) => {
        const walk = new Walk(parts, new Store(), jobs)
        const { store, screen } = walk
        for (const step of history) await walk.take(step)
        await walk.finish()
        const fresh = new Walk(parts, anew(store), jobs)
        await fresh.finish()
        expect(screen.tree()).toBe(fresh.screen.tree())
        expect(going(store)).toEqual(going(fresh.store))
        expect(screen.errors().filter((error) => !error.endsWith(failure))).toEqual([])
        screen.unmount()
        fresh.screen.unmount()
        expect([going(store), going(fresh.store), store.mistakes]).toEqual([{}, {}, []])
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
