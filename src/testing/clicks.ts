// What a click on a widget is told as. Pure.

import type { Json } from '../protocol/messages.ts'
import { called, happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelWidget } from '../model/model.ts'
import { stateOf, textState } from '../model/state-of.ts'

type Rule = (widget: ModelWidget) => readonly Happening[]

const activates: Rule = (widget) => [happening(widget, 'activated')]
const toggles: Rule = (widget) => [happening(widget, 'activated', !isOn(widget, 'state'))]
/** It takes the focus, and nothing is told of it. */
const nothing: Rule = () => []

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['Button', activates],
  ['Link', activates],
  ['ToggleButton', toggles],
  ['CheckBox', toggles],
  ['RadioButton', choose],
  ['MenuAction', clickEntry],
  ['ToolBarAction', clickTool],
  ['Expander', fold],
  ['TextEntrySet', (widget) => [happening(widget, 'activated', textState(widget, 'text'))]],
  ['Toast', useToast],
  ['TextEntry', nothing],
  ['TextArea', nothing],
  ['TextSource', nothing],
  ['SpinBox', nothing],
  ['ComboBox', nothing],
])

/** Where a click says more than that there was one, how it is said. */
const otherwise: ReadonlyMap<string, string> = new Map([
  ['Slider', 'use press or fire'],
  ['Dial', 'use press or fire'],
  ['TableView', 'use select'],
  ['TreeView', 'use select'],
  ['TabWidget', 'use select'],
  ['FileDialog', 'use upload'],
])

/** @throws when there is nothing to click */
export function clickOn(widget: ModelWidget): readonly Happening[] {
  const rule = rules.get(widget.widgetClass.name)
  if (rule) return rule(widget)
  if (opensMenu(widget)) return []
  if (stateOf(widget, 'interactive') === true) return pointAt(widget)
  const advice = otherwise.get(widget.widgetClass.name)
  throw new Error(
    advice
      ? `A click on ${called(widget)} means nothing by itself: ${advice}`
      : `${called(widget)} does nothing when it is clicked. What does: buttons, boxes, links, and what is interactive`,
  )
}

/** One that is chosen stays so, and nothing is told. */
function choose(widget: ModelWidget): readonly Happening[] {
  return isOn(widget, 'state') ? [] : [happening(widget, 'activated', true)]
}

function clickEntry(widget: ModelWidget): readonly Happening[] {
  if (!isOn(widget, 'checkable')) return activates(widget)
  return [happening(widget, 'activated', !isOn(widget, 'checked'))]
}

/** Nothing is told of that. */
export function opensMenu(widget: ModelWidget): boolean {
  const { name } = widget.widgetClass
  if (name !== 'Label' && name !== 'ToolBarAction') return false
  return widget.children.length > 0 || Boolean(stateOf(widget, 'menu'))
}

function clickTool(widget: ModelWidget): readonly Happening[] {
  if (opensMenu(widget)) return []
  const isToggle = isOn(widget, 'toggle') || Boolean(stateOf(widget, 'group'))
  return isToggle ? toggles(widget) : activates(widget)
}

function fold(widget: ModelWidget): readonly Happening[] {
  if (stateOf(widget, 'collapsible') === false) return []
  return [happening(widget, 'toggled', stateOf(widget, 'collapsed') === false)]
}

/** Its button; after that it goes. */
function useToast(widget: ModelWidget): readonly Happening[] {
  const closing = happening(widget, 'close')
  return stateOf(widget, 'action') === '' ? [closing] : [happening(widget, 'activated'), closing]
}

/** In the model nothing has a place, so all of it is at 0. */
function pointAt(widget: ModelWidget): readonly Happening[] {
  const at = (type: string, mask: number): Json => ({
    type,
    time_stamp: 0,
    viewport_x: 0,
    viewport_y: 0,
    x: 0,
    y: 0,
    button_trigger: 1,
    button_mask: mask,
    modifiers: [],
    pointer_id: 1,
    pointer_type: 'mouse',
    pressure: mask / 2,
    // Browsers say so of a click by a mouse.
    is_primary: type !== 'click',
  })
  return [
    happening(widget, 'pointer-down', at('pointerdown', 1)),
    happening(widget, 'pointer-up', at('pointerup', 0)),
    happening(widget, 'click', at('click', 0)),
  ]
}

function isOn(widget: ModelWidget, prop: string): boolean {
  return stateOf(widget, prop) === true
}
