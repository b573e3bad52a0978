// What widgets have in common that have no use for pointer, wheel, keys and focus themselves, and tell them.

import { event, option, param } from './define.ts'
import { focusEvent, keyEvent, pointerEvent, wheelEvent } from './payloads.ts'
import { boolean } from './types.ts'

const pointer = (doc: string) => event([param('event', pointerEvent)], doc)
const key = (doc: string) => event([param('event', keyEvent)], doc)
const focus = (doc: string) => event([param('event', focusEvent)], doc)

export const interactiveOptions = {
  interactive: option(boolean, false, 'Reports pointer, wheel, key and focus events.'),
} as const

export const interactionEvents = {
  'pointer-down': pointer('Pressed.'),
  'pointer-up': pointer('Let go.'),
  'pointer-move': pointer('The pointer moved; at most once for each frame of the screen.'),
  enter: pointer('The pointer came in.'),
  leave: pointer('The pointer went out.'),
  click: pointer('Clicked.'),
  dblclick: pointer('Clicked twice.'),
  scroll: event([param('event', wheelEvent)], 'The wheel was turned.'),
  'key-down': key('A key was pressed.'),
  'key-up': key('A key was let go.'),
  'key-press': key('A key gave a character.'),
  'focus-in': focus('Got the focus.'),
  'focus-out': focus('Lost the focus.'),
  contextmenu: pointer('Right click; the menu of the browser stays away.'),
} as const
