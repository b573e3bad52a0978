// A label deep down: with a signal of its own, or at the end of a prop that every level hands on. Bound, the label
// follows the signal; read, what reads it is rendered again.

import { useSignal } from '../../src/reconciler/hooks.ts'
import { signal } from '../../src/reactive/signals.ts'
import type { Signal } from '../../src/reactive/signals.ts'
import { Label, VBox } from '../../src/widgets/tags.ts'
import { levels } from './engine.ts'
import type { ChainScreen } from './engine.ts'
import { StageScreen } from './stage.ts'
import type { Stage } from './stage.ts'

interface LeafProps {
  readonly text: string
  /** Hands out the signal, to write to. */
  readonly own: (signal: Signal<string>) => void
}

type Leaf = typeof BoundLeaf

interface LevelProps extends LeafProps {
  readonly level: number
  readonly leaf: Leaf
}

export function BoundLeaf({ text, own }: LeafProps) {
  const shown = useSignal(text)
  own(shown)
  return <Label text={shown} />
}

export function ReadLeaf({ text, own }: LeafProps) {
  const shown = useSignal(text)
  own(shown)
  return <Label text={shown.value} />
}

function Level({ level, leaf: Leaf, text, own }: LevelProps) {
  return (
    <VBox>
      {level > 1 ? (
        <Level level={level - 1} leaf={Leaf} text={text} own={own} />
      ) : (
        <Leaf text={text} own={own} />
      )}
    </VBox>
  )
}

export class LeafChain extends StageScreen implements ChainScreen {
  readonly #leaf: Leaf
  #shown: Signal<string> | undefined

  constructor(stage: Stage, leaf: Leaf) {
    super(stage)
    this.#leaf = leaf
  }

  mount(text: string): void {
    const own = (shown: Signal<string>): void => void (this.#shown = shown)
    this.stage.show(Level, { level: levels, leaf: this.#leaf, text, own })
  }

  setText(text: string): void {
    this.#shown!.value = text
  }
}

interface DrilledProps {
  readonly text: Signal<string>
}

export function DrilledSignal({ text }: DrilledProps) {
  return <SignalLevel level={levels} text={text} />
}

function SignalLevel({ level, text }: DrilledProps & { readonly level: number }) {
  return (
    <VBox>{level > 1 ? <SignalLevel level={level - 1} text={text} /> : <Label text={text} />}</VBox>
  )
}

export function DrilledText({ text }: DrilledProps) {
  return <TextLevel level={levels} text={text.value} />
}

function TextLevel({ level, text }: { readonly level: number; readonly text: string }) {
  return (
    <VBox>{level > 1 ? <TextLevel level={level - 1} text={text} /> : <Label text={text} />}</VBox>
  )
}

export class DrilledChain extends StageScreen implements ChainScreen {
  readonly #text = signal('')
  readonly #component: typeof DrilledSignal

  constructor(stage: Stage, component: typeof DrilledSignal) {
    super(stage)
    this.#component = component
  }

  mount(text: string): void {
    this.#text.value = text
    this.stage.show(this.#component, { text: this.#text })
  }

  setText(text: string): void {
    this.#text.value = text
  }
}
