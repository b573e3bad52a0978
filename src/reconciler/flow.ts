// Components that choose and repeat: Show and For.

import { read } from '../reactive/signals.ts'
import type { ReadonlySignal } from '../reactive/signals.ts'
import { createElement, Fragment, List } from '../jsx/element.ts'
import type { Child, Key } from '../jsx/element.ts'
import type { Reactive } from '../widgets/derive.ts'
import { show } from '../widgets/show.ts'

interface ShowProps<Value> {
  /** Shown while this is truthy. */
  readonly when: Reactive<Value>
  /** What to show; a function is given the value. */
  readonly children?: Child | ((value: NonNullable<Value>) => Child)
  /** Shown otherwise. */
  readonly fallback?: Child
}

/** Shows its children while `when` is truthy, else `fallback`. */
export function Show<Value>({ when, children, fallback }: ShowProps<Value>): Child {
  const value = read(when)
  const shown = value && typeof children === 'function' ? children(value) : children
  // By their keys neither goes on with the widgets of the other, or with what was typed into them.
  return value
    ? createElement(Fragment, { children: shown }, 'children')
    : createElement(Fragment, { children: fallback }, 'fallback')
}

type Row<Item> = (item: Item, index: ReadonlySignal<number>) => Child

interface ForProps<Item> {
  readonly each: Reactive<readonly Item[]>
  /**
   * What makes an item the same item later: a field's name or a function. Without it the item
   * itself does, so a changed object is a new row.
   */
  readonly by?: (keyof Item & string) | ((item: Item) => Key)
  /** One row. It runs again when the item under its key changes, or a signal it read. */
  readonly children: Row<Item>
  /** Shown while there is no item. */
  readonly fallback?: Child
}

/** Shows one row for each item, and keeps the row of an item wherever it goes. */
export function For<Item>({ each, by, children: row, fallback }: ForProps<Item>): Child {
  const items = read(each)
  if (!Array.isArray(items)) {
    throw new TypeError(`For needs "each" to be an array, got ${show(items)}`)
  }
  return items.length === 0 ? fallback : createElement(List, { items, by, row })
}
