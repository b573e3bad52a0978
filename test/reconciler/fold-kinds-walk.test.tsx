// Random programs that patch, remake, wait, fail and make widgets by hand, whose leaves have no nodes until somebody
// looks, and the same where all have: each step says the same lines, and nothing is left behind.

import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import {
  Button,
  computed,
  createContext,
  Dialog,
  ErrorBoundary,
  For,
  HBox,
  Label,
  Show,
  signal,
  Suspense,
  TopLevel,
  useContext,
  useSession,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { createElement } from '../../src/jsx/element.ts'
import { insideOf } from '../../src/session/session.ts'
import { Watching } from '../reactive/watching.ts'
import { anything, program, signalName, signalNames } from './fold-specs.ts'
import type { Given, GivenProps, SignalName, Spec } from './fold-specs.ts'
import { nobody } from './nobody.ts'

type Step =
  | { readonly do: 'write'; readonly to: SignalName; readonly value: unknown }
  | { readonly do: 'items'; readonly items: readonly number[] }
  | { readonly do: 'click'; readonly which: number }
  | { readonly do: 'turn' | 'flip' | 'fail' | 'arrive' | 'open' | 'reload' | 'turn and flip' }

const write: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('write' as const),
  to: signalName,
  value: fc.oneof(fc.constantFrom<unknown>('x', 'y', 'z'), anything),
})
const items: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('items' as const),
  items: fc.uniqueArray(fc.nat(4), { maxLength: 4 }),
})
const click: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('click' as const),
  which: fc.nat(20),
})
const turn: fc.Arbitrary<Step> = fc.constant({ do: 'turn' })
const other: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('flip', 'fail', 'arrive', 'open', 'reload', 'turn and flip'),
})
const step = fc.oneof(write, write, items, click, turn, turn, other, other)

/** It has this value already. */
const nothing: Step = { do: 'write', to: 'a', value: 'x' }

const Shade = createContext('none')

/** One life of a program: with nodes for all leaves from the start, or as it is. */
class Life {
  readonly #watching = new Watching()
  readonly #signals = Object.fromEntries(
    signalNames.map((name) => [name, this.#watching.signal<unknown>(name, 'x')]),
  ) as Record<SignalName, Signal<unknown>>
  readonly #turn = signal(0)
  readonly #isOn = signal(true)
  readonly #isBad = signal(false)
  readonly #items = signal<readonly number[]>([1, 2])
  readonly #log: string[] = []
  readonly #others: ReturnType<Rendered['open']>[] = []
  readonly #refs: { readonly current: unknown }[] = []
  readonly #waiting: (() => void)[] = []
  readonly screen: Rendered

  constructor(first: Spec, isObserved: boolean) {
    const isThere = signal(false)
    this.screen = render(
      <TopLevel>
        <VBox>{() => isThere.value && this.#build(first)}</VBox>
      </TopLevel>,
      { onError: (error, where) => void this.#log.push(`${where}: ${String(error)}`) },
    )
    onTestFinished(() => this.screen.unmount())
    if (isObserved) insideOf(this.screen.session).tree.observer = nobody
    isThere.value = true
  }

  /** @returns what is wrong, what is said to each browser, which refs are filled */
  async take(next: Step): Promise<readonly unknown[]> {
    await this.#do(next)
    await this.screen.settled()
    const lines = [this.screen, ...this.#others].flatMap((screen) => screen.take())
    return [this.#log.splice(0), lines, this.#refs.map(({ current }) => current !== undefined)]
  }

  /** The widgets that the server has. Leaves get nodes by that. */
  living(): string[] {
    const { host } = insideOf(this.screen.session).traffic
    const all = Array.from({ length: 300 }, (_, wid) => `${host.classOf(wid)?.name} #${wid}`)
    return all.filter((one) => !one.startsWith('undefined'))
  }

  /** @returns what is followed after its end, and who is there but for those made by hand */
  end(): readonly (readonly string[])[] {
    this.screen.unmount()
    return [this.#watching.now, this.living().filter((one) => !one.startsWith('Label'))]
  }

  async #do(next: Step): Promise<void> {
    if (next.do === 'write') this.#signals[next.to].value = next.value
    else if (next.do === 'items') this.#items.value = next.items
    else if (next.do === 'fail') this.#isBad.value = !this.#isBad.value
    else if (next.do === 'arrive') for (const arrive of this.#waiting.splice(0)) arrive()
    else if (next.do === 'open') this.#others.push(this.screen.open())
    else if (next.do === 'reload') this.screen.reconnect()
    else if (next.do === 'click') await this.#click(next.which)
    else {
      if (next.do !== 'flip') this.#turn.value++
      if (next.do !== 'turn') this.#isOn.value = !this.#isOn.value
    }
  }

  /** One that a user can click on, or not: both lives say so. */
  async #click(which: number): Promise<void> {
    const all = ['Button', 'CheckBox', 'RadioButton'].flatMap((type) =>
      this.screen.findAll({ type }),
    )
    const one = all[which % (all.length || 1)]
    if (!one) return
    await this.screen.click(one).catch((error: unknown) => void this.#log.push(String(error)))
  }

  #props(turns: readonly GivenProps[]): Record<string, unknown> {
    const given = Object.entries(turns[this.#turn.value % turns.length]!)
    return Object.fromEntries(given.map(([name, one]) => [name, this.#give(name, one)]))
  }

  #give(name: string, one: Given): unknown {
    if ('plain' in one) return this.#signals[one.plain]
    if ('reads' in one) return () => this.#signals[one.reads].value
    if ('computes' in one) return computed(() => this.#signals[one.computes].value)
    if (name.startsWith('on')) return one.is && (() => void this.#log.push(String(one.is)))
    if (name !== 'ref') return one.is
    const ref = { current: undefined }
    this.#refs.push(ref)
    return ref
  }

  readonly #build = (one: Spec): Child => {
    if (one.kind === 'leaf') return createElement(one.type, this.#props(one.turns), one.key)
    if (one.kind === 'sometimes') return this.#isOn.value ? this.#build(one.of) : null
    const all = (): Child[] => one.in.map(this.#build)
    if (one.kind !== 'box') return this.#around(one.kind, all)
    return createElement(one.type, { ...this.#props(one.turns), children: all() })
  }

  #around(kind: Exclude<Spec['kind'], 'leaf' | 'box' | 'sometimes'>, all: () => Child[]): Child {
    const a = this.#signals.a as Signal<string>
    switch (kind) {
      case 'part':
        return <Part all={all} />
      case 'show':
        return <Show when={this.#isOn}>{all()}</Show>
      case 'for':
        return <For each={this.#items}>{(item) => <Row text={a} item={item} all={all} />}</For>
      case 'suspense':
        return (
          <Suspense fallback={<Label text="wait" />}>
            <Part all={() => [<Label text={a} />, ...all()]} />
            <Late all={all} arrive={(arrive) => void this.#waiting.push(arrive)} />
          </Suspense>
        )
      case 'boundary':
        return (
          <ErrorBoundary fallback={(_, reset) => <Button text="again" onActivated={reset} />}>
            <Part all={() => [<Label text={a} />, ...all(), <Bad isBad={this.#isBad} />]} />
          </ErrorBoundary>
        )
      case 'context':
        return (
          <Shade.Provider value={String(this.#turn.value)}>
            <Part all={() => [<Label text="shade" />, <Shaded />, ...all()]} />
          </Shade.Provider>
        )
      case 'hand':
        return <ByHand all={all} />
      case 'dialog':
        return <Dialog title="d">{all()}</Dialog>
      default:
        return <>{all()}</>
    }
  }
}

interface Inside {
  readonly all: () => Child[]
}

function Part({ all }: Inside) {
  return <HBox>{...all()}</HBox>
}

function Row({
  all,
  text,
  item,
}: Inside & { readonly text: Signal<string>; readonly item: number }) {
  return (
    <HBox>
      <Label text={`${item}`} />
      <Label text={text} />
      {...all()}
    </HBox>
  )
}

/** Takes numbers in between. */
function ByHand({ all }: Inside) {
  useSession().create('Label', ['by hand'])
  return all()
}

function Shaded() {
  return <Label text={useContext(Shade)} />
}

function Bad({ isBad }: { readonly isBad: Signal<boolean> }) {
  if (isBad.value) throw new Error('bad')
  return <Label text="good" />
}

async function Late({ all, arrive }: Inside & { arrive(this: void, arrive: () => void): void }) {
  await new Promise<void>(arrive)
  return <HBox>{...all()}</HBox>
}

test('programs of all kinds say and hear the same, whether their leaves have nodes or not', async () => {
  await fc.assert(
    fc.asyncProperty(program, fc.array(step, { maxLength: 12 }), async (first, steps) => {
      const [folded, whole] = [new Life(first, false), new Life(first, true)]
      for (const next of [nothing, ...steps]) {
        expect(await folded.take(next)).toEqual(await whole.take(next))
      }
      expect(folded.screen.tree()).toBe(whole.screen.tree())
      expect(folded.living()).toEqual(whole.living())
      expect(folded.end()).toEqual([[], []])
    }),
    { numRuns: 80 },
  )
})
