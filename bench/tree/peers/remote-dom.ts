// Remote DOM, driven by hand: it brings a DOM that says what has changed, and nothing that finds it out. The list
// is compared by its keys, rows of a longest increasing run stay, and as few members of the DOM are called as will do.

import '@remote-dom/core/polyfill'
import { createRemoteElement, RemoteRootElement } from '@remote-dom/core/elements'
import { levels, plainRow } from '../engine.ts'
import type { ChainScreen, Engine, ListScreen, Row } from '../engine.ts'
import { LongestRun } from '../longest-run.ts'
import type { Message } from '../message.ts'
import { TranslatingConnection } from './remote-dom-connection.ts'

interface TextElement extends HTMLElement {
  text: string
}

customElements.define('remote-root', RemoteRootElement)
customElements.define('v-box', createRemoteElement())
customElements.define('h-box', createRemoteElement())
customElements.define('text-label', createRemoteElement({ properties: { text: String } }))
customElements.define(
  'push-button',
  createRemoteElement({ properties: { text: String }, events: ['activated'] }),
)

export const engine: Engine = {
  name: 'remote-dom',
  row: plainRow,
  list: () => new RemoteList(true),
  shortList: () => new RemoteList(false),
  leaf: () => new RemoteChain(),
}

function element(name: string, text?: string): TextElement {
  const made = document.createElement(name) as TextElement
  if (text !== undefined) made.text = text
  return made
}

class RemoteScreen {
  readonly #connection = new TranslatingConnection()
  readonly #root = document.createElement('remote-root') as RemoteRootElement
  #pressed: number | undefined

  constructor() {
    this.#root.connect(this.#connection)
  }

  show(shown: Node): void {
    this.#root.append(shown)
  }

  flush(): void {}

  take(): readonly Message[] {
    return this.#connection.take()
  }

  text(): string {
    return JSON.stringify(this.take())
  }

  unmount(): void {
    this.#root.replaceChildren()
  }

  press(wid: number): number | undefined {
    this.#connection.host.fire(wid)
    return this.#pressed
  }

  protected pressed({ id }: Row): void {
    this.#pressed = id
  }
}

interface Shown {
  readonly box: HTMLElement
  readonly label: TextElement
  /** Where it was in the list before; -1 when it is gone. */
  from: number
}

class RemoteList extends RemoteScreen implements ListScreen {
  readonly #box = element('v-box')
  readonly #run = new LongestRun()
  readonly #hasName: boolean
  readonly #shown = new Map<number, Shown>()
  #rows: readonly Row[] = []

  constructor(hasName: boolean) {
    super()
    this.#hasName = hasName
  }

  mount(rows: readonly Row[]): void {
    this.#rows = rows
    for (const row of rows) this.#box.append(this.#make(row).box)
    this.show(this.#box)
  }

  setRows(next: readonly Row[]): void {
    this.#rows.forEach(({ id }, at) => (this.#shown.get(id)!.from = at))
    // One above the old position, 0 for a new row.
    const sources = Int32Array.from(next, ({ id }) => (this.#shown.get(id)?.from ?? -1) + 1)
    this.#removeMissing(next)
    this.#rows = next
    this.#run.mark(sources)
    this.#arrange(sources)
  }

  setText({ id }: Row, text: string): void {
    this.#shown.get(id)!.label.text = text
  }

  #removeMissing(next: readonly Row[]): void {
    const kept = new Set(next.map(({ id }) => id))
    for (const { id } of this.#rows) {
      if (kept.has(id)) continue
      this.#shown.get(id)!.box.remove()
      this.#shown.delete(id)
    }
  }

  #arrange(sources: Int32Array): void {
    let anchor: HTMLElement | null = null
    for (let at = sources.length - 1; at >= 0; at--) {
      const row = this.#rows[at]!
      const { box } = sources[at] === 0 ? this.#make(row) : this.#shown.get(row.id)!
      // Negative ones stay.
      if (sources[at]! >= 0) this.#box.insertBefore(box, anchor)
      anchor = box
    }
  }

  #make(row: Row): Shown {
    const box = element('h-box')
    const label = element('text-label', row.text)
    const button = element('push-button', 'x')
    button.addEventListener('activated', () => this.pressed(row))
    if (this.#hasName) box.append(element('text-label', row.name))
    box.append(label, button)
    const shown = { box, label, from: -1 }
    this.#shown.set(row.id, shown)
    return shown
  }
}

class RemoteChain extends RemoteScreen implements ChainScreen {
  #label: TextElement | undefined

  mount(text: string): void {
    this.#label = element('text-label', text)
    let chain: HTMLElement = this.#label
    for (let level = 0; level < levels; level++) {
      const box = element('v-box')
      box.append(chain)
      chain = box
    }
    this.show(chain)
  }

  setText(text: string): void {
    this.#label!.text = text
  }
}
