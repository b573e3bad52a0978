// What the query of a WebSocket's address says of the page behind it.

import type { Visitor } from '../session/peer.ts'

const PAGE = /^[\w-]{8,64}$/

/** Anybody may connect: who does not say it in our way is a client that is not ours. */
export function helloOf(url: string): Pick<Visitor, 'page' | 'isComingBack'> {
  const query = new URLSearchParams(url.split('?').slice(1).join('?'))
  const page = query.get('page') ?? ''
  if (!PAGE.test(page)) return { page: undefined, isComingBack: false }
  return { page, isComingBack: query.get('resume') === '1' }
}
