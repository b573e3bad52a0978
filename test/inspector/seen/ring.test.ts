// The newest of what comes.

import { expect, test } from 'vitest'
import { Ring } from '../../../src/inspector/seen/ring.ts'

test('the oldest give way to the newest', () => {
  const ring = new Ring<number>({ most: 2 })
  expect([1, 2, 3, 4].map((item) => ring.add(item))).toEqual([[], [], [1], [2]])
  expect(ring.items).toEqual([3, 4])
})

test('what is heavy takes the room of several', () => {
  const ring = new Ring<string>({ most: 9, mostWeight: 5, weightOf: ({ length }) => length })
  for (const item of ['a', 'bb', 'cc']) ring.add(item)
  expect(ring.add('dddd')).toEqual(['a', 'bb', 'cc'])
  expect(ring.items).toEqual(['dddd'])
})

test('the newest is kept, whatever it weighs', () => {
  const ring = new Ring<string>({ most: 9, mostWeight: 2, weightOf: ({ length }) => length })
  expect(ring.add('too heavy')).toEqual([])
  expect(ring.add('b')).toEqual(['too heavy'])
})
