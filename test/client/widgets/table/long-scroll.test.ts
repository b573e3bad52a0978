import { expect, test } from 'vitest'
import { LongScroll, MOST_HEIGHT } from '../../../../src/client/widgets/table/long-scroll.ts'

test('what is not too high scrolls as it is', () => {
  const scroll = new LongScroll()
  expect(scroll.fit(2_800_000, 400)).toBe(2_800_000)
  expect([scroll.isScaled, scroll.rowsAt(1234), scroll.scrollerAt(99.5)]).toEqual([
    false,
    1234,
    99.5,
  ])
})

test('the way of the scroller stands for the whole way, end to end', () => {
  const scroll = new LongScroll()
  expect(scroll.fit(280_000_000, 400)).toBe(MOST_HEIGHT)
  expect(scroll.rowsAt(0)).toBe(0)
  expect(scroll.rowsAt(MOST_HEIGHT - 400)).toBeCloseTo(280_000_000 - 400, 3)
})

test('a place in the rows is kept to the px, though the scroller has only whole ones', () => {
  const scroll = new LongScroll()
  scroll.fit(280_000_000, 400)
  for (const rows of [100, 128, 156]) {
    expect(scroll.rowsAt(Math.floor(scroll.scrollerAt(rows)))).toBe(rows)
  }
})

test('it does not go beyond the ends', () => {
  const scroll = new LongScroll()
  scroll.fit(280_000_000, 400)
  expect(scroll.scrollerAt(-5)).toBe(0)
  expect(scroll.scrollerAt(Infinity)).toBeCloseTo(MOST_HEIGHT - 400, 3)
})

test('rows that became fewer scroll as they are again', () => {
  const scroll = new LongScroll()
  scroll.fit(280_000_000, 400)
  scroll.scrollerAt(140_000_000)
  scroll.fit(28_000, 400)
  expect(scroll.rowsAt(300)).toBe(300)
})
