// A declaration made ready for use: every prop, event and method found by name in one step.

import type { Json } from '../protocol/messages.ts'
import { bases } from './bases.ts'
import type { ChildIndex, Children, Declaration, Event, Method, Reported } from './define.ts'
import { propsOf } from './class-props.ts'
import type { Prop, StateProp } from './class-props.ts'
import { tableOf } from './table.ts'
import type { Table } from './table.ts'

/** One thing that an event tells about a state. */
export interface Report {
  readonly prop: string
  readonly where: Reported
}

/** A widget class as the reconciler, the session and the browser use it. */
export class WidgetClass {
  readonly name: string
  readonly declaration: Declaration
  /** In the order in which they must be set: limits before the value that they limit. */
  readonly props: ReadonlyMap<string, Prop>
  readonly #propTable: Table<Prop>
  readonly methods: ReadonlyMap<string, Method>
  readonly events: ReadonlyMap<string, Event>
  /** By action: the states it reports. */
  readonly reports: ReadonlyMap<string, readonly Report[]>
  /** States that user and server change at the same time. */
  readonly exchanged: readonly StateProp[]
  readonly children: Children | undefined
  /** What a child that says nothing of its place says to it all the same. */
  readonly noPlacement: readonly Json[]
  readonly text: string | undefined
  /** The middle of every `create` of it, as it goes over the wire: `,"class":"Label","args":`. */
  readonly createText: string
  /** Whether it stands on the page, in nothing. */
  readonly isWindow: boolean
  /** Whether it stands in its parent; windows and objects without an element do not. */
  readonly isPlaced: boolean
  /** The classes that it stands in, where it does not stand in all. */
  readonly placedIn: readonly string[] | undefined
  /** Whether it may exclude others of its group. */
  readonly hasGroup: boolean
  /** Whether all that there is of it stands in its container, and is its user's or the program's alone. */
  readonly isSimple: boolean

  constructor(name: string, declaration: Declaration) {
    const base = bases[declaration.base] as Declaration
    this.name = name
    this.declaration = declaration
    this.methods = new Map(Object.entries({ ...base.methods, ...declaration.methods }))
    this.events = new Map(Object.entries({ ...base.events, ...declaration.events }))
    this.props = propsOf({ declaration, base, methods: this.methods, events: this.events })
    this.#propTable = tableOf(this.props)
    this.reports = reportsOf({ ...base.userState, ...declaration.userState })
    this.exchanged = [...this.props.values()].filter(isExchanged)
    this.children = declaration.children
    this.noPlacement = this.children?.placeArgs({}) ?? []
    this.text = declaration.text
    this.createText = `,"class":${JSON.stringify(name)},"args":`
    this.isWindow = declaration.window !== undefined
    this.isPlaced = declaration.base !== 'object' && !this.isWindow
    this.placedIn = declaration.placedIn
    this.hasGroup = this.props.has('group')
    this.isSimple = this.isPlaced && this.exchanged.length === 0 && !this.hasGroup
  }

  /** The prop of this name. Asked for each prop of each widget that is made. */
  prop(name: string): Prop | undefined {
    return this.#propTable[name]
  }
}

function isExchanged(prop: Prop): prop is StateProp {
  return prop.kind === 'state' && prop.exchange !== undefined
}

function reportsOf(states: NonNullable<Declaration['userState']>): Map<string, Report[]> {
  const reports = new Map<string, Report[]>()
  for (const [prop, byAction] of Object.entries(states)) {
    for (const [action, where] of Object.entries(byAction)) {
      const list = reports.get(action)
      if (list) list.push({ prop, where })
      else reports.set(action, [{ prop, where }])
    }
  }
  return reports
}

/** The arguments with which the setter of `prop` is called for `value`. Not for props that combine. */
export function argsOf(prop: StateProp, value: Json): readonly Json[] {
  return prop.isSpread && Array.isArray(value) ? value : [value]
}

/**
 * The value that `args` of an event report, or undefined when they tell none, or only a change.
 *
 * @param props    what the widget was given
 * @param indexOf  where its children stand
 */
export function reportedValue(
  where: Reported,
  args: readonly Json[],
  props: Readonly<Record<string, unknown>> = {},
  indexOf: ChildIndex = () => -1,
): Json | undefined {
  if (typeof where === 'function') return where(args, props, indexOf)
  if (where === 'exchange') return undefined
  return where === 'all' ? args : (args[where] ?? null)
}
