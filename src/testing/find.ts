// Finds widgets in the model the way people speak of them: by class, by text, by name.

import type { Json } from '../protocol/messages.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'

/** What to look for; everything that is given must fit. */
export interface Query {
  /** The class name, e.g. `Button`. */
  readonly type?: string
  /** The text it shows: all of it, or a pattern. */
  readonly text?: string | RegExp
  /** Its accessible name, given by `label`. */
  readonly label?: string
  readonly wid?: number
}

export type Target = Query | string | ModelWidget

/** Every widget that fits, in tree order. A string is a text. */
export function findAll(browser: ModelBrowser, target: Target): ModelWidget[] {
  if (isWidget(target)) return browser.widgets.get(target.wid) === target ? [target] : []
  const query: Query = typeof target === 'string' ? { text: target } : target
  return allOf(browser).filter((widget) => fits(widget, query))
}

/** In tree order, then those that stand nowhere because there is nothing to see of them. */
function allOf({ windows, widgets }: ModelBrowser): ModelWidget[] {
  const bodiless = [...widgets.values()].filter(
    ({ widgetClass }) => widgetClass.declaration.base === 'object',
  )
  return [...new Set([...windows.flatMap(below), ...bodiless])]
}

/** @throws when there is none, or more than one */
export function findOne(browser: ModelBrowser, target: Target): ModelWidget {
  const found = findAll(browser, target)
  if (found.length === 1) return found[0]!
  const what = isWidget(target) ? `#${target.wid}` : JSON.stringify(target, showPattern)
  const all = (found.length > 0 ? found : allOf(browser)).map(nameOf)
  const more = all.length > 40 ? ` and ${all.length - 40} more` : ''
  throw new Error(
    `Wanted one widget ${what}, found ${found.length}. There are: ${all.slice(0, 40).join(', ')}${more}`,
  )
}

/** `Button #5 "Save"` */
function nameOf(widget: ModelWidget): string {
  const name = `${widget.widgetClass.name} #${widget.wid}`
  const text = textOf(widget) || widget.state.get('label')
  return typeof text === 'string' && text !== ''
    ? `${name} ${JSON.stringify(text.slice(0, 30))}`
    : name
}

/** A button that a dialog was made with is no widget: it stands for the dialog and a value that this reports. */
export interface PlainButton {
  readonly dialog: ModelWidget
  readonly value: Json
}

/**
 * The button with this text in the dialog that was opened last. What is behind a modal dialog cannot be reached by a
 * user, so its button comes first; that of another dialog is meant only where no widget fits.
 */
export function findPlainButton(browser: ModelBrowser, target: Target): PlainButton | undefined {
  if (typeof target !== 'string') return undefined
  const dialogs = browser.windows.filter(({ widgetClass }) => widgetClass.name === 'Dialog')
  for (const dialog of dialogs.toReversed()) {
    const isModal = dialog.state.get('modal') === true
    if (findAll(browser, target).some((one) => !isModal || below(dialog).includes(one)))
      return undefined
    const buttons = (dialog.state.get('buttons') ?? []) as readonly (readonly [string, Json])[]
    const button = buttons.find(([label]) => label === target)
    if (button) return { dialog, value: button[1] }
  }
  return undefined
}

function showPattern(_: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value
}

function* walk(widget: ModelWidget): Generator<ModelWidget> {
  yield widget
  for (const child of widget.children) yield* walk(child)
}

function below(widget: ModelWidget): ModelWidget[] {
  return [...walk(widget)]
}

function fits(widget: ModelWidget, { type, text, label, wid }: Query): boolean {
  return (
    (type === undefined || widget.widgetClass.name === type) &&
    (text === undefined || isText(textOf(widget), text)) &&
    (label === undefined || widget.state.get('label') === label) &&
    (wid === undefined || widget.wid === wid)
  )
}

function textOf({ state, widgetClass }: ModelWidget): string {
  const text = state.get(widgetClass.text ?? 'text') ?? state.get('title') ?? ''
  return typeof text === 'string' ? text : ''
}

function isText(shown: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? shown === wanted : shown.search(wanted) >= 0
}

function isWidget(target: Target): target is ModelWidget {
  return typeof target === 'object' && 'widgetClass' in target
}
