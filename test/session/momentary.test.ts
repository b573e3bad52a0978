// What is asked of the user now is not asked again of the next browser.

import { expect, test } from 'vitest'
import { newPage, open, Recorder } from './recorder.ts'

test('a file dialog that was opened is not opened by the next page, but stays what it was', () => {
  const { session, peer } = open(() => null)
  const dialog = session.create('FileDialog', [{ mode: 'files' }])
  dialog.setAccept('.csv')
  dialog.open()
  dialog.save('a.txt', 'QUJD', 'text/plain')
  session.flush()
  expect(peer.take()).toEqual([
    'v create #1 FileDialog {"mode":"files"}',
    'v call #1 set_accept ".csv"',
    'v call #1 open',
    'v call #1 save "a.txt" "QUJD" "text/plain"',
  ])
  const next = new Recorder()
  session.attach(next, newPage)
  session.flush()
  expect(next.take()).toEqual([
    'v create #1 FileDialog {"mode":"files"}',
    'v call #1 set_accept ".csv"',
  ])
})
