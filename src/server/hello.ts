// What the query of a WebSocket's address says of the page behind it.

import type { Hello } from '../session/peer.ts'

const PAGE = /^[\w-]{8,64}$/
const SEEN = /^\d{1,15}$/

/** Anybody may connect: who does not say it in our way is a client that is not ours. */
export function helloOf(url: string): Hello {
  const query = new URLSearchParams(url.split('?').slice(1).join('?'))
  const page = query.get('page') ?? ''
  const seen = query.get('seen') ?? '0'
  if (!PAGE.test(page) || !SEEN.test(seen)) return { page: undefined, seen: 0 }
  return { page, seen: Number(seen) }
}
