import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { append, parse, textOf } from '../../../../src/client/widgets/markdown/blocks.ts'

/** What Markdown is made of, whole and in part. */
const pieces = [
  '# ',
  'word',
  ' ',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '> ',
  '    ',
  '```',
  '`',
  '*',
  '**',
  '|',
]
  .concat(['| a |\n|---|\n', '[x]', '[x]: /y', '(/z)', '![', '<b>', '</b>', '<div>', '<!--', '-->'])
  .concat([
    '===',
    '---',
    '~~',
    '\\',
    '&amp;',
    '- [x] ',
    'https://a.b',
    '\t',
    '"t"',
    '  \n',
    '\n  ',
    '\r\n',
  ])

test('blocks are paragraphs, lists and tables, with the empty lines that follow', () => {
  const { blocks } = parse('# A\n\none\ntwo\n\n- x\n- y\n\n| a |\n|---|\n| 1 |\n')
  expect(blocks.map(({ raw }) => raw)).toEqual([
    '# A\n\n',
    'one\ntwo\n\n',
    '- x\n- y\n\n',
    '| a |\n|---|\n| 1 |\n',
  ])
})

test.each([
  ['**b** `c`', '<p><strong>b</strong> <code>c</code></p>\n'],
  ['~~x~~', '<p><del>x</del></p>\n'],
  ['https://a.b', '<p><a href="https://a.b">https://a.b</a></p>\n'],
  ['```js\n<b>\n```', '<pre><code class="language-js">&lt;b&gt;\n</code></pre>\n'],
])('%j is %j', (text, html) => {
  expect(parse(text).blocks.map((block) => block.html)).toEqual([html])
})

test('a task is a picture of a box that says what it is', () => {
  const [list] = parse('- [x] a\n- [ ] b').blocks
  expect(list!.html).toContain('aria-label="done" data-checked="true"')
  expect(list!.html).toContain('aria-label="to do" data-checked="false"')
})

test('what is added changes the last block only', () => {
  const before = parse('# A\n\nSome te')
  const after = append(before, 'xt\n\n- x')
  expect(after.blocks[0]).toBe(before.blocks[0])
  expect(after.blocks.map(({ raw }) => raw)).toEqual(['# A\n\n', 'Some text\n\n', '- x'])
})

test('a definition reaches back to what uses it', () => {
  const after = append(parse('see [x]\n\nmore\n\n'), '[x]: /there')
  expect(after.blocks[0]!.html).toBe('<p>see <a href="/there">x</a></p>\n')
})

test('raw markup encloses what follows', () => {
  const { blocks } = parse('one\n\n<details>\n\n**two**\n\n</details>\n')
  expect(blocks).toHaveLength(2)
  expect(blocks[1]!.html).toMatch(/^<details>.*<strong>two<\/strong>.*<\/details>\s*$/s)
})

test('adding piece by piece is the same as reading all at once', () => {
  const piece = fc.constantFrom(...pieces)
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 12 }), (parts) => {
      const texts = parts.map((part) => part.join(''))
      const piecewise = texts.reduce(append, parse(''))
      expect(piecewise).toEqual(parse(texts.join('')))
    }),
    { numRuns: 1000 },
  )
})

test('what the parser cannot read is plain text, until it can', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const broken = parse('- [x] \n  > 1. \nword <b>')
  expect(broken.blocks.map(({ html }) => html)).toEqual(['<pre>- [x] \n  > 1. \nword &lt;b></pre>'])
  expect(warn).toHaveBeenCalledOnce()
  expect(append(broken, '\n\nmore').reachesBack).toBe(true)
})

test('no text is lost', () => {
  expect(textOf(parse('\n\n# A\n\n\n  b\n'))).toBe('\n\n# A\n\n\n  b\n')
})

test('what is too deep inside of lists and quotes is plain text', () => {
  const deep = parse('- > '.repeat(1000) + '**x**').blocks
  expect(deep.map(({ raw }) => raw)).toEqual(['- > '.repeat(1000) + '**x**'])
  expect(deep[0]!.html.match(/<li>/g)!.length).toBeLessThan(30)
  expect(deep[0]!.html).toContain('**x**')
  expect(parse('> '.repeat(20) + '**x**').blocks[0]!.html).toContain('<strong>x</strong>')
})

// Each of these takes minutes when it is read letter by letter, again and again.
test.each([
  ['an endless mail address', 'a.'.repeat(200_000) + '@'],
  ['a paragraph as long as a book', '*_'.repeat(200_000)],
])('%s is plain text', (_, text) => {
  expect(parse(text).blocks).toEqual([{ raw: text, html: `<p>${text}</p>\n` }])
})

test.each([
  ['quotes inside of quotes', '> '.repeat(100_000)],
  ['definitions', '[a]: b\n'.repeat(50_000)],
  ['brackets', '['.repeat(90_000)],
  ['an unfinished fence', '```\n' + 'line\n'.repeat(200_000)],
  ['paragraphs', 'word *more* `code`\n\n'.repeat(20_000)],
])('%s without an end are read, and no text is lost', (_, text) => {
  expect(textOf(parse(text))).toBe(text)
})
