// The least number of messages that turns one tree of widgets into another.
//
// A tree is taken apart into what messages speak of:
//
//   a state of a widget      a call of its setter; what one call sets together is one state
//   an event of a widget     listen, unlisten
//   a container's children   the four calls of container.ts
//   a new widget             create, which says its states as well, but not what is heard, nor its children
//
// Each message changes one of these and no other: none sets states of two widgets, none puts a child into one
// container and takes another one out of another. So no message can be counted twice, and the least for the whole is
// no less than the sum of what is least for each. And it is no more, because the changes do not disturb each other:
// said one after the other, new widgets first, each does what it does alone. A widget that ends takes along
// everything in it, so nothing has to be said of that.
//
// Given are the names, as in container.ts: the same name in the same container, whose own name is the same, is the
// same widget. Everything else that is there afterwards is new.

import { leastForContainer } from './container.ts'
import type { Widget } from './widgets.ts'

export function leastForChildren(before: readonly Widget[], after: readonly Widget[]): number {
  const olds = new Map(before.map((widget) => [widget.name, widget]))
  const misplaced = after.filter(({ name, placement }) => {
    const old = olds.get(name)
    return old && String(old.placement) !== String(placement)
  })
  const puts = leastForContainer({
    before: before.map(({ name }) => name),
    after: after.map(({ name }) => name),
    misplaced: new Set(misplaced.map(({ name }) => name)),
  })
  const rest = after.map((widget) => {
    const old = olds.get(widget.name)
    return old ? leastForWidget(old, widget) : toCreate(widget)
  })
  return puts + sum(rest)
}

function leastForWidget(before: Widget, after: Widget): number {
  const setters = Object.keys(after.states)
  return (
    setters.filter((setter) => before.states[setter] !== after.states[setter]).length +
    different(before.heard, after.heard) +
    different(after.heard, before.heard) +
    leastForChildren(before.children, after.children)
  )
}

/** Without the message that puts it into its container. */
function toCreate({ heard, children }: Widget): number {
  return 1 + heard.length + sum(children.map((child) => 1 + toCreate(child)))
}

function different(some: readonly string[], others: readonly string[]): number {
  return some.filter((one) => !others.includes(one)).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
