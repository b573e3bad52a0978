// Panes side by side, or one below the other, with dividers that can be dragged.

import './splitter.css'
import type { WidgetLike } from '../../widgets/types.ts'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make, placeBefore } from '../dom/place.ts'
import { asWidget, Container } from './container.ts'
import { Divider } from './divider.ts'
import { average, fitted, moved } from './pane-sizes.ts'
import type { Link, Widget } from './widget.ts'

type Orientation = 'horizontal' | 'vertical'

/** Px below which a pane does not go, unless told otherwise. */
const LEAST = 20

interface Pane {
  readonly element: HTMLElement
  /** In front of the pane; the first pane shows none. */
  readonly divider: Divider
  least: number
}

/** Where a pane has gone, and the share that it had. */
interface Gap {
  /** The place among the panes of now that it would take. */
  readonly at: number
  readonly share: number
}

export class Splitter extends Container implements BrowserMethods<'Splitter'> {
  readonly #orientation: Orientation
  readonly #panes = new Map<Widget, Pane>()
  /** Shares of the panes, in order; any unit. Missing ones are as large as the average. */
  #shares: readonly number[] = []
  /** In order, and in the unit of the shares: for panes that come where others have gone. */
  #gaps: readonly Gap[] = []

  constructor(link: Link, ...[options = {}]: CreateArgs<'Splitter'>) {
    super(link, make('div'))
    this.#orientation = options.orientation ?? 'horizontal'
    this.element.dataset['orientation'] = this.#orientation
  }

  set_sizes(sizes: readonly number[]): void {
    this.#take(sizes)
  }

  get_sizes(): number[] {
    return this.#inOrder().map(({ element }) => this.#extent(element))
  }

  set_minimum_size(child: WidgetLike, min_px: number): void {
    const pane = this.#panes.get(asWidget(child))
    if (!pane) throw new Error(`Splitter #${this.wid} has no child #${child.wid}`)
    pane.least = min_px
    this.#layOut()
  }

  protected override placeChild(child: Widget, before: Widget | undefined): void {
    if (!this.#panes.has(child)) this.#fillGap(this.indexOf(child))
    const pane = this.#panes.get(child) ?? this.#newPane(child)
    const next = before && this.#panes.get(before)
    placeBefore(this.element, pane.element, next?.divider.element ?? null)
    placeBefore(this.element, pane.divider.element, pane.element)
    this.#layOut()
  }

  protected override dropChild(child: Widget, at: number): void {
    const pane = this.#panes.get(child)!
    const share = this.#shares[at]
    this.#leaveGap(at, share)
    this.#shares = this.#shares.toSpliced(at, 1)
    this.#panes.delete(child)
    pane.divider.element.remove()
    pane.element.remove()
    child.element.remove()
    this.#layOut()
  }

  #take(shares: readonly number[]): void {
    this.#shares = shares
    this.#gaps = []
    this.#layOut()
  }

  #leaveGap(at: number, share: number | undefined): void {
    const before = this.#gaps.filter((gap) => gap.at <= at)
    const behind = this.#gaps.filter((gap) => gap.at > at)
    const own = share === undefined ? [] : [{ at, share }]
    this.#gaps = [...before, ...own, ...behind.map((gap) => ({ ...gap, at: gap.at - 1 }))]
  }

  /** The share of a new pane: what one has left there, or the average where others would get that of their neighbour. */
  #fillGap(at: number): void {
    const gap = this.#gaps.find((one) => one.at === at)
    const others = this.#gaps.filter((one) => one !== gap)
    this.#gaps = others.map((one) => (one.at < at ? one : { ...one, at: one.at + 1 }))
    // More shares than panes are for panes that are still to come.
    const isBetween = at < this.#shares.length && this.#shares.length <= this.#panes.size
    const share = gap?.share ?? (isBetween ? average(this.#shares) : undefined)
    if (share !== undefined) this.#shares = this.#shares.toSpliced(at, 0, share)
  }

  #newPane(child: Widget): Pane {
    const element = make('div', 'tw-splitter-pane')
    const divider: Divider = new Divider(this.#orientation, {
      extents: () => this.get_sizes(),
      move: (sizes, by) => this.#move(child, sizes, by),
      settle: () => this.emit('sizing', this.get_sizes()),
    })
    const pane = { element, divider, least: LEAST }
    element.append(child.element)
    this.#panes.set(child, pane)
    return pane
  }

  /** @param sizes of all panes before, px  @param by how far the divider in front of the child goes */
  #move(child: Widget, sizes: readonly number[], by: number): void {
    const least = this.#inOrder().map((pane) => pane.least)
    this.#take(moved(sizes, least, this.indexOf(child), by))
  }

  #layOut(): void {
    const panes = this.#inOrder()
    const shares = fitted(this.#shares, panes.length)
    for (const [at, { element, divider, least }] of panes.entries()) {
      const before = shares[at - 1] ?? 0
      const share = shares[at]!
      element.style.flexGrow = String(share)
      element.style.setProperty('--tw-least', `${least}px`)
      divider.element.hidden = at === 0
      divider.setValue(before + share > 0 ? before / (before + share) : 0)
    }
  }

  #inOrder(): Pane[] {
    return this.children.map((child) => this.#panes.get(child)).filter((pane) => pane !== undefined)
  }

  #extent(element: HTMLElement): number {
    const { width, height } = element.getBoundingClientRect()
    return this.#orientation === 'horizontal' ? width : height
  }
}
