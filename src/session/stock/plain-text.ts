// Text for methods of a stock browser that take markup, and markup for those that would not clean it. Pure.

import type { Json } from '../../protocol/messages.ts'

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['\n', '<br>'],
])
const signs: ReadonlyMap<string, string> = new Map(
  [...entities].map(([sign, text]) => [text, sign]),
)

/** Nothing for what is no text. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Markup that shows the text as it is. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"'\n]/g, (sign) => entities.get(sign)!)
}

/** The text that was escaped. */
export function unescaped(markup: string): string {
  return markup.replaceAll(/&(?:amp|lt|gt|quot|#39);|<br>/g, (text) => signs.get(text)!)
}

/** Elements that give a text its form, and can do nothing. */
const harmless: ReadonlySet<string> = new Set(
  'b i u s em strong small sub sup code pre kbd p br hr div span blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td caption'.split(
    ' ',
  ),
)

/** What is text in them is no text for people. */
const unreadable =
  /<(script|style|template|title|iframe|noscript)\b[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)/gi

/** Either a tag, or a sign that is none. Attributes are never kept. */
const tagOrSign = /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*|\/)?>|[<>]/gi

/**
 * Markup of others with nothing left in it but text and the elements that form it, without attributes. It is made
 * anew of these parts, so that whatever was not understood comes out as text.
 */
export function harmlessMarkup(markup: string): string {
  return markup
    .replaceAll(unreadable, '')
    .replaceAll(tagOrSign, (whole: string, slash: string | undefined, name: string | undefined) => {
      if (name === undefined) return entities.get(whole)!
      return harmless.has(name.toLowerCase()) ? `<${slash}${name.toLowerCase()}>` : ''
    })
}
