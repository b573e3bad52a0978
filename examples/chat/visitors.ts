// Keeps the list of people as browsers come and go.

import type { Session, Signal } from 'treewire'
import { join, leave, type Room } from './room.ts'

/** Options for `serve`. */
export function visitors(room: Signal<Room>) {
  return {
    onConnect({ id }: Session): void {
      room.value = join(room.value, id)
    },
    onDisconnect({ id }: Session): void {
      room.value = leave(room.value, id)
    },
  }
}
