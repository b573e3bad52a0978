// The call that compilers make where a key stands behind a spread: <Label {...props} key="a" />.

import { createElement as element } from './element.ts'
import type { Element, Key, Props, Tag } from './element.ts'
import { noteSource } from './source.ts'
import type { Source } from './source.ts'

/** An element by the older convention: the key among the props, the children behind them. */
export function createElement(type: Tag, props?: Props | null, ...children: unknown[]): Element {
  // Compilers add their own notes in development, among the props.
  const { key, __self, __source, ...rest } = props ?? {}
  const given =
    children.length > 1 ? { children } : children.length === 1 ? { children: children[0] } : {}
  const own = { ...rest, ...given }
  noteSource(own, __source as Source | undefined)
  return element(type, own, key as Key | undefined)
}
