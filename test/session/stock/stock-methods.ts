// What the methods of a stock browser do to its widgets, as far as protocol.md and widgets.json tell, and what breaks it.

import type { Json } from 'treewire/protocol'

export interface Widget {
  wid: number
  readonly className: string
  readonly args: readonly Json[]
  readonly state: Map<string, readonly Json[]>
  readonly heard: Set<string>
  children: Widget[]
  /** What followed each child. */
  readonly places: Map<Widget, readonly Json[]>
  parent: Widget | undefined
  shown: Widget | undefined
  isGone: boolean
  /** Panes, bar entries and label rows that stay behind. */
  rests: number
}

/** What they need of the page. */
export interface StockPage {
  readonly widgets: Map<number, Widget>
  readonly violations: string[]
  readonly all: (className: string) => Widget[]
  readonly find: (wid: Json) => Widget
  /** It takes the next number of the counter. */
  readonly newWidget: (className: string, args: readonly Json[]) => Widget
  readonly emit: (widget: Widget, action: string, args: readonly Json[]) => void
}

type Options = Readonly<Record<string, Json>>

const loud: ReadonlyMap<string, string> = new Map([
  ['Expander.set_collapsed', 'toggled'],
  ['RadioButton.set_state', 'activated'],
  ['TopLevel.set_window_state', 'window-state'],
])

const single: ReadonlySet<string> = new Set(['Frame', 'Expander', 'ScrollArea'])
const onlyOne: ReadonlySet<string> = new Set(['TopLevel', 'Page'])

/** Methods that put several children in at once, or one where it is not counted. */
const putters: ReadonlySet<string> = new Set([
  'append_row',
  'append_column',
  'insert_row',
  'insert_column',
  'add_button',
])

export class StockMethods {
  readonly #page: StockPage

  constructor(page: StockPage) {
    this.#page = page
  }

  run(widget: Widget, method: string, args: readonly Json[]): Json | undefined {
    const { className, children } = widget
    const child = isRef(args[0]) ? this.#page.find(args[0].__wid__) : undefined
    switch (method) {
      case 'destroy':
        return this.#destroy(widget)
      case 'set_widget':
        return this.#setWidget(widget, child!)
      case 'add_widget':
        return this.#add(widget, child!, args.slice(1))
      case 'insert_widget':
        return this.#insert(widget, Number(args[0]), this.#refIn(args[1]), args.slice(2))
      case 'add_menu': {
        const menu = className === 'Menu' ? this.#refIn(args[1]) : child!
        return this.#put(
          widget,
          menu,
          children.length,
          className === 'Menu' ? [args[0]!] : args.slice(1),
        )
      }
      case 'remove':
      case 'remove_widget':
      case 'close_child':
        return this.#remove(widget, child!, method, args[1] === true)
      case 'show_widget':
        return this.#show(widget, child!)
      case 'set_index':
        if (children[Number(args[0])]) this.#show(widget, children[Number(args[0])]!)
        return undefined
      case 'get_index':
        return widget.shown ? children.indexOf(widget.shown) : -1
      case 'get_text':
        return widget.state.get('set_text')?.[0] ?? widget.args[0]
      case 'is_container':
        return true
      default:
    }
    if (putters.has(method)) {
      for (const one of args.flat()) {
        if (isRef(one)) this.#put(widget, this.#page.find(one.__wid__), children.length, [])
      }
    }
    widget.state.set(method, args)
    const echo = loud.get(`${className}.${method}`)
    if (echo) this.#page.emit(widget, echo, args.slice(0, 1))
    if (className === 'Expander' && collapsible(widget) && args[0] === true) {
      throw new Error('cannot fold')
    }
    return undefined
  }

  #setWidget(widget: Widget, child: Widget): undefined {
    if (onlyOne.has(widget.className) && widget.children.length > 0) {
      this.#page.violations.push(`${widget.className} gets a second child`)
    }
    if (single.has(widget.className)) {
      for (const old of widget.children.splice(0)) old.parent = undefined
    }
    return this.#put(widget, child, widget.children.length, [])
  }

  #add(widget: Widget, child: Widget, place: readonly Json[]): Json | undefined {
    if (widget.children.includes(child)) {
      if (widget.className === 'FixedLayout') return void widget.places.set(child, place)
      this.#page.violations.push(`${widget.className}: adds a present child`)
      return undefined
    }
    if (place[0] === null) throw new Error('null options')
    this.#put(widget, child, widget.children.length, place)
    if (widget.className === 'MDIWidget') return this.#subWindow(widget, child)
    return undefined
  }

  #subWindow(workspace: Widget, child: Widget): Json {
    const window = this.#page.newWidget('MDISubWindow', [])
    this.#page.widgets.set(window.wid, window)
    window.shown = child
    this.#show(workspace, child)
    return { __wid__: window.wid, __class__: 'MDISubWindow' }
  }

  #insert(widget: Widget, index: number, child: Widget, place: readonly Json[]): undefined {
    if (widget.children.includes(child))
      this.#page.violations.push(`${widget.className}: a child twice`)
    return this.#put(widget, child, index, place)
  }

  #put(widget: Widget, child: Widget, at: number, place: readonly Json[]): undefined {
    if (child.parent) this.#page.violations.push(`#${child.wid} is put in without being taken out`)
    widget.children.splice(at, 0, child)
    widget.places.set(child, place)
    child.parent = widget
    if (isPaging(widget) && !widget.shown) this.#show(widget, child)
    this.#page.emit(widget, 'child-added', [refTo(child)])
    return undefined
  }

  #remove(widget: Widget, child: Widget, method: string, ends: boolean): undefined {
    const { className } = widget
    if (className === 'Dialog' && method === 'remove') this.#page.violations.push('Dialog.remove')
    const at = widget.children.indexOf(child)
    if (at < 0) {
      this.#page.violations.push(`${className}.${method} of #${child.wid}, which is no child`)
      return undefined
    }
    if (isPaging(widget) && widget.shown !== child) throw new Error('The node is not a child')
    widget.children.splice(at, 1)
    widget.places.delete(child)
    child.parent = undefined
    if (leavesRest(widget, child)) widget.rests++
    if (className === 'MDIWidget') this.closeWindow(child)
    if (isPaging(widget)) {
      widget.shown = undefined
      const next = widget.children.at(-1)
      if (next) this.#show(widget, next)
    }
    if (ends && className !== 'GridBox' && className !== 'MDIWidget') this.#destroy(child)
    else if (ends) this.#page.violations.push(`${className}.remove does not end a child`)
    this.#page.emit(widget, 'child-removed', [className === 'MDIWidget' ? null : refTo(child)])
    return undefined
  }

  closeWindow(child: Widget): void {
    for (const window of this.#page.all('MDISubWindow')) {
      if (window.shown === child) this.#page.widgets.delete(window.wid)
    }
  }

  #destroy(widget: Widget): undefined {
    if (widget.parent?.children.includes(widget)) {
      this.#page.violations.push(`#${widget.wid} is destroyed while it is in its parent`)
    }
    widget.isGone = true
    this.#page.widgets.delete(widget.wid)
    for (const child of widget.children) {
      child.parent = undefined
      this.#destroy(child)
    }
    return undefined
  }

  #show(widget: Widget, child: Widget): undefined {
    if (!widget.children.includes(child)) return undefined
    widget.shown = child
    const at = widget.children.indexOf(child)
    this.#page.emit(
      widget,
      'page-switch',
      widget.className === 'MDIWidget' ? [refTo(child)] : [refTo(child), at],
    )
    return undefined
  }

  #refIn(arg: Json | undefined): Widget {
    if (isRef(arg)) return this.#page.find(arg.__wid__)
    throw new Error('no widget')
  }
}

export function isRef(value: unknown): value is { readonly __wid__: number } {
  return typeof value === 'object' && value !== null && '__wid__' in value
}

export function refTo({ wid, className }: Widget): Json {
  return { __wid__: wid, __class__: className }
}

function isPaging({ className }: Widget): boolean {
  return className === 'TabWidget' || className === 'StackWidget'
}

function leavesRest({ className }: Widget, child: Widget): boolean {
  if (className === 'Splitter' || className === 'MenuBar') return true
  return className === 'Menu' && child.className === 'Menu'
}

function collapsible({ args }: Widget): boolean {
  return (args[0] as Options | undefined)?.['collapsible'] === false
}
