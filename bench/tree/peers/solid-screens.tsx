/** @jsxImportSource solid-js */
// Solid's screens: a signal a row, bound to its label; compiled by babel-preset-solid, see compile.ts.

import { createSignal, For } from 'solid-js'
import type { JSX } from 'solid-js'
import { levels } from '../engine.ts'
import type { ChainScreen, Engine, ListScreen, Row } from '../engine.ts'
import { HostScreen } from './host-screen.ts'
import { on, render } from './solid-renderer.ts'

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'v-box': { readonly children: Element }
      'h-box': { readonly children: Element }
      'text-label': { readonly text: string }
      'push-button': { readonly text: string; readonly onActivated: () => void }
    }
  }
}

interface SignalRow extends Row {
  readonly shown: () => string
  readonly write: (text: string) => void
}

type Rows = readonly SignalRow[]

interface ListProps {
  readonly rows: Rows
  readonly press: (row: Row) => void
}

export const engine: Engine<SignalRow> = {
  name: 'solid',
  row(id, text) {
    const [shown, write] = createSignal(text)
    return { id, name: `row ${id}`, text, shown, write }
  },
  list: () => new SolidList(List),
  shortList: () => new SolidList(ShortList),
  leaf: () => new SolidChain(LeafLevel),
  drilled: () => new SolidChain(Drilled),
}

function List(props: ListProps): JSX.Element {
  return (
    <v-box>
      <For each={props.rows}>
        {(row) => (
          <h-box>
            <text-label text={row.name} />
            <text-label text={row.shown()} />
            <push-button text="x" onActivated={() => props.press(row)} />
          </h-box>
        )}
      </For>
    </v-box>
  )
}

function ShortList(props: ListProps): JSX.Element {
  return (
    <v-box>
      <For each={props.rows}>
        {(row) => (
          <h-box>
            <text-label text={row.shown()} />
            <push-button text="x" onActivated={() => props.press(row)} />
          </h-box>
        )}
      </For>
    </v-box>
  )
}

class SolidScreen extends HostScreen {
  #dispose: (() => void) | undefined

  show(draw: () => JSX.Element): void {
    const { host } = this
    this.#dispose = on(host, () => render(draw as () => never, host.window))
  }

  /** Signals are followed at once. */
  flush(): void {}

  /** Solid ends what it follows, and leaves the nodes to who has rendered them. */
  unmount(): void {
    this.#dispose?.()
    const { first } = this.host.window
    if (first) this.host.remove(first)
  }
}

class SolidList extends SolidScreen implements ListScreen<SignalRow> {
  readonly #component: typeof List
  #write: ((rows: Rows) => void) | undefined

  constructor(component: typeof List) {
    super()
    this.#component = component
  }

  mount(initial: Rows): void {
    const [rows, write] = createSignal(initial)
    this.#write = write
    const List = this.#component
    this.show(() => <List rows={rows()} press={this.onPress} />)
  }

  setRows(rows: Rows): void {
    on(this.host, () => this.#write!(rows))
  }

  setText(row: SignalRow, text: string): void {
    on(this.host, () => row.write(text))
  }
}

interface ChainProps {
  readonly level: number
  readonly text: string
  /** Hands out what writes the text. */
  readonly own: (write: (text: string) => void) => void
}

function LeafLevel(props: ChainProps): JSX.Element {
  return (
    <v-box>
      {props.level > 1 ? (
        <LeafLevel level={props.level - 1} text={props.text} own={props.own} />
      ) : (
        <Leaf text={props.text} own={props.own} />
      )}
    </v-box>
  )
}

function Leaf(props: Omit<ChainProps, 'level'>): JSX.Element {
  const [text, write] = createSignal(props.text)
  props.own(write)
  return <text-label text={text()} />
}

function Drilled(props: ChainProps): JSX.Element {
  const [text, write] = createSignal(props.text)
  props.own(write)
  return <DrilledLevel level={props.level} text={text()} />
}

/** Each level hands on the value, which is a getter. */
function DrilledLevel(props: Omit<ChainProps, 'own'>): JSX.Element {
  return (
    <v-box>
      {props.level > 1 ? (
        <DrilledLevel level={props.level - 1} text={props.text} />
      ) : (
        <text-label text={props.text} />
      )}
    </v-box>
  )
}

class SolidChain extends SolidScreen implements ChainScreen {
  readonly #component: typeof LeafLevel
  #write: ((text: string) => void) | undefined

  constructor(component: typeof LeafLevel) {
    super()
    this.#component = component
  }

  mount(text: string): void {
    const Chain = this.#component
    const own: ChainProps['own'] = (write) => (this.#write = write)
    this.show(() => <Chain level={levels} text={text} own={own} />)
  }

  setText(text: string): void {
    on(this.host, () => this.#write!(text))
  }
}
