// Which entry of a menu is chosen by its keys, where there are several or it cannot be seen.

import { expect, test } from 'vitest'
import { ModelBrowser } from '../../src/model/model.ts'
import { User } from '../../src/testing/user.ts'
import type { ServerMessage } from '../../src/protocol/messages.ts'

/** The numbers of the widgets that tell something when Ctrl+S is pressed over the field #9. */
function heard(...made: readonly (readonly [wid: number, what: string, ...args: unknown[]])[]) {
  const browser = new ModelBrowser()
  for (const [wid, what, ...args] of made) {
    const message = /^[A-Z]/.test(what)
      ? { type: 'create', wid, class: what, args }
      : { type: 'call', wid, method: what, args }
    browser.obey(message as ServerMessage)
  }
  const wids: number[] = []
  new User({ browser, report: ({ widget }) => wids.push(widget.wid) }).press('Ctrl+S', { wid: 9 })
  return wids
}

const ref = (wid: number) => ({ __wid__: wid })

const page = [
  [1, 'Page'],
  [2, 'VBox'],
  [1, 'set_widget', ref(2)],
  [1, 'show'],
  [9, 'TextEntry', ''],
  [2, 'add_widget', ref(9)],
] as const

const bar = (wid: number) =>
  [
    [wid, 'MenuBar'],
    [wid + 1, 'Menu', {}],
    [wid + 2, 'MenuAction', { text: 'Save' }],
    [wid + 2, 'set_shortcut', 'Ctrl+S'],
    [wid + 1, 'add_widget', ref(wid + 2)],
    [wid, 'add_widget', ref(wid + 1)],
  ] as const

test('a bar that was never put anywhere is not heard', () => {
  expect(heard(...page, ...bar(3), ...bar(6), [2, 'add_widget', ref(6)])).toEqual([8])
  expect(() => heard(...page, ...bar(3))).toThrow('#9 does not hear the key "Ctrl+S"')
})

test('the menu of a label stands nowhere, and is heard', () => {
  const label = [
    [3, 'Label', 'More'],
    [4, 'Menu', {}],
    [5, 'MenuAction', { text: 'Save' }],
    [5, 'set_shortcut', 'Ctrl+S'],
    [4, 'add_widget', ref(5)],
    [3, 'set_menu', ref(4)],
    [2, 'add_widget', ref(3)],
  ] as const
  expect(heard(...page, ...label)).toEqual([5])
})

test('one that is hidden gives way to one that is shown, and is told of when there is no other', () => {
  const hidden = [...page, ...bar(3), [2, 'add_widget', ref(3)], [3, 'hide']] as const
  expect(heard(...hidden, ...bar(6), [2, 'add_widget', ref(6)])).toEqual([8])
  expect(() => heard(...hidden)).toThrow('MenuBar #3, in which MenuAction #5')
})

test('one that is shown and disabled keeps the keys from the next', () => {
  const both = [...bar(3), ...bar(6), [2, 'add_widget', ref(3)], [2, 'add_widget', ref(6)]] as const
  expect(() => heard(...page, ...both, [5, 'set_enabled', false])).toThrow('is disabled')
})
