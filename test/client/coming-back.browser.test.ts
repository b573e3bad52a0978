// What a page does with its credentials, as `connect` puts it together.

import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../src/client/index.ts'
import { socketClass } from '../line/fakes.ts'

const key = 'treewire ws://host/socket'

function connected() {
  const { Made, sockets } = socketClass()
  const root = document.createElement('div')
  document.body.append(root)
  const connection = connect({ url: 'ws://host/socket', root, WebSocket: Made })
  onTestFinished(() => {
    connection.close()
    root.remove()
    sessionStorage.clear()
  })
  const last = () => sockets.at(-1)!
  const joins = (session_id: string) => {
    last().opens()
    last().says(
      JSON.stringify([
        { type: 'welcome', heard: 0, kept: 'nothing' },
        { type: 'session-info', session_id, token: 't' },
      ]),
    )
  }
  return { connection, sockets, last, joins }
}

const resumes = (url: string) => new URL(url).searchParams.get('resume') === '1'

test('a reload comes back to its session, and a page beside it does not', () => {
  const { connection, joins } = connected()
  joins('s1')
  expect(sessionStorage.getItem(key)).toBeNull()
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  expect(sessionStorage.getItem(key)).not.toBeNull()
  connection.close()
  const reloaded = connected()
  expect([resumes(reloaded.last().url), sessionStorage.getItem(key)]).toEqual([true, null])
  reloaded.last().opens()
  expect(reloaded.last().sent).toEqual(['{"type":"hello","session_id":"s1","token":"t","seen":0}'])
  expect(resumes(connected().last().url)).toBe(false)
})

test('a page that was only out of sight leaves nothing behind', () => {
  const { joins } = connected()
  joins('s1')
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  window.dispatchEvent(new PageTransitionEvent('pageshow'))
  expect(sessionStorage.getItem(key)).toBeNull()
})

test('an address to share leads to its session, and is taken out of the address bar', () => {
  location.hash = '#session=s7.t7'
  const { last } = connected()
  expect(location.hash).toBe('')
  last().opens()
  expect(last().sent).toEqual(['{"type":"hello","session_id":"s7","token":"t7","seen":0}'])
})

test('an address to share that is pasted over that of a page leads there too', async () => {
  const { last, joins, sockets } = connected()
  joins('s1')
  location.hash = '#session=s7.t7'
  await expect.poll(() => sockets.length).toBe(2)
  expect(location.hash).toBe('')
  last().opens()
  expect(last().sent).toEqual(['{"type":"hello","session_id":"s7","token":"t7","seen":0}'])
})

test('two pages of one server in one document come back to a session each', () => {
  const pages = [connected(), connected()]
  pages.forEach(({ joins }, at) => joins(`s${at}`))
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  for (const { connection } of pages) connection.close()
  const hellos = [connected(), connected()].map(({ last }) => {
    last().opens()
    return (JSON.parse(String(last().sent[0])) as { session_id: string }).session_id
  })
  expect(hellos).toEqual(['s0', 's1'])
})

test.each([4000, 4001, 4410, 4999])(
  'a session that ended with %i is not come back to by a reload',
  (code) => {
    const { connection, last, joins } = connected()
    joins('s1')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    last().breaks(code)
    connection.close()
    expect([sessionStorage.length, resumes(connected().last().url)]).toEqual([0, false])
  },
)

test('to one that the server had no room for it is', () => {
  const { connection, last, joins } = connected()
  joins('s1')
  last().breaks(4429)
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  connection.close()
  expect(resumes(connected().last().url)).toBe(true)
})
