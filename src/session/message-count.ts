// How many messages a frame of text has, without reading what they say. Pure.

const QUOTE = 34 // "
const BACKSLASH = 92 // \
const OPEN_LIST = 91 // [
const CLOSE_LIST = 93 // ]
const OPEN = 123 // {
const CLOSE = 125 // }

/** Objects by themselves or in one list are messages; what is inside of them is not. */
export function messageCount(frame: string): number {
  const around = /^\s*\[/.test(frame) ? 1 : 0
  let count = 0
  let depth = 0
  for (let at = 0; at < frame.length; at++) {
    const code = frame.charCodeAt(at)
    if (code === QUOTE) at = endOfText(frame, at)
    else if (code === OPEN || code === OPEN_LIST) {
      if (code === OPEN && depth === around) count++
      depth++
    } else if (code === CLOSE || code === CLOSE_LIST) depth--
  }
  return count
}

/** Where the text ends that begins at `start`; texts are most of a frame, so they are jumped over. */
function endOfText(frame: string, start: number): number {
  let end = frame.indexOf('"', start + 1)
  while (end >= 0 && isEscaped(frame, end)) end = frame.indexOf('"', end + 1)
  return end < 0 ? frame.length : end
}

function isEscaped(frame: string, quote: number): boolean {
  let at = quote - 1
  while (frame.charCodeAt(at) === BACKSLASH) at--
  return (quote - at) % 2 === 0
}
