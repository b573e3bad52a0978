// Edits of a text as they come over the wire: what is refused, and who is sent away.

import { expect, test } from 'vitest'
import { signal, TextSource, TopLevel } from 'treewire'
import { open } from './recorder.ts'

const insert = (at: number, text: string) => ({ from: at, to: at, insert: text })

/** 2 TextSource */
function openEditor(text = signal('one')) {
  const isEnabled = signal(true)
  const opened = open(
    <TopLevel>
      <TextSource bind={text} enabled={isEnabled} />
    </TopLevel>,
  )
  opened.peer.take()
  return { ...opened, text, isEnabled }
}

test.each<[string, unknown[], string]>([
  ['fit no text', [[insert(9, 'x')], 1, 0], '4400 "edits" do not fit a text of 3 units'],
  ['are none', [[{ from: 1 }], 1, 0], '4400 TextSource.edited needs "edits" to be TextEdit[]'],
  ['know what was never said', [[], 1, 3], '4400 "heard" is 3, which was not said'],
])('a browser whose edits %s is sent away', (_what, args, reason) => {
  const { fire, peer, text } = openEditor()
  fire(2, 'edited', ...args)
  expect(peer.closed).toEqual([expect.stringContaining(reason)])
  expect(text.value).toBe('one')
})

test('edits that come when it has been disabled are taken back', () => {
  const { fire, peer, session, text, isEnabled } = openEditor()
  isEnabled.value = false
  session.flush()
  peer.take()
  fire(2, 'edited', [insert(3, '!')], 1, 0)
  session.flush()
  expect(text.value).toBe('one')
  expect(peer.take()).toEqual(['v call #2 _replaceRange 3 4 "" {"pushUndo":false,"heard":1}'])
})

test('an edit comes behind what the application has written by then, though nobody was told', () => {
  const { fire, peer, session, text } = openEditor()
  text.value = 'number one'
  fire(2, 'edited', [insert(3, '!')], 1, 0)
  session.flush()
  expect(text.value).toBe('number one!')
  expect(peer.take()).toEqual([
    'v call #2 _replaceRange 0 0 "number " {"pushUndo":false,"heard":0}',
  ])
})

test('two sessions may share a text: nothing is lost of what comes at once', () => {
  const text = signal('one')
  const [first, second] = [openEditor(text), openEditor(text)]
  first.fire(2, 'edited', [insert(3, '!')], 1, 0)
  second.fire(2, 'edited', [insert(0, '> ')], 1, 0)
  first.fire(2, 'edited', [insert(4, '?')], 2, 0)
  expect(text.value).toBe('> one!?')
})
