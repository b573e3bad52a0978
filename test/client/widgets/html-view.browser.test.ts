import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, ready } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'
import { expectScrolledCode, wide } from './wide-code.ts'

await ready('HtmlView')

const long = '<p>line</p>'.repeat(100)

function view(...args: readonly Json[]) {
  const here = shown(['scrolled'], 'HtmlView', ...args)
  here.element.style.height = '100px'
  return { ...here, content: here.find('.tw-markup') }
}

test('it shows markup, and answers with it', () => {
  const here = view('<p>Hello <b>you</b></p>')
  expect(here.answer('get_html')).toBe('<p>Hello <b>you</b></p>')
  expect(here.find('b').textContent).toBe('you')
})

test('markup is replaced, added to and taken away', () => {
  const here = view('<p>0</p>')
  here.calls(
    ['append_html', '<p>1</p>'],
    ['set_html', '<p>2</p>'],
    ['append_html', '<p>3</p>'],
    ['append_html', long],
    ['scroll_to_bottom'],
  )
  expect(here.answer('get_scroll_position')).toEqual([0, 1])
  expect(here.content.textContent).toMatch(/^23line/)
  here.calls(['clear'])
  expect(here.answer('get_html')).toBe('')
})

test('code that is wide scrolls by itself, and makes nothing wider that it stands in', () => {
  expectScrolledCode('HtmlView', `<p>One</p><pre>${wide}</pre>`)
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
  ['<a href=" \u0001java&#9;script&colon;boom()">x</a>', '<a>x</a>'],
  ['<a href="JaVaScRiPt:boom()">x</a><a href="data:text/html,x">y</a>', '<a>x</a><a>y</a>'],
  ['<a href="vbscript:x">x</a><a href="blob:x">y</a>', '<a>x</a><a>y</a>'],
  ['<svg onload="boom()"><script>boom()</script></svg>', '<svg></svg>'],
  ['<svg><a xlink:href="javascript:boom()"></a></svg>', '<svg><a></a></svg>'],
  ['<svg><use href="#x"/><foreignObject><p>y</p></foreignObject></svg>', '<svg></svg>'],
  ['<math href="javascript:boom()"><mi href="//a">x</mi></math>', '<math><mi>x</mi></math>'],
  ['<math><mi xlink:href="https://example.org">x</mi></math>', '<math><mi>x</mi></math>'],
  ['<meta http-equiv="refresh" content="0;/"><base href="//a/">ok', 'ok'],
  ['<object data="/"></object><embed src="/"><frameset></frameset>ok', 'ok'],
  ['<details open ontoggle="boom()">x</details>', '<details open="">x</details>'],
  ['<x-y onclick="boom()">x</x-y>', 'x'],
  ['<p data-tooltip="x" aria-modal="true">x</p>', '<p>x</p>'],
  ['<p tabindex="5">x</p><p tabindex="0">y</p>', '<p tabindex="0">x</p><p tabindex="0">y</p>'],
  ['<video autoplay src="/x"></video>', '<video src="/x"></video>'],
  ['<label for="save">x</label>', '<label for="user-content-save">x</label>'],
  [
    '<p aria-owns="page  user-content-a">x</p>',
    '<p aria-owns="user-content-page  user-content-a">x</p>',
  ],
  [
    '<svg><path fill="url(#g)" style="mask: url(\'#m\')"></path></svg>',
    `<svg><path fill="url(#user-content-g)" style="mask: url('#user-content-m')"></path></svg>`,
  ],
  [
    '<svg><linearGradient href="#g"></linearGradient></svg>',
    '<svg><linearGradient href="#user-content-g"></linearGradient></svg>',
  ],
  ['<img usemap="#m">', '<img usemap="#user-content-m">'],
])('%s is made %s', (html, expected) => {
  const boom = vi.fn<() => void>()
  Object.assign(window, { boom })
  expect(view(html).answer('get_html')).toBe(expected)
  expect(boom).not.toHaveBeenCalled()
})

test('what is trusted is shown as it is, handlers and all, but for scripts', async () => {
  const boom = vi.fn<() => void>()
  Object.assign(window, { boom })
  const html = '<script>boom()</script><p id="own" onclick="boom()" style="color: red">x</p>'
  const here = view(html, { trusted: true })
  expect(here.answer('get_html')).toBe(html)
  expect(boom).not.toHaveBeenCalled()
  await userEvent.click(here.find('p'))
  expect(boom).toHaveBeenCalledOnce()
})

test('a link to a place inside of trusted markup scrolls there, too', async () => {
  const here = view(`<a href="#end">down</a>${long}<p id="end">the end</p>`, { trusted: true })
  await userEvent.click(here.find('a'))
  expect(here.element.scrollTop).toBeGreaterThan(500)
})

test('no style makes anything stand outside of it', () => {
  const here = view('<div style="position:fixed;inset:0;z-index:9999">everywhere</div>')
  const escaped = here.find('.tw-markup > div').getBoundingClientRect()
  const own = here.element.getBoundingClientRect()
  expect(escaped.height).toBeLessThanOrEqual(own.height)
  expect(escaped.top).toBeGreaterThanOrEqual(own.top)
})

test('links open in a new tab that cannot reach back', () => {
  const { content } = view('<a href="https://example.org/">x</a><a href="/here">y</a>')
  for (const link of content.querySelectorAll('a')) {
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer'])
  }
})

test('a link to a place inside scrolls there, and the address of the page stays', async () => {
  const here = view(`<a href="#end">down</a>${long}<p id="end">the end</p>`)
  const before = location.href
  await userEvent.click(here.find('a'))
  expect(here.element.scrollTop).toBeGreaterThan(500)
  expect(location.href).toBe(before)
})

test.each(['#%C3%BCber', '#über', '#old'])('%s is a place inside, too', async (href) => {
  const ends = '<p id="über">here</p><a name="old">and here</a>'
  const here = view(`<a href="${href}">down</a>${long}${ends}`)
  await userEvent.click(here.find('a'))
  expect(here.element.scrollTop).toBeGreaterThan(500)
})

test('a link to nothing is the beginning; one to what is not there leads nowhere', async () => {
  const here = view(`<p>first</p>${long}<p><a href="#">up</a> <a href="#%zz">x</a></p>`)
  here.calls(['scroll_to_bottom'])
  const [up, nowhere] = here.content.querySelectorAll('a')
  await userEvent.click(nowhere!)
  expect(here.element.scrollTop).toBeGreaterThan(500)
  await userEvent.click(up!)
  expect(here.element.scrollTop).toBe(0)
})

test('what was cleaned stays as it is when it is cleaned again', () => {
  const here = view('<svg><g id="a" fill="url(#a)"></g></svg><p aria-owns="a">x</p>')
  const once = here.answer('get_html') as string
  here.calls(['set_html', once])
  expect(here.answer('get_html')).toBe(once)
})

test('it scrolls by calls, and tells where that came to rest', async () => {
  const here = view(long)
  here.calls(['scroll_to_bottom'], ['scroll_to_top'], ['set_scroll_position', 0, 1])
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['scroll_to_top'])
  await expectEvents(here, ['scrolled(0, 0)'])
})

test('it is scrolled by the keyboard', async () => {
  const here = view(long)
  await userEvent.tab()
  expect(document.activeElement).toBe(here.element)
  await userEvent.keyboard('{End}')
  await expect.poll(() => here.element.scrollTop).toBeGreaterThan(500)
})

test('content that goes away has been scrolled, too', async () => {
  const here = view(long)
  here.calls(['scroll_to_bottom'])
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['set_html', 'short'])
  await expectEvents(here, ['scrolled(0, 0)'])
})

test('axe has nothing to say', async () => {
  const here = view(`<h2>Title</h2><p>Text <a href="/x">link</a> <code>code</code></p>${long}`)
  await expectAccessible(here)
})

test('after its end nothing is told or watched', () => {
  const here = view(long)
  here.send(call(1, 'destroy'))
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  here.element.dispatchEvent(new Event('scroll'))
  expect(vi.getTimerCount()).toBe(0)
  expect(events(here.sent())).toEqual([])
})
