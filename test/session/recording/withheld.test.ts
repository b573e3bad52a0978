// What lets somebody in stands in no line.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mintSecret } from '../../../src/session/secrets.ts'
import { Withheld } from '../../../src/session/recording/withheld.ts'

const secret = fc.string({
  unit: fc.constantFrom('a', 'B', '-', '_', '7'),
  minLength: 16,
  maxLength: 20,
})
const around = fc.string({ unit: fc.constantFrom('a', 'B', '-', '/', '"', '.'), maxLength: 20 })

test('none that was added stands in a line', () => {
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 8 }), around, (all, other) => {
      const withheld = new Withheld()
      for (const one of all) withheld.add(one)
      const line = withheld.without([other, ...all, ''].join(other))
      for (const one of all) expect(line).not.toContain(one)
    }),
  )
})

test('each has a number, the same in every line', () => {
  const withheld = new Withheld()
  const [first, second] = [mintSecret(), mintSecret()]
  for (const one of [first, second, first]) withheld.add(one)
  expect(withheld.without(`/d/${second} #session=a.${first} x${first}`)).toBe(
    '/d/hidden-2 #session=a.hidden-1 xhidden-1',
  )
})

test('a short one, or one of other letters, is replaced where it is a token', () => {
  const withheld = new Withheld()
  withheld.add('type')
  withheld.add('a token made up by hand')
  expect(withheld.without('{"type":"attach","token":"type"}')).toBe(
    '{"type":"attach","token":"hidden-1"}',
  )
  const frame = JSON.stringify({ token: 'a token made up by hand', type: 'x' })
  expect(withheld.without(JSON.stringify({ frame }))).toBe(
    JSON.stringify({ frame: JSON.stringify({ token: 'hidden-2', type: 'x' }) }),
  )
  expect(withheld.without('{"token":"another"}')).toBe('{"token":"another"}')
})

test('there is an end to how many can be withheld, and it is told', () => {
  const withheld = new Withheld(1)
  withheld.add('one')
  withheld.add('one')
  expect(withheld.isFull).toBe(false)
  withheld.add('two')
  expect([withheld.isFull, withheld.without('"token":"two"')]).toEqual([true, '"token":"two"'])
})
