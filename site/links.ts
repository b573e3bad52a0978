// Links between papers become links between pages. What leads to a file that is no page becomes plain text. Pure.

import { posix } from 'node:path'
import { mapProse } from './markdown.ts'
import { anchorsIn, type Piece } from './pieces.ts'

/** By paper, and by paper and anchor (`docs/guide.md#signal`): the address on the site. */
export type Places = ReadonlyMap<string, string>

const LINK = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g
const SOURCE = /\b(src|srcset)="([^"]+)"/g

export function placesOf(pieces: readonly Piece[]): Places {
  const places = new Map<string, string>()
  for (const piece of pieces) {
    const address = addressOf(piece.page)
    if (!places.has(piece.paper)) places.set(piece.paper, address)
    for (const [anchor, now] of anchorsIn(piece)) {
      places.set(`${piece.paper}#${anchor}`, now === '' ? address : `${address}#${now}`)
    }
  }
  return places
}

/** The text of a piece as it stands on its page. @throws Error when a link leads to a heading that is not there */
export function mended({ paper, text }: Pick<Piece, 'paper' | 'text'>, places: Places): string {
  return mapProse(text, (prose) =>
    prose
      .replaceAll(LINK, (link, sign: string, words: string, target: string) => {
        if (/^\w+:/.test(target)) return link
        if (sign === '!') return `![${words}](${pictureOf(target)})`
        const address = leadsTo(paper, target, places)
        return address === undefined ? words : `[${words}](${address})`
      })
      .replaceAll(
        SOURCE,
        (_source, name: string, target: string) => `${name}="${pictureOf(target)}"`,
      ),
  )
}

/** @returns undefined for a file that is no page */
function leadsTo(paper: string, target: string, places: Places): string | undefined {
  const [path = '', anchor] = target.split('#')
  const to = path === '' ? paper : posix.join(posix.dirname(paper), path)
  if (anchor === undefined) return places.get(to)
  const address = places.get(`${to}#${anchor}`)
  if (address === undefined && places.has(to)) {
    throw new Error(`${paper} links to ${target}, and there is no such heading.`)
  }
  return address
}

/** Pictures lie at the root of the site. */
function pictureOf(target: string): string {
  return /^\w+:/.test(target) ? target : `/${posix.basename(target)}`
}

/** `names/index` → `/names/` */
export function addressOf(page: string): string {
  return `/${page.replace(/(^|\/)index$/, '$1')}`
}
