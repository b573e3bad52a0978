// Components that choose and repeat: Show and For.

import { read, signal } from '../reactive/signals.ts'
import type { ReadonlySignal, Signal } from '../reactive/signals.ts'
import { createElement, Fragment } from '../jsx/element.ts'
import type { Child, Element, Key } from '../jsx/element.ts'
import type { Reactive } from '../widgets/derive.ts'
import { useCell } from './hooks.ts'

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

interface RowProps<Item> {
  readonly item: Item
  /** Missing for rows that take the item alone. */
  readonly index: Signal<number> | undefined
  readonly row: Row<Item>
}

/** Shows one row for each item, and keeps the row of an item wherever it goes. */
export function For<Item>({ each, by, children: row, fallback }: ForProps<Item>): Child {
  const rows = useCell('For', () => new Rows<Item>())
  const items = read(each)
  if (!Array.isArray(items)) {
    throw new TypeError(`For needs "each" to be an array, got ${typeof items}`)
  }
  return items.length === 0 ? fallback : rows.show(items, keyFunction(by), row)
}

function keyFunction<Item>(by: ForProps<Item>['by']): (item: Item) => unknown {
  if (typeof by === 'function') return by
  return by === undefined ? (item) => item : (item) => item[by]
}

function ForRow<Item>({ item, index, row }: RowProps<Item>): Child {
  return index ? row(item, index) : (row as (item: Item) => Child)(item)
}

/** The rows shown last; a row whose item is the same is the same element, which is left alone. */
class Rows<Item> {
  #shown = new Map<unknown, Element>()

  show(items: readonly Item[], keyOf: (item: Item) => unknown, row: Row<Item>): Element[] {
    const shown = new Map<unknown, Element>()
    const copies = new Map<unknown, number>()
    const elements = items.map((item, at) => {
      const key = distinct(nameOf(keyOf(item)), shown, copies)
      const element = this.#rowFor(key, item, at, row)
      shown.set(key, element)
      return element
    })
    this.#shown = shown
    return elements
  }

  #rowFor(key: unknown, item: Item, at: number, row: Row<Item>): Element {
    const before = this.#shown.get(key)
    const props = before?.props as RowProps<Item> | undefined
    if (props?.index) props.index.value = at
    if (before && Object.is(props?.item, item) && props?.row === row) return before
    const index = row.length === 1 ? undefined : (props?.index ?? signal(at))
    return createElement(ForRow, { item, index, row }, key as Key)
  }
}

/** Undefined would be no key, and NaN is never the same as NaN: their names stand for them. */
function nameOf(key: unknown): unknown {
  return key === undefined || Number.isNaN(key) ? String(key) : key
}

/** A key that came before is given a number, so that both rows are shown. */
function distinct(
  key: unknown,
  taken: ReadonlyMap<unknown, Element>,
  copies: Map<unknown, number>,
): unknown {
  let copy = copies.get(key) ?? 1
  let name = key
  while (taken.has(name)) name = `${String(key)} (${++copy})`
  if (copy > 1) copies.set(key, copy)
  return name
}
