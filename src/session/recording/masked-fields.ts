// Which fields of a session are not to be read in its recording: found by what the session says of its widgets.

import type { CallMessage, Json, ServerMessage, WidgetId } from '../../protocol/messages.ts'
import { accessibleName } from '../../widgets/accessible-name.ts'
import { widgetClass } from '../../widgets/catalog.ts'
import { camel } from '../../widgets/names.ts'
import type { WidgetClass } from '../../widgets/widget-class.ts'
import type { Mask } from './record-options.ts'

/** What is known of a field. */
interface Field {
  readonly widgetClass: WidgetClass
  readonly state: Map<string, Json>
}

export class MaskedFields {
  readonly #masks: readonly Mask[]
  /** Those that may become masked. */
  readonly #fields = new Map<WidgetId, Field>()
  readonly #masked = new Set<WidgetId>()

  constructor(masks: readonly Mask[]) {
    this.#masks = masks
  }

  /** Whether there is one that a mask could mean. */
  get areThere(): boolean {
    return this.#fields.size > 0 || this.#masked.size > 0
  }

  has(wid: WidgetId): boolean {
    return this.#masked.has(wid)
  }

  /** What a message puts into a masked field where its user could have put it. */
  textsIn(message: ServerMessage): readonly string[] {
    if (message.type !== 'create' && message.type !== 'call') return []
    const { wid, args = [] } = message
    const field = wid === undefined ? undefined : this.#fields.get(wid)
    if (!field || !this.#masked.has(wid!)) return []
    const states =
      message.type === 'create' ? statesIn(field.widgetClass, args) : stateSetBy(message)
    return [...states].flatMap(([prop, value]) =>
      typeof value === 'string' && isOfUser(field.widgetClass, prop) ? [value] : [],
    )
  }

  /** Takes notice of what a message says of a field. */
  note(message: ServerMessage): void {
    if (message.type === 'create') this.#noteNew(message)
    else if (message.type === 'call') this.#noteCall(message)
  }

  #noteNew({
    wid,
    class: className,
    args = [],
  }: Extract<ServerMessage, { readonly type: 'create' }>): void {
    const made = widgetClass(className)
    if (wid === undefined || made.reports.size === 0) return
    if (!this.#masks.some((mask) => mayMean(mask, className))) return
    const field = { widgetClass: made, state: statesIn(made, args) }
    this.#fields.set(wid, field)
    this.#look(wid, field)
  }

  #noteCall(call: CallMessage): void {
    const field = this.#fields.get(call.wid)
    if (!field) return
    // What its user has done before that may still come, and stays masked.
    if (call.method === 'destroy') return void this.#fields.delete(call.wid)
    for (const [prop, value] of stateSetBy(call)) field.state.set(prop, value)
    this.#look(call.wid, field)
  }

  /** What was masked once stays so. */
  #look(wid: WidgetId, field: Field): void {
    if (this.#masks.some((mask) => isMeant(mask, field))) this.#masked.add(wid)
  }
}

/** Whether a widget of this class could be meant. */
function mayMean(mask: Mask, className: string): boolean {
  if (mask === 'passwords') return className === 'TextEntry'
  const { label, type } = fieldsIn(mask)
  return label !== undefined || type === className
}

function isMeant(mask: Mask, { widgetClass: { name }, state }: Field): boolean {
  if (!mayMean(mask, name)) return false
  if (mask === 'passwords') return state.get('password') === true
  const { label } = fieldsIn(mask)
  if (label === undefined) return true
  const shown = accessibleName(name, state)
  return typeof label === 'string' ? label === shown : shown.search(label) >= 0
}

/** What a mask says of fields; nothing where it is about something else. */
function fieldsIn(mask: Mask): { readonly label?: string | RegExp; readonly type?: string } {
  return typeof mask === 'object' && !(mask instanceof RegExp) ? mask : {}
}

function isOfUser({ reports }: WidgetClass, prop: string): boolean {
  return [...reports.values()].flat().some((report) => report.prop === prop)
}

/** By prop name, what a call sets. */
function stateSetBy({ method, args = [] }: CallMessage): Map<string, Json> {
  if (!method.startsWith('set_')) return new Map()
  return new Map([[camel(method.slice('set_'.length)), args[0] ?? null]])
}

/** By prop name, what a widget is made with. */
function statesIn({ declaration }: WidgetClass, args: readonly Json[]): Map<string, Json> {
  const state = new Map<string, Json>()
  for (const [at, value] of args.entries()) {
    const param = declaration.args?.[at]
    if (param) state.set(camel(param.name), value)
    else for (const [name, one] of Object.entries(value as object)) state.set(camel(name), one)
  }
  return state
}
