// What a key means to a combo box. Pure.

import { isComposing } from '../dom/events.ts'

/**
 * - `open`   shows the list                  - `pick`   takes the active option
 * - `close`  hides it, nothing is taken      - `take`   the same, and the focus goes on
 * - `enter`  tells the text in the field     - `search` goes to what begins with this letter
 * - the others make another option active; they open the list first
 */
export type Intent =
  | 'open'
  | 'close'
  | 'pick'
  | 'take'
  | 'enter'
  | 'search'
  | 'next'
  | 'previous'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'

type Keys = ReadonlyMap<string, Intent>

const moving: readonly [string, Intent][] = [
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Alt+ArrowUp', 'pick'],
  ['Enter', 'pick'],
  ['Escape', 'close'],
]
const opening: readonly [string, Intent][] = [
  ['ArrowDown', 'open'],
  ['ArrowUp', 'open'],
  ['Alt+ArrowDown', 'open'],
]
const ends: readonly [string, Intent][] = [
  ['Home', 'first'],
  ['End', 'last'],
]

const keys: Readonly<Record<'choice' | 'entry', Readonly<Record<'open' | 'closed', Keys>>>> = {
  choice: {
    open: new Map([...moving, ...ends, [' ', 'pick'], ['Tab', 'take']]),
    closed: new Map([...opening, ...ends, ['Enter', 'open'], [' ', 'open']]),
  },
  entry: {
    open: new Map([...moving, ['Tab', 'close']]),
    closed: new Map([...opening, ['Enter', 'enter']]),
  },
}

export interface ComboState {
  readonly isEditable: boolean
  readonly isOpen: boolean
  /** Letters are being typed that search the list: a space is one of them. */
  readonly isSearching: boolean
}

/** undefined: the key is none of ours. */
export function intentOf(event: KeyboardEvent, state: ComboState): Intent | undefined {
  const { key, altKey, ctrlKey, metaKey } = event
  if (isComposing(event) || ctrlKey || metaKey) return undefined
  const isLetter = key.length === 1 && (key !== ' ' || state.isSearching)
  if (isLetter && !altKey) return state.isEditable ? undefined : 'search'
  const known = keys[state.isEditable ? 'entry' : 'choice'][state.isOpen ? 'open' : 'closed']
  return known.get(altKey ? `Alt+${key}` : key)
}
