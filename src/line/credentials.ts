// What a page shows to come back to its session. Only the server mints it.

import type { RequestId } from '../protocol/messages.ts'

export interface Credentials {
  readonly session_id: RequestId
  readonly token: string
}
