// The roles and names that the test kit finds widgets by are those that the browser's widgets have.

import { expect, test } from 'vitest'
import { page as tester } from 'vitest/browser'
import type { Json, ServerMessage } from '../../src/protocol/messages.ts'
import { ModelBrowser, type ModelWidget } from '../../src/model/model.ts'
import { accessibleName } from '../../src/widgets/accessible-name.ts'
import { roleOf } from '../../src/widgets/roles.ts'
import { gallery } from '../client/gallery.ts'
import { call, create, page, ref, type TestPage } from '../client/harness.ts'

const { inPage, windows } = gallery()

const views: (readonly [string, ServerMessage[]])[] = [['the page', inPage], ...windows]

test.each(views)('everything in %s has its role and its name', (_, messages) => {
  expect(faultsOf(messages)).toEqual([])
})

/** What the gallery does not show of names and of what has none. */
const more: readonly (readonly [what: string, args: readonly Json[]])[] = [
  ['Label', ['Tasks', { variant: 'title' }]],
  ['Label', ['Tasks', { variant: 'heading' }]],
  ['Label', ['plain']],
  ['TextEntry', ['', { placeholder: 'Search' }]],
  ['TextArea', ['', { placeholder: 'Notes' }]],
  ['TextEntrySet', ['']],
  ['Button', ['']],
  ['SpinBox', []],
  ['ComboBox', [{ editable: true }]],
  ['ProgressBar', []],
  ['ScrollBar', []],
  ['Frame', [{ title: 'Options' }]],
  ['Frame', []],
  ['Expander', [{ title: 'More' }]],
  ['ToolBarAction', [{ text: 'Bold', toggle: true }]],
  ['Link', ['Manual', 'https://example.org']],
  ['Canvas', []],
  ['Canvas', [{ interactive: true }]],
  ['VBox', []],
  ['StatusBar', []],
]

test.each(more)('%s %j', (className, args) => {
  const made = [create(3, className, ...args), call(2, 'add_widget', ref(3))]
  expect(faultsOf(inColumn(...made))).toEqual([])
})

test.each(['VBox', 'Label', 'Image', 'Canvas', 'Chart', 'Dial', 'Slider', 'TabWidget', 'Button'])(
  'a label names a %s, and makes something of it',
  (className) => {
    const made = [
      create(3, className),
      call(3, 'set_label', 'Named'),
      call(2, 'add_widget', ref(3)),
    ]
    expect(faultsOf(inColumn(...made))).toEqual([])
    const { state, widgetClass } = modelOf(inColumn(...made)).widget(3)
    expect([roleOf(widgetClass.name, state), accessibleName(widgetClass.name, state)]).toEqual([
      expect.any(String),
      'Named',
    ])
  },
)

test('entries of a menu', () => {
  const made = [
    create(3, 'MenuBar'),
    create(4, 'Menu', { text: 'File' }),
    create(5, 'MenuAction', { text: 'Save' }),
    create(6, 'MenuAction', { name: 'Wrap', checkable: true }),
    call(4, 'add_widget', ref(5)),
    call(4, 'add_widget', ref(6)),
    call(3, 'add_widget', ref(4)),
    call(2, 'add_widget', ref(3)),
  ]
  expect(faultsOf(inColumn(...made))).toEqual([])
})

test('a window that fills the page is its main part, one with a size is a dialog', () => {
  const made = [
    create(1, 'TopLevel', { title: 'All' }),
    call(1, 'show'),
    create(2, 'TopLevel', { title: 'Small' }),
    call(2, 'resize', 200, 100),
    call(2, 'show'),
  ]
  expect(faultsOf(made)).toEqual([])
})

function inColumn(...made: readonly ServerMessage[]): ServerMessage[] {
  const around = [create(1, 'Page'), create(2, 'VBox')]
  return [...around, ...made, call(1, 'set_widget', ref(2)), call(1, 'show')]
}

function modelOf(messages: readonly ServerMessage[]): ModelBrowser {
  const browser = new ModelBrowser()
  browser.receive(JSON.stringify(messages))
  return browser
}

/** By widget: what the browser does not have as the table says. */
function faultsOf(messages: readonly ServerMessage[]): string[] {
  const here = page()
  here.send(...messages)
  const faults = [...modelOf(messages).widgets.values()].flatMap((widget) => faultOf(here, widget))
  here.dispose()
  return faults
}

function faultOf(here: TestPage, { wid, widgetClass, state }: ModelWidget): string[] {
  if (widgetClass.declaration.base === 'object') return []
  const { element } = here.widget(wid)
  const role = roleOf(widgetClass.name, state)
  const name = accessibleName(widgetClass.name, state)
  const has = role === undefined ? hasNone(element) : isThere(element, role, name)
  return has ? [] : [`${widgetClass.name} #${wid} ${role} "${name}": ${element.outerHTML}`]
}

function hasNone(element: HTMLElement): boolean {
  const native = 'button, a[href], input, select, textarea, img[alt]:not([alt=""]), main, section'
  return [null, 'none'].includes(element.getAttribute('role')) && !element.matches(native)
}

function isThere(element: HTMLElement, role: string, name: string): boolean {
  const named = name === '' ? {} : { name, exact: true }
  const found = tester.getByRole(role, { ...named, includeHidden: true }).elements()
  return found.some((one) => element.contains(one) && (name !== '' || isNameless(one)))
}

function isNameless(element: Element): boolean {
  return !element.getAttribute('aria-label') && !element.getAttribute('alt')
}
