import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { connect } from '../../src/client/index.ts'

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

function connected(url = 'ws://host/socket') {
  FakeSocket.made.length = 0
  const root = document.createElement('div')
  document.body.append(root)
  const page = connect({ url, root, WebSocket: FakeSocket })
  onTestFinished(() => {
    page.close()
    root.remove()
  })
  const socket = () => FakeSocket.made.at(-1)!
  return { root, page, socket }
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

test('when the line breaks the page stays, says what it has seen, and keeps a click', () => {
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...button)
  first.breaks(1006)
  root.querySelector<HTMLElement>('.tw-button')!.click()
  vi.advanceTimersByTime(10_000)
  const second = socket()
  const params = (url: string) => Object.fromEntries(new URL(url).searchParams)
  expect(params(first.url)).toEqual({ page: expect.stringMatching(/^[0-9a-f]{32}$/), seen: '0' })
  expect(params(second.url)).toEqual({ page: params(first.url)['page'], seen: '9' })
  second.opens()
  expect(second.sent).toEqual(['{"type":"callback","wid":2,"action":"activated","args":[]}'])
})

test('it tries at once when the network is back', () => {
  const { socket } = connected()
  socket().breaks(1006)
  window.dispatchEvent(new Event('online'))
  expect(FakeSocket.made).toHaveLength(2)
})

test('after a final close "Start again" begins as a new page', async () => {
  const { root, socket } = connected()
  const first = socket()
  first.opens()
  first.says(...button)
  first.breaks(4410, 'Over')
  expect(root.innerText).toContain('Over')
  await userEvent.click(root.querySelector('.tw-line-ended button')!)
  const second = socket()
  expect(second).not.toBe(first)
  expect(new URL(second.url).searchParams.get('seen')).toBe('0')
  expect(new URL(second.url).searchParams.get('page')).not.toBe(
    new URL(first.url).searchParams.get('page'),
  )
  expect(root.children).toHaveLength(0)
})

test('closing ends the socket and takes the interface away', () => {
  const { root, page, socket } = connected()
  socket().opens()
  socket().says(...button)
  page.close()
  window.dispatchEvent(new Event('online'))
  expect([
    socket().closedWith,
    root.children.length,
    root.className,
    FakeSocket.made.length,
  ]).toEqual([1000, 0, '', 1])
})

test('a file that is dropped beside every place for it does not take the page away', () => {
  const { root, page } = connected()
  const drop = (fill: (data: DataTransfer) => void): boolean => {
    const dataTransfer = new DataTransfer()
    fill(dataTransfer)
    return root.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
  }
  const file = (data: DataTransfer) => data.items.add(new File(['a'], 'a.txt'))
  expect([drop(file), drop((data) => data.setData('text/plain', 'a'))]).toEqual([false, true])
  page.close()
  expect(drop(file)).toBe(true)
})

test('edits under way are told when the page goes', () => {
  const { root, socket } = connected()
  socket().opens()
  socket().says(
    { type: 'create', wid: 1, class: 'TopLevel' },
    { type: 'create', wid: 2, class: 'TextEntry' },
    { type: 'listen', wid: 2, action: 'modified' },
    { type: 'call', wid: 1, method: 'set_widget', args: [{ __wid__: 2 }] },
    { type: 'call', wid: 1, method: 'show' },
  )
  const input = root.querySelector('input')!
  input.value = 'typed'
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  window.dispatchEvent(new Event('pagehide'))
  expect(socket().sent).toEqual([
    '{"type":"callback","wid":2,"action":"modified","args":["typed"]}',
  ])
})
