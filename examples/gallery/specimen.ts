// What is shown of a widget class: one element with the props and children that it begins with.

import { createElement, type Element } from 'treewire'
import { ModelBrowser, type ModelWidget } from 'treewire/testing'

export type Props = Readonly<Record<string, unknown>>

/** What the catalog says of a class. */
export type WidgetClass = ModelWidget['widgetClass']

export interface Category {
  readonly name: string
  readonly specimens: readonly Element[]
}

/** A model of a browser knows every class: it is asked to make one. */
export function classOf(name: string): WidgetClass {
  const browser = new ModelBrowser()
  browser.receive(JSON.stringify([{ type: 'create', wid: 1, class: name }]))
  return browser.widget(1).widgetClass
}

export function nameOf({ type }: Element): string {
  return typeof type === 'string' ? type : type.name
}

/** The same element with other props. */
export function withProps({ type, key }: Element, props: Props): Element {
  return createElement(type, { ...props, key })
}
