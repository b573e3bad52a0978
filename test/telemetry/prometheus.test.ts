// The text format of Prometheus, version 0.0.4: names, help, labels, numbers, buckets.

import { expect, test } from 'vitest'
import type { Instrument } from '../../src/telemetry/instruments.ts'
import { prometheusName, prometheusText } from '../../src/telemetry/prometheus.ts'
import { Spread } from '../../src/telemetry/spread.ts'

const counter: Instrument = { kind: 'counter', unit: '{cup}', description: 'Cups.' }
const byWhom: Instrument = { ...counter, attribute: { name: 'cup.owner' } }

test.each<[string, Instrument['kind'], string, string]>([
  ['tea.cup.active', 'gauge', '{cup}', 'tea_cup_active'],
  ['tea.cup.opened', 'counter', '{cup}', 'tea_cup_opened_total'],
  ['tea.network.io', 'counter', 'By', 'tea_network_io_bytes_total'],
  ['tea.backlog', 'gauge', 'By', 'tea_backlog_bytes'],
  ['tea.flush.duration', 'histogram', 's', 'tea_flush_duration_seconds'],
])('%s, a %s of %s, is %s', (name, kind, unit, plain) => {
  expect(prometheusName(name, { kind, unit, description: '' })).toBe(plain)
})

test('a counter has its help, its kind and its value', () => {
  expect(prometheusText('tea.cups', counter, new Map([['', 3]]))).toBe(
    ['# HELP tea_cups_total Cups.', '# TYPE tea_cups_total counter', 'tea_cups_total 3', ''].join(
      '\n',
    ),
  )
})

test.each([
  ['plain', 'tea_cups_total{cup_owner="plain"} 1'],
  ['', 'tea_cups_total{cup_owner=""} 1'],
  ['say "when"', String.raw`tea_cups_total{cup_owner="say \"when\""} 1`],
  [String.raw`a\b`, String.raw`tea_cups_total{cup_owner="a\\b"} 1`],
  ['two\nlines', String.raw`tea_cups_total{cup_owner="two\nlines"} 1`],
  ['Zoë > 茶', 'tea_cups_total{cup_owner="Zoë > 茶"} 1'],
])('the attribute %j is written so that it can be read', (owner, line) => {
  expect(linesOf(prometheusText('tea.cups', byWhom, new Map([[owner, 1]]))).at(-1)).toBe(line)
})

test.each([
  [0, '0'],
  [1.5, '1.5'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
  [NaN, 'NaN'],
])('the value %d is written %s', (value, text) => {
  expect(linesOf(prometheusText('tea.cups', counter, new Map([['', value]]))).at(-1)).toBe(
    `tea_cups_total ${text}`,
  )
})

test('a description of two lines is one', () => {
  const described = { ...counter, description: 'Cups \\ mugs\nof tea.' }
  expect(linesOf(prometheusText('tea.cups', described, new Map()))[0]).toBe(
    String.raw`# HELP tea_cups_total Cups \\ mugs\nof tea.`,
  )
})

test('a bucket of a histogram holds those below it too', () => {
  const brewing: Instrument = { kind: 'histogram', unit: 's', description: 'Brewing.' }
  const spread = new Spread([0.5, 1, 2])
  for (const value of [0.25, 0.5, 0.75, 2, 4]) spread.add(value)
  expect(linesOf(prometheusText('tea.brewing', brewing, new Map([['', spread]])))).toEqual([
    '# HELP tea_brewing_seconds Brewing.',
    '# TYPE tea_brewing_seconds histogram',
    'tea_brewing_seconds_bucket{le="0.5"} 2',
    'tea_brewing_seconds_bucket{le="1"} 3',
    'tea_brewing_seconds_bucket{le="2"} 4',
    'tea_brewing_seconds_bucket{le="+Inf"} 5',
    'tea_brewing_seconds_sum 7.5',
    'tea_brewing_seconds_count 5',
  ])
})

test('a histogram with an attribute has it in front of the bound', () => {
  const brewing: Instrument = {
    kind: 'histogram',
    unit: 's',
    description: 'Brewing.',
    attribute: { name: 'tea.sort' },
  }
  const values = new Map([['green', new Spread([1])]])
  expect(linesOf(prometheusText('tea.brewing', brewing, values)).slice(2)).toEqual([
    'tea_brewing_seconds_bucket{tea_sort="green",le="1"} 0',
    'tea_brewing_seconds_bucket{tea_sort="green",le="+Inf"} 0',
    'tea_brewing_seconds_sum{tea_sort="green"} 0',
    'tea_brewing_seconds_count{tea_sort="green"} 0',
  ])
})

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n')
}
