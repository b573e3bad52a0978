// A feed as one session sees it: at its own pace, and only while it looks.

import { useRef, useSignal, useSignalEffect } from 'treewire'
import type { ReadonlySignal } from 'treewire'
import type { Feed } from './feed.ts'

export interface Look {
  /** Whether the session looks now. While it does not, it keeps what it saw last. */
  readonly isOn: () => boolean
  /** ms between two values. */
  readonly every: () => number
}

/** A value that comes so much too early, in ms, still counts as in time. */
const tolerance = 200

export function useFeed<Value>(feed: Feed<Value>, { isOn, every }: Look): ReadonlySignal<Value> {
  const seen = useSignal(feed.value.peek())
  const seenAt = useRef(-Infinity)
  useSignalEffect(() => {
    return isOn() ? feed.watch(every()) : undefined
  })
  useSignalEffect(() => {
    if (!isOn()) return
    const value = feed.value.value
    // Somebody else may want it faster than we do.
    if (feed.readAt < seenAt.current + every() - tolerance) return
    seenAt.current = feed.readAt
    seen.value = value
  })
  return seen
}
