// The page that the server sends: connects its body to the socket that the server has written into it.

import { connect } from './connect.ts'

/** The socket's address, where it is not that of the page itself. */
const url = said('treewire-socket') ?? ''
const maxFrameBytes = Number(said('treewire-frame') ?? NaN)

connect({ url, root: document.body, ...(maxFrameBytes > 0 && { maxFrameBytes }) })

function said(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content
}
