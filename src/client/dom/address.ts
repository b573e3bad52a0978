// Addresses that the server names, before anybody goes there.

/** @throws Error when it is none, or not of one of these protocols, e.g. `https:` */
export function addressOf(text: string, base: string, protocols: readonly string[]): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (url && protocols.includes(url.protocol)) return url
  throw new Error(`An address needs to begin with ${protocols.join(' or ')}, got ${shown(text)}`)
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text)
}
