// Processes as the tables of the monitor show them.

import { expect, test } from 'vitest'
import { busiest, filtered, rowsOf } from '../../../examples/monitor/process-rows.ts'
import { processOf } from './fake-machine.ts'

const all = [
  processOf(300, 'editor', 3.04),
  processOf(1, 'init', 0.5),
  { ...processOf(20, 'database', 12.27), user: 'bob', command: '/usr/bin/database --port 80' },
]

const pids = (rows: readonly { readonly pid: number }[]): number[] => rows.map(({ pid }) => pid)

test.each([
  ['', [300, 1, 20]],
  ['  ', [300, 1, 20]],
  ['EDIT', [300]],
  ['bob', [20]],
  ['--port', [20]],
  ['30', [300]],
  ['nobody', []],
])('the filter %j finds %j', (text, found) => {
  expect(pids(filtered(all, text))).toEqual(found)
})

test('rows come in the order of their numbers, so that none has to move', () => {
  expect(pids(rowsOf(all))).toEqual([1, 20, 300])
})

test('figures come in steps that can be seen', () => {
  const [row] = rowsOf([{ ...all[0]!, cpu: 3.04, memory: 1_234_567 }])
  expect(row).toMatchObject({ cpu: 3, memory: 1_228_800 })
})

test('a figure that is missing stays missing', () => {
  const [row] = rowsOf([{ ...all[0]!, cpu: null, memory: null }])
  expect(row).toMatchObject({ cpu: null, memory: null })
})

test('the busiest come first, those without a figure last', () => {
  expect(
    pids(busiest([{ ...processOf(7, 'new', 0), cpu: null, memory: null }, ...all], 3)),
  ).toEqual([20, 300, 1])
})
