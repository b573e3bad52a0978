// Whether a value is a signal, without asking it anything.

import { types } from 'node:util'
import { isSignal } from '../../reactive/signals.ts'
import type { ReadonlySignal } from '../../reactive/signals.ts'

/** Undefined for everything else. Whatever is asked of a proxy is asked of the application, so it is none. */
export function asSignal(value: unknown): ReadonlySignal<unknown> | undefined {
  return !types.isProxy(value) && isSignal(value) ? value : undefined
}

/** Whether it is an object as it is written in braces. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
