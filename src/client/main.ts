// The page that the server sends: connects its body to the socket that the server has written into it.

import { connect } from './connect.ts'

/** The socket's address, where it is not that of the page itself. */
const url = document.querySelector<HTMLMetaElement>('meta[name="treewire-socket"]')?.content ?? ''

connect({ url, root: document.body })
