// One field of a form: its value, and what is wrong with it.

import { useComputed, useSignal, useSignalEffect } from 'treewire'
import type { ReadonlySignal, Signal } from 'treewire'
import type { Rule } from './rules.ts'

export interface Field<Value> {
  /** Give it to `bind`. */
  readonly value: Signal<Value>
  readonly isValid: ReadonlySignal<boolean>
  /** Give it to `error`: empty until the user has been there, so that an untouched form does not shout. */
  readonly error: ReadonlySignal<string>
}

export function useField<Value>(initial: Value, rule: Rule<Value>): Field<Value> {
  const value = useSignal(initial)
  const wasChanged = useSignal(false)
  useSignalEffect(() => {
    if (value.value !== initial) wasChanged.value = true
  })
  const problem = useComputed(() => rule(value.value))
  return {
    value,
    isValid: useComputed(() => problem.value === ''),
    error: useComputed(() => (wasChanged.value ? problem.value : '')),
  }
}
