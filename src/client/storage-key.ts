// Under which name a page puts its credentials away. A document may hold several pages of one server, each with a
// session of its own: the second to come is the second again when all of it is loaded anew.

/** How those that are here already are asked for their keys. */
const QUESTION = 'treewire-key'

/**
 * The first key of this socket that nobody in this document has. It is taken until the signal ends it.
 *
 * @param url  the server's socket; what is asked of it does not count
 */
export function claimKey(url: string, signal: AbortSignal): string {
  const taken = new Set<string>()
  document.dispatchEvent(new CustomEvent(QUESTION, { detail: taken }))
  const first = `treewire ${url.replace(/[?#].*$/, '')}`
  let key = first
  for (let order = 2; taken.has(key); order++) key = `${first} ${order}`
  const answer = (event: Event) => (event as CustomEvent<Set<string>>).detail.add(key)
  document.addEventListener(QUESTION, answer, { signal })
  return key
}
