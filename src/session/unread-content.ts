// What was to be downloaded and will not be read: a file or a line that is open behind it must not stay so.

import { Readable } from 'node:stream'
import type { Content } from './publisher.ts'

/** Of what has not been begun, a stream is all that holds something; generators and arrays hold nothing yet. */
export function letGo(content: Content, error: Error): void {
  if (content instanceof Readable) content.on('error', unheard).destroy(error)
  // One that somebody else reads is theirs.
  if (content instanceof ReadableStream) void content.cancel(error).catch(unheard)
}

/** Who has offered it is told by the promise of the download. */
function unheard(): void {}
