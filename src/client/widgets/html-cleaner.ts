// What makes markup harmless: DOMPurify, told what must not happen inside this page.

import createPurify, { type Config } from 'dompurify'
import { leadToRenamed, openOutside } from './html-links.ts'

/** Gives what is left of the markup, ready to be put into the page. */
export type Cleaner = (html: string) => DocumentFragment

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  SANITIZE_NAMED_PROPS: true,
  // `data-tooltip` would be shown above the page. Tasks in a Markdown say whether they are done.
  ALLOW_DATA_ATTR: false,
  ADD_ATTR: ['data-checked'],
  // Styles of the whole page; forms and what belongs to them, which could ask for a password.
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'dialog'],
  // What takes the focus, plays by itself, opens something above the page, or hides the page from screen readers.
  FORBID_ATTR: [
    'aria-modal',
    'autofocus',
    'autoplay',
    'popover',
    'popovertarget',
    'popovertargetaction',
    'command',
    'commandfor',
  ],
}

const purify = createPurify(window)
purify.addHook('uponSanitizeAttribute', leadToRenamed)
purify.addHook('afterSanitizeAttributes', (element) => {
  openOutside(element)
  leaveTabOrder(element)
})

/** @param isTrusted  leaves everything as it is; what was written as a script does not run all the same */
export function cleanerFor(isTrusted: boolean): Cleaner {
  return isTrusted ? unchanged : (html) => purify.sanitize(html, config)
}

function unchanged(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return document.importNode(template.content, true)
}

/** The Tab key goes through the page as it is arranged. */
function leaveTabOrder(element: Element): void {
  if (Number(element.getAttribute('tabindex')) > 0) element.setAttribute('tabindex', '0')
}
