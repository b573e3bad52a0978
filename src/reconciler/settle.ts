// The end of a flush: what has become of everything is told, now that it is clear.
//
//   what has gone            by one `remove_all` where nothing is left
//   what is made anew        with everything in it as it is now, however often that has changed meanwhile
//   who is put, and where    what is new, has another placement, or does not keep its order
//   what is about children   the tab in front, say, when it is there

import type { Tree, Unsettled } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'
import { containerOf, put, visitBehind } from './place.ts'
import { makeAgain } from './retell.ts'
import { settleOrders } from './turned.ts'
import { isSettled } from './unsettled.ts'

export function settle(tree: Tree): void {
  tree.host.sweep()
  if (tree.unsettled) settleAll(tree, tree.unsettled)
}

function settleAll(tree: Tree, unsettled: Unsettled): void {
  const { toPut, turned, remade, late } = unsettled
  if (turned.size > 0) settleOrders(tree, turned)
  turned.clear()
  for (const node of takeAll(remade)) makeAgain(tree, node)
  for (const node of takeAll(toPut)) if (node.isToBePut) putWithNext(tree, node)
  for (const say of takeAll(late)) say()
  if (isSettled(unsettled)) tree.unsettled = undefined
}

const none: readonly never[] = []

function takeAll<Item>(items: Item[]): readonly Item[] {
  return items.length > 0 ? items.splice(0) : none
}

/**
 * Puts a widget in front of the next one that stands where it should, and with it those between them that are to be
 * put. So each is come by once, whatever their order.
 */
function putWithNext(tree: Tree, node: WidgetNode): void {
  const container = node.isMounted ? containerOf(node) : undefined
  if (!container) return
  const run = [node]
  const next = visitBehind(node, container, (widget) => {
    if (widget.isToBePut) run.push(widget)
    return !widget.isToBePut && widget.owner === container
  })
  const before = container.widgetClass.children?.ordered ? next?.wid : undefined
  for (const one of run) put(tree, container, one, before)
}
