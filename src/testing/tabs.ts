// What going to a tab is told as. Pure.

import type { Json } from '../protocol/messages.ts'
import { happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelWidget } from '../model/model.ts'
import { stateOf, textState } from '../model/state-of.ts'

/** By a key; undefined when that is none of theirs. */
export function goToTab(key: string, widget: ModelWidget): readonly Happening[] | undefined {
  const { children } = widget
  const at = shownIndex(widget)
  const isUpright = ['left', 'right'].includes(textState(widget, 'tabPosition'))
  const [next, previous] = isUpright ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft']
  if (key === next) return showTab(widget, (at + 1) % children.length)
  if (key === previous) return showTab(widget, (at - 1 + children.length) % children.length)
  if (key === 'Home') return showTab(widget, 0)
  if (key === 'End') return showTab(widget, children.length - 1)
  const isClosing = key === 'Delete' && stateOf(widget, 'closable') === true
  return isClosing && children[at]
    ? [happening(widget, 'page-close', refTo(children[at]))]
    : undefined
}

/** Nothing is told when it is shown already. */
export function showTab(widget: ModelWidget, index: number): readonly Happening[] {
  const child = widget.children[index]
  if (!child || index === shownIndex(widget)) return []
  return [happening(widget, 'page-switch', refTo(child), index)]
}

function shownIndex({ children, shownChild }: ModelWidget): number {
  return shownChild ? children.indexOf(shownChild) : -1
}

/** As a page names a widget. */
function refTo({ wid, widgetClass }: ModelWidget): Json {
  return { __wid__: wid, __class__: widgetClass.name }
}
