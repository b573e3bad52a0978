// The part of a chart that the user has chosen: by wheel, drag and keys; what is told of it; how it goes on.

import { beforeAll, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { expectAccessible, expectEvents, type Shown, shown } from './shown.ts'

beforeAll(() => ready('Chart'))

/** However slow the machine is. */
const patient = { timeout: 10_000 }

const data = Array.from({ length: 101 }, (_, at) => [at * 1000, at % 10])

/** 400 by 200 px over 100 seconds, drawn. */
async function chart(options: { readonly [name: string]: Json } = {}): Promise<Shown> {
  const series = [{ name: 'n', data }]
  const here = shown(['zoomed'], 'Chart', { series, zoomable: true, ...options })
  here.element.style.cssText = 'inline-size: 400px; block-size: 200px'
  await expect.poll(() => here.element.querySelector('canvas'), patient).toBeTruthy()
  await new Promise(requestAnimationFrame)
  return here
}

const plot = (here: Shown) => here.find('.tw-chart-plot')
const reset = (here: Shown) => here.find('.tw-chart-reset')

type Range = readonly [number, number] | null

/** The newest that was told, however often. */
async function told(here: Shown): Promise<Range> {
  let last: Range | undefined
  await expect
    .poll(() => {
      for (const message of here.sent()) {
        if (message.type === 'callback' && message.action === 'zoomed')
          last = message.args?.[0] as Range
      }
      return last
    }, patient)
    .toBeDefined()
  return last!
}

function wheel(here: Shown, init: WheelEventInit): boolean {
  const { left, top, width } = plot(here).getBoundingClientRect()
  const event = new WheelEvent('wheel', {
    clientX: left + width / 2,
    clientY: top + 50,
    cancelable: true,
    bubbles: true,
    ...init,
  })
  here.find('canvas').dispatchEvent(event)
  return event.defaultPrevented
}

const width = (range: Range) => range![1] - range![0]

test('the wheel shows less, round the pointer, and more', async () => {
  const here = await chart()
  expect(wheel(here, { deltaY: -100 })).toBe(true)
  const near = await told(here)
  expect(width(near)).toBeCloseTo(80_000, -2)
  expect(near![0]).toBeGreaterThan(5000)
  expect(near![1]).toBeLessThan(95_000)
  wheel(here, { deltaY: 100 })
  expect(await told(here)).toBeNull()
})

test('ten small steps of a touchpad are one of the wheel, and lines are notches', async () => {
  const here = await chart()
  for (let step = 0; step < 10; step++) wheel(here, { deltaY: -10 })
  expect(width(await told(here))).toBeCloseTo(80_000, -2)
  wheel(here, { deltaY: -3, deltaMode: WheelEvent.DOM_DELTA_LINE })
  expect(width(await told(here))).toBeCloseTo(64_000, -2)
})

test.each([{ deltaY: 100 }, { deltaX: 100 }])(
  'where all is shown the page goes on with %j',
  async (init) => {
    const here = await chart()
    expect(wheel(here, init)).toBe(false)
    wheel(here, { deltaY: -100 })
    expect(wheel(here, init)).toBe(true)
  },
)

test('the wheel sideways, or with Shift, goes along', async () => {
  const here = await chart({ visible_range: [40_000, 60_000] })
  wheel(here, { deltaX: 100 })
  expect(await told(here)).toEqual([44_000, 64_000])
  wheel(here, { deltaY: -100, shiftKey: true })
  expect(await told(here)).toEqual([40_000, 60_000])
})

test('a drag takes the axis along', async () => {
  const here = await chart({ visible_range: [40_000, 60_000] })
  const canvas = here.find('canvas')
  await userEvent.dragAndDrop(canvas, canvas, {
    sourcePosition: { x: 300, y: 60 },
    targetPosition: { x: 200, y: 60 },
  })
  const range = await told(here)
  expect(width(range)).toBeCloseTo(20_000, 5)
  expect(range![0]).toBeGreaterThan(44_000)
  expect(range![0]).toBeLessThan(48_000)
})

test('two fingers spread it', async () => {
  const here = await chart()
  const { left } = plot(here).getBoundingClientRect()
  const touch = (type: string, pointerId: number, x: number) =>
    plot(here).dispatchEvent(new PointerEvent(type, { pointerId, clientX: left + x, button: 0 }))
  plot(here).setPointerCapture = () => {}
  touch('pointerdown', 7, 180)
  touch('pointerdown', 8, 220)
  touch('pointermove', 8, 260)
  const range = await told(here)
  expect(width(range)).toBeCloseTo(50_000, -2)
  touch('pointerup', 7, 180)
  touch('pointerup', 8, 260)
})

describe('by keys', () => {
  test('+ and − show less and more, arrows go along, 0 shows all', async () => {
    const here = await chart()
    plot(here).focus()
    await userEvent.keyboard('++')
    expect(await told(here)).toEqual([18_000, 82_000])
    await userEvent.keyboard('-')
    expect(await told(here)).toEqual([10_000, 90_000])
    await userEvent.keyboard('{ArrowRight}')
    expect(await told(here)).toEqual([20_000, 100_000])
    await userEvent.keyboard('{ArrowLeft}')
    expect(await told(here)).toEqual([4000, 84_000])
    await userEvent.keyboard('0')
    expect(await told(here)).toBeNull()
  })

  test('Escape shows all, and where all is shown it is for others', async () => {
    const here = await chart({ visible_range: [40_000, 60_000] })
    const seen: boolean[] = []
    here.root.addEventListener('keydown', (event) => seen.push(event.defaultPrevented))
    plot(here).focus()
    await userEvent.keyboard('{Escape}')
    expect(await told(here)).toBeNull()
    await userEvent.keyboard('{Escape}')
    expect(seen).toEqual([false])
  })
})

test('a button shows all again, while not all is shown', async () => {
  const here = await chart()
  expect(reset(here).hidden).toBe(true)
  here.calls(['set_visible_range', [40_000, 60_000]])
  await expect.poll(() => reset(here).hidden, patient).toBe(false)
  await userEvent.click(reset(here))
  expect(await told(here)).toBeNull()
  await expect.poll(() => reset(here).hidden, patient).toBe(true)
  expect(document.activeElement).toBe(plot(here))
})

test('a double click shows all again', async () => {
  const here = await chart({ visible_range: [40_000, 60_000] })
  await userEvent.dblClick(here.find('canvas'))
  expect(await told(here)).toBeNull()
})

test('what the server chooses is not told', async () => {
  const here = await chart()
  here.calls(['set_visible_range', [40_000, 60_000]])
  await expect.poll(() => reset(here).hidden, patient).toBe(false)
  expect(here.sent()).toEqual([])
  await userEvent.click(reset(here))
  await expectEvents(here, ['zoomed(null)'])
})

test('seen at the end it goes on with new points, seen elsewhere it stays', async () => {
  const here = await chart({ visible_range: [80_000, 100_000] })
  here.calls(['append', [[[110_000, 5]]]])
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  plot(here).focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(await told(here)).toEqual([86_000, 106_000])
  here.calls(['append', [[[200_000, 5]]]])
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  await userEvent.keyboard('{ArrowRight}')
  expect(await told(here)).toEqual([90_000, 110_000])
})

test('bars are chosen whole, by their places', async () => {
  const series = [{ name: 'n', data: [1, 2, 3, 4, 5, 6, 7, 8] }]
  const here = await chart({ type: 'bar', series, labels: 'abcdefgh'.split('') })
  plot(here).focus()
  await userEvent.keyboard('+')
  expect(await told(here)).toEqual([0.3, 6.7].map((end) => expect.closeTo(end, 5)))
})

test('one that cannot be zoomed leaves wheel, keys and drags alone', async () => {
  const here = await chart({ zoomable: false })
  expect(wheel(here, { deltaY: -100 })).toBe(false)
  expect([plot(here).hasAttribute('tabindex'), plot(here).role]).toEqual([false, 'img'])
  here.calls(['set_zoomable', true])
  expect([plot(here).tabIndex, plot(here).role]).toEqual([0, 'application'])
  expect(plot(here).ariaKeyShortcuts).toBe('Plus - ArrowLeft ArrowRight 0')
  expect(wheel(here, { deltaY: -100 })).toBe(true)
})

test('a pie has nothing to zoom', async () => {
  const here = await chart({ type: 'pie', series: [{ name: 'n', data: [1, 2] }] })
  expect(wheel(here, { deltaY: -100 })).toBe(false)
})

test('axe has nothing to say', async () => {
  const here = await chart({ visible_range: [40_000, 60_000], title: 'Load' })
  await expect.poll(() => reset(here).hidden, patient).toBe(false)
  await expectAccessible(here)
})
