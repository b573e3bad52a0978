// Where a link may lead: to pages, to a mail or a phone, never to code.

import type { Type } from './types.ts'

const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

export const linkAddress: Type<string> = {
  text: 'LinkAddress',
  accepts: (value) => typeof value === 'string' && isHarmless(value),
  meaning: 'an address with http:, https:, mailto: or tel:, or one without a scheme',
}

/** Browsers read over blanks in front, and over line breaks and tabs anywhere: `java\nscript:` is code. */
function isHarmless(address: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what browsers read over
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replaceAll(/[\u0000-\u0020]/g, '')) ?? []
  return scheme === undefined || schemes.has(scheme.toLowerCase())
}
