import { expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { BrowserClasses } from '../../src/client/widgets/browser-classes.ts'
import { connect, type ConnectOptions, type LineEvent } from '../../src/client/index.ts'

class FakeSocket extends EventTarget {
  static readonly made: FakeSocket[] = []
  readonly url: string
  readonly sent: string[] = []
  closedWith: number | undefined

  constructor(url: string) {
    super()
    this.url = url
    FakeSocket.made.push(this)
  }

  binaryType: BinaryType = 'blob'
  bufferedAmount = 0

  send(text: string): void {
    this.sent.push(text)
  }

  close(code?: number): void {
    this.closedWith = code
  }

  opens(): void {
    this.dispatchEvent(new Event('open'))
  }

  says(...messages: readonly object[]): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(messages) }))
  }

  breaks(code: number, reason = ''): void {
    this.dispatchEvent(new CloseEvent('close', { code, reason }))
  }
}

function connected(url = 'ws://host/socket', options: Partial<ConnectOptions> = {}) {
  FakeSocket.made.length = 0
  onTestFinished(() => sessionStorage.clear())
  const root = document.createElement('div')
  document.body.append(root)
  const connection = connect({ url, root, WebSocket: FakeSocket, ...options })
  onTestFinished(() => {
    connection.close()
    root.remove()
  })
  const socket = () => FakeSocket.made.at(-1)!
  return { root, connection, socket }
}

test.each([
  ['ws://host/tool/_treewire/socket?token=x', 'http://host/tool/_treewire/download/1'],
  ['wss://host:9501/_treewire/socket', 'https://host:9501/_treewire/download/1'],
  ['ws://host:9500/', new URL('_treewire/download/1', document.baseURI).href],
])('what the server at %s gives is at %s', async (url, href) => {
  const links: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    links.push(this.href)
  })
  const { socket } = connected(url)
  socket().opens()
  socket().says({ type: 'download', url: '_treewire/download/1', name: 'a' })
  await vi.waitFor(() => expect(links).toEqual([href]))
})

test('an answer that the server could not take is an error, and the line stays', () => {
  const { socket } = connected()
  socket().opens()
  socket().says({ type: 'create', wid: 1, class: 'Label', args: ['x'.repeat(1024 * 1024)] })
  socket().says({ type: 'call', id: 7, wid: 1, method: 'get_text' })
  expect(JSON.parse(socket().sent.at(-1)!)).toEqual([
    { type: 'error', id: 7, error: expect.stringContaining('a frame may have 1048576') },
  ])
  expect(socket().closedWith).toBeUndefined()
})

const button = [
  { type: 'init', id: 1 },
  { type: 'create', wid: 1, class: 'TopLevel' },
  { type: 'create', wid: 2, class: 'Button', args: ['Click'] },
  { type: 'listen', wid: 2, action: 'activated' },
  { type: 'call', wid: 1, method: 'set_widget', args: [{ __wid__: 2 }] },
  { type: 'call', id: 9, wid: 1, method: 'show' },
]

test.each([
  ['ws://host:1/a', 'ws://host:1/a'],
  ['https://host/a', 'wss://host/a'],
  ['http://host/a?b=c', 'ws://host/a?b=c'],
  ['socket', new URL('socket', document.baseURI).href.replace('http', 'ws')],
])('the address %s is that of a socket', (url, begin) => {
  const { socket } = connected(url)
  expect(socket().url.startsWith(begin)).toBe(true)
})

test('the server draws into the root, and hears of a click', async () => {
  const { root, socket } = connected()
  socket().opens()
  socket().says(...button)
  await userEvent.click(root.querySelector('button:not([hidden])')!)
  expect(socket().sent).toEqual([
    '[{"type":"result","id":1},{"type":"result","id":9}]',
    '{"type":"callback","wid":2,"action":"activated","args":[]}',
  ])
})

const greeting = greetingOf('s1')

function greetingOf(session_id: string): readonly object[] {
  return [
    { type: 'welcome', heard: 0, kept: 'nothing' },
    { type: 'session-info', session_id, token: 't1' },
  ]
}

function params(socket: FakeSocket): Record<string, string> {
  return Object.fromEntries(new URL(socket.url).searchParams)
}

test('when the line breaks the page stays, says what it has seen, and what it did is told again', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  const click = () => root.querySelector<HTMLElement>('.tw-button')!.click()
  click()
  first.breaks(1006)
  click()
  vi.advanceTimersByTime(10_000)
  const second = socket()
  expect(params(first)).toEqual({ page: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(params(second)).toEqual({ page: params(first)['page'], resume: '1' })
  second.opens()
  const hello = '{"type":"hello","session_id":"s1","token":"t1","seen":9}'
  expect(second.sent).toEqual([hello])
  second.says({ type: 'welcome', heard: 0, kept: 'page' })
  expect(second.sent).toEqual([
    hello,
    '{"type":"callback","wid":2,"action":"activated","args":[],"seq":1}',
    '{"type":"callback","wid":2,"action":"activated","args":[],"seq":2}',
  ])
})

test('it tries at once when the network is back', () => {
  const { socket } = connected()
  socket().breaks(1006)
  window.dispatchEvent(new Event('online'))
  expect(FakeSocket.made).toHaveLength(2)
})

test.each([
  [4410, 'Start a new one', undefined],
  [4400, 'Start again', undefined],
])('after close code %i "%s" begins as a page that nobody knows', async (code, label, resume) => {
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  first.breaks(code, 'Over')
  expect(root.innerText).toContain('Over')
  await userEvent.click(page.getByRole('button', { name: label }))
  const second = socket()
  expect(second).not.toBe(first)
  expect(params(second)['resume']).toBe(resume)
  expect(params(second)['page']).not.toBe(params(first)['page'])
  expect(root.children).toHaveLength(0)
})

test.each([
  [4429, 'had no room for'],
  [4401, 'did not let in'],
])('after %i a page that the server %s tries again as the same page', async (code) => {
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  first.breaks(code, 'Not now')
  await userEvent.click(page.getByRole('button', { name: 'Try again' }))
  expect(params(socket())).toEqual({ ...params(first), resume: '1' })
  expect(root.querySelector('.tw-button')).not.toBeNull()
})

test('when too much was done the page says so, and comes back to its session as an empty page', async () => {
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  first.breaks(1006)
  const clicked = root.querySelector<HTMLElement>('.tw-button')!
  for (let at = 0; at < 10_001; at++) clicked.click()
  expect(root.innerText).toContain('Too much was done while the line was down')
  await userEvent.click(page.getByRole('button', { name: 'Start again' }))
  const second = socket()
  expect(params(second)['page']).not.toBe(params(first)['page'])
  second.opens()
  expect(second.sent).toEqual(['{"type":"hello","session_id":"s1","token":"t1","seen":0}'])
})

test('a page of an earlier session is told that it shows a new one', () => {
  const { root, socket } = connected()
  socket().opens()
  socket().says(...greeting, ...button.slice(1))
  socket().breaks(1006)
  window.dispatchEvent(new Event('online'))
  socket().opens()
  socket().says(...greetingOf('s2'), ...button.slice(1))
  expect(root.innerText).toContain('The earlier session has ended. This is a new one.')
  expect(root.querySelectorAll('.tw-button')).toHaveLength(1)
})

test('who came by an address that leads nowhere is told that this is not that session', () => {
  const shared = () => ({ session_id: 'gone', token: 't' })
  const { root, socket } = connected('ws://host/socket', { shared })
  socket().opens()
  socket().says(...greeting, ...button.slice(1))
  expect(root.innerText).toContain('The earlier session has ended. This is a new one.')
})

test('a new page is told nothing', () => {
  const { root, socket } = connected()
  socket().opens()
  socket().says(...greeting, ...button.slice(1))
  expect(root.querySelector('.tw-line-banner')).toBeNull()
})

test('the application hears of the line, and may keep the notice away', () => {
  const { root, socket } = connected()
  const heard: LineEvent[] = []
  root.addEventListener('treewire-line', (event) => {
    const { detail } = event as CustomEvent<LineEvent>
    heard.push(detail)
    if (detail.kind === 'ended') event.preventDefault()
  })
  socket().opens()
  socket().says(...greeting, ...button.slice(1))
  socket().breaks(1006)
  window.dispatchEvent(new Event('online'))
  socket().opens()
  socket().says(...greetingOf('s2'))
  socket().breaks(4410, 'Over')
  expect(heard).toEqual([
    { kind: 'up' },
    { kind: 'down', retryAt: expect.any(Number) },
    { kind: 'connecting' },
    { kind: 'up' },
    { kind: 'begun-anew' },
    { kind: 'ended', code: 4410, reason: 'Over' },
  ])
  expect(root.querySelector('.tw-line-ended, .tw-line-banner')).toBeNull()
})

test('over a modal dialog the notice is used, and the dialog does not feel it', async () => {
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(
    ...greeting,
    ...button.slice(1),
    {
      type: 'create',
      wid: 3,
      class: 'Dialog',
      args: ['Sure?', [['Yes', 1]], { modal: true, default_button: 1 }],
    },
    ...['activated', 'close', 'move'].map((action) => ({ type: 'listen', wid: 3, action })),
    { type: 'call', wid: 3, method: 'show' },
  )
  const sent = first.sent.length
  for (let at = 0; at < 6; at++) {
    socket().breaks(1006)
    window.dispatchEvent(new Event('online'))
  }
  socket().breaks(1006) // and the next attempt is 5 s away
  expect(FakeSocket.made).toHaveLength(7)
  const again = page.getByRole('button', { name: 'Try now' })
  await expect.element(again).toBeVisible()
  expect(root.querySelector('.tw-dialog .tw-line-banner')).not.toBeNull()
  await userEvent.click(again)
  expect(FakeSocket.made).toHaveLength(8)
  socket().breaks(1006)
  await userEvent.keyboard('{Enter}')
  expect(FakeSocket.made).toHaveLength(9)
  socket().opens()
  socket().says({ type: 'welcome', heard: 0, kept: 'session' }, { type: 'create', class: 'Label' })
  expect([first.sent.length, socket().sent.filter((text) => text.includes('callback'))]).toEqual([
    sent,
    [],
  ])
  await expect.poll(() => root.querySelector('.tw-line-banner')?.parentElement).toBe(root)
  expect(root.innerText).toContain('Connected again.')
})

test('a page can do without notices', () => {
  const { root, socket } = connected('ws://host/socket', { notice: false })
  socket().opens()
  socket().breaks(4410, 'Over')
  expect(root.children).toHaveLength(0)
})

test('a foreign server gets the answer to its init first, then the size of the window', () => {
  const { socket } = connected()
  const { innerWidth: width, innerHeight: height } = window
  socket().opens()
  window.dispatchEvent(new Event('resize'))
  socket().says({ type: 'init', id: 0 })
  window.dispatchEvent(new Event('resize'))
  expect(socket().sent).toEqual(['[{"type":"result","id":0}]'])
  socket().says({ type: 'session-info', session_id: 3, token: 't' })
  window.dispatchEvent(new Event('resize'))
  const viewport = JSON.stringify({ type: 'viewport', width, height })
  expect(socket().sent.slice(1)).toEqual([viewport, viewport])
})

test('a foreign server is shown the credentials in the answer to its init, and no hello', () => {
  const { socket } = connected()
  socket().opens()
  socket().says({ type: 'init', id: 0 }, { type: 'session-info', session_id: 3, token: 't' })
  socket().breaks(1006)
  window.dispatchEvent(new Event('online'))
  expect(params(socket())['resume']).toBeUndefined()
  socket().opens()
  socket().says({ type: 'init', id: 0 })
  expect(socket().sent).toEqual(['[{"type":"result","id":0,"session_id":3,"token":"t"}]'])
})

test('closing ends the socket and takes the interface away', () => {
  const { root, connection, socket } = connected()
  socket().opens()
  socket().says(...button)
  connection.close()
  window.dispatchEvent(new Event('online'))
  expect([
    socket().closedWith,
    root.children.length,
    root.className,
    FakeSocket.made.length,
  ]).toEqual([1000, 0, '', 1])
})

test('a file that is dropped beside every place for it does not take the page away', () => {
  const { root, connection } = connected()
  const drop = (fill: (data: DataTransfer) => void, target: Node = root): boolean => {
    const dataTransfer = new DataTransfer()
    fill(dataTransfer)
    const options = { dataTransfer, bubbles: true, cancelable: true }
    return target.dispatchEvent(new DragEvent('drop', options))
  }
  const file = (data: DataTransfer) => data.items.add(new File(['a'], 'a.txt'))
  expect([drop(file), drop((data) => data.setData('text/plain', 'a'))]).toEqual([false, true])
  const text = new Text('Some browsers name the text that it is over')
  root.append(text)
  expect(drop(file, text)).toBe(false)
  connection.close()
  expect(drop(file)).toBe(true)
})

test.each([
  ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
  ['it is closed', ({ connection }: ReturnType<typeof connected>) => connection.close()],
  ['another session is wanted', () => window.dispatchEvent(new Event('hashchange'))],
])('edits under way are told when %s', (_, happens) => {
  const shared = vi.fn<() => { session_id: string; token: string } | undefined>()
  const here = connected('ws://host/socket', { shared })
  const { root, socket } = here
  const first = socket()
  first.opens()
  first.says(
    { type: 'create', wid: 1, class: 'TopLevel' },
    { type: 'create', wid: 2, class: 'TextEntry' },
    { type: 'listen', wid: 2, action: 'modified' },
    { type: 'call', wid: 1, method: 'set_widget', args: [{ __wid__: 2 }] },
    { type: 'call', wid: 1, method: 'show' },
  )
  const input = root.querySelector('input')!
  input.value = 'typed'
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  shared.mockReturnValueOnce({ session_id: 's2', token: 't2' })
  happens(here)
  expect(first.sent).toEqual(['{"type":"callback","wid":2,"action":"modified","args":["typed"]}'])
})

test('what waits for code when it is closed is not carried out any more', async () => {
  const { root, connection, socket } = connected()
  socket().opens()
  socket().says(...greeting)
  let come = () => {}
  vi.spyOn(BrowserClasses.prototype, 'isAway').mockReturnValue(true)
  vi.spyOn(BrowserClasses.prototype, 'load').mockReturnValue(
    new Promise((resolve) => (come = resolve)),
  )
  socket().says(...button.slice(1))
  connection.close()
  come()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(root.children).toHaveLength(0)
})

test('a line on which the server has fallen silent is given up, and the user is not told at once', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { root, socket } = connected('ws://host/socket', { beat: 1000 })
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  vi.advanceTimersByTime(2000)
  first.says()
  vi.advanceTimersByTime(2499)
  expect(socket()).toBe(first)
  expect(first.sent).toEqual(['{"type":"result","id":9}'])
  vi.advanceTimersByTime(1)
  const second = socket()
  expect([second === first, first.closedWith, params(second)['resume']]).toEqual([
    false,
    undefined,
    '1',
  ])
  second.opens()
  second.says({ type: 'welcome', heard: 0, kept: 'page' })
  vi.advanceTimersByTime(1000)
  expect(root.querySelector('.tw-line-banner')).toBeNull()
})

test.each([
  ['is left', () => window.dispatchEvent(new Event('pagehide'))],
  [
    'is hidden',
    () => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
      document.dispatchEvent(new Event('visibilitychange'))
    },
  ],
])('a page that %s says at once what it has carried out', (_what, happens) => {
  const { socket } = connected()
  socket().opens()
  socket().says(...greeting, ...button.slice(1))
  expect(socket().sent).toEqual([])
  happens()
  expect(socket().sent).toEqual(['{"type":"result","id":9}'])
})

test('a click that nobody hears goes over another line', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  root.querySelector<HTMLElement>('.tw-button')!.click()
  vi.advanceTimersByTime(11_000)
  const second = socket()
  expect(second).not.toBe(first)
  second.opens()
  second.says({ type: 'welcome', heard: 0, kept: 'page' })
  expect(second.sent.at(-1)).toContain('"action":"activated","args":[],"seq":1')
})

test('while code is fetched the line is not blamed for what stands behind it', () => {
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...greeting, ...button.slice(1))
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  root.querySelector<HTMLElement>('.tw-button')!.click()
  vi.spyOn(BrowserClasses.prototype, 'isAway').mockReturnValue(true)
  vi.spyOn(BrowserClasses.prototype, 'load').mockReturnValue(new Promise(() => {}))
  first.says({ type: 'create', wid: 3, class: 'Label' }, { type: 'heard', id: 10, count: 1 })
  vi.advanceTimersByTime(60_000)
  expect(socket()).toBe(first)
})

test('an upload goes on where the line dropped', async () => {
  const { root, socket } = connected()
  const drop = { type: 'listen', wid: 2, action: 'drop-end' }
  const data = new DataTransfer()
  data.items.add(new File([new Uint8Array(3 * 512 * 1024)], 'a.bin'))
  const pieces = () =>
    (socket().sent as readonly unknown[]).flatMap((frame): unknown[] => {
      if (typeof frame !== 'string') return ['bytes']
      const { type, chunk_index, seq } = JSON.parse(frame) as Record<string, unknown>
      return type === 'binary-chunk' ? [{ chunk_index, seq }] : []
    })
  socket().opens()
  socket().says(...greeting, ...button.slice(1), drop)
  root
    .querySelector('.tw-button')!
    .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
  await vi.waitFor(() => expect(pieces()).toHaveLength(6))
  socket().breaks(1006)
  window.dispatchEvent(new Event('online'))
  socket().opens()
  socket().says({ type: 'welcome', heard: 2, kept: 'page' })
  expect(pieces()).toEqual([
    { chunk_index: 1, seq: 3 },
    'bytes',
    { chunk_index: 2, seq: 4 },
    'bytes',
  ])
})
