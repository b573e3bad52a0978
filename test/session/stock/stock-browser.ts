// A browser that runs pgwidgets-js 0.4.1, without a page: written from protocol.md §3, §4 and §6 and widgets.json. It
// answers as that one answers, and notes whatever would break it.

import type { Json } from 'treewire/protocol'
import { classes, methodOf } from './stock-classes.ts'
import { isRef, refTo, StockMethods } from './stock-methods.ts'
import type { Widget } from './stock-methods.ts'

type Message = Record<string, Json>

export class StockBrowser {
  readonly widgets = new Map<number, Widget>()
  /** What would have broken the real one. */
  readonly violations: string[] = []
  /** Every message that came, arrays taken apart. */
  readonly log: Message[] = []
  readonly binary: Uint8Array[] = []
  #counter = 1
  #isSilent = false
  #isReconstructing = false
  #header: Message | undefined
  readonly #transfers = new Map<number, Message>()
  readonly #out: string[] = []
  readonly #methods = new StockMethods({
    widgets: this.widgets,
    violations: this.violations,
    all: (className) => this.all(className),
    find: (wid) => this.#find(wid),
    newWidget: (className, args) => this.#newWidget(this.#counter++, className, args),
    emit: (widget, action, args) => this.#emit(widget, action, args),
  })

  /** @param life  what is left of a server that it was connected to before */
  constructor(life: { readonly isSilent?: boolean; readonly isReconstructing?: boolean } = {}) {
    this.#isSilent = life.isSilent ?? false
    this.#isReconstructing = life.isReconstructing ?? false
  }

  /** Obeys a frame. @returns the frames that it sends meanwhile */
  receive(frame: string | Uint8Array): string[] {
    if (typeof frame !== 'string') this.#takeBytes(frame)
    else {
      if (this.#header) this.violations.push('text between a header and its binary frame')
      const value = JSON.parse(frame) as Message | Message[]
      if (Array.isArray(value)) {
        const replies = value.map((message) => this.#answer(message, true))
        this.#out.push(JSON.stringify(replies))
      } else {
        const reply = this.#answer(value, false)
        if (reply) this.#out.push(JSON.stringify(reply))
      }
    }
    return this.#out.splice(0)
  }

  /** The user does something. @returns the frame, unless nobody listens */
  fire(widget: Widget, action: string, ...args: readonly unknown[]): string[] {
    this.#emit(widget, action, args as Json[])
    return this.#out.splice(0)
  }

  /** The only widget of a class. */
  only(className: string): Widget {
    const found = this.all(className)
    if (found.length !== 1) throw new Error(`There are ${found.length} widgets of ${className}`)
    return found[0]!
  }

  all(className: string): Widget[] {
    return [...this.widgets.values()].filter((widget) => widget.className === className)
  }

  get nextNumber(): number {
    return this.#counter
  }

  #answer(message: Message, isInArray: boolean): Json {
    this.log.push(message)
    const { type, id } = message
    const given = id === undefined ? {} : { id }
    try {
      const more = this.#carryOut(message, isInArray)
      return more === null ? null : { type: 'result', ...given, ...more }
    } catch (error) {
      if (type === 'call' && !(error as Error).message.startsWith('Unknown')) {
        if (message['silent'] === true)
          this.violations.push(`a silent call failed: ${(error as Error).message}`)
      }
      return { type: 'error', ...given, error: (error as Error).message }
    }
  }

  #carryOut(message: Message, isInArray: boolean): Record<string, Json> | null {
    switch (message['type']) {
      case 'init':
        this.widgets.clear()
        this.#counter = 1
        return {}
      case 'session-info':
        this.#out.push(JSON.stringify({ type: 'viewport', width: 800, height: 600 }))
        return null
      case 'reconstruct-start':
        this.#isReconstructing = true
        return {}
      case 'reconstruct-end':
        this.#isReconstructing = false
        return {}
      case 'create':
        return this.#create(message)
      case 'call':
        return this.#value(this.#call(message))
      case 'batch':
        return this.#batch(message)
      case 'listen':
        this.#find(message['wid']!).heard.add(text(message['action']))
        return {}
      case 'unlisten':
        this.#find(message['wid']!).heard.delete(text(message['action']))
        return {}
      case 'register-font':
      case 'set-default-font':
      case 'open-url':
        return {}
      case 'binary-call':
      case 'binary-call-chunked':
      case 'binary-chunk':
        if (!isInArray) return this.#takeHeader(message)
        this.violations.push('a binary header inside an array')
        throw new Error(`Unknown message type: ${text(message['type'])}`)
      default:
        this.violations.push(`message ${text(message['type'])}`)
        throw new Error(`Unknown message type: ${text(message['type'])}`)
    }
  }

  #value(value: Json | undefined): Record<string, Json> {
    return value === undefined ? {} : { value }
  }

  #batch(message: Message): Record<string, Json> {
    const errors: string[] = []
    for (const call of (message['calls'] ?? []) as Message[]) {
      this.log.push({ type: 'call', ...call })
      try {
        this.#call(call)
      } catch (error) {
        errors.push((error as Error).message)
      }
    }
    return errors.length > 0 ? { value: { errors } } : {}
  }

  #create(message: Message): Record<string, Json> {
    const { wid, args = [] } = message
    const className = text(message['class'])
    if (typeof wid !== 'number') throw new Error('this server always names a wid')
    if (!classes.has(className) || className === 'MDISubWindow') {
      this.violations.push(`class ${className}`)
      throw new Error(`Unknown widget class: ${className}`)
    }
    if (this.#counter <= wid) this.#counter = wid + 1
    else this.violations.push(`create ${wid} below the counter ${this.#counter}`)
    if (this.widgets.has(wid)) this.violations.push(`create ${wid} displaces a widget`)
    this.#check(className, args as Json[])
    const widget = this.#newWidget(this.#counter++, className, args as Json[])
    this.#counter += inner(className, args as Json[])
    widget.wid = wid
    this.widgets.set(wid, widget)
    return { wid, next_wid: this.#counter }
  }

  /** What its constructor takes: no options that it does not have, nothing that is null. */
  #check(className: string, args: readonly Json[]): void {
    const { args: positional, options } = classes.get(className)!
    args.forEach((arg, at) => {
      if (at < positional.length) return
      if (at > positional.length) this.violations.push(`${className}: argument ${at}`)
      for (const [name, value] of Object.entries((arg ?? {}) as Message)) {
        if (!options.has(name)) this.violations.push(`${className}: option ${name}`)
        if (value === null) this.violations.push(`${className}: option ${name} is null`)
        if (name === 'group' && typeof value === 'string') throw new Error('group is a string')
      }
      if (arg === null) throw new Error('null options')
    })
    this.#resolve(args)
  }

  #newWidget(wid: number, className: string, args: readonly Json[]): Widget {
    return {
      wid,
      className,
      args,
      state: new Map(),
      heard: new Set(),
      children: [],
      places: new Map(),
      parent: undefined,
      shown: undefined,
      isGone: false,
      rests: 0,
    }
  }

  #call(message: Message): Json | undefined {
    const widget = this.#find(message['wid']!)
    const method = text(message['method'])
    const args = (message['args'] ?? []) as Json[]
    if (!methodOf(widget.className, method)) {
      this.violations.push(`method ${widget.className}.${method}`)
      throw new Error(`Unknown method: ${method} on ${widget.className}`)
    }
    this.#resolve(args)
    if (message['silent'] !== true) return this.#methods.run(widget, method, args)
    this.#isSilent = true
    const value = this.#methods.run(widget, method, args)
    // Not in a `finally`: when the method throws, silence stays.
    this.#isSilent = false
    return value
  }

  /** The close mark of the window of a child. */
  closeWindow(workspace: Widget, child: Widget): string[] {
    this.#emit(workspace, 'page-close', [refTo(child)])
    workspace.children = workspace.children.filter((one) => one !== child)
    child.parent = undefined
    this.#methods.closeWindow(child)
    return this.#out.splice(0)
  }

  #emit(widget: Widget, action: string, args: readonly Json[]): void {
    const isMuted = this.#isSilent || (this.#isReconstructing && action !== 'map')
    if (isMuted || !widget.heard.has(action)) return
    this.#out.push(JSON.stringify({ type: 'callback', wid: widget.wid, action, args }))
  }

  #takeHeader(message: Message): null {
    if (message['type'] === 'binary-call-chunked') {
      this.#transfers.set(Number(message['transfer_id']), message)
    } else this.#header = message
    return null
  }

  #takeBytes(bytes: Uint8Array): void {
    const header = this.#header
    this.#header = undefined
    if (!header) this.violations.push('a binary frame without a header')
    else if (header['type'] === 'binary-call') this.#find(header['wid']!)
    this.binary.push(bytes)
  }

  #find(wid: Json): Widget {
    const found = this.widgets.get(wid as number)
    if (found) return found
    this.violations.push(`widget ${text(wid)}`)
    throw new Error(`Unknown widget id: ${text(wid)}`)
  }

  /** Every reference has to be one. */
  #resolve(value: Json): void {
    if (typeof value !== 'object' || value === null) return
    if (isRef(value)) this.#find(value.__wid__)
    else for (const one of Object.values(value)) this.#resolve(one)
  }
}

/** Numbers that a constructor takes for what it makes inside. */
function inner(className: string, args: readonly Json[]): number {
  if (className === 'Dialog') return 3 + (Array.isArray(args[1]) ? args[1].length : 0)
  if (className === 'ColorWidget') return 30
  if (className === 'ColorDialog') return 36
  const bars = ['ScrollArea', 'TextArea', 'TextSource', 'HtmlView', 'MDIWidget', 'TreeView']
  return [...bars, 'TableView', 'AbstractScrollArea'].includes(className) ? 2 : 0
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
