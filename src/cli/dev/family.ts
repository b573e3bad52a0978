// A component from one evaluation of its module to the next. Elements and nodes know the family, which stays the same
// function, so the reconciler finds a component again whose code is another by now.

import type { Component } from '../../jsx/element.ts'
import { currentMaker } from '../../jsx/rendering.ts'
import type { ComponentNode } from '../../reconciler/node.ts'

/** A function of the program; what it takes and gives is its own affair. */
export type AnyFunction = (...args: readonly unknown[]) => unknown

/** Renders a node of a family, in place of the plain call. */
export type RenderNode = (family: Family, node: ComponentNode, call: () => unknown) => unknown

export class Family {
  /** Stands for the component wherever it is used. */
  readonly component: Component & AnyFunction
  readonly name: string
  /** How often it has got other code. */
  version = 0
  /** Whether its module has it no longer. */
  isGone = false
  #current: AnyFunction

  constructor(name: string, first: AnyFunction, render: RenderNode) {
    this.name = name
    this.#current = first
    this.component = new Proxy(first, {
      apply: (_first, self, args: unknown[]) => this.#call(self, args, render),
      construct: (_first, args, target) =>
        Reflect.construct(this.#current, args, target === this.component ? this.#current : target),
      get: (_first, property) => this.#read(property),
      set: (_first, property, value) => Reflect.set(this.#current, property, value),
      has: (_first, property) => Reflect.has(this.#current, property),
    }) as Component & AnyFunction
  }

  /** Other code, from the next render on. */
  adopt(next: AnyFunction): void {
    if (next === this.#current) return
    this.#current = next
    this.version++
  }

  #call(self: unknown, args: readonly unknown[], render: RenderNode): unknown {
    const call = (): unknown => Reflect.apply(this.#current, self, args)
    const node = currentMaker() as ComponentNode | undefined
    // It may also be called as any function is, by a component that it is a part of.
    return node?.type === this.component ? render(this, node, call) : call()
  }

  /** A function that has been given to a mark has not got the name of its variable. */
  #read(property: string | symbol): unknown {
    const value: unknown = Reflect.get(this.#current, property)
    return property === 'name' && value === '' ? this.name : value
  }
}
