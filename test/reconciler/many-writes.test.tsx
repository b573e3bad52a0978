// Many writes before a flush cost what follows a signal next to nothing: it is read when it is wanted.

import { expect, test } from 'vitest'
import { computed, Label, Slider, signal } from 'treewire'
import { Watching } from '../reactive/watching.ts'
import { column, stateOf, texts } from './column.tsx'

test('a computed signal that a prop is given computes once for a thousand writes in one turn', async () => {
  const source = signal(0)
  let runs = 0
  const double = computed(() => {
    runs++
    return source.value * 2
  })
  const screen = column(<Slider max={10_000} value={double} />)
  runs = 0
  for (let at = 1; at <= 1000; at++) source.value = at
  expect(runs).toBe(1)
  await screen.settled()
  expect(runs).toBe(2)
  expect(stateOf(screen.find({ type: 'Slider' }), 'value')).toBe(2000)
  source.value = 7
  await screen.settled()
  expect(stateOf(screen.find({ type: 'Slider' }), 'value')).toBe(14)
})

test('a signal that a hundred props follow is written a thousand times, and each of them tells once', async () => {
  const watching = new Watching()
  const source = watching.signal('source', 'a')
  const screen = column(Array.from({ length: 100 }, () => <Label text={source} />))
  for (const round of ['x', 'y', 'z']) {
    for (let at = 1; at <= 1000; at++) source.value = `${round}${at}`
    expect(watching.now).toEqual(['source'])
    await screen.settled()
    expect(new Set(texts(screen))).toEqual(new Set([`${round}1000`]))
    expect(screen.take().length).toBe(100)
  }
  screen.unmount()
  expect(watching.now).toEqual([])
})
