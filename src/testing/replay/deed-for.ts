// Finds what a test has to do, in the words of a test, to have exactly this told: tried on a user who only says what he
// would tell. Where no word is exact, `fire` is.

import type { Json } from '../../protocol/messages.ts'
import type { Target } from '../find.ts'
import { findAll } from '../find.ts'
import type { Happening } from '../happening.ts'
import type { ModelBrowser, ModelWidget } from '../../model/model.ts'
import { accessibleName } from '../../widgets/accessible-name.ts'
import { roleOf } from '../../widgets/roles.ts'
import { textIn } from '../typing.ts'
import { User } from '../user.ts'

/** A call of a method of `Rendered`. */
export interface Deed {
  readonly method: 'click' | 'type' | 'clear' | 'select' | 'press' | 'fire' | 'advance'
  readonly args: readonly unknown[]
}

export function deedFor(browser: ModelBrowser, wanted: Happening): Deed {
  const target = targetFor(browser, wanted.widget)
  const exact = candidates(browser, wanted, target).find((deed) => tells(browser, deed, wanted))
  return exact ?? { method: 'fire', args: [target, wanted.action, ...wanted.args] }
}

function candidates(browser: ModelBrowser, wanted: Happening, target: Target): Deed[] {
  const { widget, args } = wanted
  const texts = args.filter((arg) => typeof arg === 'string')
  const places = args.filter((arg) => typeof arg === 'number')
  return [
    ...buttonsOf(widget).map((text): Deed => ({ method: 'click', args: [text] })),
    { method: 'click', args: [target] },
    ...texts.flatMap((text): Deed[] => typingOf(widget, target, text)),
    ...[...texts, ...places].map((choice): Deed => ({ method: 'select', args: [target, choice] })),
    { method: 'press', args: ['Enter', target] },
  ]
}

/** What a dialog was made with. */
function buttonsOf({ widgetClass, state }: ModelWidget): string[] {
  if (widgetClass.name !== 'Dialog') return []
  return ((state.get('buttons') ?? []) as readonly (readonly [string, Json])[]).map(
    ([text]) => text,
  )
}

function typingOf(widget: ModelWidget, target: Target, text: string): Deed[] {
  const before = textIn(widget, undefined)
  if (text === '') return [{ method: 'clear', args: [target] }]
  return text.startsWith(before)
    ? [{ method: 'type', args: [target, text.slice(before.length)] }]
    : []
}

/** Whether this is told by it, and nothing else. */
function tells(browser: ModelBrowser, { method, args }: Deed, wanted: Happening): boolean {
  const told: Happening[] = []
  const user = new User({ browser, report: (one) => void told.push(one) })
  try {
    ;(user[method as 'click'] as (...all: readonly unknown[]) => void).apply(
      user,
      args as unknown[],
    )
  } catch {
    // It cannot be done to this widget.
    return false
  }
  const [only, ...more] = told
  return more.length === 0 && only !== undefined && isSame(only, wanted)
}

function isSame(one: Happening, other: Happening): boolean {
  const isOne = one.widget === other.widget && one.action === other.action
  return isOne && JSON.stringify(one.args) === JSON.stringify(other.args)
}

/** The plainest words that mean this widget and no other. */
function targetFor(browser: ModelBrowser, widget: ModelWidget): Target {
  const { name: type } = widget.widgetClass
  const name = accessibleName(type, widget.state)
  const role = roleOf(type, widget.state)
  const text = widget.state.get(widget.widgetClass.text ?? 'text')
  const isFixed = !widget.widgetClass.reports.size
  const words: Target[] = [
    ...(isFixed && typeof text === 'string' && text !== '' ? [text] : []),
    ...(role !== undefined && name ? [{ role, name }] : []),
    ...(name ? [{ type, name }] : []),
    { type },
    { path: browser.names.of(widget.wid) },
  ]
  const exact = words.find((word) => findAll(browser, word).length === 1)
  return exact ?? { wid: widget.wid }
}
