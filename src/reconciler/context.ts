// Values that a component hands to everything below it, however deep.

import { signal } from '../reactive/signals.ts'
import { createElement, Fragment } from '../jsx/element.ts'
import type { Child } from '../jsx/element.ts'
import { show } from '../widgets/show.ts'
import { renderingComponent } from './hooks.ts'
import type { ComponentNode, Node, Provided } from './node.ts'

interface ProviderProps<Value> {
  readonly value: Value
  readonly children?: Child
}

/** A component that provides a value: `<Theme value="dark">…</Theme>`. */
export interface Context<Value> {
  (props: ProviderProps<Value>): Child
  /** The same component, for those who write `<Theme.Provider value="dark">`. */
  readonly Provider: (props: ProviderProps<Value>) => Child
  /** What `useContext` gives where nobody provides a value. */
  readonly initial: Value
}

/** @param initial what `useContext` gives where nobody provides a value */
export function createContext<Value>(initial: Value): Context<Value> {
  function Provider({ value, children }: ProviderProps<Value>): Child {
    const node = renderingComponent('A context provider')
    if (node.provided) node.provided.value.value = value
    else node.provided = { context, value: signal<unknown>(value) }
    return createElement(Fragment, { children })
  }
  const context: Context<Value> = Object.assign(Provider, { Provider, initial })
  return context
}

/** The value of the nearest provider above; the component renders again when it changes. */
export function useContext<Value>(context: Context<Value>): Value {
  const node = renderingComponent('useContext')
  if (typeof context !== 'function' || !('initial' in context)) {
    throw new TypeError(`useContext needs what createContext gives, got ${show(context)}`)
  }
  const provided = providedTo(node, context)
  return provided ? (provided.value.value as Value) : context.initial
}

function providedTo(node: ComponentNode, context: unknown): Provided | undefined {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (at.kind === 'component' && at.provided?.context === context) return at.provided
  }
  return undefined
}
