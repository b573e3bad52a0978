import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ClientMessage, Json } from '../../../src/protocol/messages.ts'
import { call, ready } from '../harness.ts'
import { events, expectAccessible, expectEvents, type Shown, shown } from './shown.ts'

await ready('HtmlView')

const long = '<p>line</p>'.repeat(100)

function view(...args: readonly Json[]) {
  const here = shown(['scrolled'], 'HtmlView', ...args)
  here.element.style.height = '100px'
  return { ...here, content: here.find('.tw-html-view-content') }
}

/** The answer to a question that waits for its turn. What else comes up meanwhile is dropped. */
async function asked(here: Shown, method: string): Promise<unknown> {
  here.sendText(JSON.stringify({ ...call(1, method), id: 7 }))
  const answers: ClientMessage[] = []
  await expect.poll(() => answers.push(...here.sent()), { timeout: 10_000 }).toBeGreaterThan(0)
  const answer = answers.find(({ type }) => type === 'result')
  return answer?.type === 'result' ? answer.value : answers
}

async function cleaned(html: string): Promise<HTMLElement> {
  const here = view(html)
  await asked(here, 'get_html')
  return here.content
}

test('it shows markup, and answers with it', async () => {
  const here = view('<p>Hello <b>you</b></p>')
  expect(await asked(here, 'get_html')).toBe('<p>Hello <b>you</b></p>')
  expect(here.find('b').textContent).toBe('you')
})

test('calls wait for what cleans, and are carried out in order', async () => {
  const here = view('<p>0</p>')
  here.calls(
    ['append_html', '<p>1</p>'],
    ['set_html', '<p>2</p>'],
    ['append_html', '<p>3</p>'],
    ['append_html', long],
    ['scroll_to_bottom'],
  )
  expect(here.content.childElementCount).toBe(0)
  const [, down] = (await asked(here, 'get_scroll_position')) as [number, number]
  expect(down).toBe(1)
  expect(here.content.textContent).toMatch(/^23line/)
  here.calls(['clear'])
  expect(await asked(here, 'get_html')).toBe('')
})

test.each([
  ['<script>boom()</script>ok', 'ok'],
  ['<img src="data:," onerror="boom()">', '<img src="data:,">'],
  ['<a href="javascript:boom()">x</a>', '<a>x</a>'],
  ['<p onclick="boom()">x</p>', '<p>x</p>'],
  ['<style>* { display: none }</style>ok', 'ok'],
  ['<svg><style>* { display: none }</style></svg>', '<svg></svg>'],
  ['<link rel="stylesheet" href="x.css">ok', 'ok'],
  ['<form action="/x"><input name="password"><button>Send</button>ok</form>', 'Sendok'],
  ['<iframe src="/"></iframe>ok', 'ok'],
  ['<dialog open>x</dialog>', 'x'],
  ['<p popover="auto" autofocus>x</p>', '<p>x</p>'],
  ['<p id="root" name="body">x</p>', '<p name="user-content-body" id="user-content-root">x</p>'],
])('%s is made %s', async (html, expected) => {
  const boom = vi.fn<() => void>()
  Object.assign(window, { boom })
  expect((await cleaned(html)).innerHTML).toBe(expected)
  expect(boom).not.toHaveBeenCalled()
})

test('no style makes anything stand outside of it', async () => {
  const here = view('<div style="position:fixed;inset:0;z-index:9999">everywhere</div>')
  await asked(here, 'get_html')
  const escaped = here.find('.tw-html-view-content > div').getBoundingClientRect()
  const own = here.element.getBoundingClientRect()
  expect(escaped.height).toBeLessThanOrEqual(own.height)
  expect(escaped.top).toBeGreaterThanOrEqual(own.top)
})

test('links open in a new tab that cannot reach back', async () => {
  const content = await cleaned('<a href="https://example.org/">x</a><a href="/here">y</a>')
  for (const link of content.querySelectorAll('a')) {
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer'])
  }
})

test('a link to a place inside scrolls there, and the address of the page stays', async () => {
  const here = view(`<a href="#end">down</a>${long}<p id="end">the end</p>`)
  await asked(here, 'get_html')
  const before = location.href
  await userEvent.click(here.find('a'))
  expect(here.element.scrollTop).toBeGreaterThan(500)
  expect(location.href).toBe(before)
})

test('it scrolls by calls, and tells where that came to rest', async () => {
  const here = view(long)
  await asked(here, 'get_html')
  here.calls(['scroll_to_bottom'], ['scroll_to_top'], ['set_scroll_position', 0, 1])
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['scroll_to_top'])
  await expectEvents(here, ['scrolled(0, 0)'])
})

test('it is scrolled by the keyboard', async () => {
  const here = view(long)
  await asked(here, 'get_html')
  await userEvent.tab()
  expect(document.activeElement).toBe(here.element)
  await userEvent.keyboard('{End}')
  await expect.poll(() => here.element.scrollTop).toBeGreaterThan(500)
})

test('content that goes away has been scrolled, too', async () => {
  const here = view(long)
  await asked(here, 'get_html')
  here.calls(['scroll_to_bottom'])
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['set_html', 'short'])
  await expectEvents(here, ['scrolled(0, 0)'])
})

test('axe has nothing to say', async () => {
  const here = view(`<h2>Title</h2><p>Text <a href="/x">link</a> <code>code</code></p>${long}`)
  await asked(here, 'get_html')
  await expectAccessible(here)
})

test('after its end nothing is shown, told or watched', async () => {
  const here = view()
  here.calls(['set_html', '<p>late</p>'])
  here.send(call(1, 'destroy'))
  const other = view('<p>other</p>')
  await asked(other, 'get_html')
  expect(here.content.childElementCount).toBe(0)

  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  here.element.dispatchEvent(new Event('scroll'))
  expect(vi.getTimerCount()).toBe(0)
  expect(events(here.sent())).toEqual([])
})
