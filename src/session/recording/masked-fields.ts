// Which fields of a session are not to be read in its recording: found by what the session says of its widgets.

import type { CallMessage, Json, ServerMessage, WidgetId } from '../../protocol/messages.ts'
import { accessibleName } from '../../widgets/accessible-name.ts'
import { widgetClass } from '../../widgets/catalog.ts'
import { camel } from '../../widgets/names.ts'
import type { WidgetClass } from '../../widgets/widget-class.ts'
import type { Mask } from './record-options.ts'

/** The text of a field that changes by edits. */
export interface EditedText {
  readonly read: () => string
  /** As much of it is hidden by now. */
  hidden: string
}

/** What is known of a field. */
interface Field {
  readonly widgetClass: WidgetClass
  readonly state: Map<string, Json>
  /** What was masked once stays so. */
  isMasked: boolean
  /** Of one that such changes were told of. */
  text?: EditedText
}

/** So many fields may be kept before it is looked which of them have gone. */
const fewFields = 64

export class MaskedFields {
  /** Whether there are masks that mean fields. */
  readonly isWanted: boolean
  readonly #masks: readonly Mask[]
  readonly #isThere: (wid: WidgetId) => boolean
  /** Those that may become masked, and some that have gone. */
  readonly #fields = new Map<WidgetId, Field>()
  #mostFields = fewFields
  #wereMasked = false

  /** @param isThere  says whether a widget has not gone */
  constructor(masks: readonly Mask[], isThere: (wid: WidgetId) => boolean) {
    this.#masks = masks
    this.#isThere = isThere
    this.isWanted = masks.some((mask) => mask === 'passwords' || isForFields(mask))
  }

  /** How many are kept. */
  get count(): number {
    return this.#fields.size
  }

  /** Whether there has been a masked one, which may have gone. */
  get wereMasked(): boolean {
    return this.#wereMasked
  }

  has(wid: WidgetId): boolean {
    return this.#fields.get(wid)?.isMasked === true
  }

  /** Whether a message asks a masked field for what is in it. */
  isAsked({ wid, method }: CallMessage): boolean {
    const asked = this.#fields.get(wid)
    return asked?.isMasked === true && asked.widgetClass.methods.get(method)?.kind === 'query'
  }

  /** The text of a field that was told of. @param find  gives what reads it; undefined where nothing can */
  editedText(wid: WidgetId, find: () => (() => string) | undefined): EditedText | undefined {
    const field = this.#fields.get(wid)
    const read = field?.text?.read ?? find()
    if (!field || !read) return undefined
    return (field.text ??= { read, hidden: '' })
  }

  /** What a message puts into a masked field where its user could have put it. */
  textsIn(message: ServerMessage): readonly string[] {
    if (message.type !== 'create' && message.type !== 'call') return []
    const { wid, args = [] } = message
    const field = wid === undefined ? undefined : this.#fields.get(wid)
    if (!field?.isMasked) return []
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
    const known = this.#fields.get(wid)
    const field = { isMasked: false, ...known, widgetClass: made, state: statesIn(made, args) }
    this.#fields.set(wid, field)
    this.#look(field)
    if (this.count > this.#mostFields) this.#letGo()
  }

  #noteCall(call: CallMessage): void {
    const field = this.#fields.get(call.wid)
    if (!field) return
    for (const [prop, value] of stateSetBy(call)) field.state.set(prop, value)
    this.#look(field)
  }

  #look(field: Field): void {
    field.isMasked ||= this.#masks.some((mask) => isMeant(mask, field))
    this.#wereMasked ||= field.isMasked
  }

  /** Most fields go with what they stand in, of which a session says no more than that it goes. */
  #letGo(): void {
    for (const wid of this.#fields.keys()) if (!this.#isThere(wid)) this.#fields.delete(wid)
    this.#mostFields = Math.max(fewFields, 2 * this.count)
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

type FieldMask = Extract<Mask, { readonly label: unknown } | { readonly type: unknown }>

/** Whether it is about fields of a label or a class. */
function isForFields(mask: Mask): mask is FieldMask {
  return typeof mask === 'object' && !(mask instanceof RegExp)
}

/** What a mask says of fields; nothing where it is about something else. */
function fieldsIn(mask: Mask): { readonly label?: string | RegExp; readonly type?: string } {
  return isForFields(mask) ? mask : {}
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
