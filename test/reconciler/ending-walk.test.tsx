// Whichever callback of a program ends its session, or shows something else in it: nothing is followed afterwards,
// whatever has begun has ended, and nobody is told of a mistake.

import { Signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import {
  Dialog,
  effect,
  ErrorBoundary,
  For,
  HBox,
  Label,
  onCleanup,
  Show,
  signal,
  Slider,
  Suspense,
  TopLevel,
  useDialogs,
  useEffect,
  useRef,
  useSignalEffect,
  VBox,
} from 'treewire'
import type { Child, Session } from 'treewire'
import { insideOf } from '../../src/session/session.ts'
import { column, mistakes } from './column.tsx'

type Act = (session: Session) => void

/** One run of the program, in which the callback of this number acts. */
class Life {
  readonly #at: number
  readonly #act: Act
  readonly #begun: string[] = []
  readonly #followed = new Set<string>()
  readonly #text = this.#signal('text', 'a')
  readonly #count = this.#signal('count', 1)
  readonly #items = this.#signal<readonly number[]>('items', [1, 2, 3])
  readonly #turn = this.#signal('turn', 0)
  readonly #isThere = signal(false)
  readonly #waiting: (() => void)[] = []
  readonly #mistakes = mistakes()
  readonly #screen = column(() => this.#isThere.value && this.#program(), this.#mistakes.options)
  #ticks = 0

  constructor(at: number, act: Act) {
    this.#at = at
    this.#act = act
  }

  /** @returns whether it had a callback of that number */
  async run(): Promise<boolean> {
    for (const step of this.#steps()) {
      step()
      await this.#screen.settled()
    }
    const hasActed = this.#ticks > this.#at
    this.#screen.unmount()
    return hasActed
  }

  /** What there is after its end, and should not be. */
  get left(): readonly unknown[] {
    const { handled, feeds } = insideOf(this.#screen.session).tree
    const { errors } = this.#mistakes
    const unforeseen = errors.filter((error) => !error.endsWith('as it should'))
    return [...this.#followed, ...this.#begun, ...unforeseen, ...handled.keys(), ...feeds]
  }

  #signal<Value>(name: string, value: Value): Signal<Value> {
    return new Signal(value, {
      watched: () => {
        this.#followed.add(name)
        this.#tick()
      },
      unwatched: () => {
        this.#followed.delete(name)
        this.#tick()
      },
    })
  }

  #tick(): void {
    const { session } = this.#screen
    if (this.#ticks++ === this.#at && !session.isOver) this.#act(session)
  }

  /** @returns ends it */
  #begin(name: string): () => void {
    this.#begun.push(name)
    this.#tick()
    return () => {
      this.#begun.splice(this.#begun.indexOf(name), 1)
      this.#tick()
    }
  }

  #steps(): readonly (() => void)[] {
    return [
      () => (this.#isThere.value = true),
      () => (this.#text.value = 'b'),
      () => (this.#turn.value = 1),
      () => this.#waiting.splice(0).forEach((arrive) => arrive()),
      () => (this.#items.value = [3, 4, 1]),
      () => (this.#turn.value = 2),
      () => (this.#isThere.value = false),
    ]
  }

  #program(): Child {
    const { Lively, Late, Asks, Row } = this
    const turn = this.#turn.value
    return (
      <VBox>
        <Show when={this.#isThere}>{() => (this.#tick(), (<Lively name="shown" />))}</Show>
        <For each={this.#items} by={(item: number) => (this.#tick(), item)}>
          {(item, index) => (turn === 0 ? <Label text={this.#text} /> : Row(item, index))}
        </For>
        <ErrorBoundary fallback={<Lively name="fallback" />} onError={() => this.#tick()}>
          <Lively name="inside" />
          {() => (this.#turn.value > 1 ? this.#fail() : null)}
        </ErrorBoundary>
        <Suspense fallback={<Lively name="waiting" />}>
          <Late />
          <HBox>
            <Dialog title={this.#text} />
          </HBox>
        </Suspense>
        <Slider min={this.#count} max={() => (this.#tick(), this.#count.value + 100)} />
        <Asks />
      </VBox>
    )
  }

  #fail(): never {
    throw new Error('as it should')
  }

  readonly Lively = ({ name }: { readonly name: string }): Child => {
    const box = useRef<Label>()
    this.#tick()
    effect(() => (void this.#text.value, this.#begin(`effect of ${name}`)))
    useSignalEffect(() => (void this.#count.value, this.#begin(`signal effect of ${name}`)))
    useEffect(() => this.#begin(`use of ${name}`), [this.#turn.value])
    onCleanup(this.#begin(`render of ${name}`))
    return (
      <HBox>
        <Label ref={box} text={() => (this.#tick(), this.#text.value)} />
        <Label text={this.#text} />
      </HBox>
    )
  }

  readonly Row = (item: number, index: { readonly value: number }): Child => {
    const { Lively } = this
    this.#tick()
    if (item % 2 === 0) return <Label text={this.#text.value} />
    return (
      <HBox>
        <Label text={() => `${index.value}`} />
        <Lively name={`row ${item}`} />
      </HBox>
    )
  }

  readonly Late = async (): Promise<Child> => {
    const { Lively } = this
    this.#tick()
    await new Promise<void>((arrive) => this.#waiting.push(arrive))
    return <Lively name="late" />
  }

  readonly Asks = (): Child => {
    const { Lively } = this
    const { openDialog } = useDialogs()
    const turn = this.#turn.value
    useEffect(() => {
      if (turn === 1) void openDialog(() => (this.#tick(), (<Lively name="asked" />)))
    }, [turn])
    return null
  }
}

test.each<[string, Act]>([
  ['ends the session', (session) => session.destroy()],
  ['shows something else', (session) => session.mount(() => <TopLevel />)],
])('whichever callback %s, nothing is left behind', async (_, act) => {
  let at = 0
  for (let isDone = false; !isDone; at++) {
    const life = new Life(at, act)
    isDone = !(await life.run())
    expect([at, life.left]).toEqual([at, []])
  }
  expect(at).toBeGreaterThan(100)
})
