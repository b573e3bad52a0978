// The frame of a short text in one piece. ws hands its head and its text to the system as two, which takes a third more
// time for the texts that we send most: 4.5 µs of CPU instead of 3.4 µs.
//
//   81 48 [{"type":"call",…     FIN and text, length up to 125: RFC 6455 §5.2
//   81 7e 01 2c [{"type":…      length up to 65,535 in two bytes behind 126

/** FIN, and the opcode of a text. */
const HEAD = 0x81
const LONGEST = 0xffff

/** The heads of the shortest texts, by their length. */
const heads = Array.from({ length: 126 }, (_, length) => String.fromCharCode(HEAD, length))

/**
 * @returns the whole frame, one character a byte; undefined for a text that is not all ASCII, or longer than 64 KiB: there
 *          two pieces cost nothing
 */
export function asciiFrame(text: string): string | undefined {
  const { length } = text
  if (length > LONGEST || Buffer.byteLength(text) !== length) return undefined
  const head = heads[length] ?? String.fromCharCode(HEAD, 126, length >> 8, length & 0xff)
  return head + text
}
