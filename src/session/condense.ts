// What of many messages has to be said when nobody has heard any of them yet: of a state that was set again and
// again only the last. Pure.
//
//   set_text "1"  set_text "2"  set_value 5  set_text "3"    →    set_value 5  set_text "3"
//
// It goes from the last message to the first. Nothing is moved, so whatever a message speaks of is there when its
// turn comes. A setter goes only where nothing that stays and may lean on its state stands between it and the later
// one: a value is cut to the limits of its moment, an index counts the items of its moment.

import type { CallMessage, ServerMessage, WidgetId } from '../protocol/messages.ts'
import { statesSetBy } from '../widgets/marks.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/** The class of a widget that is still there. */
export type ClassOf = (wid: WidgetId) => WidgetClass | undefined

/** @returns for each message whether it stays */
export function condense(messages: readonly ServerMessage[], classOf: ClassOf): boolean[] {
  const later = new LaterSetters(classOf)
  let isHeardNext = false
  const stays = messages.map(() => true)
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at]!
    if (message.type === 'heard') stays[at] = !isHeardNext
    else if (message.type === 'call') stays[at] = later.keeps(message)
    if (stays[at]) isHeardNext = message.type === 'heard'
  }
  return stays
}

class LaterSetters {
  readonly #classOf: ClassOf
  /** By widget: the setters that come later, with nothing in between that could lean on what they set. */
  readonly #setters = new Map<WidgetId, Set<string>>()

  constructor(classOf: ClassOf) {
    this.#classOf = classOf
  }

  /** Takes the message in front of all that were asked for before. */
  keeps({ wid, method }: CallMessage): boolean {
    const widgetClass = this.#classOf(wid)
    if (!widgetClass || !isPlainSetter(widgetClass, method)) {
      this.#setters.delete(wid)
      return true
    }
    const known = this.#setters.get(wid)
    if (known?.has(method)) return false
    if (known && isFree(widgetClass)) known.add(method)
    else this.#setters.set(wid, new Set([method]))
    return true
  }
}

/** Sets all that it is about, whatever was there before, and nothing else. */
function isPlainSetter(widgetClass: WidgetClass, name: string): boolean {
  const method = widgetClass.methods.get(name)
  if (method?.kind !== 'setter' || method.exchange || method.differ) return false
  // Limits cut the value, and it stays cut when they are set again.
  if (method.combines) return false
  const states = statesSetBy(widgetClass, name)
  // What is chosen in a group releases the others in it.
  if (widgetClass.hasGroup && states.includes('state')) return false
  return !states.some((state) => counted.has(state))
}

/**
 * Lists and what counts in them: what is chosen is lost with its item, though the item comes back, and an index that
 * there is no item for sets nothing.
 */
const counted: ReadonlySet<string> = new Set(['items', 'columns', 'data', 'index'])

/** Whether no state of the class leans on another one, nor on children or rows. */
function isFree({ props, children, methods }: WidgetClass): boolean {
  if (children || props.has('items')) return false
  for (const method of methods.values()) if (method.kind === 'child') return false
  for (const prop of props.values()) {
    if (prop.kind !== 'state') continue
    if (prop.combines || prop.differ || prop.exchange || prop.isAfterChildren) return false
  }
  return true
}
