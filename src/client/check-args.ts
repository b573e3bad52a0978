// Looks whether the arguments of a call or a create are what the catalog says, before anybody uses them.

import type { Option, Param, Params } from '../widgets/define.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import type { BrowserMethod } from './widgets/browser-method.ts'

/**
 * The arguments as the method takes them: null where an optional one may not be null counts as left out.
 *
 * @throws Error that says, for example, `Slider.set_value needs "num" to be number, got "x"`
 */
export function callArgs({ fullName, params }: BrowserMethod, args: readonly unknown[]): unknown[] {
  return checked(fullName, params, args)
}

/** The same for a constructor: positional arguments, then an object of options. */
export function createArgs(
  { name, declaration }: WidgetClass,
  args: readonly unknown[],
): unknown[] {
  const { args: params = [], options: known = {} } = declaration
  const options = args[params.length] ?? {}
  if (typeof options !== 'object' || Array.isArray(options)) {
    throw new TypeError(`${name} needs its options to be an object, got ${show(options)}`)
  }
  const positional = checked(name, params, args.slice(0, params.length))
  while (positional.length < params.length) positional.push(undefined)
  positional.push(checkedOptions(name, known, options))
  return positional
}

function checkedOptions(
  name: string,
  known: Readonly<Record<string, Option>>,
  given: object,
): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  for (const option of Object.keys(given)) {
    if (!Object.hasOwn(known, option)) continue
    const param = { name: option, type: known[option]!.type, optional: true }
    const value = checkedValue(name, param, (given as Record<string, unknown>)[option])
    if (value !== undefined) options[option] = value
  }
  return options
}

function checked(where: string, params: Params, args: readonly unknown[]): unknown[] {
  const needed = params.findLastIndex((param) => !param.optional) + 1
  const length = Math.max(needed, args.length)
  const values: unknown[] = []
  for (let at = 0; at < length; at++) {
    const param = params[at]
    values.push(param ? checkedValue(where, param, args[at]) : args[at])
  }
  return values
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
