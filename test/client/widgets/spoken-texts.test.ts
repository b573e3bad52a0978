import { expect, test } from 'vitest'
import { SpokenTexts } from '../../../src/client/widgets/spoken-texts.ts'

test('agreed is what the server has heard last', () => {
  const texts = new SpokenTexts()
  texts.told('a', 1)
  texts.told('ab', 2)
  texts.told('abc', 5)
  expect([texts.agreed, texts.areHeard]).toEqual(['', false])
  texts.heard(4)
  expect([texts.agreed, texts.areHeard]).toEqual(['ab', false])
  texts.heard(5)
  expect([texts.agreed, texts.areHeard]).toEqual(['abc', true])
})

test('or what it has said since', () => {
  const texts = new SpokenTexts()
  texts.told('a', 1)
  texts.heard(1)
  texts.said('b')
  texts.heard(1)
  expect([texts.agreed, texts.areHeard]).toEqual(['b', true])
})

test('to ask changes nothing', () => {
  const texts = new SpokenTexts()
  texts.told('a', 1)
  expect([texts.areHeard, texts.areHeard, texts.agreed]).toEqual([false, false, ''])
})
