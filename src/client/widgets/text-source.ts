// Editor for text and code. What the user changes is told as edits; what the server changes meanwhile is
// carried over them. See text-source/ for its parts.

import './text-source.css'
import { isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { EditorView } from '@codemirror/view'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import type { WidgetLike } from '../../widgets/types.ts'
import type { ScrollShares } from '../dom/scrolling.ts'
import { px } from '../dom/style.ts'
import { TextBufferRef } from './text-buffer-ref.ts'
import type { Gravity } from './text-source/anchors.ts'
import type { Wrap } from './text-source/editor.ts'
import { type EditOptions, EditorWidget } from './text-source/editor-widget.ts'
import { type Match, matchesOf } from './text-source/find-text.ts'
import { clearIcons, Icon, iconOfLine, putIcon } from './text-source/gutters.ts'
import type { TagAttrs } from './text-source/tag-style.ts'
import type { TagInterval } from './text-source/tags.ts'
import type { Link } from './widget.ts'

type RefPair = readonly [start: TextBufferRef, end: TextBufferRef]
type Align = 'nearest' | 'center' | 'top'

interface FindOpts {
  readonly start?: WidgetLike | null | undefined
  readonly case_insensitive?: boolean | undefined
}

interface ReplaceOpts extends FindOpts {
  readonly all?: boolean | undefined
}

interface ReplaceRangeOpts extends EditOptions {
  readonly heard?: number | undefined
}

export class TextSource extends EditorWidget implements BrowserMethods<'TextSource'> {
  readonly #named = new Map<string, TextBufferRef>()

  constructor(link: Link, ...[text, options = {}]: CreateArgs<'TextSource'>) {
    super(link, text ?? '')
    this.set_wrap(options.wrap ?? 'none')
    this.set_line_numbers(options.line_numbers ?? false)
    this.set_icon_gutter(options.icon_gutter ?? false)
    this.set_editable(options.editable ?? true)
    this.set_font(options.font_family ?? 'monospace', options.font_size ?? 13)
  }

  // Text.

  set_text(text: string): void {
    this.replaceAll(text)
    this.#dropPlaces()
  }

  get_text(): string {
    return this.view.state.doc.toString()
  }

  get_length(): number {
    return this.view.state.doc.length
  }

  get_text_range(start_ref: WidgetLike, end_ref: WidgetLike): string {
    return this.view.state.sliceDoc(...this.#range(start_ref, end_ref))
  }

  insert_text(ref: WidgetLike, text: string, tags: readonly string[] | null = null): void {
    const at = this.#offset(ref)
    this.edit(at, at, text, { tags: tags ?? [] })
  }

  delete_range(start_ref: WidgetLike, end_ref: WidgetLike): void {
    this.edit(...this.#range(start_ref, end_ref), '')
  }

  /** The server has said no text, so it is told of this one. */
  clear(): void {
    this.edit(0, this.get_length(), '')
    this.#dropPlaces()
  }

  _replaceRange(start: number, end: number, newText: string, opts: ReplaceRangeOpts = {}): void {
    const { heard, pushUndo = true } = opts
    if (heard !== undefined) {
      this.hearEdit({ from: start, to: end, insert: newText }, heard, pushUndo)
    } else this.edit(...inOrder(this.buffer.clamp(start), this.buffer.clamp(end)), newText, opts)
  }

  tell_again(after: number): void {
    this.tellAgain(after)
  }

  undo(): boolean {
    return this.program(() => undo(this.view))
  }

  redo(): boolean {
    return this.program(() => redo(this.view))
  }

  can_undo(): boolean {
    return undoDepth(this.view.state) > 0
  }

  can_redo(): boolean {
    return redoDepth(this.view.state) > 0
  }

  // Looks.

  set_editable(tf: boolean): void {
    this.editor.setEditable(tf)
    this.element.classList.toggle('tw-read-only', !tf)
  }

  set_wrap(mode: Wrap): void {
    this.editor.setWrap(mode)
  }

  set_line_numbers(tf: boolean): void {
    this.editor.setNumbers(tf)
  }

  set_icon_gutter(tf: boolean): void {
    this.editor.setIcons(tf)
  }

  override set_font(family: string | null, size: number | null = null): void {
    const { style } = this.element
    const isTheirs = family !== null && family !== 'monospace'
    if (family !== null) style.setProperty('--tw-source-font', isTheirs ? family : null)
    if (size !== null) style.setProperty('--tw-source-size', px(size))
    this.view.requestMeasure()
  }

  set_tooltips_enabled(tf: boolean): void {
    if (tf) this.rest.start()
    else this.rest.stop()
  }

  set_icon(ref: WidgetLike, icon_url: string | null): void {
    const icon = icon_url === null ? undefined : new Icon(icon_url, ref)
    putIcon(this.view, this.#offset(ref), icon)
  }

  set_cursor_style(style: 'line' | 'block' = 'line', color: string | null = null): void {
    this.editor.setCaret(style === 'block', color)
  }

  _showTooltip(text: string, x: number, y: number): void {
    this.hint.show(text, x, y)
  }

  // Caret and selection.

  get_cursor(): TextBufferRef {
    return this.#ref(this.view.state.selection.main.head)
  }

  /** Of an editor it is the caret, not the mouse pointer. */
  override set_cursor(ref: WidgetLike | string | null): void {
    this._setCursorOffset(this.#offset(ref))
    if (this.link.isListening('cursor_moved')) this.emit('cursor_moved', this.get_cursor().toJSON())
  }

  get_selection_range(): RefPair | null {
    const { from, to, empty } = this.view.state.selection.main
    return empty ? null : this.#pair({ from, to })
  }

  has_selection(): boolean {
    return !this.view.state.selection.main.empty
  }

  get_selection_bounds(): RefPair | null {
    return this.get_selection_range()
  }

  set_selection_range(start_ref: WidgetLike, end_ref: WidgetLike): void {
    this._setSelectionOffsets(this.#offset(start_ref), this.#offset(end_ref))
  }

  _setCursorOffset(offset: number): void {
    this._setSelectionOffsets(offset, offset)
  }

  _setSelectionOffsets(start: number, end: number): void {
    const selection = { anchor: this.buffer.clamp(start), head: this.buffer.clamp(end) }
    this.program(() => this.view.dispatch({ selection }))
  }

  // Tags.

  create_tag(name: string, attrs: TagAttrs = {}): void {
    this.tags.define(name, attrs)
  }

  remove_tag_def(name: string): void {
    this.tags.undefine(name)
  }

  has_tag(name: string): boolean {
    return this.tags.regions(name).length > 0
  }

  apply_tag(name: string, start_ref: WidgetLike, end_ref: WidgetLike): void {
    this.tags.mustBeDefined(name)
    this.tags.add(name, ...this.#range(start_ref, end_ref))
  }

  remove_tag(name: string, start_ref: WidgetLike, end_ref: WidgetLike): void {
    this.tags.remove(name, ...this.#range(start_ref, end_ref))
  }

  get_tags_at(ref: WidgetLike): string[] {
    const at = this.#offset(ref)
    return this.tags.between(at, at + 1)
  }

  get_tags_range(start_ref: WidgetLike, end_ref: WidgetLike): string[] {
    return this.tags.between(...this.#range(start_ref, end_ref))
  }

  get_tag_region(name: string): RefPair | null {
    const regions = this.tags.regions(name)
    const [first, last] = [regions[0], regions.at(-1)]
    return first && last ? this.#pair({ from: first.start, to: last.end }) : null
  }

  get_tag_regions(name: string): RefPair[] {
    return this.tags.regions(name).map(({ start, end }) => this.#pair({ from: start, to: end }))
  }

  _restoreTagIntervals(intervals: readonly TagInterval[]): void {
    this.tags.restore(intervals)
  }

  // Refs.

  create_ref(offset: number, gravity: Gravity = 'right'): TextBufferRef {
    return this.#ref(offset, gravity)
  }

  remove_ref(ref: WidgetLike): void {
    asRef(ref).invalidate()
  }

  create_named_ref(name: string, offset: number, gravity: Gravity = 'right'): TextBufferRef {
    const ref = this.#ref(offset, gravity)
    this._bindNamedRef(name, ref)
    return ref
  }

  get_named_ref(name: string): TextBufferRef | null {
    const ref = this.#named.get(name)
    return ref?.isLiving ? ref : null
  }

  remove_named_ref(name: string): void {
    this.#named.get(name)?.invalidate()
    this.#named.delete(name)
  }

  _bindNamedRef(name: string, ref: WidgetLike): void {
    const bound = asRef(ref)
    bound.offsetIn(this.buffer)
    if (this.#named.get(name) !== bound) this.remove_named_ref(name)
    this.#named.set(name, bound)
  }

  get_ref_start(): TextBufferRef {
    return this.#ref(0)
  }

  get_ref_end(): TextBufferRef {
    return this.#ref(this.get_length())
  }

  get_ref_bounds(): RefPair {
    return [this.get_ref_start(), this.get_ref_end()]
  }

  get_ref_line_start(lineno: number): TextBufferRef {
    return this.#ref(this.buffer.line(lineno).from)
  }

  get_ref_line_end(lineno: number): TextBufferRef {
    return this.#ref(this.buffer.line(lineno).to)
  }

  // Search.

  find(query: string, opts: FindOpts = {}): RefPair | null {
    const [match] = this.#matches(query, opts)
    return match ? this.#pair(match) : null
  }

  find_all(query: string, opts: FindOpts = {}): RefPair[] {
    return [...this.#matches(query, opts)].map((match) => this.#pair(match))
  }

  replace(query: string, replacement: string, opts: ReplaceOpts = {}): number {
    const all = [...this.#matches(query, opts)]
    const matches = opts.all ? all : all.slice(0, 1)
    const insert = this.view.state.toText(replacement)
    const changes = matches.map((match) => ({ ...match, insert }))
    this.program(() => this.view.dispatch({ changes, annotations: isolateHistory.of('full') }))
    return matches.length
  }

  // Scrolling.

  set_scroll_position(h_pct: number, v_pct: number): void {
    this.scrollTo([h_pct, v_pct])
  }

  get_scroll_position(): ScrollShares {
    return this.scrollPosition
  }

  scroll_to_ref(ref: WidgetLike, align: Align = 'nearest'): void {
    this._scrollToOffset(this.#offset(ref), align)
  }

  scroll_to_cursor(): void {
    this._scrollToOffset(this.view.state.selection.main.head)
  }

  _scrollToOffset(offset: number, align: Align = 'nearest'): void {
    this.scrollTo(undefined)
    const y = align === 'top' ? 'start' : align
    const effects = EditorView.scrollIntoView(this.buffer.clamp(offset), { y })
    this.view.dispatch({ effects })
  }

  protected override iconClicked(line: number): boolean {
    const ref = iconOfLine(this.view, line)?.ref
    const isPlace = ref instanceof TextBufferRef && ref.isLiving
    return this.clicked('icon_clicked', line, isPlace ? ref.toJSON() : null)
  }

  #dropPlaces(): void {
    this.tags.clear()
    clearIcons(this.view)
    this.buffer.anchors.loseAll()
    this.#named.clear()
  }

  #ref(offset: number, gravity: Gravity = 'right'): TextBufferRef {
    return asRef(this.link.make('TextBufferRef', this, offset, gravity))
  }

  #pair({ from, to }: Match): RefPair {
    return [this.#ref(from), this.#ref(to)]
  }

  #offset(ref: unknown): number {
    return asRef(ref).offsetIn(this.buffer)
  }

  #range(start: WidgetLike, end: WidgetLike): [from: number, to: number] {
    return inOrder(this.#offset(start), this.#offset(end))
  }

  #matches(query: string, { start, case_insensitive }: FindOpts): Generator<Match> {
    return matchesOf(this.get_text(), query, {
      start: start ? this.#offset(start) : 0,
      isCaseIgnored: case_insensitive ?? false,
    })
  }
}

function asRef(ref: unknown): TextBufferRef {
  if (ref instanceof TextBufferRef) return ref
  throw new TypeError('A place in the text must be a TextBufferRef')
}

function inOrder(a: number, b: number): [from: number, to: number] {
  return a < b ? [a, b] : [b, a]
}
