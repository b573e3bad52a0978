// The editor as a widget, without its methods: what it tells, and how a method changes its text.

import { isolateHistory } from '@codemirror/commands'
import { Annotation, type ChangeSet, Transaction } from '@codemirror/state'
import type { EditorView, ViewUpdate } from '@codemirror/view'
import type { Json } from '../../../protocol/messages.ts'
import type { Telling } from '../../../widgets/edit-exchange.ts'
import { plainBreaks } from '../../../widgets/text-edits.ts'
import { make } from '../../dom/place.ts'
import {
  type ScrollShares,
  scrollShares,
  scrollToShares,
  ScrollWatch,
} from '../../dom/scrolling.ts'
import { type Link, Widget } from '../widget.ts'
import { Editor } from './editor.ts'
import { Hint, PointerRest, type Resting } from './resting.ts'
import { SharedText } from './shared-text.ts'
import { Tags } from './tags.ts'
import { TextBuffer } from './text-buffer.ts'

export interface EditOptions {
  readonly pushUndo?: boolean | undefined
  /** Tags for the text that is put in. */
  readonly tags?: readonly string[] | undefined
}

/** Marks a change that the server has made and knows of. */
const known = Annotation.define<true>()

export abstract class EditorWidget extends Widget {
  readonly buffer = new TextBuffer(() => this.view.state.doc)
  protected readonly editor: Editor
  protected readonly tags: Tags
  protected readonly hint = new Hint(this.element)
  protected readonly rest: PointerRest
  readonly #shared: SharedText
  readonly #scrolling: ScrollWatch
  /** Where to scroll once it is laid out. */
  #wantedScroll: ScrollShares | undefined
  #frame = 0
  #hasChanged = false
  #hasMoved = false
  /** While a method is at work: what changes is not the user's doing. */
  #isProgram = false

  constructor(link: Link, text: string) {
    super(link, make('div'))
    const host = make('div', 'tw-source-host')
    this.element.append(host)
    this.editor = new Editor({
      parent: host,
      text,
      updated: (update) => this.#updated(update),
      numberClicked: (line) => this.clicked('line_clicked', line),
      iconClicked: (line) => this.iconClicked(line),
      entered: () => this.clicked('activated'),
    })
    this.tags = new Tags(this.view)
    this.#shared = new SharedText(this.view.state.doc)
    this.#scrolling = new ScrollWatch(this.view.scrollDOM, (at) => this.emit('scrolled', ...at))
    this.rest = new PointerRest(this.view, (resting) => this.#rested(resting))
    this.own(() => this.#end())
  }

  protected abstract iconClicked(line: number): boolean

  /** By the mouse or a key. @returns whether anybody wanted to know */
  protected clicked(action: string, ...args: readonly Json[]): boolean {
    this.emit(action, ...args)
    return this.link.isListening(action)
  }

  protected get view(): EditorView {
    return this.editor.view
  }

  protected override get control(): HTMLElement {
    return this.view.contentDOM
  }

  override listened(action: string): void {
    super.listened(action)
    if (action === 'scrolled') this.#scrolling.start(this.view.contentDOM)
    if (action === 'edited' && this.#shared.isUntold) this.link.edited(() => this.#tell())
  }

  override unlistened(action: string): void {
    super.unlistened(action)
    if (action === 'scrolled') this.#scrolling.stop()
  }

  /** Does what a method asks for, and tells at once what has become of it. */
  protected program<Result>(work: () => Result): Result {
    this.#isProgram = true
    try {
      return work()
    } finally {
      this.#isProgram = false
      this.#tell()
    }
  }

  /** An edit that the server has asked for without knowing the text: it is told of it like of the user's. */
  protected edit(from: number, to: number, text: string, options: EditOptions = {}): void {
    const { pushUndo = true, tags = [] } = options
    const insert = this.view.state.toText(text)
    for (const name of tags) this.tags.mustBeDefined(name)
    this.program(() => {
      const annotations = [Transaction.addToHistory.of(pushUndo), isolateHistory.of('full')]
      this.view.dispatch({ changes: { from, to, insert }, annotations })
      for (const name of tags) this.tags.add(name, from, from + insert.length)
    })
  }

  /** The server's text has become another by this edit; `heard` says how much of the user's edits it knew. */
  protected hearEdit(
    edit: { readonly from: number; readonly to: number; readonly insert: string },
    heard: number,
    isUndoable: boolean,
  ): void {
    const plain = { ...edit, insert: plainBreaks(edit.insert) }
    const changes = this.#shared.hear(plain, heard, this.link.isListening('edited'))
    this.program(() => this.#dispatchKnown(changes, isUndoable))
  }

  /** The server's text is this one, whatever it was. */
  protected replaceAll(text: string): void {
    const changes = this.#shared.replace(plainBreaks(text), this.link.isListening('edited'))
    this.program(() => this.#dispatchKnown(changes, false))
  }

  /** Tells once more what the server has missed. */
  protected tellAgain(after: number): void {
    for (const telling of this.#shared.again(after)) this.#emitEdited(telling)
  }

  protected get scrollPosition(): ScrollShares {
    return this.#wantedScroll ?? scrollShares(this.view.scrollDOM)
  }

  /** Before it is laid out there is nothing to scroll: then it waits. */
  protected scrollTo(shares: ScrollShares | undefined): void {
    this.#wantedScroll = shares
    // Not before the editor has measured itself, in the same frame.
    if (shares) this.#scrollSoon(-1)
  }

  /** Heights are guessed until lines are drawn: again until the text is as high as it was before. */
  #scrollAsWanted(before: number): void {
    const { scrollDOM } = this.view
    if (!this.#wantedScroll || scrollDOM.clientHeight === 0) return
    scrollToShares(scrollDOM, this.#wantedScroll)
    if (scrollDOM.scrollHeight === before) this.#wantedScroll = undefined
    else this.#scrollSoon(scrollDOM.scrollHeight)
  }

  #scrollSoon(before: number): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#scrollAsWanted(before))
  }

  #dispatchKnown(changes: ChangeSet, isUndoable: boolean): void {
    const annotations = [known.of(true), Transaction.addToHistory.of(isUndoable)]
    this.view.dispatch({ changes, annotations })
  }

  #updated({ docChanged, selectionSet, geometryChanged, changes, transactions }: ViewUpdate): void {
    for (const one of transactions) {
      if (one.docChanged && !one.annotation(known)) this.#shared.changed(one.changes)
    }
    if (docChanged) this.buffer.anchors.map(changes)
    if (geometryChanged && this.#wantedScroll) this.#scrollSoon(-1)
    if (docChanged || geometryChanged) this.#scrolling.touch()
    this.#hasChanged ||= docChanged
    this.#hasMoved ||= selectionSet && !this.#isProgram
    if ((docChanged || selectionSet) && !this.#isProgram) this.link.edited(() => this.#tell())
  }

  #tell(): void {
    const { from, to } = this.view.state.selection.main
    const isOwed = this.link.isListening('edited') && this.#shared.owesWord
    const tellings = isOwed ? this.#shared.tell() : []
    const [hasChanged, hasMoved] = [this.#hasChanged, this.#hasMoved]
    this.#hasChanged = false
    this.#hasMoved = false
    for (const telling of tellings) this.#emitEdited(telling)
    if (hasChanged) this.emit('changed')
    if (hasMoved) this.emit('selection_changed', from, to)
  }

  #emitEdited({ edits, number, heard }: Telling): void {
    this.emit('edited', edits, number, heard)
  }

  #rested({ offset, x, y }: Resting): void {
    const [line, column] = this.buffer.lineColumn(offset)
    this.emit('tooltip', line, column, this.buffer.line(line).text, x, y)
  }

  #end(): void {
    this.#scrolling.stop()
    cancelAnimationFrame(this.#frame)
    this.rest.stop()
    this.hint.hide()
    this.buffer.end()
    this.view.destroy()
  }
}
