// Keeps the list of people as sessions begin and end. Whether somebody is there right now is told by use-presence.ts: a
// session outlives its line, and who is in a tunnel has not left.

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
