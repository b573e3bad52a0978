// Vue's custom renderer on the host of the bench.

import { createRenderer } from '@vue/runtime-core'
import type { HostNode, MessageHost } from '../message-host.ts'

/** A renderer knows one host, as it does in an application. */
export function vueRenderer(host: MessageHost) {
  return createRenderer<HostNode, HostNode>({
    createElement: (type) => host.create(type),
    insert: (child, parent, anchor) => host.insert(parent, child, anchor ?? undefined),
    remove: (child) => host.remove(child),
    parentNode: (node) => node.parent ?? null,
    nextSibling: (node) => node.next ?? null,
    patchProp: (node, name, _, value) => {
      if (name === 'text') host.setText(node, value as string)
      else host.listen(node, value as () => void)
    },
    createText: noText,
    createComment: noText,
    setText: noText,
    setElementText: noText,
  })
}

function noText(): never {
  throw new Error('A screen of the bench has no text outside of its labels')
}
