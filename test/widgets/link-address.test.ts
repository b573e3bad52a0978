import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkAddress } from '../../src/widgets/link-address.ts'

test.each([
  ['', true],
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['mailto:a@example.org', true],
  ['tel:+123', true],
  ['/reports/7', true],
  ['../up', true],
  ['#part', true],
  ['?page=2', true],
  ['//example.org', true],
  ['notes/10:30', true],
  ['javascript:alert(1)', false],
  ['JavaScript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['file:///etc/passwd', false],
  [7, false],
  [null, false],
])('%j may be an address: %s', (address, isRight) => {
  expect(linkAddress.accepts(address)).toBe(isRight)
})

test('what may be an address never leads to code, as the browser reads it', () => {
  const part = fc.constantFrom(
    'java',
    'script',
    ':',
    '\n',
    '\t',
    ' ',
    '\0',
    '/',
    '#',
    'a',
    'data',
    'http',
    '%0a',
    '\u00ad',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const address = parts.join('')
      if (!linkAddress.accepts(address) || !URL.canParse(address, 'https://here/')) return
      expect(new URL(address, 'https://here/').protocol).toMatch(/^https?:$/)
    }),
    { numRuns: 2000 },
  )
})
