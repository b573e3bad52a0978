// What a key is told as, where widgets hear keys. Pure.

import type { Json } from '../protocol/messages.ts'
import { settle, stepped } from '../widgets/numbers.ts'
import { clickOn, opensMenu } from './clicks.ts'
import { called, happening } from './happening.ts'
import type { Happening } from './happening.ts'
import type { ModelWidget } from '../model/model.ts'
import { numberRule, typedNumber } from './numbers.ts'
import { stateOf, textState } from '../model/state-of.ts'
import { takesText } from './typing.ts'
import { goToTab } from './tabs.ts'

/** What it is pressed over. */
export interface Pressed {
  readonly widget: ModelWidget
  /** What was typed into a number field and not told yet. */
  readonly draft: string | undefined
}

/** undefined: the widget does not hear this key. */
type Rule = (key: string, pressed: Pressed) => readonly Happening[] | undefined

/** Keys that are a click. */
const clickKeys = (...keys: readonly string[]): Rule => {
  return (key, { widget }) => (keys.includes(key) ? clickOn(widget) : undefined)
}

const button = clickKeys('Enter', ' ')

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['Button', button],
  ['ToggleButton', button],
  ['MenuAction', button],
  ['ToolBarAction', button],
  ['Expander', button],
  ['Link', clickKeys('Enter')],
  [
    'Label',
    (key, { widget }) =>
      opensMenu(widget) ? button(key, { widget, draft: undefined }) : undefined,
  ],
  ['CheckBox', clickKeys(' ')],
  ['RadioButton', clickKeys(' ')],
  ['TextEntry', enterLine],
  ['TextEntrySet', enterLine],
  ['TextArea', enterLines],
  ['TextSource', enterLines],
  ['ComboBox', enterChoice],
  ['SpinBox', spin],
  ['Slider', slide],
  ['Dial', slide],
  ['TabWidget', (key, { widget }) => goToTab(key, widget)],
  ['Dialog', useButton],
  ['Toast', (key, { widget }) => (key === 'Escape' ? [happening(widget, 'close')] : undefined)],
])

/** Whether there is a key that means something to it. */
export function hearsKeys(widget: ModelWidget): boolean {
  const { name } = widget.widgetClass
  return name === 'Label' ? opensMenu(widget) : rules.has(name)
}

/** @throws when nobody hears it */
export function press(key: string, pressed: Pressed): readonly Happening[] {
  const { widget } = pressed
  const own = rules.get(widget.widgetClass.name)?.(key, pressed) ?? interactive(key, widget)
  const around = inDialog(key, widget)
  if (own || around) return [...(own ?? []), ...(around ?? [])]
  throw new Error(
    `${called(widget)} does not hear the key ${JSON.stringify(key)}, or the model does not know what it does there: ${adviceFor(key, widget)}`,
  )
}

const names = ['Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
const moreNames = ['Home', 'End', 'PageUp', 'PageDown', 'Delete']

function adviceFor(key: string, widget: ModelWidget): string {
  const meant = [...names, ...moreNames].find((name) => name.toLowerCase() === key.toLowerCase())
  if (meant !== undefined && meant !== key) return `the name of the key is "${meant}"`
  if (key.toLowerCase() === 'space') return 'the name of the key is " "'
  if (key.length === 1 && takesText(widget)) return 'type writes a text'
  return 'fire says what it would report'
}

/** Of the buttons that it was made with the default one has the focus, else the first. */
function useButton(key: string, { widget }: Pressed): readonly Happening[] | undefined {
  if (key !== 'Enter' && key !== ' ') return undefined
  const values = ((stateOf(widget, 'buttons') ?? []) as readonly (readonly [string, Json])[]).map(
    ([, value]) => value,
  )
  const preferred = stateOf(widget, 'defaultButton') ?? null
  const [value] = values.includes(preferred) ? [preferred] : values
  return value === undefined ? undefined : [happening(widget, 'activated', value)]
}

function enterLine(key: string, { widget }: Pressed): readonly Happening[] | undefined {
  return key === 'Enter' ? [happening(widget, 'activated', textState(widget, 'text'))] : undefined
}

/** Enter alone begins a line. An editor does not tell its text, which may be long. */
function enterLines(key: string, { widget }: Pressed): readonly Happening[] | undefined {
  if (key !== 'Ctrl+Enter') return undefined
  const isLong = widget.widgetClass.name === 'TextSource'
  return [happening(widget, 'activated', ...(isLong ? [] : [textState(widget, 'text')]))]
}

/** Of one that can be typed into; the other opens its list. */
function enterChoice(key: string, { widget }: Pressed): readonly Happening[] | undefined {
  if (key !== 'Enter') return undefined
  if (stateOf(widget, 'editable') !== true) return []
  const text = textState(widget, 'text')
  const items = (stateOf(widget, 'items') ?? []) as readonly string[]
  const at = items.indexOf(text)
  // A text that is no item becomes one.
  return [happening(widget, 'activated', at < 0 && text !== '' ? items.length : at, text)]
}

const spinSteps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowDown', -1],
  ['PageUp', 10],
  ['PageDown', -10],
])

function spin(key: string, { widget, draft }: Pressed): readonly Happening[] | undefined {
  const typed = typedNumber(widget, draft)
  if (key === 'Enter') return [happening(widget, 'activated', typed)]
  const steps = spinSteps.get(key)
  if (steps === undefined) return undefined
  return changed(widget, stepped(typed, steps, numberRule(widget)))
}

const slideSteps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowRight', 1],
  ['ArrowDown', -1],
  ['ArrowLeft', -1],
])

function slide(key: string, { widget }: Pressed): readonly Happening[] | undefined {
  const rule = numberRule(widget)
  if (key === 'Home') return changed(widget, settle(rule.min, rule))
  if (key === 'End') return changed(widget, settle(rule.max, rule))
  const steps = slideSteps.get(key)
  if (steps === undefined) return undefined
  return changed(widget, stepped(typedNumber(widget, undefined), steps, rule))
}

/** A number that is there already is not told. */
function changed(widget: ModelWidget, value: number): readonly Happening[] {
  const isSame = value === typedNumber(widget, undefined)
  return isSame ? [] : [happening(widget, 'activated', value)]
}

function interactive(key: string, widget: ModelWidget): readonly Happening[] | undefined {
  if (stateOf(widget, 'interactive') !== true) return undefined
  const payload = (type: string): Json => ({
    type,
    time_stamp: 0,
    key,
    keycode: codeOf(key),
    repeat: false,
    modifiers: [],
  })
  const isCharacter = key.length === 1 || key === 'Enter'
  return [
    happening(widget, 'key-down', payload('keydown')),
    ...(isCharacter ? [happening(widget, 'key-press', payload('keypress'))] : []),
    happening(widget, 'key-up', payload('keyup')),
  ]
}

/** The key itself, whatever is printed on it. */
function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  return key === ' ' ? 'Space' : key
}

const lineFields: ReadonlySet<string> = new Set(['TextEntry', 'TextEntrySet', 'SpinBox'])

/** Escape asks to close the dialog around; Enter in a field of one line uses its default button. */
function inDialog(key: string, widget: ModelWidget): readonly Happening[] | undefined {
  const dialog = dialogAround(widget)
  if (!dialog) return undefined
  if (key === 'Escape') return [happening(dialog, 'close')]
  const value = stateOf(dialog, 'defaultButton') ?? null
  const isUsed = key === 'Enter' && value !== null && lineFields.has(widget.widgetClass.name)
  return isUsed ? [happening(dialog, 'activated', value)] : undefined
}

function dialogAround(widget: ModelWidget): ModelWidget | undefined {
  for (let at: ModelWidget | undefined = widget; at; at = at.parent) {
    if (at.widgetClass.name === 'Dialog') return at
  }
  return undefined
}
