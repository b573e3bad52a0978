// A signal that is followed only at times: what nobody sees need not be sent.

import { useSignal, useSignalEffect } from 'treewire'
import type { ReadonlySignal } from 'treewire'

/** Follows `source` while `isOn`, and keeps the value it had otherwise. */
export function useWhile<Value>(
  isOn: () => boolean,
  source: ReadonlySignal<Value>,
): ReadonlySignal<Value> {
  const kept = useSignal(source.peek())
  useSignalEffect(() => {
    if (isOn()) kept.value = source.value
  })
  return kept
}
