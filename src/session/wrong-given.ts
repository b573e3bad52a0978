// Refuses what a session cannot do anything with, for those who write without types: the pages would not understand it.

import { Readable } from 'node:stream'
import { show } from '../widgets/show.ts'
import { isBytes } from '../widgets/types.ts'

/** @throws TypeError for what cannot be shown by being called */
export function mustBeComponent(given: unknown): void {
  if (typeof given === 'function') return
  throw new TypeError(
    `mount needs a function that returns what to show, as in session.mount(() => <App />), got ${show(given)}`,
  )
}

/** @param what  who needs it, and as what: `download needs the name` */
export function mustBeText(what: string, given: unknown): void {
  if (typeof given !== 'string') throw new TypeError(`${what} to be a text, got ${show(given)}`)
}

/** What can be given bit by bit, or is there. */
export function mustBeContent(given: unknown): void {
  if (typeof given === 'string' || isBytes(given) || given instanceof Readable) return
  const isObject = typeof given === 'object' && given !== null
  if (isObject && (Symbol.asyncIterator in given || Symbol.iterator in given)) return
  throw new TypeError(
    `download needs a text, bytes, a stream or something else that is iterated, got ${show(given)}`,
  )
}

/** What is said of a font by texts. */
const texts = ['family', 'url', 'weight', 'style'] as const

/** @param what  who needs it: `registerFont` */
export function mustBeFont(what: string, given: unknown): void {
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`${what} needs a font such as { family: 'Inter' }, got ${show(given)}`)
  }
  const font = given as Readonly<Record<(typeof texts)[number], unknown>>
  for (const name of texts) {
    const isGiven = name === 'family' || (font[name] !== undefined && font[name] !== null)
    if (isGiven) mustBeText(`${what} needs "${name}"`, font[name])
  }
}
