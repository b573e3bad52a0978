// Why a component rendered, in a sentence. Pure.

import type { Props } from '../../jsx/element.ts'
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

export function causeOf({ isFirst, props, parent, changes }: Facts): Cause {
  if (isFirst) return { kind: 'first', text: 'first render' }
  const texts = changes.map(changeText)
  if (props) texts.unshift(propsText(props, parent))
  const kind = props ? 'props' : changes[0]?.kind
  if (kind) return { kind, text: texts.join('; ') }
  return { kind: 'again', text: asItWas }
}

/** Why something is done again though nothing that it has read is another one. */
export const asItWas = 'what it read changed, and is as it was'

/** Signs of a value: both have to be seen at once. */
const mostValue = 48

export function changeText({ name, before, after }: Omit<ChangedSignal, 'kind'>): string {
  const [from, to] = [cut(shortText(before), mostValue), cut(shortText(after), mostValue)]
  if (from === to) return `${name} changed to another ${to}`
  return `${name} changed from ${from} to ${to}`
}

function propsText(names: readonly string[], parent: string): string {
  return `props changed: ${names.join(', ')} (${parent || 'the root'} rendered)`
}

/** The names of the props that are not the same in both. */
export function changedProps(before: Props, after: Props): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !Object.is(before[name], after[name]))
}
