// Keys that are pressed together, as in `Ctrl+Shift+S`: what may be said, and which press is meant. Pure.

import type { Type } from './types.ts'

export interface Shortcut {
  /** Ctrl, or ⌘. */
  readonly isCommand: boolean
  readonly isAlt: boolean
  readonly isShift: boolean
  /** As browsers name it; a letter is small. */
  readonly key: string
}

/** What a browser says of a press. */
export interface KeyPress {
  readonly key: string
  /** The key itself, whatever is printed on it. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const named: ReadonlySet<string> = new Set([
  ...Array.from({ length: 24 }, (_, at) => `F${at + 1}`),
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
])

export const shortcut: Type<string> = {
  text: 'Shortcut',
  accepts: (value) => typeof value === 'string' && shortcutOf(value) !== undefined,
  meaning: 'keys such as Ctrl+Shift+S, Alt+1, F2 or Delete; Ctrl is ⌘ on a Mac',
}

/** @returns undefined for what is none */
export function shortcutOf(text: string): Shortcut | undefined {
  const [, held = '', key = ''] = /^((?:(?:Ctrl|Alt|Shift)\+)*)(\S+)$/.exec(text) ?? []
  if (key.length !== 1 && !named.has(key)) return undefined
  return {
    isCommand: held.includes('Ctrl'),
    isAlt: held.includes('Alt'),
    isShift: held.includes('Shift'),
    key: key.length === 1 ? key.toLowerCase() : key,
  }
}

/** @param isMac where Ctrl is ⌘, and nothing else */
export function isMeant(
  { key, isCommand, isAlt, isShift }: Shortcut,
  press: KeyPress,
  isMac: boolean,
): boolean {
  const { ctrlKey, metaKey, altKey } = press
  const hasCommand = isMac ? metaKey : ctrlKey !== metaKey
  const hasOther = isMac ? ctrlKey : ctrlKey && metaKey
  const isHeld = hasCommand === isCommand && !hasOther && altKey === isAlt
  // Where a sign stands on a keyboard, and whether that takes Shift, differs.
  const isSign = key.length === 1 && !/[a-z\d]/.test(key)
  return isHeld && (isSign || press.shiftKey === isShift) && isSameKey(key, press)
}

/** Letters and digits are found where they are on most keyboards when this one has others, or Alt and Shift give others. */
function isSameKey(key: string, press: KeyPress): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  if (/^\d$/.test(key)) return press.code === `Digit${key}`
  const isElsewhere = /^[a-z]$/.test(key) && !/^[\u0020-\u007e]+$/.test(press.key)
  return isElsewhere && press.code === `Key${key.toUpperCase()}`
}

/** On a Mac signs are written with Alt, as € is by Alt+E. */
export function writesSign({ key, altKey, metaKey }: KeyPress, isMac: boolean): boolean {
  return isMac && altKey && !metaKey && key.length === 1
}

/** Keys by which text is edited: whoever has the focus in a field wants them there. */
export function editsText({ key, isCommand, isAlt, isShift }: Shortcut): boolean {
  if (/^F\d+$/.test(key)) return false
  if (!isCommand && !isAlt) return true
  if (key.length === 1) return isCommand && !isAlt && (isShift ? 'vz' : 'acvxyz').includes(key)
  return /^(Backspace|Delete|Insert|Home|End|Arrow\w+)$/.test(key)
}
