import { expect, test } from 'vitest'
import { editsText, isMeant, shortcut, shortcutOf, writesSign } from '../../src/widgets/shortcut.ts'

test.each([
  ['Ctrl+S', true],
  ['Ctrl+Shift+S', true],
  ['Shift+Ctrl+Alt+F12', true],
  ['F2', true],
  ['?', true],
  ['Ctrl++', true],
  ['Delete', true],
  ['Ctrl+', false],
  ['Ctrl', false],
  ['Ctrl+Save', false],
  ['Cmd+S', false],
  ['ctrl+s', false],
  ['Ctrl+ ', false],
  ['F25', false],
  ['', false],
  [7, false],
])('%j may be a shortcut: %s', (keys, isRight) => {
  expect(shortcut.accepts(keys)).toBe(isRight)
})

const nothing = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const ctrlKey = true
const shiftKey = true

test.each([
  ['Ctrl+S', { key: 's', ctrlKey }, true],
  ['Ctrl+S', { key: 'S', ctrlKey }, true], // with Caps Lock
  ['Ctrl+S', { key: 's', metaKey: true }, true],
  ['Ctrl+S', { key: 's', ctrlKey, metaKey: true }, false],
  ['Ctrl+S', { key: 's' }, false],
  ['Ctrl+S', { key: 'S', ctrlKey, shiftKey }, false],
  ['Ctrl+S', { key: 's', ctrlKey, altKey: true }, false],
  ['Ctrl+S', { key: 'ы', code: 'KeyS', ctrlKey }, true],
  ['Ctrl+Y', { key: 'z', code: 'KeyY', ctrlKey }, false], // a German keyboard
  ['Alt+A', { key: 'å', code: 'KeyA', altKey: true }, true],
  ['Ctrl+Shift+1', { key: '!', code: 'Digit1', ctrlKey, shiftKey }, true],
  ['?', { key: '?', shiftKey }, true],
  ['Ctrl++', { key: '+', ctrlKey, shiftKey }, true],
  ['F2', { key: 'F2' }, true],
  ['F2', { key: 'F2', shiftKey }, false],
  ['Ctrl+PageDown', { key: 'PageDown', ctrlKey }, true],
])('%s is meant by %j: %s', (keys, press, isSo) => {
  expect(isMeant(shortcutOf(keys)!, { ...nothing, ...press }, false)).toBe(isSo)
})

test.each([
  ['Ctrl+K', { key: 'k', metaKey: true }, true],
  ['Ctrl+K', { key: 'k', ctrlKey }, false], // cuts to the end of the line there
  ['Ctrl+K', { key: 'k', ctrlKey, metaKey: true }, false],
  ['K', { key: 'k', ctrlKey }, false],
  ['Alt+E', { key: '€', code: 'KeyE', altKey: true }, true],
])('on a Mac %s is meant by %j: %s', (keys, press, isSo) => {
  expect(isMeant(shortcutOf(keys)!, { ...nothing, ...press }, true)).toBe(isSo)
})

test.each([
  [{ key: '€', code: 'KeyE', altKey: true }, true, true],
  [{ key: '€', code: 'KeyE', altKey: true, metaKey: true }, true, false],
  [{ key: 'ArrowUp', altKey: true }, true, false],
  [{ key: 'e', code: 'KeyE', altKey: true }, false, false],
])('%j writes a sign, if it is on a Mac (%s): %s', (press, isMac, isSo) => {
  expect(writesSign({ ...nothing, ...press }, isMac)).toBe(isSo)
})

test.each([
  ['a', true],
  ['Shift+A', true],
  ['Delete', true],
  ['Ctrl+Z', true],
  ['Ctrl+Shift+Z', true],
  ['Ctrl+S', false],
  ['Ctrl+Shift+X', false],
  ['Ctrl+Alt+C', false],
  ['Alt+ArrowLeft', true],
  ['Ctrl+Enter', false],
  ['Alt+1', false],
  ['F5', false],
])('%s edits text: %s', (keys, isSo) => {
  expect(editsText(shortcutOf(keys)!)).toBe(isSo)
})
