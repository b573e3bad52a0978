// What typing into a widget is told as: the whole text when the user rests, or the edit of it. Pure.

import { shown } from '../widgets/numbers.ts'
import { called, happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelWidget } from '../model/model.ts'
import { numberRule, typedNumber } from './numbers.ts'
import { stateOf, textState } from '../model/state-of.ts'

const textFields: ReadonlySet<string> = new Set([
  'TextEntry',
  'TextEntrySet',
  'TextArea',
  'ComboBox',
  'TextSource',
  'SpinBox',
])

/** Whether it is a field. */
export function takesText({ widgetClass }: ModelWidget): boolean {
  return textFields.has(widgetClass.name)
}

/** What a field shows. @param draft  what was typed into a number field and not told yet */
export function textIn(widget: ModelWidget, draft: string | undefined): string {
  if (widget.widgetClass.name !== 'SpinBox') return textState(widget, 'text')
  return draft ?? shown(typedNumber(widget, undefined), numberRule(widget))
}

/**
 * The field shows another text, and its user rests. A number field tells nothing before it is left.
 *
 * @throws when nothing can be typed there
 */
export function typed(widget: ModelWidget, before: string, after: string): readonly Happening[] {
  mustTakeText(widget)
  if (before === after || widget.widgetClass.name === 'SpinBox') return []
  if (widget.widgetClass.name !== 'TextSource') return [happening(widget, 'modified', after)]
  const isAdded = after.startsWith(before)
  const from = isAdded ? before.length : 0
  return [happening(widget, 'edited', [{ from, to: before.length, insert: after.slice(from) }])]
}

function mustTakeText(widget: ModelWidget): void {
  const { name } = widget.widgetClass
  if (!takesText(widget)) {
    throw new Error(
      `Nothing can be typed into ${called(widget)}. What takes text: ${[...textFields].join(', ')}`,
    )
  }
  if (name === 'SpinBox' || stateOf(widget, 'editable') !== false) return
  const advice = name === 'ComboBox' ? 'use select' : 'it is not editable'
  throw new Error(`${called(widget)} cannot be typed into: ${advice}`)
}
