// Finds widgets in the model the way people speak of them: by class, by text, by name.

import type { Json } from '../protocol/messages.ts'
import { accessibleName } from '../widgets/accessible-name.ts'
import { roleOf } from '../widgets/roles.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import { ownText } from '../model/state-of.ts'
import { hintFor, mustBeQuery } from './hints.ts'
import { fitsText, shownText } from './text-pattern.ts'

/** What to look for; everything that is given must fit. */
export interface Query {
  /** The class name, e.g. `Button`. */
  readonly type?: string
  /** The role that it has for assistive technology, e.g. `button`. */
  readonly role?: string
  /** Its accessible name: all of it, or a pattern. */
  readonly name?: string | RegExp
  /** The text it shows: all of it, or a pattern. */
  readonly text?: string | RegExp
  /** The name that was given by `label`. */
  readonly label?: string
  /** Where it stands, as lines that go by paths say it: `VBox/Label[2]`. */
  readonly path?: string
  readonly wid?: number
}

/** A string is a text, all of it; a pattern is one that the text fits. */
export type Target = Query | string | RegExp | ModelWidget

/** Every widget that fits, in tree order. @param root  what they are in; anywhere unless given */
export function findAll(browser: ModelBrowser, target: Target, root?: ModelWidget): ModelWidget[] {
  if (isWidget(target)) return browser.widgets.get(target.wid) === target ? [target] : []
  const query = queryOf(target)
  return candidates(browser, root).filter((widget) => fits(widget, query, browser))
}

function queryOf(target: string | RegExp | Query): Query {
  if (typeof target === 'string' || target instanceof RegExp) return { text: target }
  mustBeQuery(target)
  return target
}

function candidates(browser: ModelBrowser, root: ModelWidget | undefined): ModelWidget[] {
  return root ? below(root).slice(1) : allOf(browser)
}

/** In tree order, then those that stand nowhere because there is nothing to see of them. */
function allOf({ windows, widgets }: ModelBrowser): ModelWidget[] {
  const bodiless = [...widgets.values()].filter(
    ({ widgetClass }) => widgetClass.declaration.base === 'object',
  )
  return [...new Set([...windows.flatMap(below), ...bodiless])]
}

/** @throws when there is none, or more than one; it lists what there is */
export function findOne(browser: ModelBrowser, target: Target, root?: ModelWidget): ModelWidget {
  const found = findAll(browser, target, root)
  if (found.length === 1) return found[0]!
  const what = shown(target)
  const where = root ? ` in ${described(root, target)}` : ''
  const widgets = found.length > 0 ? found : candidates(browser, root)
  const all = widgets.map(descriptionFor(browser, target, found.length > 1))
  const hint = found.length > 0 || isWidget(target) ? undefined : hintFor(queryOf(target), widgets)
  const more = all.length > 40 ? ` and ${all.length - 40} more` : ''
  throw new Error(
    `Wanted one widget ${what}${where}, found ${found.length}.${hint === undefined ? '' : ` ${hint}`} There are: ${all.slice(0, 40).join(', ')}${more}`,
  )
}

/** Who asked for a path is told paths. @param isOneOfSeveral  see `described` */
function descriptionFor(
  { names }: ModelBrowser,
  target: Target,
  isOneOfSeveral: boolean,
): (widget: ModelWidget) => string {
  const isByPath = !isWidget(target) && queryOf(target).path !== undefined
  return (widget) => (isByPath ? names.of(widget.wid) : described(widget, target, isOneOfSeveral))
}

/**
 * `Button #5 "Save"`; who asked for a role is told roles: `Button #5 "Save" (button)`.
 *
 * @param isOneOfSeveral  that fit: its name may tell it from the others, which say the same
 */
function described(widget: ModelWidget, target: Target, isOneOfSeveral = false): string {
  const { widgetClass, wid, state } = widget
  const asked = isWidget(target) ? {} : queryOf(target)
  const isByName = isOneOfSeveral || asked.role !== undefined || asked.name !== undefined
  const name = accessibleName(widgetClass.name, state)
  const shown = (isByName && name) || ownText(widget) || state.get('label')
  const role = asked.role === undefined ? undefined : roleOf(widgetClass.name, state)
  return [
    `${widgetClass.name} #${wid}`,
    ...(typeof shown === 'string' && shown !== '' ? [JSON.stringify(shown.slice(0, 30))] : []),
    ...(role === undefined ? [] : [`(${role})`]),
  ].join(' ')
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
export function findPlainButton(
  browser: ModelBrowser,
  target: Target,
  root?: ModelWidget,
): PlainButton | undefined {
  const text = buttonText(target)
  if (text === undefined) return undefined
  const dialogs = browser.windows.filter(
    (window) => window.widgetClass.name === 'Dialog' && (root ?? window) === window,
  )
  for (const dialog of dialogs.toReversed()) {
    const isModal = dialog.state.get('modal') === true
    if (findAll(browser, target, root).some((one) => !isModal || below(dialog).includes(one)))
      return undefined
    const buttons = (dialog.state.get('buttons') ?? []) as readonly (readonly [string, Json])[]
    const fitting = buttons.filter(([label]) => fitsText(label, text))
    if (fitting.length > 1) throw new Error(tooMany(dialog, target, fitting))
    if (fitting[0]) return { dialog, value: fitting[0][1] }
  }
  return undefined
}

function tooMany(
  dialog: ModelWidget,
  target: Target,
  buttons: readonly (readonly [string, Json])[],
): string {
  const labels = buttons.map(([label]) => JSON.stringify(label)).join(', ')
  return `Wanted one button ${shown(target)} of ${described(dialog, {})}, found ${buttons.length}: ${labels}`
}

/** What a button says that this may mean. */
function buttonText(target: Target): string | RegExp | undefined {
  if (typeof target === 'string' || target instanceof RegExp) return target
  if (isWidget(target) || target.role !== 'button') return undefined
  return target.name ?? target.text
}

/** In sentences: `"Save"`, `/^Save/`, `{"role":"button","name":/^Save/}`, `#5`. */
function shown(target: Target): string {
  if (isWidget(target)) return `#${target.wid}`
  if (typeof target === 'string' || target instanceof RegExp) return shownText(target)
  const parts = Object.entries(target).map(([key, value]) => `"${key}":${shownText(value)}`)
  return `{${parts.join(',')}}`
}

function* walk(widget: ModelWidget): Generator<ModelWidget> {
  yield widget
  for (const child of widget.children) yield* walk(child)
}

function below(widget: ModelWidget): ModelWidget[] {
  return [...walk(widget)]
}

function fits(widget: ModelWidget, query: Query, browser: ModelBrowser): boolean {
  const { widgetClass, state } = widget
  const { type, role, name, text, label, path, wid } = query
  return (
    (type === undefined || widgetClass.name === type) &&
    (role === undefined || roleOf(widgetClass.name, state) === role) &&
    (name === undefined || fitsText(accessibleName(widgetClass.name, state), name)) &&
    (text === undefined || fitsText(ownText(widget), text)) &&
    (label === undefined || state.get('label') === label) &&
    (path === undefined || browser.names.of(widget.wid) === path) &&
    (wid === undefined || widget.wid === wid)
  )
}

function isWidget(target: Target): target is ModelWidget {
  return typeof target === 'object' && target !== null && 'widgetClass' in target
}
