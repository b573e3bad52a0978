// Looks whether the arguments of a call or a create are what the catalog says, before anybody uses them.

import type { Method, Option, Param, Params } from '../widgets/define.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

/**
 * The arguments as the method takes them: null where an optional one may not be null counts as left out.
 *
 * @throws Error that says, for example, `Slider.set_value needs "num" to be number, got "x"`
 */
export function callArgs(
  widgetClass: WidgetClass,
  method: string,
  args: readonly unknown[],
): unknown[] {
  return checked(`${widgetClass.name}.${method}`, paramsOf(widgetClass, method), args)
}

/** The same for a constructor: positional arguments, then an object of options. */
export function createArgs(
  { name, declaration }: WidgetClass,
  args: readonly unknown[],
): unknown[] {
  const params = declaration.args ?? []
  const known = declaration.options ?? {}
  const options = args[params.length] ?? {}
  if (typeof options !== 'object' || Array.isArray(options)) {
    throw new TypeError(`${name} needs its options to be an object, got ${show(options)}`)
  }
  const positional = checked(name, params, args.slice(0, params.length))
  while (positional.length < params.length) positional.push(undefined)
  return [...positional, checkedOptions(name, known, options)]
}

function checkedOptions(
  name: string,
  known: Readonly<Record<string, Option>>,
  given: object,
): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  const params = Object.entries(known).map(([option, { type }]) => ({
    name: option,
    type,
    optional: true,
  }))
  for (const param of params) {
    if (!Object.hasOwn(given, param.name)) continue
    const value = checkedValue(name, param, (given as Record<string, unknown>)[param.name])
    if (value !== undefined) options[param.name] = value
  }
  return options
}

/** What `add_widget` takes after the child may follow the sibling in `insert_before`. */
function paramsOf({ methods, children }: WidgetClass, method: string): Params {
  const { params } = methods.get(method) as Method
  if (method !== 'insert_before' || !children) return params
  return [...params, ...(methods.get(children.add)?.params.slice(1) ?? [])].map((param, at) =>
    at < params.length ? param : { ...param, optional: true },
  )
}

function checked(where: string, params: Params, args: readonly unknown[]): unknown[] {
  const needed = params.findLastIndex((param) => !param.optional) + 1
  const length = Math.max(needed, args.length)
  return Array.from({ length }, (_, at) => {
    const param = params[at]
    return param ? checkedValue(where, param, args[at]) : args[at]
  })
}

function checkedValue(where: string, param: Param, value: unknown): unknown {
  if (param.optional && value === undefined) return undefined
  if (param.type.accepts(value)) return value
  if (param.optional && value === null) return undefined
  throw new TypeError(`${where} needs "${param.name}" to be ${param.type.text}, got ${show(value)}`)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
