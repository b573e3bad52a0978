// What is hidden cannot be read, however it comes up.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Disguises } from '../../../src/session/recording/disguises.ts'

/** Every one of these becomes `x` or `*`, so no disguise is by chance what another one hides. */
const text = fc.string({ unit: fc.constantFrom('ä', 'ö', 'ü', '-', '"'), maxLength: 24 })
const texts = fc.array(text, { minLength: 1, maxLength: 8 })

/** What must be replaced: a hidden text of 4 units or more, and each part of 8 of a longer one. */
function partsOf(hidden: string): string[] {
  if (hidden.length <= 8) return hidden.length < 4 ? [] : [hidden]
  return Array.from({ length: hidden.length - 7 }, (_, at) => hidden.slice(at, at + 8))
}

test('whatever is hidden stands in no text, nor does a part of it of 8 units', () => {
  fc.assert(
    fc.property(texts, text, text, fc.nat(), (all, before, behind, choice) => {
      const disguises = new Disguises()
      for (const one of all) disguises.hide(one)
      const said = disguises.in(before + all[choice % all.length]! + behind)
      const quoted = disguises.in(JSON.stringify(before + all[choice % all.length]! + behind))
      for (const part of all.flatMap(partsOf)) {
        expect(said).not.toContain(part)
        expect(quoted).not.toContain(JSON.stringify(part).slice(1, -1))
      }
    }),
  )
})

test('nothing else is replaced, and all keeps its length', () => {
  fc.assert(
    fc.property(texts, text, (all, said) => {
      const disguises = new Disguises()
      // Without quotes: what JSON writes in place of them is hidden too.
      const hidden = all.map((one) => one.replaceAll('"', ''))
      for (const one of hidden) disguises.hide(one)
      fc.pre(!hidden.includes(said))
      const covered = coveredIn(said, hidden.flatMap(partsOf))
      const wanted = said.replaceAll(/./g, (unit, at: number) => {
        return covered.has(at) ? disguises.of(unit) : unit
      })
      expect(disguises.in(said)).toBe(wanted)
    }),
  )
})

function coveredIn(said: string, parts: readonly string[]): Set<number> {
  const covered = new Set<number>()
  for (const part of parts) {
    for (let at = said.indexOf(part); at >= 0; at = said.indexOf(part, at + 1)) {
      for (let unit = at; unit < at + part.length; unit++) covered.add(unit)
    }
  }
  return covered
}

/** The texts that one becomes, edit by edit. */
const growing = fc
  .array(
    fc.record({
      from: fc.nat({ max: 30 }),
      length: fc.nat({ max: 2 }),
      insert: fc.string({ unit: fc.constantFrom('ä', 'ö', 'ü', '-', '"'), maxLength: 2 }),
    }),
    { maxLength: 30 },
  )
  .map((edits) => {
    const all = ['äöü-äö"üä-ä']
    for (const { from, length, insert } of edits) {
      const before = all.at(-1)!
      all.push(before.slice(0, from) + insert + before.slice(from + length))
    }
    return all
  })

test('a text that grows and shrinks is hidden as each text by itself', () => {
  fc.assert(
    fc.property(growing, text, (all, other) => {
      const [changed, each] = [new Disguises(), new Disguises()]
      let before = ''
      for (const one of all) {
        changed.hideChange(before, one)
        each.hide(one)
        before = one
      }
      for (const said of [...all, other, ...all.map((one) => `${other}${one}${other}`)]) {
        expect(hiddenIn(changed, said)).toEqual(hiddenIn(each, said))
      }
    }),
  )
})

/** Where something is replaced. */
function hiddenIn(disguises: Disguises, said: string): number[] {
  const masked = disguises.in(said)
  return said.split('').flatMap((unit, at) => (masked[at] === unit ? [] : [at]))
}

test('a text has the same disguise wherever it stands, and behind one that ends there', () => {
  const disguises = new Disguises()
  const short = disguises.hide('hunter2')
  const long = disguises.hide('correct horse battery')
  expect(short).toMatch(/^[a-z]{6}\d$/)
  expect(long).toMatch(/^[a-z]{7}\*[a-z]{5}\*[a-z]{7}$/)
  expect(disguises.in('It is correct horse battery, hunter2hunter2')).toBe(
    `It is ${long}, ${short}${short}`,
  )
})

test('a text of less than 4 units is replaced where nothing stands beside it', () => {
  const disguises = new Disguises()
  const made = disguises.hide('Bo')
  expect([disguises.in('Bo'), disguises.in('Bob')]).toEqual([made, 'Bob'])
})

test('no letter and no digit stays as it is', () => {
  const disguises = new Disguises()
  for (const unit of ['a', 'Z', '0']) {
    expect(disguises.of(unit.repeat(2000))).not.toContain(unit)
  }
})

test('no disguise tells anything of another, and each recording has its own', () => {
  const disguises = new Disguises()
  const word = 'correct horse battery staple'
  const others = [
    disguises.of(`${word}s`).slice(0, -1),
    disguises.of(word, 1),
    new Disguises().of(word),
  ]
  for (const other of others) expect(other).not.toBe(disguises.of(word))
  expect(disguises.of(word)).toBe(disguises.of(word))
  expect(disguises.of('')).toBe('')
})

test('what is typed letter by letter takes a part for each letter', () => {
  const disguises = new Disguises(40)
  const long = 'It was a dark and stormy night; the rain.'
  for (let end = 1; end <= 40; end++) disguises.hide(long.slice(0, end))
  expect(disguises.isFull).toBe(false)
  disguises.hide(`${long}!!`)
  expect(disguises.isFull).toBe(true)
})
