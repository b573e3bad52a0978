import { expect, test } from 'vitest'
import { intentOf } from '../../../src/client/widgets/combo-keys.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false }

function press(text: string, isEditable: boolean, isOpen: boolean, isSearching = false) {
  const altKey = text.startsWith('Alt+')
  const ctrlKey = text.startsWith('Ctrl+')
  const key = text.replace(/^(Alt|Ctrl)\+/, '')
  const event = { ...plain, key, altKey, ctrlKey } as KeyboardEvent
  return intentOf(event, { isEditable, isOpen, isSearching })
}

test.each([
  //               choice,  open        entry,      open
  ['ArrowDown', 'open', 'next', 'open', 'next'],
  ['ArrowUp', 'open', 'previous', 'open', 'previous'],
  ['Alt+ArrowDown', 'open', undefined, 'open', undefined],
  ['Alt+ArrowUp', undefined, 'pick', undefined, 'pick'],
  ['PageDown', undefined, 'pageDown', undefined, 'pageDown'],
  ['PageUp', undefined, 'pageUp', undefined, 'pageUp'],
  ['Home', 'first', 'first', undefined, undefined],
  ['End', 'last', 'last', undefined, undefined],
  ['Enter', 'open', 'pick', 'enter', 'pick'],
  [' ', 'open', 'pick', undefined, undefined],
  ['Escape', undefined, 'close', undefined, 'close'],
  ['Tab', undefined, 'take', undefined, 'close'],
  ['a', 'search', 'search', undefined, undefined],
  ['Ctrl+a', undefined, undefined, undefined, undefined],
])('%s: %s, open %s; editable %s, open %s', (key, choice, openChoice, entry, openEntry) => {
  expect(press(key, false, false)).toBe(choice)
  expect(press(key, false, true)).toBe(openChoice)
  expect(press(key, true, false)).toBe(entry)
  expect(press(key, true, true)).toBe(openEntry)
})

test('a space belongs to the search that is under way', () => {
  expect(press(' ', false, true, true)).toBe('search')
  expect(press(' ', true, true, true)).toBeUndefined()
})
