// Finds every type with a name of its own that the declarations use, to be explained once.

import type { Type } from './types.ts'
import type { WidgetClass } from './widget-class.ts'

/** @returns each named type once, by name */
export function namedTypesOf(widgetClasses: readonly WidgetClass[]): Type<unknown>[] {
  const found = new Map<string, Type<unknown>>()
  for (const type of widgetClasses.flatMap(typesOf)) collect(type, found)
  return [...found.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1))
}

function typesOf({ declaration, methods, events }: WidgetClass): Type<unknown>[] {
  const callables = [...methods.values(), ...events.values()]
  return [
    ...(declaration.args ?? []).map(({ type }) => type),
    ...Object.values(declaration.options ?? {}).map(({ type }) => type),
    ...callables.flatMap(({ params }) => params.map(({ type }) => type)),
    ...[...methods.values()].flatMap(({ returns }) => returns ?? []),
  ]
}

function collect(type: Type<unknown>, found: Map<string, Type<unknown>>): void {
  if (type.meaning !== undefined && /^\w+$/.test(type.text)) found.set(type.text, type)
  for (const part of type.parts ?? []) collect(part, found)
}
