// What each class is for assistive technology: its role of ARIA. Browsers get the declarations and have no use for
// this, so it stands beside them; that it is true is tested in a browser.

import type { ClassName } from './derive.ts'

/** The states of a widget by the names of props; undefined for one that was never set. */
export type States = ReadonlyMap<string, unknown>

/** A role of ARIA; null where the element has none. */
type RoleRule = string | null | ((states: States) => string | null)

/** What only arranges, or only shows, is something to assistive technology when it has a name. */
const group = (states: States): string | null => (isGiven(states.get('label')) ? 'group' : null)

const picture = (states: States): string | null =>
  isGiven(states.get('label')) || states.get('interactive') === true ? 'img' : null

const rules: Readonly<Record<ClassName, RoleRule>> = {
  Page: 'main',
  // Of several that fill the page the first is its main part, the others are regions of it.
  TopLevel: (states) => (isSized(states.get('size')) ? 'dialog' : 'main'),
  Dialog: 'dialog',
  FileDialog: null,
  VBox: group,
  HBox: group,
  Box: group,
  GridBox: group,
  Splitter: group,
  TabWidget: 'tablist',
  FixedLayout: group,
  StackWidget: group,
  MDIWidget: group,
  MDISubWindow: 'dialog',
  ButtonBox: group,
  Frame: 'group',
  Expander: 'button',
  ScrollArea: group,
  AbstractScrollArea: group,
  ScrollBar: 'scrollbar',
  Label: (states) => {
    if (states.get('menu')) return 'button'
    const isHeading = ['title', 'heading'].includes(String(states.get('variant')))
    return isHeading ? 'heading' : group(states)
  },
  StatusBar: 'status',
  ProgressBar: 'progressbar',
  Separator: 'separator',
  Timer: null,
  HtmlView: 'document',
  Markdown: 'document',
  Link: 'link',
  ExternalWidget: group,
  Image: picture,
  VideoWidget: null,
  Canvas: picture,
  Button: 'button',
  ToggleButton: 'button',
  CheckBox: 'checkbox',
  RadioButton: 'radio',
  MenuBar: 'menubar',
  Menu: 'menuitem',
  MenuAction: (states) => (states.get('checkable') === true ? 'menuitemcheckbox' : 'menuitem'),
  ToolBar: 'toolbar',
  ToolBarAction: 'button',
  TextEntry: 'textbox',
  TextEntrySet: 'textbox',
  TextArea: 'textbox',
  TextSource: 'textbox',
  TextBufferRef: null,
  SpinBox: 'spinbutton',
  Slider: 'slider',
  ComboBox: 'combobox',
  Dial: 'slider',
  ColorWidget: 'group',
  ColorDialog: 'dialog',
  TableView: 'grid',
  TreeView: 'treegrid',
  Toast: (states) => (states.get('tone') === 'danger' ? 'alert' : 'status'),
  Chart: (states) => (states.get('zoomable') === true ? 'application' : 'img'),
}

/** @returns undefined for what is nothing to assistive technology, or nothing of its own */
export function roleOf(className: string, states: States): string | undefined {
  const rule = Object.hasOwn(rules, className) ? rules[className as ClassName] : null
  return (typeof rule === 'function' ? rule(states) : rule) ?? undefined
}

function isGiven(text: unknown): boolean {
  return typeof text === 'string' && text !== ''
}

function isSized(size: unknown): boolean {
  return Array.isArray(size) && size.some((side) => side !== null)
}
