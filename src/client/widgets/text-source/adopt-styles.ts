// CodeMirror's style sheet as one that is adopted. In a document it would go into a `<style>` element, which a
// strict content security policy refuses; into a sheet of the script's own it goes as it would in a shadow root.

import { StyleModule } from 'style-mod'

/** What a shadow root has, and a document too: but no `head`, so that its styles are adopted. */
interface StandIn {
  readonly ownerDocument: Document
  adoptedStyleSheets: CSSStyleSheet[]
}

/** To be called before the first editor is made. Where there is such a sheet already nothing is done. */
export function adoptStyles(): void {
  const standIn: StandIn = {
    ownerDocument: document,
    adoptedStyleSheets: document.adoptedStyleSheets,
  }
  StyleModule.mount(standIn as unknown as ShadowRoot, [])
  // The sheet is found again by a symbol on its root.
  for (const key of Object.getOwnPropertySymbols(standIn)) {
    if (!Object.hasOwn(document, key)) {
      Object.defineProperty(document, key, { value: Reflect.get(standIn, key) })
    }
  }
}
