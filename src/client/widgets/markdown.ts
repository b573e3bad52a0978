// Text in Markdown. Adding to it changes only its last block on the page, once a frame at most, and less often when
// that block is long: a text that streams in never takes the page for itself.

import './markdown.css'
import './markup.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { EndKeeper } from '../dom/end-keeper.ts'
import { morphChildren } from '../dom/morph.ts'
import type { ScrollShares } from '../dom/scrolling.ts'
import { cleanerFor, type Cleaner } from './html-cleaner.ts'
import { leadOutside } from './html-links.ts'
import { append, parse, type Parsed, textOf } from './markdown/blocks.ts'
import { ScrolledText } from './scrolled-text.ts'
import type { Link } from './widget.ts'

/** For every so many milliseconds that showing took, one frame of the screen goes by without it. */
const BUDGET = 4

/** A block on the page: the markup that it was made from, and how many nodes that gave. */
interface Shown {
  readonly html: string
  readonly nodes: number
}

export class Markdown extends ScrolledText implements BrowserMethods<'Markdown'> {
  readonly #clean: Cleaner
  #parsed: Parsed = { blocks: [], reachesBack: false }
  /** Text that is to be added with the next frame of the screen. */
  #added = ''
  #shown: Shown[] = []
  #frame: number | undefined
  /** Frames that are to go by first. */
  #rest = 0
  readonly #end = new EndKeeper(this.element, this.content)

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'Markdown'>) {
    super(link)
    this.#clean = cleanerFor(options.trusted ?? false)
    this.own(() => this.#end.stop())
    this.set_follow(options.follow ?? false)
    this.#watch()
    this.set_text(text ?? '')
  }

  set_text(text: string): void {
    this.#added = ''
    this.#parsed = parse(text)
    this.#show()
  }

  get_text(): string {
    return textOf(this.#parsed) + this.#added
  }

  append_text(text: string): void {
    this.#added += text
    this.#frame ??= requestAnimationFrame(() => this.#tick())
  }

  set_follow(follow: boolean): void {
    this.#end.set(follow)
  }

  override scroll_to_top(): void {
    this.#settle()
    super.scroll_to_top()
    this.#end.look()
  }

  override scroll_to_bottom(): void {
    this.#settle()
    super.scroll_to_bottom()
    this.#end.look()
  }

  override get_scroll_position(): ScrollShares {
    this.#settle()
    return super.get_scroll_position()
  }

  override set_scroll_position(h_pct: number, v_pct: number): void {
    this.#settle()
    super.set_scroll_position(h_pct, v_pct)
    this.#end.look()
  }

  /** What is wider than it can be is scrolled by the keyboard, too; what fits is no stop of the Tab key. */
  #watch(): void {
    const sizes = new ResizeObserver(() => {
      const wide = this.content.querySelectorAll<HTMLElement>('pre, .tw-markup-wide')
      for (const element of [this.element, ...wide]) letTab(element, hasMore(element))
    })
    sizes.observe(this.element)
    sizes.observe(this.content)
    this.own(() => sizes.disconnect())
    this.own(() => cancelAnimationFrame(this.#frame ?? 0))
  }

  #tick(): void {
    this.#frame = undefined
    if (this.#rest === 0) return this.#settle()
    this.#rest--
    this.#frame = requestAnimationFrame(() => this.#tick())
  }

  #settle(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    if (this.#added === '') return
    const began = performance.now()
    this.#parsed = append(this.#parsed, this.#added)
    this.#added = ''
    this.#show()
    this.#end.keep()
    this.#rest = Math.floor((performance.now() - began) / BUDGET)
  }

  /** Blocks that are as before are not touched. */
  #show(): void {
    const { blocks } = this.#parsed
    const same = sameCount(this.#shown, blocks)
    const kept = this.#shown.slice(0, same)
    const at = kept.reduce((sum, { nodes }) => sum + nodes, 0)
    const wanted = document.createDocumentFragment()
    const fresh = blocks.slice(same).map(({ html }) => {
      const nodes = this.#clean(html)
      leadOutside(nodes)
      const count = nodes.childNodes.length
      wanted.append(nodes)
      return { html, nodes: count }
    })
    this.#shown = [...kept, ...fresh]
    morphChildren(this.content, at, wanted)
  }
}

function sameCount(old: readonly Shown[], now: readonly { readonly html: string }[]): number {
  const differs = now.findIndex(({ html }, at) => old[at]?.html !== html)
  return differs < 0 ? now.length : differs
}

function hasMore({ scrollWidth, scrollHeight, clientWidth, clientHeight }: Element): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight
}

function letTab(element: HTMLElement, isStop: boolean): void {
  if (isStop) element.tabIndex = 0
  else element.removeAttribute('tabindex')
}
