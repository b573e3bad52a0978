// A page that is only a model: it carries messages out, and throws where a page would not know what to do.

import { WINDOW } from './message.ts'
import type { Argument, CallMessage, Message } from './message.ts'

interface ModelWidget {
  readonly wid: number
  readonly className: string
  text: string | undefined
  parent: ModelWidget | undefined
  children: ModelWidget[]
  readonly listening: Set<string>
}

type Method = (model: Model, widget: ModelWidget, args: readonly Argument[]) => void

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['set_text', (_, widget, [text]) => (widget.text = text as string)],
  ['add_widget', (model, widget, [child]) => model.put(widget, child, widget.children.length)],
  ['insert_before', (model, widget, [child, before]) => model.putBefore(widget, child, before)],
  ['remove', (model, widget, [child]) => model.end(model.childOf(widget, child))],
  ['remove_all', (model, widget) => [...widget.children].forEach((child) => model.end(child))],
])

export class Model {
  readonly #widgets = new Map<number, ModelWidget>()
  readonly #window: ModelWidget
  /** Wids are never given twice. */
  readonly #ended = new Set<number>()

  constructor(window = WINDOW) {
    this.#window = this.#make(window, 'VBox', undefined)
  }

  /** @throws when a message speaks of what is not there */
  apply(messages: readonly Message[]): void {
    for (const message of messages) this.#obey(message)
  }

  /** What the window shows, one widget a line. */
  get outline(): string {
    return this.#window.children.flatMap((child) => linesOf(child, '')).join('\n')
  }

  /** The buttons from top to bottom, each with the first label beside it. */
  buttons(): { readonly wid: number; readonly name: string | undefined }[] {
    const buttons = [...under(this.#window)].filter(({ className }) => className === 'Button')
    return buttons.map(({ wid, parent }) => ({ wid, name: parent?.children[0]?.text }))
  }

  put(parent: ModelWidget, child: Argument | undefined, index: number): void {
    const widget = this.#referredTo(child)
    const from = widget.parent?.children.indexOf(widget) ?? -1
    if (from >= 0) widget.parent?.children.splice(from, 1)
    const isPastItself = widget.parent === parent && from < index
    widget.parent = parent
    parent.children.splice(isPastItself ? index - 1 : index, 0, widget)
  }

  putBefore(parent: ModelWidget, child: Argument | undefined, before: Argument | undefined): void {
    this.put(parent, child, parent.children.indexOf(this.childOf(parent, before)))
  }

  childOf(parent: ModelWidget, reference: Argument | undefined): ModelWidget {
    const widget = this.#referredTo(reference)
    if (widget.parent === parent) return widget
    throw new Error(`Widget ${widget.wid} is no child of ${parent.wid}, but a message says so`)
  }

  end(widget: ModelWidget): void {
    const siblings = widget.parent?.children ?? []
    siblings.splice(siblings.indexOf(widget), 1)
    for (const { wid } of [widget, ...under(widget)]) {
      this.#widgets.delete(wid)
      this.#ended.add(wid)
    }
  }

  #obey(message: Message): void {
    if (message.type === 'create') {
      this.#make(message.wid, message.class, message.args[0] as string | undefined)
    } else if (message.type === 'listen') this.#of(message.wid).listening.add(message.action)
    else this.#call(message)
  }

  #call({ wid, method, args }: CallMessage): void {
    const obey = methods.get(method)
    if (!obey) throw new Error(`The model has no method "${method}". Add it to bench/tree/model.ts`)
    obey(this, this.#of(wid), args)
  }

  #make(wid: number, className: string, text: string | undefined): ModelWidget {
    if (this.#widgets.has(wid) || this.#ended.has(wid)) throw new Error(`Wid ${wid} is made twice`)
    const listening = new Set<string>()
    const widget = { wid, className, text, parent: undefined, children: [], listening }
    this.#widgets.set(wid, widget)
    return widget
  }

  #of(wid: number): ModelWidget {
    const widget = this.#widgets.get(wid)
    if (widget) return widget
    throw new Error(`There is no widget ${wid}, but a message speaks of it`)
  }

  #referredTo(reference: Argument | undefined): ModelWidget {
    if (typeof reference === 'object') return this.#of(reference.__wid__)
    throw new Error(`A message wants a widget and has ${String(reference)}`)
  }
}

function* under(widget: ModelWidget): Generator<ModelWidget> {
  for (const child of widget.children) {
    yield child
    yield* under(child)
  }
}

function linesOf({ className, text, listening, children }: ModelWidget, indent: string): string[] {
  const parts = [className, ...(text === undefined ? [] : [text]), ...listening]
  return [indent + parts.join(' · '), ...children.flatMap((child) => linesOf(child, `${indent} `))]
}
