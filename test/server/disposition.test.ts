// Under which name a download is saved, whatever it is called.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { disposition } from '../../src/server/disposition.ts'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

test.each([
  ['rows.csv', 'attachment; filename="rows.csv"'],
  ['my rows (1).csv', 'attachment; filename="my rows (1).csv"'],
  ['Zürich.txt', `attachment; filename="Z_rich.txt"; filename*=UTF-8''Z%C3%BCrich.txt`],
  ['数.txt', `attachment; filename="_.txt"; filename*=UTF-8''%E6%95%B0.txt`],
  ['a"b%20.txt', `attachment; filename="a_b_20.txt"; filename*=UTF-8''a%22b%2520.txt`],
  ["it's (ä)*", `attachment; filename="it's (_)*"; filename*=UTF-8''it%27s%20%28%C3%A4%29%2A`],
  ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
  ['C:\\a.txt', 'attachment; filename="C:_a.txt"'],
  ['a\r\nSet-Cookie: x', 'attachment; filename="aSet-Cookie: x"'],
  ['..', 'attachment; filename="download"'],
  ['', 'attachment; filename="download"'],
  ['a\ud800b', `attachment; filename="a_b"; filename*=UTF-8''a%EF%BF%BDb`],
])('%j', (name, header) => {
  expect(disposition(name)).toBe(header)
})

test('no name leads out of its header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(disposition(name)).toMatch(
        /^attachment; filename="[^"\\/\r\n]*"(; filename\*=UTF-8''[\w.!~%-]+)?$/,
      )
    }),
  )
})
