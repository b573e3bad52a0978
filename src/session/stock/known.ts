// What is known of a widget that our session has made: what it was told, what stands in it, and what of that a stock
// browser shows already.

import type { Json, WidgetId } from '../../protocol/messages.ts'
import { widgetClasses } from '../../widgets/catalog.ts'
import type { WidgetClass } from '../../widgets/widget-class.ts'
import { containerKind, type ContainerKind } from './container-kinds.ts'
import { standInOf, type StandIn } from './stand-ins.ts'
import { TableState } from './table-state.ts'

/** A child in its container, or a divider, which is no widget. */
export interface Item {
  readonly child: Known | undefined
  /** The method that puts it in, where it is not the usual one. */
  readonly method: string | undefined
  /** What follows the child: its place, as our wire says it. */
  readonly place: readonly Json[]
  /** Tells dividers apart; 0 for a child. */
  readonly divider: number
}

/** A child as the browser shows it. */
export interface ShownItem {
  readonly item: Item
  /** Says all that matters of it; see `keyOf`. */
  readonly key: string
  /** The widget of theirs that was put in; undefined for a divider. */
  readonly theirs: number | undefined
  /** What was made around it because the container does not take such a child. */
  readonly holder: number | undefined
}

export type Said = readonly [method: string, args: readonly Json[]]

export interface Known {
  readonly wid: WidgetId
  readonly widgetClass: WidgetClass
  readonly kind: ContainerKind | undefined
  readonly standIn: StandIn | undefined
  /** As our wire said them; a constructor that is the only one to take a state is called again with others. */
  args: readonly Json[]
  /** By method, of classes that may have to be made anew; the last one to be called is last. */
  readonly said: Map<string, readonly Json[]>
  readonly listening: Set<string>
  parent: Known | undefined
  wanted: Item[]
  shown: ShownItem[]
  /** Of containers that show one child at a time, or in front: this child. */
  front: Known | undefined
  isEnded: boolean
  readonly table: TableState | undefined
}

export function newKnown(wid: WidgetId, className: string, args: readonly Json[]): Known {
  const widgetClass = widgetClasses.get(className)
  if (!widgetClass) throw new TypeError(`There is no widget class "${className}"`)
  return {
    wid,
    widgetClass,
    kind: containerKind(className),
    standIn: standInOf(className, args),
    args,
    said: new Map(),
    listening: new Set(),
    parent: undefined,
    wanted: [],
    shown: [],
    front: undefined,
    isEnded: false,
    table: TableState.of(className, optionsOf(widgetClass, args)),
  }
}

/** What stands under a name among the options of a widget; undefined when nothing does. */
export function optionOf({ widgetClass, args }: Known, name: string): Json | undefined {
  const options = optionsOf(widgetClass, args)
  return Object.hasOwn(options, name) ? options[name] : undefined
}

export function optionsOf(
  { declaration }: WidgetClass,
  args: readonly Json[],
): Readonly<Record<string, Json>> {
  const options = args[declaration.args?.length ?? 0]
  return typeof options === 'object' && options !== null && !Array.isArray(options)
    ? (options as Readonly<Record<string, Json>>)
    : {}
}

/** The arguments with an option set to another value. */
export function withOption(known: Known, name: string, value: Json): readonly Json[] {
  const count = known.widgetClass.declaration.args?.length ?? 0
  const before = Array.from({ length: count }, (_, at) => known.args[at] ?? null)
  return [...before, { ...optionsOf(known.widgetClass, known.args), [name]: value }]
}

/** A widget with all that is in it, itself first. */
export function withDescendants(known: Known): Known[] {
  const all = [known]
  for (let at = 0; at < all.length; at++) {
    for (const { child } of all[at]!.wanted) if (child) all.push(child)
  }
  return all
}
