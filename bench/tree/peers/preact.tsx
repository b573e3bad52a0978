/** @jsxImportSource preact */
// Preact on a DOM of its few members: a component a row with its own state; the list is rendered again by its parent.

import { Component, createElement, options, render } from 'preact'
import type { ComponentChild, ComponentType } from 'preact'
import { Button, HBox, Label, VBox } from '../../../src/widgets/tags.ts'
import { levels } from '../engine.ts'
import type { ChainScreen, Engine, ListScreen, Row } from '../engine.ts'
import { HostScreen, ownStateRow } from './host-screen.ts'
import type { OwnStateRow } from './host-screen.ts'
import { FakeDocument } from './preact-document.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      VBox: { readonly children: ComponentChild }
      HBox: { readonly children: ComponentChild; readonly key?: Key }
      Label: { readonly text: string }
      Button: { readonly text: string; readonly onActivated: () => void }
    }
  }
}

export const engine: Engine<OwnStateRow> = {
  name: 'preact',
  row: ownStateRow,
  list: () => new PreactList(List),
  unsplitList: () => new PreactList(UnsplitList),
  shortList: () => new PreactList(ShortList),
  leaf: () => new PreactChain(LeafLevel),
  drilled: () => new PreactChain(Drilled),
}

type Rows = readonly OwnStateRow[]
type Write<Value> = (value: Value) => void

/** A component with one value as its state, which hands out what writes it. */
abstract class Own<Props, Value> extends Component<Props, { readonly value: Value }> {
  protected readonly write: Write<Value> = (value) => this.setState({ value })

  constructor(props: Props, value: Value) {
    super(props)
    this.state = { value }
  }
}

interface RowProps {
  readonly row: OwnStateRow
  readonly press: (row: Row) => void
}

abstract class RowWithText extends Own<RowProps, string> {
  constructor(props: RowProps) {
    super(props, props.row.text)
    props.row.write = this.write
  }

  override shouldComponentUpdate({ row }: RowProps, { value }: { readonly value: string }) {
    return row !== this.props.row || value !== this.state.value
  }
}

class OneRow extends RowWithText {
  render({ row, press }: RowProps) {
    return (
      <HBox>
        <Label text={row.name} />
        <Label text={this.state.value} />
        <Button text="x" onActivated={() => press(row)} />
      </HBox>
    )
  }
}

class ShortRow extends RowWithText {
  render({ row, press }: RowProps) {
    return (
      <HBox>
        <Label text={this.state.value} />
        <Button text="x" onActivated={() => press(row)} />
      </HBox>
    )
  }
}

interface ListProps {
  readonly initial: Rows
  readonly own: (write: Write<Rows>) => void
  readonly press: (row: Row) => void
}

abstract class ListWithRows extends Own<ListProps, Rows> {
  constructor(props: ListProps) {
    super(props, props.initial)
    props.own(this.write)
  }
}

function listOf(OneRow: ComponentType<RowProps>) {
  return class List extends ListWithRows {
    render({ press }: ListProps) {
      return (
        <VBox>
          {this.state.value.map((row) => (
            <OneRow key={row.id} row={row} press={press} />
          ))}
        </VBox>
      )
    }
  }
}

const List = listOf(OneRow)
const ShortList = listOf(ShortRow)

class UnsplitList extends ListWithRows {
  render({ press }: ListProps) {
    return (
      <VBox>
        {this.state.value.map((row) => (
          <HBox key={row.id}>
            <Label text={row.name} />
            <Label text={row.text} />
            <Button text="x" onActivated={() => press(row)} />
          </HBox>
        ))}
      </VBox>
    )
  }
}

class PreactScreen extends HostScreen {
  readonly #document: FakeDocument

  constructor() {
    const document = new FakeDocument()
    super(document.host)
    this.#document = document
  }

  show(shown: ComponentChild): void {
    render(shown, this.#document.window)
  }

  flush(): void {
    flushWaiting()
  }

  unmount(): void {
    this.show(null)
  }
}

/** What Preact would do in a microtask. */
let waiting: (() => void) | undefined
options.debounceRendering = (process) => void (waiting = process)

function flushWaiting(): void {
  const process = waiting
  waiting = undefined
  process?.()
}

class PreactList extends PreactScreen implements ListScreen<OwnStateRow> {
  readonly #component: ComponentType<ListProps>
  #write: Write<Rows> | undefined

  constructor(component: ComponentType<ListProps>) {
    super()
    this.#component = component
  }

  mount(initial: Rows): void {
    const own = (write: Write<Rows>): void => void (this.#write = write)
    this.show(createElement(this.#component, { initial, own, press: this.onPress }))
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
  readonly own: (write: Write<string>) => void
}

function LeafLevel({ level, text, own }: ChainProps) {
  return (
    <VBox>
      {level > 1 ? (
        <LeafLevel level={level - 1} text={text} own={own} />
      ) : (
        <Leaf level={0} text={text} own={own} />
      )}
    </VBox>
  )
}

abstract class WithText extends Own<ChainProps, string> {
  constructor(props: ChainProps) {
    super(props, props.text)
    props.own(this.write)
  }
}

class Leaf extends WithText {
  render() {
    return <Label text={this.state.value} />
  }
}

class Drilled extends WithText {
  render({ level }: ChainProps) {
    return <DrilledLevel level={level} text={this.state.value} />
  }
}

function DrilledLevel({ level, text }: Omit<ChainProps, 'own'>) {
  return (
    <VBox>
      {level > 1 ? <DrilledLevel level={level - 1} text={text} /> : <Label text={text} />}
    </VBox>
  )
}

class PreactChain extends PreactScreen implements ChainScreen {
  readonly #component: ComponentType<ChainProps>
  #write: Write<string> | undefined

  constructor(component: ComponentType<ChainProps>) {
    super()
    this.#component = component
  }

  mount(text: string): void {
    const own = (write: Write<string>): void => void (this.#write = write)
    this.show(createElement(this.#component, { level: levels, text, own }))
  }

  setText(text: string): void {
    this.#write!(text)
  }
}
