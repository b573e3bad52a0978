// Random values of the types that the catalog declares.

import * as fc from 'fast-check'
import type { Json } from '../../src/protocol/messages.ts'
import type { Type } from '../../src/widgets/types.ts'
import type { StateProp } from '../../src/widgets/widget-class.ts'

/** Values of a prop as JSX takes it; undefined for what no plain value can stand for. */
export function valuesOf(prop: StateProp): fc.Arbitrary<Json> | undefined {
  const parts = prop.accepts.map(valuesIn)
  if (parts.includes(undefined)) return undefined
  return prop.isSpread ? fc.tuple(...(parts as fc.Arbitrary<Json>[])) : parts[0]
}

function valuesIn(type: Type<unknown>): fc.Arbitrary<Json> | undefined {
  const made = plain(type) ?? composed(type) ?? literals(type)
  return made?.filter((value) => type.accepts(value))
}

function plain({ text }: Type<unknown>): fc.Arbitrary<Json> | undefined {
  if (text === 'string') return fc.constantFrom('', 'a', 'b')
  if (text === 'number') return fc.constantFrom(0, 1, 2.5, -3)
  if (text === 'boolean') return fc.boolean()
  if (text === 'JsonValue') return fc.constantFrom<Json>(null, 1, 'x', [1])
  return undefined
}

function composed({ text, parts, meaning }: Type<unknown>): fc.Arbitrary<Json> | undefined {
  if (!parts) return undefined
  const values = parts.map(valuesIn)
  if (values.includes(undefined)) return undefined
  const all = values as fc.Arbitrary<Json>[]
  if (meaning?.startsWith('{')) return fieldsOf(meaning, all)
  if (text.endsWith('[]')) return fc.array(all[0]!, { maxLength: 3 })
  if (text.startsWith('[')) return fc.tuple(...all)
  if (text.startsWith('{')) return fc.dictionary(fc.constantFrom('a', 'b'), all[0]!, { maxKeys: 2 })
  if (text.endsWith('|null')) return fc.option(all[0]!, { nil: null })
  return fc.oneof(...all)
}

/** `{ title?: string, size: number }` */
function fieldsOf(meaning: string, values: readonly fc.Arbitrary<Json>[]): fc.Arbitrary<Json> {
  const names = [...meaning.matchAll(/(\w+)(\??): /g)]
  const fields = names.map(([, name, optional], at): fc.Arbitrary<[string, Json][]> => {
    const field = values[at]!.map((value): [string, Json][] => [[name!, value]])
    return optional ? fc.oneof(field, fc.constant([])) : field
  })
  return fc.tuple(...fields).map((all) => Object.fromEntries(all.flat()))
}

/** `'top'|'bottom'`, `1|2` */
function literals({ text }: Type<unknown>): fc.Arbitrary<Json> | undefined {
  if (!/^('[^']*'|\d+|true|false)(\|('[^']*'|\d+|true|false))*$/.test(text)) return undefined
  const values = text.split('|').map((one) => JSON.parse(one.replaceAll("'", '"')) as Json)
  return fc.constantFrom(...values)
}
