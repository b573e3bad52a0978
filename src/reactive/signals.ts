// The signals people write with: those of @preact/signals-core, handed on, so that there is one copy.

import { Computed, Signal } from '@preact/signals-core'
import type { ReadonlySignal } from '@preact/signals-core'

export { batch, computed, Signal, signal, untracked } from '@preact/signals-core'
export type { ReadonlySignal } from '@preact/signals-core'

export function isSignal(value: unknown): value is ReadonlySignal<unknown> {
  return value instanceof Signal
}

/** Whether a signal can be written; a computed one cannot. */
export function isWritable(value: unknown): value is Signal<unknown> {
  return isSignal(value) && !(value instanceof Computed)
}

/** Whether it is a signal that has its value from nowhere else: one of a class of its own may read others. */
export function isPlain(value: unknown): value is Signal<unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Signal.prototype
  )
}

/** The value now, and a subscription of whoever is tracking, whatever form it was given in. */
export function read<Value>(source: Value | ReadonlySignal<Value> | (() => Value)): Value {
  if (isSignal(source)) return source.value
  return typeof source === 'function' ? (source as () => Value)() : source
}
