// The classes that a stock browser has: those of the catalog, without what is marked as ours. A test elsewhere holds
// the catalog against pgwidgets' own names.

import { widgetClasses } from '../../../src/widgets/catalog.ts'

interface StockClass {
  readonly args: readonly string[]
  readonly options: ReadonlySet<string>
  readonly methods: ReadonlySet<string>
}

/** Every class has them, though the catalog does not offer them. */
const undeclared = ['get_element']

export const classes: ReadonlyMap<string, StockClass> = new Map(
  [...widgetClasses]
    .filter(([, { declaration }]) => !declaration.ours)
    .map(([name, { declaration, methods }]) => [
      name,
      {
        args: (declaration.args ?? []).map((arg) => arg.name),
        options: new Set(
          Object.entries(declaration.options ?? {})
            .filter(([, option]) => !option.ours)
            .map(([option]) => option),
        ),
        methods: new Set([
          ...undeclared,
          ...[...methods].filter(([, method]) => !method.ours).map(([method]) => method),
        ]),
      },
    ]),
)

export function methodOf(className: string, method: string): boolean {
  return classes.get(className)?.methods.has(method) ?? false
}
