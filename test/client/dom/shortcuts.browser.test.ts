import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { shownKeys } from '../../../src/client/dom/shortcuts.ts'
import { shortcutOf } from '../../../src/widgets/shortcut.ts'
import { call, callback, create, listen, page, ready, ref } from '../harness.ts'
import { expectAccessible } from '../widgets/shown.ts'

await ready('Menu', 'Dialog')

test.each([
  ['Ctrl+Shift+S', 'Ctrl+Shift+S', '⇧⌘S'],
  ['Alt+ArrowUp', 'Alt+↑', '⌥↑'],
  ['Delete', 'Del', 'Del'],
  ['F2', 'F2', 'F2'],
])('%s is shown as %s, on a Mac as %s', (keys, shown, onMac) => {
  const shortcut = shortcutOf(keys)!
  expect([shownKeys(shortcut, false), shownKeys(shortcut, true)]).toEqual([shown, onMac])
})

/** Save #3 in File #2 in a bar #1, and a field #4 below. */
function withMenu() {
  const here = page()
  here.send(
    create(1, 'MenuBar'),
    create(2, 'Menu', { text: 'File' }),
    create(3, 'MenuAction', { text: 'Save' }),
    create(4, 'TextEntry', ''),
    call(4, 'set_label', 'Text'),
    call(1, 'add_widget', ref(2)),
    call(2, 'add_widget', ref(3)),
    call(3, 'set_shortcut', 'Ctrl+S'),
    listen(3, 'activated'),
    listen(4, 'modified'),
  )
  here.root.append(here.widget(1).element, here.widget(4).element)
  const field = here.widget(4).element.querySelector('input')!
  return { ...here, field }
}

const save = '{Control>}s{/Control}'

test('an entry is chosen by its keys while its menu is closed, wherever the keyboard is', async () => {
  const { sent, field } = withMenu()
  await userEvent.keyboard(save)
  expect(sent()).toEqual([callback(3, 'activated')])
  await userEvent.type(field, `new${save}`)
  expect(sent()).toEqual([callback(4, 'modified', 'new'), callback(3, 'activated')])
  expect(document.activeElement).toBe(field)
})

test('an open menu shows the keys beside the text, which stays the name, and goes with them', async () => {
  const here = withMenu()
  const { sent, widget } = here
  const entry = widget(3).element
  await userEvent.click(widget(2).element.querySelector('button')!)
  expect(entry.innerText.split(/\s+/)).toEqual(['Save', shownKeys(shortcutOf('Ctrl+S')!)])
  expect(entry.ariaKeyShortcuts).toMatch(/^(Control|Meta)\+s$/)
  await expectAccessible(here)
  await userEvent.keyboard(save)
  expect([sent(), entry.checkVisibility()]).toEqual([[callback(3, 'activated')], false])
})

test('what is off, hidden, or behind a modal dialog is not chosen', async () => {
  const { send, sent } = withMenu()
  const off = [
    [call(3, 'set_enabled', false), call(3, 'set_enabled', true)],
    [call(2, 'set_enabled', false), call(2, 'set_enabled', true)],
    [call(1, 'hide'), call(1, 'show')],
    [create(5, 'Dialog', 'Sure?', [], { modal: true }), call(5, 'destroy')],
  ] as const
  for (const [before, after] of off) {
    send(before, ...(before.type === 'create' ? [call(5, 'popup')] : []))
    await userEvent.keyboard(save)
    send(after)
  }
  expect(sent()).toEqual([])
  await userEvent.keyboard(save)
  expect(sent()).toEqual([callback(3, 'activated')])
})

test('what stands in no window that is shown is not chosen', async () => {
  const { send, sent, widget } = withMenu()
  send(create(5, 'Dialog', 'Later', []), create(6, 'VBox'), call(6, 'add_widget', ref(1)))
  const places = [
    () => widget(6).element.remove(),
    () => send(call(5, 'add_widget', ref(6))),
    () => document.body.append(Object.assign(widget(6).element, { style: 'display: none' })),
  ]
  for (const put of places) {
    put()
    await userEvent.keyboard(save)
  }
  widget(6).element.remove()
  expect(sent()).toEqual([])
})

test('a menu that is on the page only while it is open is used where its opener is', async () => {
  const { send, sent, root, widget } = withMenu()
  send(create(5, 'Label', 'More'), create(6, 'Menu'), create(7, 'MenuAction', { text: 'Print' }))
  send(call(7, 'set_shortcut', 'Ctrl+P'), call(6, 'add_widget', ref(7)), listen(7, 'activated'))
  const print = async () => {
    await userEvent.keyboard('{Control>}p{/Control}')
    return sent()
  }
  send(call(5, 'set_menu', ref(6)))
  expect(await print()).toEqual([])
  root.append(widget(5).element)
  expect(await print()).toEqual([callback(7, 'activated')])
  send(create(8, 'Dialog', 'Sure?', [], { modal: true }), call(8, 'popup'))
  expect(await print()).toEqual([])
  send(call(8, 'add_widget', ref(5)))
  expect(await print()).toEqual([callback(7, 'activated')])
})

test('a key that is held down chooses once, and what is off keeps the key from the browser', () => {
  const { send, sent } = withMenu()
  const press = (repeat: boolean) => {
    const key = { key: 's', ctrlKey: true, repeat, bubbles: true, cancelable: true }
    return !document.body.dispatchEvent(new KeyboardEvent('keydown', key))
  }
  expect([press(false), press(true), press(true)]).toEqual([true, true, true])
  send(call(3, 'set_enabled', false))
  expect([press(false), sent()]).toEqual([true, [callback(3, 'activated')]])
})

test('keys that compose a character choose nothing', () => {
  const { send, sent } = withMenu()
  send(call(3, 'set_shortcut', 'Enter'))
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    const key = { key: 'Enter', bubbles: true, ...composing }
    document.body.dispatchEvent(new KeyboardEvent('keydown', key))
  }
  expect(sent()).toEqual([])
})

test('a field keeps the keys by which text is edited', async () => {
  const { send, sent, field } = withMenu()
  send(call(3, 'set_shortcut', 'Delete'))
  await userEvent.type(field, 'ab{Home}{Delete}')
  expect(field.value).toBe('b')
  field.blur()
  await userEvent.keyboard('{Delete}')
  expect(sent().map((message) => 'wid' in message && message.wid)).toEqual([4, 3])
})

test.each([
  ['checkbox', 'Delete', true],
  ['checkbox', 'ArrowDown', true],
  ['color', 'Delete', true],
  ['radio', 'Delete', true],
  ['radio', 'ArrowDown', false],
  ['range', 'Delete', true],
  ['range', 'PageUp', false],
  ['number', 'Delete', false],
  ['search', 'Delete', false],
])('an input of type %s lets a menu hear %s: %s', (type, key, isHeard) => {
  const { send, sent, root } = withMenu()
  send(call(3, 'set_shortcut', key))
  const input = root.appendChild(Object.assign(document.createElement('input'), { type }))
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  expect(sent()).toEqual(isHeard ? [callback(3, 'activated')] : [])
})

test('the keys that were set last count, and none when it has gone', async () => {
  const { send, sent } = withMenu()
  send(call(3, 'set_shortcut', 'F2'))
  await userEvent.keyboard(`${save}{F2}`)
  expect(sent()).toEqual([callback(3, 'activated')])
  send(call(3, 'set_shortcut', null))
  await userEvent.keyboard('{F2}')
  send(call(3, 'set_shortcut', 'F2'), call(3, 'destroy'))
  await userEvent.keyboard('{F2}')
  expect(sent()).toEqual([])
})
