// Keeps the list of people right as lines drop and come back.

import { useSession, useSignalEffect, type Signal } from 'treewire'
import { markHere, type Room } from './room.ts'

export function usePresence(room: Signal<Room>): void {
  const { id, browsers } = useSession()
  useSignalEffect(() => {
    const isHere = browsers.value > 0
    room.value = markHere(room.peek(), id, isHere)
  })
}
