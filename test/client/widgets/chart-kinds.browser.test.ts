// The kinds of charts that are fetched by themselves, and numbers that come as bytes.

import { beforeAll, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import type { Chart } from '../../../src/client/widgets/chart.ts'
import { ready } from '../harness.ts'
import { expectAccessible, type Shown, shown } from './shown.ts'

beforeAll(() => ready('Chart'))

/** However slow the machine is. */
const patient = { timeout: 10_000 }

type Color = readonly [red: number, green: number, blue: number]

const GREEN = 'rgb(0, 200, 0)'

/** 400 by 200 px, with a canvas. */
async function chart(options: { readonly [name: string]: Json }): Promise<Shown> {
  const here = shown(['zoomed'], 'Chart', options)
  here.element.style.cssText = 'inline-size: 400px; block-size: 200px'
  await expect.poll(() => here.element.querySelector('canvas'), patient).toBeTruthy()
  return here
}

/** How many px are of this colour, or so near that nobody sees it. */
function count(here: Shown, color: string): number {
  const probe = document.createElement('span')
  probe.style.color = color
  here.root.append(probe)
  const parts = getComputedStyle(probe).color.match(/\d+/g)!.map(Number) as unknown as Color
  probe.remove()
  const canvases = [...here.element.querySelectorAll('canvas')]
  return canvases.reduce((sum, canvas) => sum + countIn(canvas, parts), 0)
}

/** Some kinds are drawn on more canvases than one. */
function countIn(canvas: HTMLCanvasElement, color: Color): number {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
  let found = 0
  for (let at = 0; at < data.length; at += 4) {
    if (color.every((part, offset) => Math.abs(data[at + offset]! - part) <= 2)) found++
  }
  return found
}

const summary = (here: Shown) => here.find('.tw-chart-summary').textContent
const tooltip = (here: Shown) => here.element.querySelector('.tw-chart-tooltip')
const object = (here: Shown) => here.object(1) as Chart

const prices = [
  { time: 0, open: 5, high: 9, low: 4, close: 8 },
  { time: 60_000, open: 8, high: 9, low: 2, close: 3 },
  { time: 120_000, open: 3, high: 6, low: 2, close: 5 },
]

test('points stand where their numbers say, in the colour of their series', async () => {
  const data = Array.from({ length: 40 }, (_, at) => [at * 3, at % 7])
  const here = await chart({ type: 'scatter', series: [{ name: 'n', data, color: GREEN }] })
  await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(40)
  expect(summary(here)).toBe('Scatter chart. n: 40 points from 0 to 117, lowest 0, highest 6.')
})

test('one point is told of under the mouse', async () => {
  const series = [{ name: 'fish', data: [[5, 10]] }]
  const here = await chart({ type: 'scatter', series, min: 0, max: 20 })
  const plot = here.find('.tw-chart-plot')
  const middle = { x: plot.offsetWidth / 2, y: (plot.offsetHeight - 24 + 8) / 2 }
  await expect
    .poll(async () => {
      for (let x = middle.x; x < middle.x + 24; x += 4) {
        await userEvent.hover(plot, { position: { x, y: middle.y } })
        if (tooltip(here)) return tooltip(here)!.textContent
      }
      return undefined
    }, patient)
    .toBe('5fish10')
})

test('prices are drawn in the colours of rise and fall, and told whole', async () => {
  const here = await chart({ type: 'candlestick', series: [{ name: 'ACME', data: prices }] })
  await expect.poll(() => count(here, 'var(--tw-danger)'), patient).toBeGreaterThan(100)
  expect(count(here, 'var(--tw-success)')).toBeGreaterThan(10)
  const { offsetWidth } = here.find('.tw-chart-plot')
  await userEvent.hover(here.find('.tw-chart-plot'), {
    position: { x: offsetWidth / 2 + 8, y: 60 },
  })
  await expect
    .poll(() => tooltip(here)?.textContent, patient)
    .toContain('ACME open8ACME high9ACME low2ACME close3')
})

test('a series of another type stands among them', async () => {
  const average = {
    name: 'average',
    type: 'line',
    color: GREEN,
    data: [
      [0, 5],
      [120_000, 5],
    ],
  }
  const here = await chart({
    type: 'candlestick',
    series: [{ name: 'ACME', data: prices }, average],
  })
  await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(20)
  await expect.poll(() => count(here, 'var(--tw-danger)'), patient).toBeGreaterThan(100)
})

test('a heatmap shades its cells, and says what the shades stand for', async () => {
  const series = [
    { name: 'Mon', data: [0, 5] },
    { name: 'Tue', data: [null, 10] },
  ]
  const here = await chart({ type: 'heatmap', series, labels: ['am', 'pm'], unit: ' °C' })
  await expect.poll(() => count(here, 'var(--tw-series-1)'), patient).toBeGreaterThan(1000)
  expect(here.find('.tw-chart-ramp').textContent).toBe('0 °C10 °C')
  expect(summary(here)).toBe('Heatmap. 2 rows. Lowest 0 °C at Mon, am; highest 10 °C at Tue, pm.')
  await userEvent.hover(here.find('.tw-chart-plot'), { position: { x: 300, y: 40 } })
  await expect.poll(() => tooltip(here)?.textContent, patient).toBe('pmMon5 °C')
  here.calls(['set_legend', false])
  await expect.poll(() => here.find('.tw-chart-ramp').hidden, patient).toBe(true)
})

test('a heatmap follows light and dark at once', async () => {
  const here = await chart({ type: 'heatmap', series: [{ name: 'Mon', data: [0, 5] }] })
  here.root.dataset['theme'] = 'dark'
  await expect.poll(() => count(here, 'var(--tw-series-1)'), patient).toBeGreaterThan(1000)
  here.root.dataset['theme'] = 'light'
  await expect.poll(() => count(here, 'var(--tw-series-1)'), patient).toBeGreaterThan(1000)
})

test('a gauge shows the last value of each series', async () => {
  const series = [{ name: 'CPU', data: [10, 90], color: GREEN }]
  const here = await chart({ type: 'gauge', series, format: 'percent' })
  await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(500)
  const before = count(here, GREEN)
  expect(summary(here)).toBe('Gauge. CPU: 90% on a scale from 0% to 100%.')
  here.calls(['set_points', [[0, 1, 20]]])
  await expect.poll(() => count(here, GREEN), patient).toBeLessThan(before / 2)
})

test('one kind may become any other', async () => {
  const here = await chart({
    type: 'gauge',
    series: [
      {
        name: 'n',
        data: [
          [1, 5],
          [2, 8],
        ],
        color: GREEN,
      },
    ],
  })
  for (const type of ['line', 'heatmap', 'scatter', 'pie', 'bar', 'gauge', 'candlestick', 'area']) {
    here.calls(['set_type', type])
    const words = new RegExp(`^${type}`, 'i')
    await expect.poll(() => summary(here), patient).toMatch(words)
  }
  await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(20)
})

test('axe has nothing to say of any of them', async () => {
  for (const type of ['scatter', 'candlestick', 'heatmap', 'gauge']) {
    const here = await chart({ type, title: type, series: [{ name: 'n', data: [1, 2] }] })
    await expect.poll(() => summary(here), patient).toMatch(/./)
    await expectAccessible(here)
    here.dispose()
  }
})

test('the span of the axis stays when old points go', async () => {
  const here = await chart({ span: 60_000, series: [{ name: 'n', data: [[0, 5]], color: GREEN }] })
  here.calls([
    'append',
    [
      [
        [30_000, 5],
        [60_000, 5],
      ],
    ],
  ])
  await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(300)
  here.calls([
    'set_series',
    [
      {
        name: 'n',
        color: GREEN,
        data: [
          [600_000, 5],
          [630_000, 5],
        ],
      },
    ],
  ])
  await expect.poll(() => count(here, GREEN), patient).toBeLessThan(400)
  await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(150)
})

describe('numbers that come as bytes', () => {
  test('are drawn behind what is there', async () => {
    const here = await chart({ series: [{ name: 'n', data: [[0, 1]] }] })
    object(here).append_binary(new Float64Array([1000, 2, 2000, 7]))
    await expect.poll(() => summary(here), patient).toContain('last 7, lowest 1, highest 7')
    object(here).append_binary(new Float32Array([3000, 4]), [0], 2)
    await expect.poll(() => summary(here), patient).toContain('last 4, lowest 4, highest 7')
  })

  test('that fit no series are refused, and it goes on', async () => {
    const here = await chart({ series: [{ name: 'n', data: [[0, 1]] }] })
    expect(() => object(here).append_binary(new Float64Array(3))).toThrow('needs rows of 2 numbers')
    expect(() => object(here).append_binary(new ArrayBuffer(8))).toThrow('got plain bytes')
    object(here).append_binary(new Float64Array([1000, 2]))
    await expect.poll(() => summary(here), patient).toContain('last 2')
  })

  test('come over the wire with their type', async () => {
    const here = await chart({ series: [{ name: 'n', data: [[0, 1]] }] })
    const numbers = new Float64Array([1000, 2, 2000, 9])
    here.sendText(
      JSON.stringify({
        type: 'binary-call-chunked',
        wid: 1,
        method: 'append_binary',
        args: [],
        transfer_id: 1,
        num_chunks: 1,
        shape: [4],
        dtype: 'float64',
      }),
    )
    here.sendText(
      JSON.stringify({ type: 'binary-chunk', transfer_id: 1, chunk_index: 0, num_chunks: 1 }),
    )
    here.remote.receive(numbers.buffer)
    await expect.poll(() => summary(here), patient).toContain('last 9, lowest 1, highest 9')
  })

  test('draw once a frame, however many come', async () => {
    const here = await chart({ window: 50, series: [{ name: 'n', data: [[0, 1]] }] })
    const frames = vi.spyOn(window, 'requestAnimationFrame')
    for (let at = 1; at <= 1000; at++) object(here).append_binary(new Float64Array([at, at]))
    expect(frames.mock.calls.length).toBeLessThan(5)
    await expect.poll(() => summary(here), patient).toContain('last 1,000, lowest 951')
  })
})
