// Random signals whose owners act up when they are watched or left, at any moment of a flush: the page shows what the
// program says all the same, and in the end nothing is followed.

import { Signal } from '@preact/signals-core'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { Button, For, HBox, Label, Show, signal, TopLevel, VBox } from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { insideOf } from '../../src/session/session.ts'
import { nobody } from './nobody.ts'

const acts = [
  'nothing',
  'write it',
  'write the next',
  'flip',
  'turn',
  'reorder',
  'flush',
  'create',
  'mount',
  'end',
  'throw',
] as const
type Act = (typeof acts)[number]

/** What the owner of a signal does, the first few times. */
interface Plan {
  readonly watched: Act
  readonly unwatched: Act
  readonly times: number
}

const act = fc.constantFrom(...acts)
const plan: fc.Arbitrary<Plan> = fc.record({ watched: act, unwatched: act, times: fc.nat(2) })
const plans = fc.tuple(plan, plan, plan)

/** What is done from outside, and the number of the signal that is written. */
const step = fc.tuple(fc.constantFrom<Act>('write it', 'flip', 'turn', 'reorder'), fc.nat(2))

class Life {
  readonly #followed = new Set<number>()
  readonly #signals: readonly Signal<string>[]
  readonly #isOn = signal(false)
  readonly #turn = signal(0)
  readonly #items = signal<readonly number[]>([1, 2])
  readonly #screen: Rendered
  readonly #errors: string[] = []
  #isMounted = false
  #writes = 0

  constructor(all: readonly Plan[], isObserved: boolean) {
    this.#signals = all.map((one, at) => this.#signalOf(one, at))
    const onError = (error: unknown): void => void this.#errors.push(String(error))
    this.#screen = render(() => this.#program(), { onError })
    onTestFinished(() => this.#screen.unmount())
    this.#isMounted = true
    if (isObserved) insideOf(this.#screen.session).tree.observer = nobody
  }

  async take(what: Act, at: number): Promise<void> {
    try {
      this.#do(what, at)
    } catch (error) {
      this.#errors.push(String(error))
    }
    await this.#screen.settled()
  }

  /** What the page shows, and what another one is told; undefined after the end. */
  get shown(): readonly string[] | undefined {
    return this.#isMounted ? [this.#screen.tree(), this.#screen.open().tree()] : undefined
  }

  /** What it has to show. */
  get wanted(): string {
    const [a, b, c] = this.#signals.map((one) => one.peek())
    const turned = this.#turn.peek() % 2 === 1 ? 'odd' : a
    const part = [
      '    HBox',
      `      Label text="${a}" tooltip="${b}"`,
      `      Label text="${b}" tooltip="${c}"`,
      '      HBox',
      `        Label text="${turned}" tooltip="${b}"`,
      `        Button text="${c}"`,
      `      Label text="${c}"`,
    ]
    const rows = this.#items
      .peek()
      .flatMap((item) => [
        '    HBox',
        `      Label text="${a}"`,
        `      Label text="${item}" tooltip="${c}"`,
      ])
    return ['TopLevel', '  VBox', ...(this.#isOn.peek() ? part : []), ...rows].join('\n')
  }

  /** @returns the signals that are followed, and what went wrong that nobody has meant to */
  end(): readonly unknown[] {
    this.#isMounted = false
    this.#screen.unmount()
    return [...this.#followed, ...this.#errors.filter((error) => !error.includes('not now'))]
  }

  #signalOf({ watched, unwatched, times }: Plan, at: number): Signal<string> {
    const left = { watched: times, unwatched: times }
    return new Signal('x', {
      watched: () => {
        this.#followed.add(at)
        if (this.#isMounted && left.watched-- > 0) this.#do(watched, at)
      },
      unwatched: () => {
        this.#followed.delete(at)
        if (this.#isMounted && left.unwatched-- > 0) this.#do(unwatched, at)
      },
    })
  }

  #do(what: Act, at: number): void {
    const { session } = this.#screen
    if (what === 'write it') this.#signals[at]!.value = `${this.#writes++}`
    else if (what === 'write the next') this.#signals[(at + 1) % 3]!.value = `${this.#writes++}`
    else if (what === 'flip') this.#isOn.value = !this.#isOn.value
    else if (what === 'turn') this.#turn.value++
    else if (what === 'reorder') this.#items.value = this.#items.value.length > 2 ? [1] : [3, 1, 2]
    else if (what === 'flush') session.flush()
    else if (what === 'throw') throw new Error('not now')
    else if (this.#isMounted) this.#doOnce(what)
  }

  #doOnce(what: Act): void {
    const { session } = this.#screen
    if (what === 'create') session.create('Label', ['by hand'])
    if (what === 'mount') session.mount(() => this.#program())
    if (what !== 'end') return
    this.#isMounted = false
    session.destroy()
  }

  #program(): Child {
    const [a, b, c] = this.#signals
    const Part = () => (
      <HBox>
        <Label text={this.#turn.value % 2 === 1 ? 'odd' : a} tooltip={b} />
        <Button text={c} />
      </HBox>
    )
    return (
      <TopLevel>
        <VBox>
          <Show when={this.#isOn}>
            <HBox>
              <Label text={a} tooltip={b} />
              <Label text={b} tooltip={c} />
              <Part />
              <Label text={c} />
            </HBox>
          </Show>
          <For each={this.#items}>
            {(item) => (
              <HBox>
                <Label text={a} />
                <Label text={`${item}`} tooltip={c} />
              </HBox>
            )}
          </For>
        </VBox>
      </TopLevel>
    )
  }
}

test.each([
  ['have none', false],
  ['have nodes', true],
])(
  'signals whose owners act up leave the page as it should be, where leaves %s',
  async (_, isObserved) => {
    await fc.assert(
      fc.asyncProperty(plans, fc.array(step, { maxLength: 8 }), async (all, steps) => {
        const life = new Life(all, isObserved)
        for (const [what, at] of steps) await life.take(what, at)
        expect(life.shown ?? [life.wanted, life.wanted]).toEqual([life.wanted, life.wanted])
        expect(life.end()).toEqual([])
      }),
      { numRuns: 100 },
    )
  },
)
