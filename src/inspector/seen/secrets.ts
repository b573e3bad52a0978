// What nobody is shown: whatever lets one in somewhere.

import { createHash } from 'node:crypto'

/** Letters that tell sessions apart. */
const length = 8

/** What a session is called where its own id must not stand. The same as long as it lives. */
export function publicName(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, length)
}

/** The address of a download opens to whoever has it. */
export function withoutSecrets<Message extends { readonly type: string }>(
  message: Message,
): Message {
  return message.type === 'download' ? { ...message, url: '…' } : message
}
