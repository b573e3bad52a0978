// Where links and references in markup of others lead: out of the page into a new tab, or to a place inside.

import type { UponSanitizeAttributeHookEvent } from 'dompurify'

/** The cleaner puts it in front of every id and name, so that none meets those of the page. */
const ID_PREFIX = 'user-content-'

const MATHML = 'http://www.w3.org/1998/Math/MathML'

/** Attributes that name other elements by their ids. */
const references: ReadonlySet<string> = new Set([
  'for',
  'headers',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
])

/** A click on a link to a place inside of `content` scrolls there; the address of the page stays what it is. */
export function followInside(content: HTMLElement, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a, area') : null
  const href = link && addressOf(link)
  if (!href?.startsWith('#')) return
  event.preventDefault()
  placeOf(content, href.slice(1))?.scrollIntoView({ block: 'nearest' })
}

/** For markup that was not cleaned. */
export function leadOutside(nodes: DocumentFragment): void {
  for (const link of nodes.querySelectorAll('a, area')) openOutside(link)
}

/** Links leave the page alone: they open in a new tab that cannot reach back. */
export function openOutside(element: Element): void {
  const href = addressOf(element)
  if (href === null || href.startsWith('#')) return
  if (isLink(element)) {
    element.setAttribute('target', '_blank')
    element.setAttribute('rel', 'noopener noreferrer')
  } else if (element.namespaceURI === MATHML) {
    // Some browsers make a link of any of these, in this tab.
    element.removeAttribute('href')
    element.removeAttribute('xlink:href')
  }
}

/** Where ids and names have become others, what leads to them does so, too. Links are left to `followInside`. */
export function leadToRenamed(element: Element, event: UponSanitizeAttributeHookEvent): void {
  const { attrName, attrValue } = event
  if (references.has(attrName)) event.attrValue = attrValue.replaceAll(/\S+/g, renamed)
  else if (/^(usemap|(xlink:)?href)$/.test(attrName)) {
    if (!isLink(element)) event.attrValue = attrValue.replace(/(?<=^#).+/s, renamed)
  } else event.attrValue = attrValue.replaceAll(/(?<=url\(\s*["']?#)[^"')\s]+/gi, renamed)
}

function renamed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id
}

/** Without a name it is the beginning, as in every page. */
function placeOf(content: HTMLElement, name: string): Element | null {
  if (name === '') return content.firstElementChild
  const names = [name, decoded(name)].flatMap((one) => [renamed(one), one])
  const places = names.map((one) => CSS.escape(one)).map((one) => `#${one}, a[name="${one}"]`)
  return content.querySelector(places.join())
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function isLink({ localName }: Element): boolean {
  return localName === 'a' || localName === 'area'
}

function addressOf(element: Element): string | null {
  return element.getAttribute('href') ?? element.getAttribute('xlink:href')
}
