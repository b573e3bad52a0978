// The browser's end of a text that the server knows too: what the user has changed and nobody was told of, and
// what comes from the server carried over it.

import { ChangeSet, Text } from '@codemirror/state'
import { EditExchange, type Telling } from '../../../widgets/edit-exchange.ts'
import { portionsOf } from './portions.ts'
import { diffText, rebase, type TextEdit, type TextEdits } from '../../../widgets/text-edits.ts'

/** The server is told what was heard at least this often, so that it need not keep what it has said. */
const MOST_HEARD = 100

export class SharedText {
  readonly #exchange = new EditExchange(false)
  /** The text that the server knows, or will know when it has heard everything that was said. */
  #agreed: Text
  /** From there to what the user sees. */
  #untold: ChangeSet
  #heardSince = 0

  constructor(text: Text) {
    this.#agreed = text
    this.#untold = ChangeSet.empty(text.length)
  }

  get isUntold(): boolean {
    return !this.#untold.empty
  }

  get owesWord(): boolean {
    return this.isUntold || this.#heardSince >= MOST_HEARD
  }

  /** The text was changed here. */
  changed(changes: ChangeSet): void {
    this.#untold = this.#untold.compose(changes)
  }

  /** What the server is to be told now, one after another. */
  tell(): readonly Telling[] {
    const edits = editsOf(this.#untold)
    this.#agreed = this.#untold.apply(this.#agreed)
    this.#untold = ChangeSet.empty(this.#agreed.length)
    this.#heardSince = 0
    return portionsOf(edits).map((portion) => this.#exchange.say(portion))
  }

  /** What was told after this number, to be told again. */
  again(after: number): readonly Telling[] {
    return this.#exchange.again(after)
  }

  /**
   * The server has made an edit.
   *
   * @param heard   how much of what it was told it knew by then
   * @param isKept  whether what it was not told stays; else it gives way
   * @returns       what is to be changed here
   */
  hear(edit: TextEdit, heard: number, isKept: boolean): ChangeSet {
    this.#heardSince++
    return this.#take(this.#exchange.hear([edit], heard), isKept)
  }

  /** The server has set the whole text. What it was told and has not heard is void. */
  replace(text: string, isKept: boolean): ChangeSet {
    this.#heardSince++
    this.#exchange.replaced()
    return this.#take(diffText(this.#agreed.toString(), text), isKept)
  }

  #take(edits: TextEdits, isKept: boolean): ChangeSet {
    const theirs = changesOf(edits, this.#agreed.length)
    const before = this.#agreed
    const own = editsOf(this.#untold)
    const length = this.#untold.newLength
    this.#agreed = theirs.apply(before)
    if (!isKept) {
      const back = this.#untold.invert(before)
      this.#untold = ChangeSet.empty(this.#agreed.length)
      return back.compose(theirs)
    }
    this.#untold = changesOf(rebase(own, edits, false), this.#agreed.length)
    return changesOf(rebase(edits, own, true), length)
  }
}

function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = []
  changes.iterChanges((from, to, _fromNow, _toNow, inserted) => {
    edits.push({ from, to, insert: inserted.toString() })
  })
  return edits
}

function changesOf(edits: TextEdits, length: number): ChangeSet {
  return ChangeSet.of(
    edits.map(({ from, to, insert }) => ({ from, to, insert: Text.of(insert.split('\n')) })),
    length,
  )
}
