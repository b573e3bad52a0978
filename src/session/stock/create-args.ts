// What the constructor of a stock browser is given for what our session gave: without what it does not know, and with
// text that is to stay text. Pure.

import type { Json, WidgetRef } from '../../protocol/messages.ts'
import { type Known, optionsOf } from './known.ts'
import { escaped, harmlessMarkup } from './plain-text.ts'

export interface Made {
  readonly class: string
  readonly args: readonly Json[]
}

/** @param other  another member of its group; undefined for the first one */
export function constructorCall(known: Known, other: WidgetRef | undefined): Made {
  const { widgetClass, standIn } = known
  if (standIn) return { class: 'Label', args: standInArgs(known) }
  const count = widgetClass.declaration.args?.length ?? 0
  const positional = known.args.slice(0, count).map((arg) => argFor(known, arg))
  const options = Object.fromEntries(knownOptions(known, other))
  const hasOptions = Object.keys(options).length > 0
  return {
    class: widgetClass.name,
    args: hasOptions ? [...padded(positional, count), options] : withoutNulls(positional),
  }
}

/** A link can be pressed. */
function standInArgs({ standIn, widgetClass }: Known): readonly Json[] {
  const text = escaped(standIn!.text)
  return widgetClass.name === 'Link' ? [text, { interactive: true }] : [text]
}

function argFor(known: Known, arg: Json): Json {
  if (typeof arg !== 'string') return arg
  if (known.widgetClass.name === 'Label') return escaped(arg)
  return known.widgetClass.name === 'HtmlView' ? cleaned(known, arg) : arg
}

/** Markup that a stock browser shows as it comes. */
export function cleaned({ widgetClass, args }: Known, markup: string): string {
  return optionsOf(widgetClass, args)['trusted'] === true ? markup : harmlessMarkup(markup)
}

function* knownOptions(
  { widgetClass, args }: Known,
  other: WidgetRef | undefined,
): Generator<[string, Json]> {
  const declared = widgetClass.declaration.options ?? {}
  for (const [name, value] of Object.entries(optionsOf(widgetClass, args))) {
    // A null that is there takes the place of the default.
    if (value === null || !Object.hasOwn(declared, name) || declared[name]!.ours) continue
    if (name === 'group' && typeof value === 'string') {
      if (other) yield [name, other]
    } else yield [name, value]
  }
}

function padded(args: readonly Json[], count: number): Json[] {
  return Array.from({ length: count }, (_, at) => args[at] ?? null)
}

export function withoutNulls(args: readonly Json[]): readonly Json[] {
  return args.slice(0, args.findLastIndex((arg) => arg !== null) + 1)
}
