// The lines that a user has entered in fields for one line, and the arrow keys that bring them back.

import { stateOf, textState } from '../model/state-of.ts'
import type { ModelWidget } from '../model/model.ts'
import { LineHistory } from '../widgets/line-history.ts'
import { happening } from './happening.ts'
import type { Happening } from './happening.ts'

const fields: ReadonlySet<string> = new Set(['TextEntry', 'TextEntrySet'])

export class EnteredLines {
  readonly #histories = new WeakMap<ModelWidget, LineHistory>()

  /** What is entered is kept. Passwords are not. */
  keep({ widget, action, args: [line] }: Happening): void {
    const isEntered = action === 'activated' && fields.has(widget.widgetClass.name)
    if (!isEntered || typeof line !== 'string' || stateOf(widget, 'password') === true) return
    this.#historyOf(widget).add(line)
  }

  /** What a key brings back; undefined when that is not what it is for. */
  recall(key: string, widget: ModelWidget): readonly Happening[] | undefined {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
    if (!fields.has(widget.widgetClass.name)) return undefined
    const history = this.#historyOf(widget)
    const line = key === 'ArrowUp' ? history.older(textState(widget, 'text')) : history.newer()
    const isTaken = line !== undefined && stateOf(widget, 'editable') !== false
    return isTaken ? [happening(widget, 'modified', line)] : []
  }

  #historyOf(widget: ModelWidget): LineHistory {
    const known = this.#histories.get(widget)
    const history = known ?? new LineHistory(Number(stateOf(widget, 'linehistory')))
    if (!known) this.#histories.set(widget, history)
    return history
  }
}
