// What signals are called: by the name that they were made with, by the hook or the prop that they were met in, else by
// a number.

import type { ReadonlySignal } from '../../reactive/signals.ts'
import type { ComponentNode } from '../../reconciler/node.ts'
import { asSignal, isPlain } from './as-signal.ts'
import { labelOf, ownerOf } from './owner.ts'

/** Where a signal comes from, as far as one who reads it is concerned. */
export type SignalKind = 'signal' | 'hook' | 'context'

/** Fields of a prop that are looked at: signals are often handed down together in one object. */
const mostFields = 50

export class SignalNames {
  readonly #names = new WeakMap<object, string>()
  #count = 0

  nameOf(signal: ReadonlySignal<unknown>): string {
    const own = (signal as { readonly name?: string }).name
    if (own) return own
    const known = this.#names.get(signal)
    if (known !== undefined) return known
    const made = `signal ${++this.#count}`
    this.#names.set(signal, made)
    return made
  }

  /** Looks at what a component keeps and is given. What has a name keeps it. */
  learn(node: ComponentNode): void {
    const component = labelOf(node)
    for (const [at, cell] of (node.hooks?.cells ?? []).entries()) {
      const signal = signalIn(cell)
      if (signal) this.#call(signal, `${component} ${hookName(cell)} ${at + 1}`)
    }
    if (node.provided) this.#call(node.provided.value, `context of ${ownerName(node)}`)
    for (const [name, value] of Object.entries(node.props)) this.#learnProp(name, value)
  }

  #learnProp(name: string, value: unknown): void {
    const signal = asSignal(value)
    if (signal) return this.#call(signal, name)
    if (!isPlain(value)) return
    const fields = Object.entries(Object.getOwnPropertyDescriptors(value)).slice(0, mostFields)
    for (const [field, { value: one }] of fields) {
      const held = asSignal(one)
      if (held) this.#call(held, `${name}.${field}`)
    }
  }

  #call(signal: ReadonlySignal<unknown>, name: string): void {
    if (!this.#names.has(signal)) this.#names.set(signal, name)
  }
}

function ownerName(node: ComponentNode): string {
  const owner = ownerOf(node)
  return owner ? labelOf(owner) : 'the root'
}

/** The signal of `useSignal` or `useComputed`; undefined for other hooks. */
export function signalIn(cell: unknown): ReadonlySignal<unknown> | undefined {
  const own = asSignal(cell)
  if (own) return own
  return isPlain(cell) && 'latest' in cell && 'value' in cell ? asSignal(cell.value) : undefined
}

/** By what is kept: `useSignal`, `useComputed`, `useRef`; every other one is an effect. */
export function hookName(cell: unknown): string {
  if (asSignal(cell)) return 'useSignal'
  if (signalIn(cell)) return 'useComputed'
  return isPlain(cell) && 'current' in cell ? 'useRef' : 'effect'
}

/** What a signal is to a component that reads it. */
export function kindFor(node: ComponentNode, signal: ReadonlySignal<unknown>): SignalKind {
  if (node.hooks?.cells.some((cell) => signalIn(cell) === signal)) return 'hook'
  for (let at = node.parent; at; at = at.parent) {
    if (at.kind === 'component' && at.provided?.value === signal) return 'context'
  }
  return 'signal'
}
