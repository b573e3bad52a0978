import { expect, onTestFinished, test } from 'vitest'
import { claimKey } from '../../src/client/storage-key.ts'

/** Keys of pages that come one after the other; a page is ended by its number. */
function pages() {
  const ends: AbortController[] = []
  onTestFinished(() => ends.forEach((end) => end.abort()))
  return {
    come: (url: string) => {
      const end = new AbortController()
      ends.push(end)
      return claimKey(url, end.signal)
    },
    end: (number: number) => ends[number]!.abort(),
  }
}

test('it is that of the socket, whatever is asked of the socket', () => {
  expect(pages().come('ws://host/socket?token=x#y')).toBe('treewire ws://host/socket')
})

test('pages of one server in one document have keys of their own, in the order in which they come', () => {
  const { come } = pages()
  const urls = ['ws://host/a', 'ws://host/a?b=c', 'ws://host/b', 'ws://host/a']
  expect(urls.map(come)).toEqual([
    'treewire ws://host/a',
    'treewire ws://host/a 2',
    'treewire ws://host/b',
    'treewire ws://host/a 3',
  ])
})

test('the key of a page that has ended is free again', () => {
  const { come, end } = pages()
  const keys = [come('ws://host/a'), come('ws://host/a')]
  end(0)
  expect([come('ws://host/a'), come('ws://host/a')]).toEqual([keys[0], 'treewire ws://host/a 3'])
})
