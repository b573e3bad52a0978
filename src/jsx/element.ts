// What JSX evaluates to: an inert description. Nothing here mounts, tracks or sends.

import type { ReadonlySignal } from '../reactive/signals.ts'
import { widgetClass } from '../widgets/catalog.ts'

export type Key = string | number

export type Props = Readonly<Record<string, unknown>>

/** A function of props that says what to show. It may be async: see Suspense. */
export type Component<Given = never> = (props: Given) => Child | Promise<Child>

export type Tag = string | Component

const brand: unique symbol = Symbol.for('treewire.element')

export interface Element {
  readonly [brand]: true
  readonly type: Tag
  readonly key: Key | undefined
  readonly props: Props
}

/** Whatever may stand between the tags of a container, or be returned by a component. */
export type Child =
  | Element
  | null
  | undefined
  | boolean
  | readonly Child[]
  | ReadonlySignal<Child>
  | (() => Child)

/** Whatever may stand between the tags of a widget that shows text. */
export type TextChild =
  | string
  | number
  | null
  | undefined
  | boolean
  | readonly TextChild[]
  | ReadonlySignal<TextChild>
  | (() => TextChild)

/** Groups children without a widget of its own. */
export const Fragment = 'Fragment'

/** Groups children that are made but not shown until `isShown`. Suspense alone uses it. */
export const Offstage = 'Offstage'

/** @throws when the tag is no component and no widget class */
export function createElement(type: Tag, props: Props, key?: Key): Element {
  if (typeof type === 'string') {
    if (type !== Fragment && type !== Offstage) widgetClass(type)
  } else if (typeof type !== 'function') {
    throw new TypeError(
      `A JSX tag must be a component or a widget class, got ${String(type)}. Is its import right?`,
    )
  }
  return { [brand]: true, type, key, props }
}

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, brand)
}
