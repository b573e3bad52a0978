// The page that the server sends: connects its body to the socket that the server has written into it.

import { connect } from './connect.ts'
import { takeShared } from './credentials.ts'

/** The socket's address, where it is not that of the page itself. */
const url = said('treewire-socket') ?? ''
const maxFrameBytes = number('treewire-frame')
/** Milliseconds within which the server says something. */
const beat = number('treewire-beat')

connect({
  url,
  root: document.body,
  shared: takeShared,
  ...(maxFrameBytes > 0 && { maxFrameBytes }),
  ...(beat > 0 && { beat }),
})

/** NaN when the server has written none. */
function number(name: string): number {
  return Number(said(name) ?? NaN)
}

function said(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content
}
