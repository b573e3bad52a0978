// The call that compilers make where a key stands behind a spread: <Label {...props} key="a" />.

import { createElement as element } from './element.ts'
import type { Element, Key, Props, Tag } from './element.ts'

/** An element by the older convention: the key among the props, the children behind them. */
export function createElement(type: Tag, props?: Props | null, ...children: unknown[]): Element {
  // Compilers add their own notes in development; no component wants them.
  const { key, __self, __source, ...rest } = props ?? {}
  const given =
    children.length > 1 ? { children } : children.length === 1 ? { children: children[0] } : {}
  return element(type, { ...rest, ...given }, key as Key | undefined)
}
