// Random histories of programs whose leaves have no nodes until somebody looks, and of the same programs where all have:
// each step says the same lines.

import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import {
  Button,
  CheckBox,
  computed,
  Frame,
  GridBox,
  HBox,
  Label,
  ProgressBar,
  Show,
  signal,
  TextEntry,
  TopLevel,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { insideOf } from '../../src/session/session.ts'
import { nobody } from './nobody.ts'

/** The signals of a history. */
const names = ['s0', 's1', 's2'] as const
type Name = (typeof names)[number]

type Leaf =
  | { readonly kind: 'label'; readonly text: string; readonly stretch: number | undefined }
  | {
      readonly kind:
        | 'signal'
        | 'two'
        | 'function'
        | 'computed'
        | 'live'
        | 'failing'
        | 'entry'
        | 'box'
      readonly of: Name
    }
  | { readonly kind: 'button' | 'child' | 'slider' | 'nothing' | 'wrong' }

type Spec =
  | Leaf
  | { readonly kind: 'row' | 'grid' | 'part' | 'frame'; readonly in: readonly Spec[] }

const name = fc.constantFrom(...names)
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    kind: fc.constant('label' as const),
    text: fc.constantFrom('a', 'b'),
    stretch: fc.constantFrom(undefined, 0, 1),
  }),
  fc.record({
    kind: fc.constantFrom(
      'signal',
      'two',
      'function',
      'computed',
      'live',
      'failing',
      'entry',
      'box',
    ),
    of: name,
  }),
  fc.record({ kind: fc.constantFrom('button', 'child', 'slider', 'nothing', 'wrong') }),
)
const spec: fc.Arbitrary<Spec> = fc.letrec<{ spec: Spec; row: Spec }>((tie) => ({
  spec: fc.oneof({ depthSize: 'small' }, leaf, leaf, tie('row')),
  row: fc.record({
    kind: fc.constantFrom('row', 'row', 'row', 'grid', 'part', 'frame'),
    in: fc.array(tie('spec'), { maxLength: 4 }),
  }),
})).row

type Step =
  | { readonly do: 'write'; readonly to: Name; readonly value: unknown }
  | { readonly do: 'show'; readonly spec: Spec }
  | { readonly do: 'click'; readonly type: 'Button' | 'CheckBox'; readonly which: number }
  | { readonly do: 'open' | 'reload' | 'hide' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    to: name,
    value: fc.constantFrom<unknown>('x', 'y', 'z', '', undefined, 7, null),
  }),
  fc.record({ do: fc.constant('show' as const), spec }),
  fc.record({
    do: fc.constant('click' as const),
    type: fc.constantFrom('Button', 'CheckBox'),
    which: fc.nat(9),
  }),
  fc.record({ do: fc.constantFrom('open', 'reload', 'hide') }),
)

/** One life of a program: with nodes for all leaves from the start, or as it is. */
class Life {
  readonly #signals = new Map<Name, Signal<unknown>>(
    names.map((one) => [one, signal<unknown>('x')]),
  )
  readonly #isOn = signal(true)
  readonly #shown = signal<Spec | undefined>(undefined)
  readonly #log: string[] = []
  readonly screen: Rendered
  readonly #others: ReturnType<Rendered['open']>[] = []

  constructor(isObserved: boolean) {
    const shown = this.#shown
    this.screen = render(
      <TopLevel>
        <VBox>{() => shown.value && this.#build(shown.value)}</VBox>
      </TopLevel>,
      { onError: (error, where) => void this.#log.push(`${where}: ${String(error)}`) },
    )
    onTestFinished(() => this.screen.unmount())
    if (isObserved) insideOf(this.screen.session).tree.observer = nobody
  }

  async take(one: Step): Promise<readonly string[]> {
    await this.#do(one)
    await this.screen.settled()
    const lines = [this.screen, ...this.#others].flatMap((screen) => screen.take())
    return [...this.#log.splice(0), ...lines]
  }

  async #do(one: Step): Promise<void> {
    const { screen } = this
    if (one.do === 'write') this.#signals.get(one.to)!.value = one.value
    else if (one.do === 'show') this.#shown.value = one.spec
    else if (one.do === 'hide') this.#isOn.value = !this.#isOn.value
    else if (one.do === 'open') this.#others.push(screen.open())
    else if (one.do === 'reload') screen.reconnect()
    else if (one.do === 'click') {
      const all = screen.findAll({ type: one.type })
      if (all.length > 0) await screen.click(all[one.which % all.length]!)
    }
  }

  #build = (one: Spec): Child => {
    const source = 'of' in one ? (this.#signals.get(one.of) as Signal<string>) : signal('')
    switch (one.kind) {
      case 'label':
        return <Label text={one.text} stretch={one.stretch} />
      case 'signal':
        return <Label text={source} />
      case 'two':
        return <Button text={source} tooltip={source} onActivated={() => this.#log.push('two')} />
      case 'function':
        return <Label text={() => `${source.value}!`} />
      case 'live':
        return <Label text={computed(() => `${source.value}?`)} />
      case 'failing':
        return <Label text={() => failAt(source.value, 'y')} tooltip={source} />
      case 'computed':
        return <Label>{source}</Label>
      case 'entry':
        return <TextEntry text={source} />
      case 'box':
        return <CheckBox text={source} onActivated={(is) => this.#log.push(`box ${is}`)} />
      case 'button':
        return <Button text="press" onActivated={() => this.#log.push('pressed')} />
      case 'child':
        return <Label>child</Label>
      case 'slider':
        return <ProgressBar value={0.5} visible={false} />
      case 'wrong':
        return <Label text={5 as never} />
      case 'row':
        return <HBox>{one.in.map(this.#build)}</HBox>
      case 'grid':
        return <GridBox>{one.in.map(this.#build)}</GridBox>
      case 'part':
        return <Shown build={this.#build} specs={one.in} />
      case 'frame':
        return (
          <Show when={this.#isOn}>
            <Frame title="f">
              <HBox>{...one.in.map(this.#build)}</HBox>
            </Frame>
          </Show>
        )
      default:
        return null
    }
  }
}

function failAt(text: string, wrong: string): string {
  if (text === wrong) throw new Error(`It is ${wrong}`)
  return text
}

interface ShownProps {
  readonly build: (spec: Spec) => Child
  readonly specs: readonly Spec[]
}

function Shown({ build, specs }: ShownProps) {
  return <HBox>{...specs.map(build)}</HBox>
}

test('whatever happens, a tree of leaves without nodes says and hears what one with nodes does', async () => {
  await fc.assert(
    fc.asyncProperty(spec, fc.array(step, { maxLength: 15 }), async (first, steps) => {
      const [folded, whole] = [new Life(false), new Life(true)]
      for (const one of [{ do: 'show', spec: first } as const, ...steps]) {
        expect(await folded.take(one)).toEqual(await whole.take(one))
      }
      expect(folded.screen.tree()).toBe(whole.screen.tree())
    }),
    { numRuns: 150 },
  )
})
