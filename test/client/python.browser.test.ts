// Our page under a server of pgwidgets-python: coming, going, coming back.

import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ClientMessage, ServerMessage } from '../../src/protocol/messages.ts'
import type { Application } from './python-server.ts'
import type { Connection } from './python/connection.ts'
import { frame, served, windowWith } from './python/pages.ts'
import { unload } from './unload.ts'

/** `S call 1 show []`, `B result 3` */
function lines({ trace }: Connection): string[] {
  return trace.map(([who, message]) =>
    typeof message === 'number' ? `${who} ${message} bytes` : `${who} ${wordsOf(message)}`,
  )
}

function wordsOf({ type, ...rest }: ClientMessage | ServerMessage): string {
  const { wid, ...others } = rest as Readonly<Record<string, unknown>>
  const parts = [wid, ...['class', 'action', 'method', 'id'].map((name) => others[name])]
  const words = parts.filter((part) => part !== undefined).map(String)
  if ('args' in others) words.push(JSON.stringify(others['args']))
  return [type, ...words].join(' ')
}

test('a new page is greeted, measured, and drawn into, one request at a time', async () => {
  const { server, join } = served(async (session) => {
    const window = await session.create('TopLevel', { title: 'Window' })
    await session.call(window, 'resize', 400, 300)
    const box = await session.create('VBox')
    await session.call(window, 'set_widget', { __wid__: box })
    await session.call(window, 'show')
  })
  const { root, line } = await join()
  const all = lines(line)
  expect(all.slice(0, -1)).toEqual([
    'S init 0',
    'B result 0',
    'S session-info',
    'B viewport',
    'S create 1 TopLevel 1 [{"title":"Window"}]',
    'B result 1 1',
    'S listen 1 move 2',
    'B result 2',
    'S listen 1 resize 3',
    'B result 3',
    'S listen 1 window-state 4',
    'B result 4',
    'S call 1 resize 5 [400,300]',
    'B result 5',
    'S create 2 VBox 6 []',
    'B result 2 6',
    'S listen 2 resize 7',
    'B result 7',
    'S call 1 set_widget 8 [{"__wid__":2}]',
    'B result 8',
    'S call 1 show 9 []',
    'B result 9',
    expect.stringMatching(/^B callback [12] resize \[{"width":\d+,"height":\d+}\]$/),
  ])
  expect(root.querySelector('.tw-top-level')).not.toBeNull()
  expect(server.violations).toEqual([])
})

test('the answer to a create names the widget, and a number above all', async () => {
  const { join } = served(windowWith('Label', 'Hello'))
  const { line } = await join()
  const made = line.trace.flatMap(([who, message]) =>
    who === 'B' && typeof message !== 'number' && 'next_wid' in message ? [message] : [],
  )
  expect(made).toEqual([
    { type: 'result', id: 1, wid: 1, next_wid: 2 },
    { type: 'result', id: 5, wid: 2, next_wid: 3 },
  ])
})

test('what a call causes is told before the call is answered', async () => {
  const { server, join } = served(async (session) => {
    const tabs = await session.create('TabWidget')
    for (const title of ['One', 'Two']) {
      const label = await session.create('Label', title)
      await session.call(tabs, 'add_widget', { __wid__: label }, { title })
    }
    await session.call(tabs, 'set_index', 1)
  })
  const { line } = await join()
  expect(
    lines(line)
      .slice(-3)
      .map((text) => text.replace(/ \d+ \[1\]$/, '')),
  ).toEqual([
    'S call 1 set_index',
    'B callback 1 page-switch [{"__wid__":3,"__class__":"Label"},1]',
    expect.stringMatching(/^B result \d+$/),
  ])
  expect(server.violations).toEqual([])
})

test('a click runs a handler, whose calls it waits for', async () => {
  const { server, join, settled } = served(async (session) => {
    await windowWith('Button', 'Press')(session)
    await session.on(2, 'activated', () => {
      void session.run(() => session.call(2, 'set_text', 'Pressed'))
    })
  })
  const { root } = await join()
  await userEvent.click(root.querySelector('button.tw-button')!)
  await settled()
  expect(root.querySelector('button.tw-button')!.textContent).toBe('Pressed')
  expect(server.violations).toEqual([])
})

test('a page whose line has broken shows its credentials, and all is built anew', async () => {
  const runs = vi.fn<Application>(windowWith('Label', 'Hello'))
  const { server, join, comeBack } = served(runs)
  const page = await join()
  const { root } = page
  await comeBack(page)
  const back = lines(server.last)
  expect(server.last.trace[1]).toEqual([
    'B',
    { type: 'result', id: 0, session_id: 1, token: 'token-of-1' },
  ])
  expect(back[4]).toMatch(/^S reconstruct-start \d+$/)
  expect(back.findLast((text) => text.startsWith('S'))).toMatch(/^S reconstruct-end \d+$/)
  expect(root.querySelectorAll('.tw-label')).toHaveLength(1)
  expect(runs).toHaveBeenCalledOnce()
  expect(server.violations).toEqual([])
})

test('what was done while the line was down is not told', async () => {
  const { server, join, settled } = served(async (session) => {
    await windowWith('Button', 'Press')(session)
    await session.on(2, 'activated', () => undefined)
  })
  const { root, line } = await join()
  const click = () => root.querySelector<HTMLElement>('button.tw-button')!.click()
  line.close(1006)
  await vi.waitFor(() => expect(server.session.connections).toEqual([]))
  click()
  window.dispatchEvent(new Event('online'))
  click()
  await vi.waitFor(() => expect(server.connections).toHaveLength(2))
  await settled()
  expect(server.last.told(2, 'activated')).toEqual([])
  click()
  await settled()
  expect(server.last.told(2, 'activated')).toHaveLength(1)
  expect(server.violations).toEqual([])
})

test('a token that is wrong is the end, and is not shown again', async () => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  const page = await join()
  const { root } = page
  Object.assign(server.session, { token: 'another' })
  page.line.close(1006)
  await vi.waitFor(() => {
    window.dispatchEvent(new Event('online'))
    expect(server.connections).toHaveLength(2)
  })
  await vi.waitFor(() => expect(server.last.isOpen).toBe(false))
  await frame()
  window.dispatchEvent(new Event('online'))
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  expect([server.connections.length, sessionStorage.length]).toEqual([2, 0])
  // The init has emptied it.
  expect(root.querySelector('.tw-label')).toBeNull()
  expect(server.violations).toEqual([])
})

test('a server that has forgotten the session begins it under the same name', async () => {
  const runs = vi.fn<Application>(windowWith('Label', 'Hello'))
  const { server, join, comeBack } = served(runs)
  const page = await join()
  const { root } = page
  server.sessions.clear()
  await comeBack(page)
  expect(runs).toHaveBeenCalledTimes(2)
  expect([server.session.id, server.session.token]).toEqual([1, 'token-of-1'])
  expect(root.querySelectorAll('.tw-label')).toHaveLength(1)
  expect(server.violations).toEqual([])
})

test('a reload comes back to its session', async () => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  const before = await join()
  unload(() => before.leave())
  const after = await join()
  expect(after.root.querySelector('.tw-label')!.textContent).toBe('Hello')
  expect([server.sessions.size, server.violations]).toEqual([1, []])
})

test('the window is measured again when it changes', async () => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  const { line } = await join()
  const before = line.trace.length
  window.dispatchEvent(new Event('resize'))
  await vi.waitFor(() => expect(lines(line).slice(before)).toEqual(['B viewport']))
  expect(server.violations).toEqual([])
})

test.each([
  ['Unknown method: paint on Label', 2, 'paint'],
  ['Unknown method: constructor on Label', 2, 'constructor'],
])('%s', async (text, wid, method) => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  await join()
  const { session } = server
  await expect(session.call(wid, method)).rejects.toThrow(text)
  expect(server.violations).toEqual([])
})

test.each([
  [{ type: 'call', wid: 77, method: 'show' }, 'Unknown widget id: 77'],
  [{ type: 'call', wid: 2, method: 'set_menu', args: [{ __wid__: 78 }] }, 'Unknown widget id: 78'],
  [{ type: 'listen', wid: 79, action: 'resize' }, 'Unknown widget id: 79'],
  [{ type: 'create', wid: 80, class: 'Nothing' }, 'Unknown widget class: Nothing'],
  [{ type: 'repaint' }, 'Unknown message type: repaint'],
])('of %o it hears why not', async (message, text) => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  await join()
  await expect(server.session.request(message as ServerMessage)).rejects.toThrow(text)
  expect(server.violations).toEqual([])
})

test('calls in a batch have one answer, which says what went wrong', async () => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  const { root } = await join()
  const errors = await server.session.batch([
    { wid: 2, method: 'set_text', args: ['Bye'] },
    { wid: 2, method: 'paint' },
    { wid: 9, method: 'show' },
  ])
  expect(errors).toEqual(['Unknown method: paint on Label', 'Unknown widget id: 9'])
  expect(root.querySelector('.tw-label')!.textContent).toBe('Bye')
  expect(server.violations).toEqual([])
})

test('a server that asks for something newer than a batch finds out, and says it one by one', async () => {
  const { server, join } = served(windowWith('Label', 'Hello'))
  const { root } = await join()
  server.session.batchType = 'batch-of-later'
  await server.session.batch([{ wid: 2, method: 'set_text', args: ['Bye'] }])
  expect(root.querySelector('.tw-label')!.textContent).toBe('Bye')
  expect(server.violations).toEqual([])
})
