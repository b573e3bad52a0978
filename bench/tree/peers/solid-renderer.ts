// Solid's universal renderer on the host of the bench. What its compiler makes of JSX calls these.

import { createRenderer } from 'solid-js/universal'
import type { HostNode, MessageHost } from '../message-host.ts'

/** JSX names of its own, because Solid takes a tag with a capital for a component. */
const classes: ReadonlyMap<string, string> = new Map([
  ['v-box', 'VBox'],
  ['h-box', 'HBox'],
  ['text-label', 'Label'],
  ['push-button', 'Button'],
])

/** Solid makes nodes without saying where they will be: the host of the screen that is being drawn. */
let host: MessageHost

/** Draws or changes something on this host. */
export function on<Result>(drawn: MessageHost, draw: () => Result): Result {
  host = drawn
  return draw()
}

// Functions in an object, not methods of one.
// oxlint-disable typescript/unbound-method
export const {
  render,
  effect,
  memo,
  createComponent,
  createElement,
  createTextNode,
  insertNode,
  insert,
  spread,
  setProp,
  mergeProps,
  use,
} = createRenderer<HostNode>({
  createElement: (tag) => host.create(classes.get(tag)!),
  createTextNode: noText,
  replaceText: noText,
  isTextNode: () => false,
  setProperty(node, name, value) {
    if (name === 'text') host.setText(node, value as string)
    else host.listen(node, value as () => void)
  },
  insertNode: (parent, node, anchor) => host.insert(parent, node, anchor),
  removeNode: (_, node) => host.remove(node),
  getParentNode: ({ parent }) => parent,
  getFirstChild: ({ first }) => first,
  getNextSibling: ({ next }) => next,
})

function noText(): never {
  throw new Error('A screen of the bench has no text outside of its labels')
}
