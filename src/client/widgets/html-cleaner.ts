// What makes markup harmless: DOMPurify, told what must not happen inside this page.

import type { Config, DOMPurify } from 'dompurify'

/** Gives what is left of the markup, ready to be put into the page. */
export type Cleaner = (html: string) => DocumentFragment

/** Stands in front of every id and name, so that none meets those of the page. */
export const ID_PREFIX = 'user-content-'

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  SANITIZE_NAMED_PROPS: true,
  // Styles of the whole page; forms and what belongs to them, which could ask for a password.
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'dialog'],
  // What takes the focus, or opens something above the page.
  FORBID_ATTR: [
    'autofocus',
    'popover',
    'popovertarget',
    'popovertargetaction',
    'command',
    'commandfor',
  ],
}

/** Fetches DOMPurify once per page; every view gets an instance of its own. */
export async function loadCleaner(): Promise<Cleaner> {
  const { default: create } = await import('dompurify')
  const purify: DOMPurify = create(window)
  purify.addHook('afterSanitizeAttributes', openOutside)
  return (html) => purify.sanitize(html, config)
}

/** Links leave the page alone: they open in a new tab that cannot reach back. */
function openOutside(element: Element): void {
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href')
  if (href === null || !/^(a|area)$/i.test(element.localName)) return
  if (href.startsWith('#')) return
  element.setAttribute('target', '_blank')
  element.setAttribute('rel', 'noopener noreferrer')
}
