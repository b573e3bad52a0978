// Which control fits a prop, by the type that the catalog gives it. Pure.

import type { WidgetClass } from './specimen.ts'

type Prop = ReturnType<WidgetClass['props']['get']> & {}
export type EventProp = Extract<Prop, { readonly kind: 'event' }>
export type StateProp = Extract<Prop, { readonly kind: 'state' }>

export type Kind =
  | { readonly control: 'check' }
  | { readonly control: 'choice'; readonly values: readonly string[] }
  | { readonly control: 'number'; readonly step: number; readonly max: number }
  | { readonly control: 'text'; readonly isNullable: boolean }
  /** Whatever else: it is typed as JSON. */
  | { readonly control: 'json' }

const texts = new Set(['string', 'Color', 'Url', 'Html', 'HexColor'])

export function kindOf({ accepts, isSpread }: StateProp): Kind {
  const type = plainText(accepts[0])
  const [plain, isNullable] = [type.replace('|null', ''), type.endsWith('|null')]
  if (isSpread) return { control: 'json' }
  if (type === 'boolean') return { control: 'check' }
  if (type === 'number') return { control: 'number', step: 1, max: 100_000 }
  if (type === 'Percent') return { control: 'number', step: 0.05, max: 1 }
  if (texts.has(plain)) return { control: 'text', isNullable }
  const values = choices(type)
  return values.length > 0 ? { control: 'choice', values } : { control: 'json' }
}

/** What a name such as `SelectionMode` stands for, if it stands for choices. */
function plainText(type: StateProp['accepts'][number] | undefined): string {
  const { text = '', meaning = '' } = type ?? {}
  return choices(meaning).length > 0 ? meaning : text
}

/** `'left'|'right'` → left, right; nothing for all other types. */
function choices(type: string): string[] {
  const parts = type.split('|')
  return parts.every((part) => /^'[^']*'$/.test(part)) ? parts.map((part) => part.slice(1, -1)) : []
}

/** @returns what is wrong with it; empty when nothing is */
export function problemWith(prop: StateProp, value: unknown): string {
  const wanted = prop.accepts.map(({ text }) => text).join(', ')
  if (!prop.isSpread) return prop.accepts[0]?.accepts(value) ? '' : `This has to be ${wanted}.`
  const isList = Array.isArray(value) && value.length <= prop.accepts.length
  const fits = isList && value.every((one, at) => prop.accepts[at]?.accepts(one))
  return fits ? '' : `This has to be [${wanted}].`
}
