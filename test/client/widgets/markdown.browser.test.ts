import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { expectAccessible, expectEvents, shown } from './shown.ts'
import { expectScrolledCode, wide } from './wide-code.ts'

await ready('Markdown')

const long = 'line\n\n'.repeat(100)

function markdown(...args: readonly Json[]) {
  const here = shown(['scrolled'], 'Markdown', ...args)
  return {
    ...here,
    content: here.find('.tw-markup'),
    /** Shown when it returns: questions about places do not wait for the next frame. */
    append: (...texts: readonly string[]) => {
      here.calls(...texts.map((text) => ['append_text', text] as const))
      here.answer('get_scroll_position')
    },
  }
}

test('code that is wide scrolls by itself, and makes nothing wider that it stands in', () => {
  expectScrolledCode('Markdown', `One\n\n\`\`\`\n${wide}\n\`\`\``)
})

test.each([
  ['# A\n\n**b** `c`', '<h1>A</h1>\n<p><strong>b</strong> <code>c</code></p>\n'],
  ['```\n<b>\n```', '<pre><code>&lt;b&gt;\n</code></pre>\n'],
  ['<b onclick="boom()">x</b><script>boom()</script>', '<p><b>x</b></p>\n'],
  ['[x](javascript:boom())', '<p><a>x</a></p>\n'],
])('%j is shown as %s', (text, html) => {
  expect(markdown(text).content.innerHTML).toBe(html)
})

test.each([
  '[x](JaVaScRiPt:boom())',
  '[x](java&#115;cript:boom())',
  '[x](<java\u0001script:boom()>)',
  '[x](data:text/html,<script>boom()</script>)',
  '[x](vbscript:boom())',
  '<javascript:boom()>',
  '[x]: javascript:boom()\n\n[x]',
  '![x](javascript:boom())',
  '![x](/y.png"onerror="boom\\(\\))',
  '[![x](/y.png)](javascript:boom())',
  '![x](/y.png "\\" onerror=\\"boom()")',
  '```"><img/src/onerror=boom()>\nx\n```',
  '<img src="x:"\n\nonerror="boom()">',
  '<svg><style><img src=x onerror=boom()></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=boom()&gt;">',
  '<form action="javascript:boom()"><button>x</button></form>',
  '<iframe srcdoc="<script>parent.boom()</script>"></iframe>',
])('%j is harmless, whole and while it grows', async (text) => {
  const boom = vi.fn<() => void>()
  Object.assign(window, { boom })
  const here = markdown(text)
  const grown = markdown()
  for (const letter of text) grown.append(letter)
  for (const { content } of [here, grown]) {
    const pictures = [...content.querySelectorAll('img')]
    await vi.waitFor(() => expect(pictures.every(({ complete }) => complete)).toBe(true))
    for (const link of content.querySelectorAll('a')) link.click()
    const attributes = [...content.querySelectorAll('*')].flatMap((each) => [...each.attributes])
    const wrong = attributes.filter(
      ({ name, value }) => /^on|^srcdoc$/.test(name) || /^\w+script:|^data:/i.test(value),
    )
    expect(wrong.map(({ name, value }) => `${name}=${value}`)).toEqual([])
    expect(content.querySelector('script, style, form, iframe, button')).toBeNull()
  }
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(boom).not.toHaveBeenCalled()
})

test('no style makes anything in it stand outside of it', () => {
  const here = markdown('<div style="position: fixed; inset: 0; z-index: 9999">everywhere</div>')
  const escaped = here.find('.tw-markup > div').getBoundingClientRect()
  const own = here.element.getBoundingClientRect()
  expect([escaped.top, escaped.height].map(Math.round)).toEqual(
    [own.top, own.height].map(Math.round),
  )
})

test.each([
  ['| a |\n|--:|\n| 1 |', '.tw-markup-wide > table td[align=right]'],
  ['- [x] done', 'li > .tw-markup-task[role=img][aria-label=done]'],
  ['- [ ] to do', 'li > .tw-markup-task[data-checked=false]'],
])('%j has a %s', (text, selector) => {
  expect(markdown(text).content.querySelector(selector)).toBeTruthy()
})

test('links open in a new tab that cannot reach back, in what is trusted, too', () => {
  for (const trusted of [false, true]) {
    const here = markdown('<https://example.org>', { trusted })
    const { target, rel } = here.find('a')
    expect([target, rel]).toEqual(['_blank', 'noopener noreferrer'])
    here.dispose()
  }
})

test('what is trusted is shown as it is', async () => {
  const boom = vi.fn<() => void>()
  Object.assign(window, { boom })
  const here = markdown('<b onclick="boom()">x</b>', { trusted: true })
  await userEvent.click(here.find('b'))
  expect(boom).toHaveBeenCalledOnce()
})

test('it answers with its text, what waits for the next frame included', () => {
  const here = markdown('one')
  here.calls(['append_text', ' two'], ['append_text', ' three'])
  expect(here.answer('get_text')).toBe('one two three')
  here.calls(['set_text', 'new'])
  expect(here.answer('get_text')).toBe('new')
  expect(here.content.textContent).toBe('new\n')
})

test('what is added in pieces looks like the whole', async () => {
  const text =
    '# Ti\n\ntext **bold** and `co` more\n\n- a\n- b\n\n| x |\n|---|\n| y |\n\n```\ncode\n```\n'
  const here = markdown()
  for (const letter of text) here.append(letter)
  expect(here.content.innerHTML).toBe(markdown(text).content.innerHTML)
})

test('blocks that are complete are not touched', async () => {
  const here = markdown('# Title\n\nfirst\n\nsecond')
  const changed: Node[] = []
  const observer = new MutationObserver((records) =>
    changed.push(...records.map(({ target }) => target)),
  )
  observer.observe(here.content, { subtree: true, childList: true, characterData: true })
  here.append(' and **more**', '\n\nthird')
  observer.disconnect()
  const [title, first] = here.content.children
  expect(changed.filter((node) => title!.contains(node) || first!.contains(node))).toEqual([])
  expect(here.content.textContent).toBe('Title\nfirst\nsecond and more\nthird\n')
})

test('all that is added in one frame of the screen is one change', async () => {
  const here = markdown('a')
  const changes = vi.fn<() => void>()
  const observer = new MutationObserver(changes)
  observer.observe(here.content, { subtree: true, childList: true, characterData: true })
  here.calls(['append_text', 'b'], ['append_text', 'c'], ['append_text', 'd'])
  await expect.poll(() => here.content.textContent).toBe('abcd\n')
  observer.disconnect()
  expect([changes.mock.calls.length, here.content.textContent]).toEqual([1, 'abcd\n'])
})

test('what is selected stays selected while text grows behind it, in the same block, too', async () => {
  const here = markdown('select this wor')
  const text = here.find('p').firstChild as Text
  getSelection()!.setBaseAndExtent(text, 7, text, 11)
  here.append('d and **more', ' of it**\n\nnext')
  expect(getSelection()!.toString()).toBe('this')
  expect(here.content.textContent).toBe('select this word and more of it\nnext\n')
})

test('what the user has unfolded stays so', async () => {
  const here = markdown('<details><summary>More</summary>one</details>\n')
  await userEvent.click(here.find('summary'))
  here.append('\ntwo')
  expect([here.find('details').open, here.content.textContent]).toEqual([
    true,
    expect.stringContaining('two'),
  ])
})

test('the place that is scrolled to stays, unless it follows the end and is there', async () => {
  const here = markdown(long)
  here.element.style.height = '100px'
  here.element.scrollTop = 50
  here.append('more\n\n')
  expect(here.element.scrollTop).toBe(50)
  here.calls(['set_follow', true], ['scroll_to_bottom'])
  here.append(long)
  expect(here.answer('get_scroll_position')).toEqual([0, 1])
  here.element.scrollTop = 50
  here.append(long)
  expect(here.element.scrollTop).toBe(50)
})

test('it scrolls by calls, past what was just added, and tells where that came to rest', async () => {
  const here = markdown('')
  here.element.style.height = '100px'
  here.calls(['append_text', long], ['scroll_to_bottom'])
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['scroll_to_top'])
  await expectEvents(here, ['scrolled(0, 0)'])
})

test('only what has more than it shows is a stop of the Tab key', async () => {
  const here = markdown('```\nshort\n```')
  await expect.poll(() => here.element.tabIndex).toBe(-1)
  here.element.style.width = '200px'
  here.calls(['set_text', `\`\`\`\n${'long '.repeat(50)}\n\`\`\``])
  await expect.poll(() => here.find('pre').tabIndex).toBe(0)
  here.element.style.height = '20px'
  await expect.poll(() => here.element.tabIndex).toBe(0)
})

test('its text can be selected', () => {
  expect(getComputedStyle(markdown('text').find('p')).userSelect).toBe('text')
})

test('axe has nothing to say', async () => {
  await expectAccessible(
    markdown('# A\n\ntext [l](/x) `c`\n\n- [x] t\n\n| a |\n|---|\n| 1 |\n\n> q'),
  )
})

test('after its end nothing is shown or watched', async () => {
  const here = markdown('a')
  here.calls(['append_text', 'b'], ['destroy'])
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(here.content.textContent).toBe('a\n')
})
