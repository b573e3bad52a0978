// A browser without a page: it obeys messages and keeps the widgets as plain data.
//
// It is strict where a real browser is lenient, so that a test sees every mistake of the stream:
// an unknown widget, a child that is not there, a method that the class does not have.

import { BytesCalls, isBytesMessage } from '../protocol/bytes-calls.ts'
import type { WholeCall } from '../protocol/bytes-calls.ts'
import { decodeServerFrame } from '../protocol/codec.ts'
import type {
  CallMessage,
  CreateMessage,
  Json,
  ServerMessage,
  WidgetId,
} from '../protocol/messages.ts'
import { widgetClass } from '../widgets/catalog.ts'
import { camel, stateName } from '../widgets/names.ts'
import { isRef } from '../widgets/types.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { putIn, showPage, takeOut } from './children.ts'
import { changeBy } from './deltas.ts'
import { releaseOthers } from './groups.ts'
import { Names } from './names.ts'
import { setState } from './set-state.ts'
import { SharedTexts } from './shared-texts.ts'
import { tableCalls } from './table-calls.ts'
import type { RowCall } from './table-calls.ts'
import { treeCalls } from './tree-calls.ts'

/** A widget as a test sees it. */
export interface ModelWidget {
  readonly wid: WidgetId
  readonly widgetClass: WidgetClass
  /** By prop name: what was given at creation, then what setters said. */
  readonly state: Map<string, Json>
  readonly listening: Set<string>
  children: ModelWidget[]
  /** What each child brought when it was put in. */
  readonly placements: Map<ModelWidget, readonly Json[]>
  parent: ModelWidget | undefined
  /** Windows: whether it is on the page. */
  isShown: boolean
  /** What has pages: the child whose page is shown. */
  shownChild: ModelWidget | undefined
  /** What the rows of a table are called, once that does not follow from them. */
  rowKeys?: readonly string[] | undefined
}

/** Calls that change the rows of a class, by method. */
const rowCalls: ReadonlyMap<string, ReadonlyMap<string, RowCall>> = new Map([
  ['TableView', tableCalls],
  ['TreeView', treeCalls],
])

/** Methods that take a child out. */
const removers: ReadonlySet<string> = new Set([
  'remove',
  'remove_widget',
  'close_widget',
  'close_child',
])

export class ModelBrowser {
  readonly widgets = new Map<WidgetId, ModelWidget>()
  /** What the user types goes through them. */
  readonly texts = new SharedTexts()
  /** What widgets are called by where they stand. */
  readonly names: Names
  readonly #bytesCalls = new BytesCalls()

  /** @param names  those given before, by a browser that showed the same session */
  constructor(names = new Names()) {
    this.names = names
  }

  /**
   * Obeys a frame and gives its messages. A call with bytes is one message, a `call`, when all of it has come.
   */
  receive(frame: string | Uint8Array): ServerMessage[] {
    const messages = this.read(frame)
    this.naming(messages, () => messages.forEach((message) => this.obey(message)))
    return messages
  }

  /** Carries out the messages of a frame by `carryOut`, and gives what they make its names. */
  naming(messages: readonly ServerMessage[], carryOut: () => void): void {
    const isMaking = messages.some(({ type }) => type === 'create')
    if (isMaking) this.names.begin(this)
    carryOut()
    if (isMaking) this.names.end(this)
  }

  /** The messages of a frame, without obeying them. */
  read(frame: string | Uint8Array): ServerMessage[] {
    return typeof frame === 'string'
      ? decodeServerFrame(frame).flatMap((message) => this.#understood(message))
      : asCalls(this.#bytesCalls.takeBytes(Uint8Array.from(frame).buffer))
  }

  /** What came over the line and is not whole will not be. */
  lineLost(): void {
    this.#bytesCalls.clear()
  }

  /** Windows that are shown, in the order they were made. */
  get windows(): ModelWidget[] {
    return [...this.widgets.values()].filter((widget) => widget.isShown)
  }

  widget(wid: WidgetId): ModelWidget {
    const found = this.widgets.get(wid)
    if (found) return found
    throw new Error(`Unknown widget id: ${wid}`)
  }

  #understood(message: ServerMessage): ServerMessage[] {
    return isBytesMessage(message) ? asCalls(this.#bytesCalls.take(message)) : [message]
  }

  /** Carries out one message, which is whole. @returns what it answers, as far as that is known */
  obey(message: ServerMessage): Json | undefined {
    if (message.type === 'call') return this.#call(this.widget(message.wid), message)
    this.#take(message)
    return undefined
  }

  #take(message: Exclude<ServerMessage, CallMessage>): void {
    switch (message.type) {
      case 'init':
      case 'reconstruct-start':
        return this.widgets.clear()
      case 'welcome':
        return message.kept === 'page' ? undefined : this.widgets.clear()
      case 'batch':
        for (const call of message.calls ?? []) this.obey({ type: 'call', ...call })
        return
      case 'create':
        return this.#create(message)
      case 'listen':
        this.widget(message.wid).listening.add(message.action)
        return
      case 'unlisten':
        this.widget(message.wid).listening.delete(message.action)
        return
      default:
      // What is said to the page as a whole, or of an upload: no widget changes.
    }
  }

  #create({ wid, class: className, args = [] }: CreateMessage): void {
    if (wid === undefined) throw new Error(`create ${className} names no wid`)
    if (this.widgets.has(wid)) throw new Error(`create ${className} takes wid ${wid} a second time`)
    const made = widgetClass(className)
    this.widgets.set(wid, {
      wid,
      widgetClass: made,
      state: startState(made, args),
      listening: new Set(),
      children: [],
      placements: new Map(),
      parent: undefined,
      isShown: false,
      shownChild: undefined,
    })
  }

  #call(widget: ModelWidget, call: CallMessage): Json | undefined {
    const { method, args = [] } = call
    const { name } = widget.widgetClass
    const onRows = rowCalls.get(name)?.get(method)
    if (onRows) return onRows(widget, ...(args as readonly never[])) as Json | undefined
    this.#change(widget, call)
    return undefined
  }

  #change(widget: ModelWidget, { method, args = [] }: CallMessage): void {
    const declared = widget.widgetClass.methods.get(method)
    if (!declared) throw new Error(`Unknown method: ${method} on ${widget.widgetClass.name}`)
    if (declared.kind === 'child') return this.#changeChildren(widget, method, args)
    if (method === 'destroy') return this.#destroy(widget)
    if (method === 'show' || method === 'popup' || method === 'hide') {
      widget.state.set('visible', method !== 'hide')
      widget.isShown = method !== 'hide' && widget.widgetClass.declaration.window !== undefined
      return
    }
    if (declared.kind !== 'setter') return this.#act(widget, method, args)
    if (declared.exchange) this.texts.replaced(widget)
    const names = declared.combines ?? [declared.state ?? stateName(method)]
    const values = declared.combines ? args : [args.length === 1 ? args[0]! : args]
    names.forEach((name, at) => setState(widget, camel(name), values[at] ?? null))
    if (names.includes('state') && args[0] === true) releaseOthers(this.widgets, widget)
    if (method === 'set_index') showPage(widget, widget.children[Number(args[0])])
  }

  /** Of actions those that a state follows from. */
  #act(widget: ModelWidget, method: string, args: readonly Json[]): void {
    if (method === '_replaceRange') return this.texts.replaceRange(widget, 'text', args)
    if (method === 'show_widget') return showPage(widget, this.#refIn(args[0]))
    const change = changeBy(`${widget.widgetClass.name}.${method}`, widget.state, args)
    if (change) setState(widget, ...change)
    else this.#toggle(widget, method)
  }

  /** A method that turns a prop on or off. */
  #toggle({ widgetClass, state }: ModelWidget, method: string): void {
    for (const prop of widgetClass.props.values()) {
      const toggle = prop.kind === 'state' ? prop.toggle : undefined
      if (toggle?.on === method || toggle?.off === method)
        state.set(prop.name, toggle.on === method)
    }
  }

  #changeChildren(parent: ModelWidget, method: string, args: readonly Json[]): void {
    if (method === 'remove_all') return this.#removeAll(parent, args[0] === true)
    // Dividers and spacers are no widgets.
    if (parent.widgetClass.methods.get(method)?.params.length === 0) return
    if (isAddingSeveral(method)) {
      for (const ref of args.flat()) if (isRef(ref)) putIn(parent, this.#refIn(ref), undefined, [])
      return
    }
    if (method === 'insert_widget') {
      const inserted = this.#refIn(args[1])
      takeOut(inserted)
      return putIn(parent, inserted, parent.children[Number(args[0])], args.slice(2))
    }
    const child = this.#refIn(args[0])
    if (removers.has(method)) {
      if (child.parent !== parent) throw new Error(`#${child.wid} is no child of #${parent.wid}`)
      return this.#remove(child, args[1] === true)
    }
    const before = method === 'insert_before' ? this.#refIn(args[1]) : undefined
    putIn(parent, child, before, args.slice(before ? 2 : 1))
  }

  #removeAll({ children }: ModelWidget, end: boolean): void {
    for (const child of children.toReversed()) this.#remove(child, end)
  }

  #remove(child: ModelWidget, end: boolean): void {
    if (end) this.#destroy(child)
    else takeOut(child)
  }

  #destroy(widget: ModelWidget): void {
    takeOut(widget)
    this.widgets.delete(widget.wid)
    for (const child of widget.children.toReversed()) this.#destroy(child)
  }

  #refIn(arg: Json | undefined): ModelWidget {
    if (isRef(arg)) return this.widget(arg.__wid__)
    throw new Error(`A child must be a reference, got ${JSON.stringify(arg)}`)
  }
}

/** Whether a child method puts in all that it refers to: rows and columns of a grid. */
function isAddingSeveral(method: string): boolean {
  return (
    method.startsWith('append_') || method.startsWith('insert_row') || method === 'insert_column'
  )
}

/** As a method is called: the bytes are its first argument. */
function asCalls(whole: WholeCall | undefined): CallMessage[] {
  if (!whole) return []
  const { id, wid, method, args = [], bytes } = whole
  const all = [bytes as unknown as Json, ...args]
  return [{ type: 'call', wid, method, args: all, ...(id !== undefined && { id }) }]
}

function startState({ declaration }: WidgetClass, args: readonly Json[]): Map<string, Json> {
  const state = new Map<string, Json>()
  const params = declaration.args ?? []
  args.forEach((value, at) => {
    const param = params[at]
    if (param) state.set(camel(param.name), value)
    else for (const [name, one] of Object.entries(value as object)) state.set(camel(name), one)
  })
  return state
}
