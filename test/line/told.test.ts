import { expect, test } from 'vitest'
import { Told } from '../../src/line/told.ts'

function told(count: number): Told {
  const told = new Told()
  for (let at = 1; at <= count; at++) told.keep((seq) => `m${seq}`)
  return told
}

const texts = (told: Told, seq: number) => told.after(seq).map(({ text }) => text)

test('what is told is numbered from 1 on, and kept until it is heard', () => {
  const six = told(6)
  expect([six.last, texts(six, 0)]).toEqual([6, ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']])
  six.heard(3)
  expect(texts(six, 0)).toEqual(['m4', 'm5', 'm6'])
  expect(texts(six, 4)).toEqual(['m5', 'm6'])
})

test.each([
  ['nothing new', 0, ['m1', 'm2']],
  ['all', 2, []],
  ['more than was told', 9, []],
])('a server that has heard %s', (_what, count, rest) => {
  const two = told(2)
  two.heard(count)
  expect(texts(two, 0)).toEqual(rest)
})

test.each([
  [3, 0, [0, 1, 2, 3]],
  [3, 2, [2, 3]],
  [3, 3, [3]],
  [0, 0, [0]],
])('of %i told and %i heard, these can be followed: %j', (count, heard, known) => {
  const some = told(count)
  some.heard(heard)
  expect([-1, 0, 1, 2, 3, 4].filter((one) => some.follows(one))).toEqual(known)
})

test('its size is that of what is kept, bytes with it', () => {
  const some = new Told()
  some.keep(() => 'abc')
  some.keep(() => 'de', new ArrayBuffer(100))
  expect(some.size).toBe(105)
  some.heard(1)
  expect(some.size).toBe(102)
  some.heard(2)
  expect(some.size).toBe(0)
})

test('begun anew, it counts on from where the server says', () => {
  const some = told(5)
  some.restart(40)
  expect([some.size, texts(some, 0), some.keep(String).seq]).toEqual([0, [], 41])
})

test('what is not kept has a number all the same', () => {
  const some = told(2)
  some.heard(2)
  expect([some.pass(), some.last, texts(some, 0)]).toEqual([3, 3, []])
})

test('10,000 messages are not too many, one more is', () => {
  const many = told(10_000)
  expect(many.isFull).toBe(false)
  many.keep(String)
  expect(many.isFull).toBe(true)
  many.heard(1)
  expect(many.isFull).toBe(false)
})

test('16 MiB are not too much, one byte more is', () => {
  const much = new Told()
  much.keep(() => '', new ArrayBuffer(16 * 1024 * 1024))
  expect(much.isFull).toBe(false)
  much.keep(() => 'x')
  expect(much.isFull).toBe(true)
})
