/** @jsxImportSource react */
// React 19: memo rows with a useState of their own; the list is rendered again by its parent.

import { createElement, memo, useState } from 'react'
import type { ComponentType } from 'react'
import { Button, HBox, Label, VBox } from '../../../src/widgets/tags.ts'
import { levels } from '../engine.ts'
import type { ChainScreen, Engine, ListScreen, Row } from '../engine.ts'
import { HostScreen, ownStateRow } from './host-screen.ts'
import type { OwnStateRow } from './host-screen.ts'
import { reactRoot } from './react-renderer.ts'

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- the only door to the names of tags
  namespace JSX {
    interface IntrinsicElements {
      VBox: { readonly children: ReactNode }
      HBox: { readonly children: ReactNode; readonly key?: Key }
      Label: { readonly text: string }
      Button: { readonly text: string; readonly onActivated: () => void }
    }
  }
}

export const engine: Engine<OwnStateRow> = {
  name: 'react',
  row: ownStateRow,
  list: () => new ReactList(List),
  unsplitList: () => new ReactList(UnsplitList),
  shortList: () => new ReactList(ShortList),
  leaf: () => new ReactChain(LeafLevel),
  drilled: () => new ReactChain(Drilled),
}

type Rows = readonly OwnStateRow[]

/** Hands out what writes the state. */
type Own<Value> = (write: (value: Value) => void) => void

interface ListProps {
  readonly initial: Rows
  readonly own: Own<Rows>
  readonly press: (row: Row) => void
}

interface RowProps {
  readonly row: OwnStateRow
  readonly press: (row: Row) => void
}

function useOwn<Value>(initial: Value, own: Own<Value>): Value {
  const [value, write] = useState(initial)
  own(write)
  return value
}

function useText(row: OwnStateRow): string {
  return useOwn(row.text, (write) => (row.write = write))
}

const OneRow = memo(function OneRow({ row, press }: RowProps) {
  const text = useText(row)
  return (
    <HBox>
      <Label text={row.name} />
      <Label text={text} />
      <Button text="x" onActivated={() => press(row)} />
    </HBox>
  )
})

const ShortRow = memo(function ShortRow({ row, press }: RowProps) {
  const text = useText(row)
  return (
    <HBox>
      <Label text={text} />
      <Button text="x" onActivated={() => press(row)} />
    </HBox>
  )
})

function listOf(OneRow: ComponentType<RowProps>) {
  return function List({ initial, own, press }: ListProps) {
    const rows = useOwn(initial, own)
    return (
      <VBox>
        {rows.map((row) => (
          <OneRow key={row.id} row={row} press={press} />
        ))}
      </VBox>
    )
  }
}

const List = listOf(OneRow)
const ShortList = listOf(ShortRow)

function UnsplitList({ initial, own, press }: ListProps) {
  const rows = useOwn(initial, own)
  return (
    <VBox>
      {rows.map((row) => (
        <HBox key={row.id}>
          <Label text={row.name} />
          <Label text={row.text} />
          <Button text="x" onActivated={() => press(row)} />
        </HBox>
      ))}
    </VBox>
  )
}

class ReactScreen extends HostScreen {
  protected readonly root = reactRoot(this.host)

  flush(): void {
    this.root.flush()
  }

  unmount(): void {
    this.root.render(null)
  }
}

class ReactList extends ReactScreen implements ListScreen<OwnStateRow> {
  readonly #component: ComponentType<ListProps>
  #write: ((rows: Rows) => void) | undefined

  constructor(component: ComponentType<ListProps>) {
    super()
    this.#component = component
  }

  mount(rows: Rows): void {
    const own: Own<Rows> = (write) => (this.#write = write)
    this.root.render(createElement(this.#component, { initial: rows, own, press: this.onPress }))
  }

  setRows(rows: Rows): void {
    this.#write!(rows)
  }

  setText(row: OwnStateRow, text: string): void {
    row.write!(text)
  }
}

interface ChainProps {
  readonly level: number
  readonly text: string
  readonly own: Own<string>
}

function LeafLevel({ level, text, own }: ChainProps) {
  return (
    <VBox>
      {level > 1 ? (
        <LeafLevel level={level - 1} text={text} own={own} />
      ) : (
        <Leaf text={text} own={own} />
      )}
    </VBox>
  )
}

function Leaf({ text, own }: Omit<ChainProps, 'level'>) {
  return <Label text={useOwn(text, own)} />
}

function Drilled({ level, text, own }: ChainProps) {
  return <DrilledLevel level={level} text={useOwn(text, own)} />
}

function DrilledLevel({ level, text }: Omit<ChainProps, 'own'>) {
  return (
    <VBox>
      {level > 1 ? <DrilledLevel level={level - 1} text={text} /> : <Label text={text} />}
    </VBox>
  )
}

class ReactChain extends ReactScreen implements ChainScreen {
  readonly #component: ComponentType<ChainProps>
  #write: ((text: string) => void) | undefined

  constructor(component: ComponentType<ChainProps>) {
    super()
    this.#component = component
  }

  mount(text: string): void {
    const own: Own<string> = (write) => (this.#write = write)
    this.root.render(createElement(this.#component, { level: levels, text, own }))
  }

  setText(text: string): void {
    this.#write!(text)
  }
}
