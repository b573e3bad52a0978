// A menu that stands in no bar and no menu: it is on the page only while it is open.

import type { Anchor, FloatOptions } from '../../dom/floating.ts'
import { foremostModal } from '../../dom/modal.ts'
import type { MenuOpening, MenuOwner, MenuPanel } from './panel.ts'
import { LeaveWatch } from './leave-watch.ts'

export interface FreeOpening {
  readonly anchor: Anchor
  readonly focus: MenuOpening['focus']
  readonly float?: FloatOptions
  /** What it is put into when it is nowhere: the root of the page. */
  readonly root: HTMLElement
  /** Told when it has closed, for whatever reason. */
  readonly closed?: () => void
}

export class FreeMenu implements MenuOwner {
  readonly #element: HTMLElement
  readonly #panel: MenuPanel
  readonly #leaving = new LeaveWatch(() => this.close())
  #opening: FreeOpening | undefined
  #isPutHere = false

  /** @param element what `panel` stands in */
  constructor(element: HTMLElement, panel: MenuPanel) {
    this.#element = element
    this.#panel = panel
  }

  get isOpen(): boolean {
    return this.#opening !== undefined
  }

  open(opening: FreeOpening): void {
    this.close()
    const { anchor, focus, float = {}, root } = opening
    this.#opening = opening
    this.#isPutHere = !this.#element.isConnected
    if (this.#isPutHere) hostOf(anchor, root).append(this.#element)
    this.#leaving.begin(anchor instanceof Element ? [this.#element, anchor] : [this.#element])
    this.#panel.open({ anchor, owner: this, float, focus })
  }

  /** The focus is left to whoever closes it. */
  close(): void {
    const opening = this.#opening
    if (!opening) return
    this.#opening = undefined
    this.#leaving.end()
    this.#panel.close()
    if (this.#isPutHere) this.#element.remove()
    opening.closed?.()
  }

  step(): void {
    // It has no neighbours.
  }

  back(): void {
    this.dismiss()
  }

  dismiss(): void {
    const anchor = this.#opening?.anchor
    const opener = anchor instanceof HTMLElement ? anchor : undefined
    const before = this.#leaving.before(this.#element) ?? opener
    before?.focus()
    this.close()
  }
}

/** Beside what it opens from: around a modal dialog nothing can be used. */
function hostOf(anchor: Anchor, root: HTMLElement): Element {
  if (anchor instanceof Element) return anchor.closest('dialog') ?? root
  return foremostModal(root) ?? root
}
