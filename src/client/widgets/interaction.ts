// Pointer, wheel, keys and focus of a widget that has no use for them itself: told as they come.

import type { Json } from '../../protocol/messages.ts'
import { focusPayload, keyPayload, pointerPayload, wheelPayload } from '../dom/events.ts'
import type { Link } from './remote-object.ts'

/** DOM event → action, by what their payload is made of. */
const pointerActions = {
  pointerdown: 'pointer-down',
  pointerup: 'pointer-up',
  pointerover: 'enter',
  pointerout: 'leave',
  click: 'click',
  dblclick: 'dblclick',
  contextmenu: 'contextmenu',
} as const
const keyActions = { keydown: 'key-down', keyup: 'key-up', keypress: 'key-press' } as const
const focusActions = { focusin: 'focus-in', focusout: 'focus-out' } as const

/** Makes `element` a stop of the Tab key, and tells what happens on it. The result undoes the telling. */
export function watchInteraction(element: HTMLElement, link: Link): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const tell = (action: string, payload: Json): void => link.emit(action, [payload])
  const moves = new LatestMove((event) => tell('pointer-move', pointerPayload(event, element)))
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    handler: (event: HTMLElementEventMap[Type]) => void,
  ): void => {
    // What is about to happen has happened after the last move.
    const inOrder = (event: HTMLElementEventMap[Type]): void => {
      moves.flush()
      handler(event)
    }
    element.addEventListener(type, inOrder, { signal })
  }

  element.tabIndex = 0
  element.draggable = false
  element.addEventListener('pointermove', (event) => moves.take(event), { signal })
  for (const [type, action] of entries(pointerActions)) {
    on(type, (event) => {
      if (type === 'contextmenu' && link.isListening(action)) event.preventDefault()
      if (type === 'pointerdown') follow(event as PointerEvent, element, link)
      tell(action, pointerPayload(event as PointerEvent, element))
    })
  }
  for (const [type, action] of entries(keyActions)) {
    on(type, (event) => tell(action, keyPayload(event)))
  }
  for (const [type, action] of entries(focusActions)) {
    on(type, (event) => tell(action, focusPayload(event)))
  }
  on('wheel', (event) => {
    if (link.isListening('scroll')) event.preventDefault()
    tell('scroll', wheelPayload(event, element))
  })
  return () => {
    listening.abort()
    moves.stop()
  }
}

/** A finger whose moves the server follows does not scroll the page. To be said whenever it listens to others. */
export function letFingerMove(element: HTMLElement, link: Link): void {
  element.style.touchAction = link.isListening('pointer-move') ? 'none' : ''
}

/** What is pressed here is told here until it is let go, wherever that is: no drag ends unseen. */
function follow({ isTrusted, pointerId }: PointerEvent, element: HTMLElement, link: Link): void {
  const isFollowed = link.isListening('pointer-up') || link.isListening('pointer-move')
  if (isTrusted && isFollowed) element.setPointerCapture(pointerId)
}

/** A pointer may move more often than the screen shows: with each frame only its last move is told. */
class LatestMove {
  readonly #tell: (event: PointerEvent) => void
  #waiting: PointerEvent | undefined
  #frame: number | undefined

  constructor(tell: (event: PointerEvent) => void) {
    this.#tell = tell
  }

  take(event: PointerEvent): void {
    this.#waiting = event
    this.#frame ??= requestAnimationFrame(() => this.flush())
  }

  flush(): void {
    const event = this.#waiting
    this.stop()
    if (event) this.#tell(event)
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
    this.#frame = undefined
    this.#waiting = undefined
  }
}

function entries<Key extends string, Value>(table: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(table) as [Key, Value][]
}
