// Text stays text, and markup of others can do nothing.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped, harmlessMarkup, unescaped } from '../../../src/session/stock/plain-text.ts'

test('any text comes back from what shows it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escaped(text)).not.toMatch(/[<>"'](?!br>)(?<!<br>)/)
      expect(unescaped(escaped(text))).toBe(text)
    }),
    { seed: 1 },
  )
})

test.each([
  ['a <b>bold</b> word', 'a <b>bold</b> word'],
  ['<B CLASS="x" onclick="evil()">b</B>', '<b>b</b>'],
  ['<script>evil()</script>after', 'after'],
  ['<script>evil()', ''],
  ['<style>*{}</style><!-- <b> -->x', 'x'],
  ['<img src=x onerror=evil()>', ''],
  ['<a href="javascript:evil()">link</a>', 'link'],
  ['<svg><p>a</p></svg>', '<p>a</p>'],
  ['1 < 2 > 0', '1 &lt; 2 &gt; 0'],
  ['&lt;b&gt; &amp; &nbsp;', '&lt;b&gt; &amp; &nbsp;'],
  ['<b title="<i>">x</b>', '&lt;b title="<i>"&gt;x</b>'],
  ['<br/><br />', '<br><br>'],
  ['<<b>script>', '&lt;<b>script&gt;'],
  ['<scr<script></script>ipt>', ''],
])('%s is shown as %s', (markup, shown) => {
  expect(harmlessMarkup(markup)).toBe(shown)
})

test('nothing but plain elements is left of any markup', () => {
  const parts = fc.constantFrom(
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    '!--',
    '--',
    'script',
    'b',
    'a',
    'img',
    'onerror',
    'svg',
    '\n',
    '&lt;',
    '\0',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (some) => {
      const left = harmlessMarkup(some.join('')).replaceAll(/<\/?[a-z][a-z0-9]*>/g, (tag) => {
        expect(['<b>', '</b>']).toContain(tag)
        return ''
      })
      expect(left).not.toMatch(/[<>]/)
    }),
    { numRuns: 5000, seed: 1 },
  )
})
