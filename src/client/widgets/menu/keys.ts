// What keys mean in menus, bars of menus and tool bars. Pure.

import { isComposing } from '../../dom/events.ts'

/**
 * - `next`, `previous`, `first`, `last`  another entry of the same line
 * - `deeper`  into the sub-menu, or on to the next menu of a bar
 * - `back`    out of the sub-menu, or on to the menu before
 * - `open`, `openLast`  the menu of an entry of a bar, at its first or last entry
 * - `close`   one menu       - `leave`  all menus: the focus goes on
 * - `search`  the entry that begins with this letter
 */
export type MenuIntent =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'deeper'
  | 'back'
  | 'open'
  | 'openLast'
  | 'close'
  | 'leave'
  | 'search'

/** A menu goes down the page, a bar along it; a tool bar may go either way. */
export type Line = 'menu' | 'bar' | 'tools' | 'upright tools'

type Keys = ReadonlyMap<string, MenuIntent>

const ends: readonly [string, MenuIntent][] = [
  ['Home', 'first'],
  ['End', 'last'],
]
const upright: readonly [string, MenuIntent][] = [
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
]
const along: readonly [string, MenuIntent][] = [
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
]

const keys: Readonly<Record<Line, Keys>> = {
  menu: new Map([
    ...upright,
    ...ends,
    ['ArrowRight', 'deeper'],
    ['ArrowLeft', 'back'],
    ['Escape', 'close'],
    ['Tab', 'leave'],
  ]),
  bar: new Map([
    ...along,
    ...ends,
    ['ArrowDown', 'open'],
    ['ArrowUp', 'openLast'],
    ['Escape', 'close'],
  ]),
  tools: new Map([...along, ...ends]),
  'upright tools': new Map([...upright, ...ends]),
}

const mirrored: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', 'ArrowRight'],
  ['ArrowRight', 'ArrowLeft'],
])

/** undefined: the key is none of ours. */
export function intentOf(
  event: KeyboardEvent,
  line: Line,
  isRightToLeft: boolean,
): MenuIntent | undefined {
  const { key, altKey, ctrlKey, metaKey } = event
  if (isComposing(event) || altKey || ctrlKey || metaKey) return undefined
  const isLetter = key.length === 1 && key !== ' '
  if (isLetter) return line === 'menu' || line === 'bar' ? 'search' : undefined
  return keys[line].get((isRightToLeft && mirrored.get(key)) || key)
}

/** The place of the entry meant, among `count`; round and round. -1 when there is none. */
export function placeAfter(intent: MenuIntent, current: number, count: number): number {
  if (count === 0) return -1
  switch (intent) {
    case 'first':
      return 0
    case 'last':
      return count - 1
    case 'next':
      return (current + 1) % count
    case 'previous':
      return current <= 0 ? count - 1 : current - 1
    default:
      return current
  }
}
