// Values of a module that stay the same objects however often it is evaluated: signals, and contexts. Who holds one
// from before and who comes now hold the same.

import { isSignal, isWritable } from '../../reactive/signals.ts'
import type { Context } from '../../reconciler/context.ts'
import type { Loss } from './loss.ts'

export interface Kept {
  readonly name: string
  /** The text that its value began with. */
  text: string
  readonly value: unknown
  /** What a signal held when it was made. */
  initial: unknown
}

export function newKept(name: string, text: string, value: unknown): Kept {
  return { name, text, value, initial: valueOf(value) }
}

export function isContext(value: unknown): value is Context<unknown> {
  return typeof value === 'function' && 'Provider' in value && 'initial' in value
}

/** Whether one may stand for the other. */
export function isSameKind(old: unknown, fresh: unknown): boolean {
  return isContext(old) ? isContext(fresh) : isWritable(old) && isWritable(fresh)
}

/** Takes what is written in the module now. @returns what is lost by it */
export function renew(kept: Kept, text: string, fresh: unknown): Loss[] {
  if (isContext(kept.value)) return renewContext(kept.value, fresh as Context<unknown>)
  if (kept.text === text) return []
  const lost = isUsed(kept)
  kept.text = text
  kept.initial = valueOf(fresh)
  if (isWritable(kept.value)) kept.value.value = kept.initial
  return lost
    ? [{ name: kept.name, why: 'its value was reset, because its initial value changed' }]
    : []
}

/** What is lost when the module has it no longer. */
export function endOf(kept: Kept): Loss[] {
  if (!isUsed(kept)) return []
  return [
    {
      name: kept.name,
      why: 'its value is gone, because the module has no signal of this name any more',
    },
  ]
}

function renewContext(context: Context<unknown>, { initial }: Context<unknown>): Loss[] {
  Object.assign(context, { initial })
  return []
}

/** Whether it holds something else than it began with. */
function isUsed({ value, initial }: Kept): boolean {
  return isSignal(value) && !Object.is(value.peek(), initial)
}

function valueOf(value: unknown): unknown {
  return isSignal(value) ? value.peek() : undefined
}
