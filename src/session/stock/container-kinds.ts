// How the containers of a stock browser take their children: what can be done with one, and what must not.

import type { Putting } from './order.ts'

/**
 * In what a child is put: as it is, into a window that is made around it, under a name among the entries of a menu, or
 * as the one menu that there is.
 */
export type How = 'plain' | 'window' | 'entry' | 'menu'

export interface ContainerKind {
  readonly putting: Putting
  readonly how: How
  /** The method that takes a child out. */
  readonly remove: 'remove' | 'remove_widget'
  /** Whether that method ends the child when it is asked to. */
  readonly endsChildren: boolean
  /** Taking a child out leaves something of it behind, so that another container has to take its place. */
  readonly leavesRests: 'always' | 'with menus' | 'with dividers' | 'never'
  /** One child is shown at a time; another one cannot be taken out before it is shown. */
  readonly isPaging: boolean
  /** A child that is there can be given another place by putting it in again. */
  readonly takesAgain: boolean
}

const last: ContainerKind = {
  putting: 'last',
  how: 'plain',
  remove: 'remove',
  endsChildren: true,
  leavesRests: 'never',
  isPaging: false,
  takesAgain: false,
}
const box: ContainerKind = { ...last, putting: 'anywhere' }
const pages: ContainerKind = { ...last, isPaging: true }

const kinds: ReadonlyMap<string, ContainerKind> = new Map<string, ContainerKind>([
  ['Box', box],
  ['VBox', box],
  ['HBox', box],
  ['ButtonBox', box],
  // Its `remove` looks in the wrong list.
  ['Dialog', { ...box, remove: 'remove_widget' }],
  ['GridBox', { ...last, putting: 'cell', endsChildren: false }],
  ['FixedLayout', { ...last, takesAgain: true }],
  ['TabWidget', pages],
  ['StackWidget', pages],
  ['MDIWidget', { ...last, how: 'window', endsChildren: false }],
  ['Splitter', { ...last, leavesRests: 'always' }],
  ['MenuBar', { ...last, how: 'entry', leavesRests: 'always' }],
  ['Menu', { ...last, how: 'entry', leavesRests: 'with menus' }],
  ['ToolBar', { ...last, leavesRests: 'with dividers' }],
  // Its child is its menu, which is set and not put in.
  ['ToolBarAction', { ...last, how: 'menu', endsChildren: false }],
  ['Page', last],
  ['TopLevel', last],
  ['Frame', last],
  ['Expander', last],
  ['ScrollArea', last],
  ['AbstractScrollArea', last],
])

/** Undefined for what holds nothing in a stock browser. */
export function containerKind(className: string): ContainerKind | undefined {
  return kinds.get(className)
}

/** Whether putting a child in shows it, which would be told as if the user had chosen it. */
export function bringsToFront(kind: ContainerKind | undefined): boolean {
  return kind !== undefined && (kind.isPaging || kind.how === 'window')
}
