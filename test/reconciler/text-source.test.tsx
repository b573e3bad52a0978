// A text that the user and the server change at the same time, on the server's side.

import { expect, test } from 'vitest'
import { signal, TextSource, useRef } from 'treewire'
import { column } from './column.tsx'

const editor = { type: 'TextSource' } as const

const insert = (at: number, text: string) => ({ from: at, to: at, insert: text })

/** Only what goes down. */
const down = (lines: readonly string[]) => lines.filter((line) => line.startsWith('v'))

test('edits of the user are written to the bound signal, and nothing is sent back', async () => {
  const text = signal('one two')
  const screen = column(<TextSource bind={text} />)
  await screen.fire(editor, 'edited', [insert(3, '!'), { from: 4, to: 7, insert: '2' }], 1, 0)
  expect(text.value).toBe('one! 2')
  await screen.fire(editor, 'edited', [insert(0, '> ')], 2, 0)
  expect(text.value).toBe('> one! 2')
  expect(down(screen.take())).toEqual([])
})

test('a change of the signal goes down as an edit, with what was heard by then', async () => {
  const text = signal('one two')
  const screen = column(<TextSource bind={text} />)
  text.value = 'one 2'
  await screen.settled()
  await screen.fire(editor, 'edited', [insert(5, '!')], 1, 1)
  expect(text.value).toBe('one 2!')
  text.value = ''
  await screen.settled()
  expect(down(screen.take())).toEqual([
    'v call #3 _replaceRange 4 7 "2" {"pushUndo":false,"heard":0}',
    'v call #3 _replaceRange 0 6 "" {"pushUndo":false,"heard":1}',
  ])
})

test('edits that crossed with a change of the server are carried over it', async () => {
  const text = signal('one')
  const screen = column(<TextSource bind={text} />)
  text.value = 'number one'
  await screen.settled()
  await screen.fire(editor, 'edited', [insert(3, '!')], 1, 0)
  expect(text.value).toBe('number one!')
})

test('what a handler makes of an edit is shown', async () => {
  const text = signal('')
  const shout = () => (text.value = text.value.toUpperCase())
  const screen = column(<TextSource bind={text} onEdited={shout} />)
  await screen.fire(editor, 'edited', [insert(0, 'ab')], 1, 0)
  expect(down(screen.take())).toEqual([
    'v call #3 _replaceRange 0 2 "AB" {"pushUndo":false,"heard":1}',
  ])
})

test('edits that a signal does not take are taken back', async () => {
  const screen = column(<TextSource text={() => 'fixed'} onEdited={() => undefined} />)
  await screen.fire(editor, 'edited', [insert(5, '!')], 1, 0)
  expect(down(screen.take())).toEqual([
    'v call #3 _replaceRange 5 6 "" {"pushUndo":false,"heard":1}',
  ])
})

test('what is missing is asked for, and what was asked for counts once', async () => {
  const text = signal('')
  const screen = column(<TextSource bind={text} />)
  await screen.fire(editor, 'edited', [insert(1, 'b')], 2, 0)
  expect([text.value, down(screen.take())]).toEqual(['', ['v call #3 tell_again 0']])
  await screen.fire(editor, 'edited', [insert(0, 'a')], 1, 0)
  await screen.fire(editor, 'edited', [insert(1, 'b')], 2, 0)
  await screen.fire(editor, 'edited', [insert(1, 'b')], 2, 0)
  expect(text.value).toBe('ab')
})

test('a text set by hand makes void what was said to the one before', async () => {
  const text = signal('one')
  let setText: (text: string) => void = () => undefined
  function Editor() {
    const ref = useRef<TextSource>()
    setText = (to) => ref.current!.setText(to)
    return <TextSource bind={text} ref={ref} />
  }
  const screen = column(<Editor />)
  setText('two')
  await screen.settled()
  await screen.fire(editor, 'edited', [insert(3, '!')], 1, 0)
  await screen.fire(editor, 'edited', [insert(3, '?')], 2, 1)
  expect(text.value).toBe('two?')
})

test('a text set by hand and a signal written in one flush are said in that order', async () => {
  const text = signal('one')
  const ref = { current: undefined as TextSource | undefined }
  const screen = column(<TextSource bind={text} ref={(handle) => void (ref.current = handle)} />)
  ref.current!.setText('two')
  text.value = 'three'
  await screen.settled()
  text.value = 'twos'
  await screen.settled()
  expect(down(screen.take())).toEqual([
    'v call #3 _replaceRange 0 2 "thre" {"pushUndo":false,"heard":0}',
    'v call #3 set_text "two"',
    'v call #3 _replaceRange 3 3 "s" {"pushUndo":false,"heard":0}',
  ])
})

test('another browser gets the text as it is, and counts anew', async () => {
  const text = signal('one')
  const screen = column(<TextSource bind={text} />)
  await screen.fire(editor, 'edited', [insert(3, '!')], 1, 0)
  screen.reconnect()
  expect(screen.find(editor).state.get('text')).toBe('one!')
  await screen.fire(editor, 'edited', [insert(4, '?')], 1, 0)
  expect(text.value).toBe('one!?')
})

test('a text given without a signal is changed by the user, and by another render', async () => {
  const text = signal('one')
  const App = () => <TextSource text={text.value} onEdited={() => undefined} />
  const screen = column(<App />)
  await screen.fire(editor, 'edited', [insert(3, '!')], 1, 0)
  screen.take()
  text.value = 'one!?'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 _replaceRange 4 4 "?" {"pushUndo":false,"heard":1}'])
})
