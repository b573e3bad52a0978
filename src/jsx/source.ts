// Where an element is written: compilers tell it in development, with `jsxDEV`. It is kept with the props, which
// outlive the element. In production there is none.

import { createElement } from './element.ts'
import type { Element, Key, Props, Tag } from './element.ts'

/** As compilers write it. Lines and columns count from 1. */
export interface Source {
  readonly fileName: string
  readonly lineNumber: number
  readonly columnNumber?: number
}

const source: unique symbol = Symbol.for('treewire.source')

/** What compilers call for an element in development. Whether its children are written out is not asked. */
export function createElementAt(
  type: Tag,
  props: Props,
  key?: Key,
  _isWrittenOut?: boolean,
  at?: Source,
): Element {
  const element = createElement(type, props, key)
  noteSource(props, at)
  return element
}

/** Those who compare props, or copy them, do not see it. What is frozen stays as it is. */
export function noteSource(props: object, at: Source | undefined): void {
  if (at && Object.isExtensible(props))
    Object.defineProperty(props, source, { value: at, configurable: true })
}

/** Undefined where no compiler has told it. */
export function sourceOf(props: object): Source | undefined {
  return (props as { readonly [source]?: Source })[source]
}
