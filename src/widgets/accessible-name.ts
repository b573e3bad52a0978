// What a widget is called by assistive technology. As the roles it is no business of the declarations.

import type { ClassName } from './derive.ts'
import type { States } from './roles.ts'

/** The first of these props that says something is the name. */
const sources: Readonly<Partial<Record<ClassName, readonly string[]>>> = {
  Button: ['label', 'text'],
  ToggleButton: ['label', 'text'],
  CheckBox: ['label', 'text'],
  RadioButton: ['label', 'text'],
  Link: ['label', 'text'],
  Menu: ['label', 'text'],
  MenuAction: ['label', 'text', 'name'],
  ToolBarAction: ['label', 'text', 'tooltip'],
  TextEntry: ['label', 'placeholder'],
  TextArea: ['label', 'placeholder'],
  TextEntrySet: ['fieldLabel', 'label'],
  Frame: ['label', 'title'],
  // The button that folds it; a label names the section around it.
  Expander: ['title'],
  TopLevel: ['label', 'title'],
  Dialog: ['label', 'title'],
  ColorDialog: ['label', 'title'],
  MDISubWindow: ['label', 'title'],
  Chart: ['label', 'title'],
}

/** What the page calls those that have been given no name. */
const unnamed: Readonly<Partial<Record<ClassName, string>>> = {
  ProgressBar: 'Progress',
  ScrollBar: 'Scroll',
  ColorWidget: 'Colour',
  ColorDialog: 'Choose Color',
  Dialog: 'Dialog',
  MDISubWindow: 'Window',
  TextEntrySet: 'Set',
  Chart: 'Chart',
}

/** The name that the application has given; empty for none. */
export function givenName(className: string, states: States): string {
  for (const prop of sourcesOf(className, states)) {
    const text = states.get(prop)
    if (typeof text === 'string' && text !== '') return text
  }
  return ''
}

/** The name that assistive technology reads out; empty for none. */
export function accessibleName(className: string, states: States): string {
  return (
    givenName(className, states) ||
    (unnamed[className as ClassName] ?? pictureName(className, states))
  )
}

/** A text is a name only where it is a heading, or opens a menu. */
function sourcesOf(className: string, states: States): readonly string[] {
  if (className !== 'Label') return sources[className as ClassName] ?? ['label']
  const isNamedByText =
    ['title', 'heading'].includes(String(states.get('variant'))) || Boolean(states.get('menu'))
  return isNamedByText ? ['label', 'text'] : ['label']
}

/** A picture that can be used has a name in any case. */
function pictureName(className: string, states: States): string {
  if (states.get('interactive') !== true) return ''
  if (className === 'Image') return 'Image'
  return className === 'Canvas' ? 'Drawing' : ''
}
