// Shortcuts as they are seen, and heard on the whole page.

import { editsText, isMeant, type Shortcut } from '../../widgets/shortcut.ts'
import { foremostModal } from './modal.ts'

const signs: ReadonlyMap<string, string> = new Map([
  ['Enter', '↩'],
  ['Escape', 'Esc'],
  ['Backspace', '⌫'],
  ['Delete', 'Del'],
  ['PageUp', 'PgUp'],
  ['PageDown', 'PgDn'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
])

/** As menus show it: `Ctrl+Shift+S`, on a Mac `⇧⌘S`. */
export function shownKeys({ key, isCommand, isAlt, isShift }: Shortcut, isMac = onMac()): string {
  const last = signs.get(key) ?? (key.length === 1 ? key.toUpperCase() : key)
  if (isMac) return `${isAlt ? '⌥' : ''}${isShift ? '⇧' : ''}${isCommand ? '⌘' : ''}${last}`
  return [isCommand && 'Ctrl', isAlt && 'Alt', isShift && 'Shift', last].filter(Boolean).join('+')
}

/** As `aria-keyshortcuts` has it. */
export function spokenKeys({ key, isCommand, isAlt, isShift }: Shortcut): string {
  const command = isCommand && (onMac() ? 'Meta' : 'Control')
  return [command, isAlt && 'Alt', isShift && 'Shift', key].filter(Boolean).join('+')
}

function onMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

/**
 * Whether a press that nobody else has taken is meant for `element`, which need not be in sight: nothing that is modal
 * stands before it, what it stands in is shown, and no field wants the key.
 */
export function isPressedFor(element: HTMLElement, { shortcut, root, event }: PressedOn): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  if (!isMeant(shortcut, event) || element.closest('[inert], [hidden]')) return false
  const target = event.target as HTMLElement
  if (target !== document.body && !root.contains(target)) return false
  if (editsText(shortcut) && isField(target)) return false
  const modal = foremostModal(root)
  return !modal || modal.contains(element)
}

export interface PressedOn {
  readonly shortcut: Shortcut
  /** Where windows stand. */
  readonly root: HTMLElement
  readonly event: KeyboardEvent
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches('input, textarea, select')
}
