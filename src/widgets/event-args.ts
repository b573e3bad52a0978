// Whether what is told of an event is what its class declares. Pure.

import type { Json } from '../protocol/messages.ts'
import { show } from './show.ts'
import type { WidgetClass } from './widget-class.ts'

/**
 * What is wrong with the arguments of an event: 'needs "value" to be number, got "x"'. What is optional may be left out,
 * or null.
 *
 * @returns undefined when they are those that the class declares, or it declares no such event
 */
export function wrongEventArg(
  { events }: WidgetClass,
  action: string,
  args: readonly Json[],
): string | undefined {
  for (const [at, { name, type, optional }] of (events.get(action)?.params ?? []).entries()) {
    const value = args[at]
    if (type.accepts(value) || (optional && (value === undefined || value === null))) continue
    return `needs "${name}" to be ${type.text}, got ${show(value)}`
  }
  return undefined
}
