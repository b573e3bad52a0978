// Shortcuts as they are seen, and heard on the whole page.

import { editsText, isMeant, type Shortcut, writesSign } from '../../widgets/shortcut.ts'
import { isComposing } from './events.ts'
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
 * Whether a press that nobody else has taken is meant for `element`, whose menu may be closed: what opens the menu is
 * shown, nothing that is modal stands before it, and no field wants the key.
 */
export function isPressedFor(element: HTMLElement, pressed: PressedOn): boolean {
  const { shortcut, root, event } = pressed
  if (event.defaultPrevented || isComposing(event) || !isMeant(shortcut, event, onMac()))
    return false
  const target = event.target as HTMLElement
  if (target !== document.body && !root.contains(target)) return false
  if (isForText(shortcut, event) && keepsKey(target, event)) return false
  return element.closest(unusable) === null && isInUse(placeOf(element, pressed), root)
}

export interface PressedOn {
  readonly shortcut: Shortcut
  /** Where windows stand. */
  readonly root: HTMLElement
  /** What opens the menu, if that stands in no bar: it is on the page only while it is open. */
  readonly opener: HTMLElement | undefined
  readonly event: KeyboardEvent
}

const unusable = '[inert], [hidden]'

/** What is on the page while the menu is closed. Undefined for a menu that only its server opens. */
function placeOf(element: HTMLElement, { opener }: PressedOn): Element | undefined {
  return element.closest('.tw-menu-bar') ?? opener
}

function isInUse(place: Element | undefined, root: HTMLElement): boolean {
  const modal = foremostModal(root)
  if (!place) return !modal
  return place.checkVisibility() && !place.closest(unusable) && (!modal || modal.contains(place))
}

function isForText(shortcut: Shortcut, event: KeyboardEvent): boolean {
  return editsText(shortcut) || writesSign(event, onMac())
}

/** Inputs that are pressed or dragged, where no text is edited. */
const textless = [
  'checkbox',
  'radio',
  'range',
  'color',
  'file',
  'button',
  'submit',
  'reset',
  'image',
]
const fields = `textarea, select, input:not(${textless.map((type) => `[type=${type}]`).join()})`

/** Whether a key by which text is edited does something in this element. */
function keepsKey(element: HTMLElement, { key }: KeyboardEvent): boolean {
  if (element.isContentEditable || element.matches(fields)) return true
  if (element.matches('[type=radio]')) return key.startsWith('Arrow')
  return element.matches('[type=range]') && /^(Arrow|Page|Home|End)/.test(key)
}
