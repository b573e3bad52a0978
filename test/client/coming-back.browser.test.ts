// What a page does with its credentials, as `connect` puts it together.

import { expect, onTestFinished, test, vi } from 'vitest'
import { takeShared } from '../../src/client/credentials.ts'
import { connect, type ConnectOptions } from '../../src/client/index.ts'
import { socketClass } from '../line/fakes.ts'
import { unload } from './unload.ts'

const key = 'treewire ws://host/socket'

function connected(options: Partial<ConnectOptions> = {}) {
  const { Made, sockets } = socketClass()
  const root = document.createElement('div')
  document.body.append(root)
  const connection = connect({ url: 'ws://host/socket', root, WebSocket: Made, ...options })
  onTestFinished(() => {
    connection.close()
    root.remove()
    sessionStorage.clear()
  })
  const last = () => sockets.at(-1)!
  const joins = (session_id: string, kept = 'nothing', ...more: readonly object[]) => {
    last().opens()
    last().says(
      JSON.stringify([
        { type: 'welcome', heard: 0, kept },
        { type: 'session-info', session_id, token: 't' },
        ...more,
      ]),
    )
  }
  const leave = () => unload(() => connection.close())
  return { root, connection, sockets, last, joins, leave }
}

/** The session that the last line asks for, or undefined. */
function asked({ last }: ReturnType<typeof connected>): string | undefined {
  last().opens()
  const [hello = '{}'] = last().sent as readonly string[]
  return (JSON.parse(hello) as { session_id?: string }).session_id
}

function hide(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

const resumes = (url: string) => new URL(url).searchParams.get('resume') === '1'

test('a reload comes back to its session, and a page beside it does not', () => {
  const { leave, joins } = connected()
  joins('s1')
  expect(sessionStorage.getItem(key)).toBeNull()
  leave()
  expect(sessionStorage.getItem(key)).not.toBeNull()
  const reloaded = connected()
  expect([resumes(reloaded.last().url), sessionStorage.getItem(key)]).toEqual([true, null])
  reloaded.last().opens()
  expect(reloaded.last().sent).toEqual(['{"type":"hello","session_id":"s1","token":"t","seen":0}'])
  expect(resumes(connected().last().url)).toBe(false)
})

test('what a page out of sight is given is there for its reload', () => {
  const here = connected()
  hide(true)
  here.joins('s1')
  expect(sessionStorage.getItem(key)).not.toBeNull()
  hide(false)
  expect(sessionStorage.getItem(key)).toBeNull()
})

test('so it is with a page that was never in sight', () => {
  sessionStorage.setItem(key, '{"session_id":"s0","token":"t0"}')
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const here = connected()
  expect(sessionStorage.getItem(key)).toContain('s0')
  here.joins('s1')
  expect(sessionStorage.getItem(key)).toContain('s1')
})

test('a page that is closed leaves nothing behind, however often', () => {
  const { connection, joins } = connected()
  joins('s1')
  hide(true)
  connection.close()
  expect(sessionStorage.length).toBe(0)
  connected().joins('s2')
  connection.close()
  expect(sessionStorage.getItem(key)).toContain('s2')
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
  const { last } = connected({ shared: takeShared })
  expect(location.hash).toBe('')
  last().opens()
  expect(last().sent).toEqual(['{"type":"hello","session_id":"s7","token":"t7","seen":0}'])
})

test('a page that was not made for addresses to share reads none, and shows none to its server', async () => {
  const { href } = location
  onTestFinished(() => history.replaceState(null, '', href))
  location.hash = '#session=s7.t7'
  const { last, sockets } = connected()
  location.hash = '#session=s8.t8'
  await new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))
  expect([location.hash, resumes(last().url), sockets.length]).toEqual(['#session=s8.t8', false, 1])
})

test('an address to share that is pasted over that of a page leads there too', async () => {
  const { last, joins, sockets } = connected({ shared: takeShared })
  joins('s1')
  location.hash = '#session=s7.t7'
  await expect.poll(() => sockets.length).toBe(2)
  expect(location.hash).toBe('')
  last().opens()
  expect(last().sent).toEqual(['{"type":"hello","session_id":"s7","token":"t7","seen":0}'])
})

/** In a session of its own; `paste` puts an address to share over that of the page. */
function sharing() {
  const shared = vi.fn<NonNullable<ConnectOptions['shared']>>()
  const here = connected({ shared })
  here.joins('s1')
  const paste = () => {
    shared.mockReturnValueOnce({ session_id: 's7', token: 't7' })
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  }
  return { ...here, paste }
}

test('one that leads nowhere leaves the page in its own session', async () => {
  const here = sharing()
  here.paste()
  expect(asked(here)).toBe('s7')
  here.joins('s9', 'nothing', { type: 'create', wid: 1, class: 'Page' })
  await Promise.resolve()
  expect(here.sockets).toHaveLength(3)
  expect(asked(here)).toBe('s1')
  here.joins('s1', 'session')
  await Promise.resolve()
  expect([here.sockets.length, here.root.children.length]).toEqual([3, 0])
})

test('one that is refused does too', async () => {
  const here = sharing()
  here.paste()
  here.last().breaks(4410, 'Over')
  here.root.querySelector('button')!.click()
  expect(asked(here)).toBe('s1')
})

test('one whose server is not there is tried again, and a reload meanwhile comes back to the own session', () => {
  const here = sharing()
  here.paste()
  here.last().breaks(1006)
  window.dispatchEvent(new Event('online'))
  expect(asked(here)).toBe('s7')
  here.leave()
  expect(asked(connected())).toBe('s1')
})

test('one that has led to its session is what a reload comes back to', () => {
  const here = sharing()
  here.paste()
  here.joins('s7', 'session')
  here.leave()
  expect(asked(connected())).toBe('s7')
})

test('closed in that moment, a page does not come back', async () => {
  const here = sharing()
  here.paste()
  here.joins('s9')
  here.connection.close()
  await Promise.resolve()
  expect(here.sockets).toHaveLength(2)
})

test('two pages of one server in one document come back to a session each', () => {
  const pages = [connected(), connected()]
  pages.forEach(({ joins }, at) => joins(`s${at}`))
  unload(() => pages.forEach(({ connection }) => connection.close()))
  expect([connected(), connected()].map(asked)).toEqual(['s0', 's1'])
})

test.each([4000, 4001, 4410, 4999])(
  'a session that ended with %i is not come back to by a reload',
  (code) => {
    const { leave, last, joins } = connected()
    joins('s1')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    last().breaks(code)
    leave()
    expect([sessionStorage.length, resumes(connected().last().url)]).toEqual([0, false])
  },
)

test('to one that the server had no room for it is', () => {
  const { leave, last, joins } = connected()
  joins('s1')
  last().breaks(4429)
  leave()
  expect(resumes(connected().last().url)).toBe(true)
})
