// Keeps the list of people right as lines drop and come back.

import { useSession, useSignalEffect, type Signal } from 'treewire'
import { markHere, type Room } from './room.ts'

export function usePresence(room: Signal<Room>): void {
  const { id, browsers } = useSession()
  useSignalEffect(() => {
    const isHere = browsers.value > 0
    // Only the browsers are followed: this is no answer to what happens in the room.
    room.value = markHere(room.peek(), id, isHere)
  })
}
