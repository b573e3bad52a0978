// Whether signals tell those who read them by the names that follower.ts and reader.ts know. Another release of
// signals-core might have others: that is said when the program starts, and not by an interface that never changes.

import { signal } from '@preact/signals-core'
import type { Signal } from '@preact/signals-core'
import { follow, leave } from './follower.ts'
import type { Follower } from './follower.ts'
import { track, untrack } from './reader.ts'
import type { Reader } from './reader.ts'

/** @throws Error when a signal does not tell a reader and a follower of each change, or does not let go of them */
export function mustTell(): void {
  const told = { follower: 0, reader: 0 }
  const source = signal(0)
  const follower: Follower = {
    e: undefined,
    x: undefined,
    get t() {
      return follower
    },
    N: () => void told.follower++,
  }
  const reader: Reader = {
    watch: undefined,
    isStale: false,
    becomeStale: () => void told.reader++,
  }
  try {
    writeTwice(source, follower, reader)
  } catch (cause) {
    throw new Error(wrongRelease, { cause })
  }
  if (told.follower !== 1 || told.reader !== 1) throw new Error(wrongRelease)
}

const wrongRelease =
  'This release of @preact/signals-core does not tell treewire what changes. Install 1.14, as the package.json of treewire has it'

/** Once while both are to be told, and once when they are not. */
function writeTwice(source: Signal<number>, follower: Follower, reader: Reader): void {
  follow(source, follower)
  track(reader, () => source.value)
  source.value = 1
  leave(source, follower)
  untrack(reader)
  source.value = 2
}
