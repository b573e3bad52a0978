// DOM events flattened into what the wire carries.

/** A `type`, not an interface: only types fit `Json`. */
export type PointerPayload = {
  readonly type: string
  readonly time_stamp: number
  /** Px from the viewport's corner. */
  readonly viewport_x: number
  readonly viewport_y: number
  /** Px from the element's corner. */
  readonly x: number
  readonly y: number
  /** 1 left, 2 middle, 3 right; 0 when no button changed. */
  readonly button_trigger: number
  /** Buttons held: 1 left, 2 middle, 4 right. */
  readonly button_mask: number
  readonly modifiers: readonly Modifier[]
}

type Modifier = 'alt' | 'ctrl' | 'shift' | 'meta'

interface WithModifiers {
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/** Of a mouse, drag or pointer event, seen from `element`. */
export function mousePayload(event: MouseEvent, element: Element): PointerPayload {
  const box = element.getBoundingClientRect()
  return {
    type: event.type,
    time_stamp: event.timeStamp,
    viewport_x: event.clientX,
    viewport_y: event.clientY,
    x: event.clientX - box.left,
    y: event.clientY - box.top,
    button_trigger: changesButton(event) ? event.button + 1 : 0,
    button_mask: buttonMask(event.buttons),
    modifiers: modifiersOf(event),
  }
}

export function pointerPayload(event: PointerEvent, element: Element) {
  return {
    ...mousePayload(event, element),
    pointer_id: event.pointerId,
    pointer_type: event.pointerType,
    pressure: event.pressure,
    is_primary: event.isPrimary,
  }
}

export function wheelPayload(event: WheelEvent, element: Element) {
  return {
    ...mousePayload(event, element),
    delta_x: event.deltaX,
    delta_y: event.deltaY,
    delta_z: event.deltaZ,
    delta_mode: event.deltaMode,
  }
}

export function keyPayload(event: KeyboardEvent) {
  return {
    type: event.type,
    time_stamp: event.timeStamp,
    key: event.key,
    keycode: event.code,
    repeat: event.repeat,
    modifiers: modifiersOf(event),
  }
}

export function focusPayload(event: FocusEvent) {
  return { type: event.type, time_stamp: event.timeStamp }
}

/** The key goes to what composes characters. Safari says so of the Enter that ends it by its number alone. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

function modifiersOf(event: WithModifiers): Modifier[] {
  const held: [boolean, Modifier][] = [
    [event.altKey, 'alt'],
    [event.ctrlKey, 'ctrl'],
    [event.shiftKey, 'shift'],
    [event.metaKey, 'meta'],
  ]
  return held.filter(([isHeld]) => isHeld).map(([, name]) => name)
}

/** Moves, hovers and the wheel change no button, though `event.button` is 0 for some of them. */
function changesButton(event: MouseEvent): boolean {
  return /(down|up|click|menu)$/.test(event.type)
}

/** The DOM has right as 2 and middle as 4, the wire the other way round. */
function buttonMask(buttons: number): number {
  return (buttons & 1) | ((buttons & 4) >> 1) | ((buttons & 2) << 1)
}
