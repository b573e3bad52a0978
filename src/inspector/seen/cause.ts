// Why a component rendered, in a sentence. Pure.

import type { Props } from '../../jsx/element.ts'
import { changedParts } from './changed-parts.ts'
import type { ChangedPart } from './changed-parts.ts'
import type { Hide } from './secrets.ts'
import { cut, shortText } from './short-text.ts'
import type { SignalKind } from './signal-names.ts'

export type CauseKind = 'first' | 'props' | SignalKind | 'again'

export interface Cause {
  readonly kind: CauseKind
  readonly text: string
}

/** A signal that has another value than when it was read. */
export interface ChangedSignal {
  readonly name: string
  readonly kind: SignalKind
  readonly before: unknown
  readonly after: unknown
}

export interface Facts {
  readonly isFirst: boolean
  /** The names of the props that differ; undefined when none were given anew. */
  readonly props: readonly string[] | undefined
  /** Who gave them. */
  readonly parent: string
  readonly changes: readonly ChangedSignal[]
}

/** @param hide  what of values is not to be read */
export function causeOf({ isFirst, props, parent, changes }: Facts, hide?: Hide): Cause {
  if (isFirst) return { kind: 'first', text: 'first render' }
  const texts = changes.map((change) => changeText(change, hide))
  if (props) texts.unshift(propsText(props, parent))
  const kind = props ? 'props' : changes[0]?.kind
  if (kind) return { kind, text: texts.join('; ') }
  return { kind: 'again', text: asItWas }
}

/** Why something is done again though nothing that it has read is another one. */
export const asItWas = 'what it read changed, and is as it was'

/** Signs of a value: both have to be seen at once. */
const mostValue = 48
/** Fields that are named. */
const mostParts = 6

export function changeText(
  { name, before, after }: Omit<ChangedSignal, 'kind'>,
  hide?: Hide,
): string {
  const parts = changedParts(before, after)
  if (parts.length > 1) return `${name} changed in ${namesOf(parts)}`
  const { path, ...values } = parts[0] ?? { path: '', before, after }
  const [from, to] = [textOf(values.before, hide), textOf(values.after, hide)]
  if (from !== to) return `${name}${path} changed from ${from} to ${to}`
  return `${name}${path} changed to another ${to}`
}

function textOf(value: unknown, hide: Hide | undefined): string {
  return cut(shortText(value, hide), mostValue)
}

function namesOf(parts: readonly ChangedPart[]): string {
  const names = parts.slice(0, mostParts).map(({ path }) => path.replace(/^\./, ''))
  return [...names, ...(parts.length > mostParts ? ['…'] : [])].join(', ')
}

function propsText(names: readonly string[], parent: string): string {
  return `props changed: ${names.join(', ')} (${parent || 'the root'} rendered)`
}

/** The names of the props that are not the same in both. */
export function changedProps(before: Props, after: Props): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !Object.is(before[name], after[name]))
}
