// Pointer, wheel, keys and focus of a widget that has no use for them itself: told as they come.

import type { Json } from '../../protocol/messages.ts'
import { focusPayload, keyPayload, pointerPayload, wheelPayload } from '../dom/events.ts'
import type { Link } from './remote-object.ts'

/** DOM event → action, by what their payload is made of. */
const pointerActions = {
  pointerdown: 'pointer-down',
  pointerup: 'pointer-up',
  // A finger that scrolls the page instead: it does nothing here any more.
  pointercancel: 'pointer-up',
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
  const interaction = new Interaction(element, link)
  element.tabIndex = 0
  element.draggable = false
  return () => interaction.stop()
}

/** A finger whose moves the server follows does not scroll the page. To be said whenever it listens to others. */
export function letFingerMove(element: HTMLElement, link: Link): void {
  element.style.touchAction = link.isListening('pointer-move') ? 'none' : ''
}

class Interaction {
  readonly #element: HTMLElement
  readonly #link: Link
  readonly #listening = new AbortController()
  readonly #moves = new LatestMove((event) =>
    this.#tell('pointer-move', pointerPayload(event, this.#element)),
  )

  constructor(element: HTMLElement, link: Link) {
    this.#element = element
    this.#link = link
    const { signal } = this.#listening
    element.addEventListener('pointermove', (event) => this.#moves.take(event), { signal })
    for (const [type, action] of entries(pointerActions)) {
      this.#on(type, (event) => this.#pointed(event as PointerEvent, action))
    }
    for (const [type, action] of entries(keyActions)) {
      this.#on(type, (event) => this.#tell(action, keyPayload(event)))
    }
    for (const [type, action] of entries(focusActions)) {
      this.#on(type, (event) => this.#tell(action, focusPayload(event)))
    }
    this.#on('wheel', (event) => this.#turned(event))
  }

  stop(): void {
    this.#listening.abort()
    this.#moves.stop()
  }

  /** What is about to happen has happened after the last move. */
  #on<Type extends keyof HTMLElementEventMap>(
    type: Type,
    handler: (event: HTMLElementEventMap[Type]) => void,
  ): void {
    const inOrder = (event: HTMLElementEventMap[Type]): void => {
      this.#moves.flush()
      handler(event)
    }
    this.#element.addEventListener(type, inOrder, { signal: this.#listening.signal })
  }

  #tell(action: string, payload: Json): void {
    this.#link.emit(action, [payload])
  }

  #pointed(event: PointerEvent, action: string): void {
    if (event.type === 'pointerdown') this.#follow(event)
    if (event.type === 'contextmenu' && this.#link.isListening(action)) event.preventDefault()
    this.#tell(action, pointerPayload(event, this.#element))
  }

  /** What is pressed here is told here until it is let go, wherever that is: no drag ends unseen. */
  #follow({ isTrusted, pointerId }: PointerEvent): void {
    const actions = ['pointer-move', 'pointer-up']
    const isFollowed = actions.some((action) => this.#link.isListening(action))
    if (isTrusted && isFollowed) this.#element.setPointerCapture(pointerId)
  }

  #turned(event: WheelEvent): void {
    if (this.#link.isListening('scroll')) event.preventDefault()
    this.#tell('scroll', wheelPayload(event, this.#element))
  }
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
