// The address by which others come to a session.

import type { Credentials } from './peer.ts'

/**
 * @param page  the whole address of the page
 * @throws      Error when it is none
 */
export function shareUrl(page: string | undefined, { session_id, token }: Credentials): string {
  const url = page !== undefined && URL.canParse(page) ? new URL(page) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(
      `shareUrl needs the whole address of the page, as in shareUrl('https://example.com/tool/'), got ${JSON.stringify(page)}. It may be left out only after start(), where the application listens by itself`,
    )
  }
  url.hash = `session=${session_id}.${token}`
  return url.href
}
