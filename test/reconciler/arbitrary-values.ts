// Random values of the types that the catalog declares.

import * as fc from 'fast-check'
import type { Json } from '../../src/protocol/messages.ts'
import type { Type } from '../../src/widgets/types.ts'
import type { StateProp } from '../../src/widgets/class-props.ts'

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
  const values = parts?.map(valuesIn)
  if (!parts || !values || values.includes(undefined)) return undefined
  const all = values as fc.Arbitrary<Json>[]
  const [first, ...more] = all
  const texts = parts.map((part) => part.text)
  if (meaning?.startsWith('{ ')) return fieldsOf(meaning, all)
  if (text === `[${texts.join()}]`) return fc.tuple(...all)
  if (!first || more.length > 0) return fc.oneof(...all)
  if (text === `${texts[0]}[]` || text === `(${texts[0]})[]`)
    return fc.array(first, { maxLength: 3 })
  if (text.startsWith('{[key'))
    return fc.dictionary(fc.constantFrom('a', 'b'), first, { maxKeys: 2 })
  if (text === `${texts[0]}|null`) return fc.option(first, { nil: null })
  return first
}

/** `{ title?: string, size: number }` */
function fieldsOf(meaning: string, values: readonly fc.Arbitrary<Json>[]): fc.Arbitrary<Json> {
  const names = [...meaning.matchAll(/(\w+)(\??): /g)]
  const fields = names.map(([, name, optional], at): fc.Arbitrary<[string, Json][]> => {
    const field = values[at]!.map((value): [string, Json][] => [[name!, value]])
    return optional ? fc.oneof(field, fc.constant<[string, Json][]>([])) : field
  })
  return fc.tuple(...fields).map((all) => Object.fromEntries(all.flat()))
}

/** `'top'|'bottom'`, `1|2` */
function literals({ text }: Type<unknown>): fc.Arbitrary<Json> | undefined {
  if (!/^('[^']*'|\d+|true|false)(\|('[^']*'|\d+|true|false))*$/.test(text)) return undefined
  const values = text.split('|').map((one) => JSON.parse(one.replaceAll("'", '"')) as Json)
  return fc.constantFrom(...values)
}
