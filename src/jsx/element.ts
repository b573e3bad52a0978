// What JSX evaluates to: an inert description. Nothing here mounts, tracks or sends.

import type { ReadonlySignal } from '../reactive/signals.ts'
import { currentMaker } from './rendering.ts'
import { classNamed, widgetClass } from '../widgets/catalog.ts'
import { show } from '../widgets/show.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'

export type Key = string | number

export type Props = Readonly<Record<string, unknown>>

/** A function of props that says what to show. It may be async: see Suspense. */
export type Component<Given = never> = (props: Given) => Child | Promise<Child>

export type Tag = string | Component

const brand: unique symbol = Symbol.for('treewire.element')

/** Of elements that no render has made. */
export const noMaker = -1

/** Made by `createElement` alone. */
export class Element {
  readonly type: Tag
  readonly key: Key | undefined
  readonly props: Props
  /** Undefined for a component, and for tags that only group. */
  readonly widgetClass: WidgetClass | undefined
  /** The number of the component whose render has made it; `noMaker` when none did. */
  readonly maker: number

  constructor(type: Tag, props: Props, key: Key | undefined, widgetClass: WidgetClass | undefined) {
    this.type = type
    this.key = key
    this.props = props
    this.widgetClass = widgetClass
    this.maker = currentMaker()?.order ?? noMaker
  }

  /** As messages show it. */
  toJSON(): object {
    const { type, key, props } = this
    return { type, key, props }
  }

  /** Elements of another copy of this library are elements too. */
  get [brand](): true {
    return true
  }
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

/** Shows one row for each of its items. For alone uses it. */
export const List = 'List'

/** Tags that are no widget classes. */
const others: ReadonlySet<string> = new Set([Fragment, Offstage, List])

/** @throws when the tag is no component and no widget class */
export function createElement(type: Tag, props: Props, key?: Key): Element {
  if (typeof type === 'string') return new Element(type, props, key, classOf(type))
  if (typeof type === 'function') return new Element(type, props, key, undefined)
  throw new TypeError(
    `A JSX tag must be a component or a widget class, got ${show(type)}. Is its import right?`,
  )
}

function classOf(tag: string): WidgetClass | undefined {
  return classNamed(tag) ?? (others.has(tag) ? undefined : widgetClass(tag))
}

export function isElement(value: unknown): value is Element {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { readonly [brand]?: unknown })[brand] === true
  )
}
