// What a chat room holds, and what can happen in it. Pure: each function gives a new room.

export interface Person {
  /** Of the session. */
  readonly id: string
  /** Counts up from 1 as people come. */
  readonly number: number
  /** As it is typed; may be empty. */
  readonly name: string
  /** Whether a browser is there now. Who is away, and may come back, keeps number and name. */
  readonly isHere: boolean
}

export interface Message {
  readonly id: number
  readonly authorId: string
  /** The name of the author when it was said. */
  readonly author: string
  readonly text: string
  /** ms since 1970 */
  readonly time: number
}

export interface Room {
  readonly people: readonly Person[]
  readonly messages: readonly Message[]
  readonly visits: number
}

export const emptyRoom: Room = { people: [], messages: [], visits: 0 }

/** Messages that a room keeps. */
const mostMessages = 200

export function join(room: Room, id: string): Room {
  const visits = room.visits + 1
  return {
    ...room,
    visits,
    people: [...room.people, { id, number: visits, name: '', isHere: true }],
  }
}

/** Somebody's line has dropped, or is back. */
export function markHere(room: Room, id: string, isHere: boolean): Room {
  const person = room.people.find((one) => one.id === id)
  return !person || person.isHere === isHere ? room : replace(room, { ...person, isHere })
}

/** For good. */
export function leave(room: Room, id: string): Room {
  return { ...room, people: room.people.filter((person) => person.id !== id) }
}

export function rename(room: Room, id: string, name: string): Room {
  const person = room.people.find((one) => one.id === id)
  return person ? replace(room, { ...person, name }) : room
}

function replace(room: Room, person: Person): Room {
  return { ...room, people: room.people.map((one) => (one.id === person.id ? person : one)) }
}

/** An empty text says nothing. */
export function say(room: Room, authorId: string, text: string, time: number): Room {
  const trimmed = text.trim()
  if (trimmed === '') return room
  const id = (room.messages.at(-1)?.id ?? 0) + 1
  const message = { id, authorId, author: nameOf(room, authorId), text: trimmed, time }
  return { ...room, messages: [...room.messages, message].slice(-mostMessages) }
}

export function nameOf(room: Room, id: string): string {
  const person = room.people.find((one) => one.id === id)
  return person?.name.trim() || `Guest ${person?.number ?? ''}`.trim()
}
