// Turns what stands between two tags into what the reconciler wants: a list of slots, or one text.

import { isSignal, read } from '../reactive/signals.ts'
import { show } from '../widgets/show.ts'
import { createElement, Fragment, isElement } from './element.ts'
import type { Child, Element, TextChild } from './element.ts'

/** A place among siblings. An empty one keeps its position, so that its neighbours keep theirs. */
export type Slot = Element | null

/**
 * One slot a child, and one for a hole in a list. Nested lists become fragments with slots of their own; functions
 * and signals become components that show what they give.
 *
 * @throws TypeError for text and for objects that are no elements
 */
export function slotsOf(child: Child | undefined): readonly Slot[] {
  if (!Array.isArray(child)) return [slotOf(child)]
  const children = child as readonly Child[]
  return areSlots(children) ? children : Array.from(children, slotOf)
}

/** Most lists are what is wanted as they are. */
function areSlots(children: readonly Child[]): children is readonly Slot[] {
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (child !== null && !isElement(child)) return false
  }
  return true
}

function slotOf(child: Child): Slot {
  if (isElement(child)) return child
  if (child === null || child === undefined || typeof child === 'boolean') return null
  if (Array.isArray(child)) return createElement(Fragment, { children: child })
  if (typeof child === 'function' || isSignal(child)) return createElement(Live, { source: child })
  throw new TypeError(wrongChild(child))
}

/** Shows what a function or a signal gives, now and whenever it changes. */
function Live({ source }: { readonly source: Child }): Child {
  return read<Child>(source)
}

function wrongChild(child: unknown): string {
  if (typeof child === 'string' || typeof child === 'number') {
    return `A container takes widgets, got the text ${show(child)}. Put it into a <Label>`
  }
  return `A child must be an element, got ${show(child)}${adviceFor(child)}`
}

function adviceFor(child: unknown): string {
  if (child instanceof Promise) return '. An async component shows what it waits for'
  const isIterable = typeof child === 'object' && child !== null && Symbol.iterator in child
  return isIterable ? '. Make an array of it: [...items]' : ''
}

/** The text of text children; a function of no arguments when any of them can change. */
export function textOf(child: TextChild): string | (() => string) {
  return isLive(child) ? () => join(child) : join(child)
}

function isLive(child: TextChild): boolean {
  if (Array.isArray(child)) return (child as readonly TextChild[]).some(isLive)
  return typeof child === 'function' || isSignal(child)
}

function join(child: TextChild): string {
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'string' || typeof child === 'number') return String(child)
  if (Array.isArray(child)) return (child as readonly TextChild[]).map(join).join('')
  if (typeof child === 'function' || isSignal(child)) return join(read<TextChild>(child))
  throw new TypeError(`A text child must be text, got ${show(child)}`)
}
