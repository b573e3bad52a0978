// Why a connection is ended: a number from the 44xx range and a reason that fits its frame.

/** pgwidgets browsers stop retrying on any code from 4000 to 4999 and show the reason. */
export const CloseCode = {
  /** Not JSON, an unknown type, a field that is missing or wrong, a binary frame out of place. */
  badMessage: 4400,
  /** The application does not let this user in. */
  unauthorized: 4401,
  /** The page comes from an origin that this server does not serve. */
  originRefused: 4403,
  /** A widget or an action that never was. */
  unknownTarget: 4404,
  /** The same page has another line. */
  takenOver: 4409,
  /** The session has ended. */
  gone: 4410,
  /** A frame is larger than this server allows. */
  tooLarge: 4413,
  /** More sessions than this server allows. */
  serverFull: 4429,
} as const

/** RFC 6455 §5.5: a control frame carries 125 bytes, two of which are the code. */
const mostBytes = 123

/** Cuts a reason to the bytes a close frame can carry, never in the middle of a character. */
export function closeReason(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= mostBytes) return text
  const ellipsis = '…'
  let end = mostBytes - 3
  // A byte of the form 10xxxxxx continues a character: go back to where it begins.
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return new TextDecoder().decode(bytes.subarray(0, end)) + ellipsis
}
