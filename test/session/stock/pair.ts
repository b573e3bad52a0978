// An adapter between the frames of a session and a stock browser, and beside it a browser of ours that gets the same
// frames: what the one shows has to be what the other shows.

import { ModelBrowser } from 'treewire/testing'
import type { ModelWidget } from 'treewire/testing'
import type { Json } from 'treewire/protocol'
import { StockAdapter } from '../../../src/session/stock/stock-adapter.ts'
import { StockBrowser } from './stock-browser.ts'
import type { Widget } from './stock-methods.ts'

export type Message = Readonly<Record<string, Json>>

export interface Pair {
  readonly adapter: StockAdapter
  readonly browser: StockBrowser
  readonly model: ModelBrowser
  /** Our session says this in one frame; the last message asks for an answer. @returns what comes up */
  readonly say: (...messages: Message[]) => Message[]
  /** Frames that come from the browser. @returns what the session hears */
  readonly up: (frames: readonly string[]) => Message[]
  readonly widgetOf: (text: string) => Widget
}

export function pair(life = {}): Pair {
  const [adapter, browser, model] = [new StockAdapter(), new StockBrowser(life), new ModelBrowser()]
  let lastId = 0
  const up = (frames: readonly string[]): Message[] =>
    frames.flatMap((frame) => {
      const ours = adapter.up(frame)
      return ours === undefined ? [] : ([JSON.parse(ours as string)].flat() as Message[])
    })
  const send = (frame: string): Message[] => {
    const frames = adapter.down(frame)
    return up(frames.flatMap((one) => browser.receive(one)))
  }
  send('{"type":"init","id":0}')
  return {
    adapter,
    browser,
    model,
    up,
    say: (...messages) => {
      const last = messages.at(-1)!
      const frame = JSON.stringify([...messages.slice(0, -1), { id: ++lastId, ...last }])
      model.receive(frame)
      return send(frame)
    },
    widgetOf: (text) => {
      const found = [...browser.widgets.values()].filter((widget) => textOf(widget) === text)
      if (found.length !== 1) throw new Error(`${found.length} widgets show "${text}"`)
      return found[0]!
    },
  }
}

export function create(wid: number, className: string, ...args: readonly unknown[]): Message {
  return { type: 'create', wid, class: className, args: args as Json[] }
}

export function call(wid: number, method: string, ...args: readonly unknown[]): Message {
  return { type: 'call', wid, method, args: args as Json[] }
}

export function add(parent: number, child: number, ...place: readonly unknown[]): Message {
  return call(parent, 'add_widget', ref(child), ...place)
}

export function before(
  parent: number,
  child: number,
  sibling: number,
  ...place: readonly unknown[]
): Message {
  return call(parent, 'insert_before', ref(child), ref(sibling), ...place)
}

export function end(parent: number, child: number): Message {
  return call(parent, 'remove', ref(child), true)
}

export function listen(wid: number, action: string): Message {
  return { type: 'listen', wid, action }
}

export function ref(wid: number): Message {
  return { __wid__: wid }
}

/** `VBox(a HBox(b c))`: classes with what is in them, labels by their text. */
export function outlineOf(widget: Widget): string {
  const inside = widget.children.map(outlineOf).join(' ')
  return named(widget.className, asText(textOf(widget)), inside)
}

export function modelOutline({ widgetClass, state, children }: ModelWidget): string {
  return named(widgetClass.name, asText(state.get('text')), children.map(modelOutline).join(' '))
}

export function textOf({ state, args }: Widget): Json | undefined {
  const [first] = args
  const option = typeof first === 'object' ? (first as Message | null)?.['text'] : first
  return state.get('set_text')?.[0] ?? option
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function named(className: string, text: string, inside: string): string {
  if (className === 'Label' || className === 'MenuAction') return text
  return `${className}(${inside})`
}
