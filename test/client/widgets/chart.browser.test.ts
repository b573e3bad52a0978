import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, ready } from '../harness.ts'
import { expectAccessible, type Shown, shown } from './shown.ts'

await ready('Chart')

const two = [
  { name: 'up', data: [1, 2, 3, 4], color: 'rgb(0, 200, 0)' },
  { name: 'down', data: [4, 3, 2, 1], color: 'rgb(200, 0, 0)' },
]
const GREEN = [0, 200, 0] as const
const RED = [200, 0, 0] as const
const BLUE = [0, 0, 200] as const

/** However slow the machine is. */
const patient = { timeout: 10_000 }

type Color = readonly [red: number, green: number, blue: number]

/** 400 by 200 px, drawn. The first one fetches what draws. */
async function chart(options: { readonly [name: string]: Json }): Promise<Shown> {
  const here = shown([], 'Chart', options)
  here.element.style.cssText = 'inline-size: 400px; block-size: 200px'
  await expect.poll(() => here.element.querySelector('canvas'), patient).toBeTruthy()
  return here
}

/** How many px of the drawing have just this colour. */
function count(here: Shown, color: Color): number {
  const canvas = here.find('canvas')
  const { width, height } = canvas
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
  let found = 0
  for (let at = 0; at < data.length; at += 4) {
    if (color.every((part, offset) => data[at + offset] === part) && data[at + 3] === 255) found++
  }
  return found
}

/** A token of the theme as it is seen now. */
function token(here: Shown, name: string): Color {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  here.root.append(probe)
  const [red, green, blue] = getComputedStyle(probe).color.match(/\d+/g)!.map(Number)
  probe.remove()
  return [red!, green!, blue!]
}

const legend = (here: Shown) => [
  ...here.element.querySelectorAll<HTMLElement>('.tw-chart-legend-item'),
]
const summary = (here: Shown) => here.find('.tw-chart-summary').textContent
const tooltip = (here: Shown) => here.element.querySelector('.tw-chart-tooltip')
const isSeen = (element: Element | null) =>
  element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false

test.each(['line', 'area', 'bar'])(
  'a chart of type %s is drawn in the colours of its series',
  async (type) => {
    const here = await chart({ type, series: two })
    await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(20)
    expect(count(here, RED)).toBeGreaterThan(20)
  },
)

test('a pie is drawn in the colours of the theme, and its legend tells the values', async () => {
  const data = [
    { name: 'a', value: 1 },
    { name: 'b', value: 3 },
  ]
  const here = await chart({ type: 'pie', series: [{ name: 'pie', data }] })
  await expect.poll(() => count(here, token(here, '--tw-series-2')), patient).toBeGreaterThan(1000)
  expect(legend(here).map(({ textContent }) => textContent)).toEqual(['a1', 'b3'])
  here.calls(['set_points', [[0, 1, 5]]])
  await expect.poll(() => legend(here)[1]!.textContent, patient).toBe('b5')
})

test('calls made before it can draw count, in their order', async () => {
  const here = shown([], 'Chart', { series: [{ name: 'n', data: [1] }] })
  here.element.style.cssText = 'inline-size: 400px; block-size: 200px'
  here.calls(
    ['append', [[2, 3]]],
    ['set_points', [[0, 0, 7]]],
    ['append', [[4]], 3],
    ['replace_series', 1, { name: 'late', data: [9], color: 'rgb(0, 0, 200)' }],
  )
  expect(here.element.querySelector('canvas')).toBeNull()
  const said = 'n: last 4, lowest 2, highest 4. late: last 9, lowest 9, highest 9.'
  await expect.poll(() => summary(here), patient).toBe(`Line chart. ${said}`)
  await expect
    .poll(() => here.element.querySelector('canvas') && count(here, BLUE))
    .toBeGreaterThan(5)
})

test('a window that slides by appends shows the last points', async () => {
  const here = await chart({ window: 3, series: [{ name: 'n', data: [9, 1, 2, 3] }] })
  expect(summary(here)).toContain('lowest 1, highest 3')
  here.calls(['append', [[8]]])
  await expect.poll(() => summary(here), patient).toContain('last 8, lowest 2, highest 8')
})

test('it follows light and dark at once', async () => {
  const here = await chart({ series: [{ name: 'n', data: [1, 5, 1] }] })
  here.root.dataset['theme'] = 'light'
  const light = token(here, '--tw-series-1')
  await expect.poll(() => count(here, light), patient).toBeGreaterThan(20)
  here.root.dataset['theme'] = 'dark'
  const dark = token(here, '--tw-series-1')
  expect(dark).not.toEqual(light)
  await expect.poll(() => count(here, dark), patient).toBeGreaterThan(20)
  expect(count(here, light)).toBe(0)
})

test('it is as large as its box', async () => {
  const here = await chart({ series: two })
  const canvas = () => here.find('canvas').getBoundingClientRect()
  expect([canvas().width, canvas().height]).toEqual([400, here.find('.tw-chart-plot').offsetHeight])
  here.calls(['resize', 300, 250])
  await expect.poll(() => canvas().width, patient).toBe(300)
  expect(here.element.offsetHeight).toBe(250)
  expect(here.element.scrollHeight).toBe(250)
})

test('one that is out of sight is drawn when it comes into sight', async () => {
  const here = shown([], 'Chart', { series: two })
  here.calls(['hide'])
  await vi.dynamicImportSettled()
  here.calls(['append', [[5], [6]]])
  expect(here.element.querySelector('canvas')).toBeNull()
  here.calls(['show'])
  await expect.poll(() => here.element.querySelector('canvas'), patient).toBeTruthy()
})

describe('beside the mouse', () => {
  test('stand the values of the place under it', async () => {
    const here = await chart({
      series: two,
      labels: ['a', 'b', '<b>c</b>', 'd'],
      format: 'bytes',
      unit: '/s',
    })
    const { offsetWidth, offsetHeight } = here.find('.tw-chart-plot')
    const position = { x: offsetWidth * 0.68, y: offsetHeight / 2 }
    await userEvent.hover(here.find('canvas'), { position })
    await expect.poll(() => tooltip(here)?.textContent, patient).toBe('<b>c</b>up3 B/sdown2 B/s')
    here.calls(['set_points', [[0, 2, 8]]])
    await expect.poll(() => tooltip(here)?.textContent, patient).toBe('<b>c</b>up8 B/sdown2 B/s')
  })

  test('stands the time, where points have one', async () => {
    const noon = new Date(2025, 0, 1, 12, 0, 0).getTime()
    const data = [0, 1, 2].map((at) => [noon + at * 1000, at])
    const here = await chart({ type: 'area', series: [{ name: 'n', data }] })
    const { offsetWidth } = here.find('.tw-chart-plot')
    await userEvent.hover(here.find('canvas'), { position: { x: offsetWidth / 2, y: 60 } })
    await expect.poll(() => tooltip(here)?.textContent, patient).toBe('12:00:01n1')
  })

  test('stands what is there, however points move under it', async () => {
    const noon = new Date(2025, 0, 1, 12, 0, 0).getTime()
    const data = [0, 1, 2, 3, 4, 5].map((at) => [noon + at * 1000, at])
    const part = [noon + 1000, noon + 3000]
    const series = [{ name: 'n', data }]
    const here = await chart({ series, window: 6, zoomable: true, visible_range: part })
    const { offsetWidth } = here.find('.tw-chart-plot')
    await userEvent.hover(here.find('canvas'), { position: { x: offsetWidth / 2, y: 60 } })
    await expect.poll(() => tooltip(here)?.textContent, patient).toBe('12:00:02n2')
    here.calls(['append', [[[noon + 6000, 6]]]], ['set_points', [[0, 1, 7]]])
    await expect.poll(() => tooltip(here)?.textContent, patient).toBe('12:00:02n7')
    await userEvent.unhover(here.find('canvas'))
    await expect.poll(() => isSeen(tooltip(here)), patient).toBe(false)
    here.calls(['append', [[[noon + 7000, 9]]]])
    await expect.poll(() => summary(here), patient).toContain('last 9')
    expect(isSeen(tooltip(here))).toBe(false)
  })
})

describe('the legend', () => {
  test('hides a series, and shows it again, by mouse and keyboard', async () => {
    const here = await chart({ series: two })
    await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(20)
    await userEvent.click(legend(here)[0]!)
    await expect.poll(() => count(here, GREEN), patient).toBe(0)
    expect(legend(here)[0]!.ariaPressed).toBe('false')
    expect(count(here, RED)).toBeGreaterThan(20)
    await userEvent.keyboard(' ')
    await expect.poll(() => count(here, GREEN), patient).toBeGreaterThan(20)
  })

  test('is there for more than one, unless it is not wanted', async () => {
    const here = await chart({ series: two.slice(0, 1) })
    expect(legend(here)).toEqual([])
    here.calls(['set_series', two])
    await expect.poll(() => legend(here).length, patient).toBe(2)
    here.calls(['set_legend', false])
    await expect.poll(() => legend(here).length, patient).toBe(0)
  })
})

test('it has a name, and says in words what it shows', async () => {
  const here = await chart({ title: 'Load', series: two, type: 'area', format: 'percent' })
  const plot = here.find('.tw-chart-plot')
  expect([plot.role, plot.ariaLabel]).toEqual(['img', 'Test'])
  here.calls(['set_label', ''])
  expect(plot.ariaLabel).toBe('Load')
  const description = document.getElementById(plot.getAttribute('aria-describedby')!)
  expect(description?.textContent).toBe(summary(here))
  expect(summary(here)).toMatch(/^Area chart\. up: last 4%, lowest 1%, highest 4%\. down:/)
})

test('every look can be changed', async () => {
  const here = await chart({ series: two })
  here.calls(
    ['set_type', 'bar'],
    ['set_title', 'New'],
    ['set_stacked', true],
    ['set_min', -2],
    ['set_max', 10],
    ['set_format', 'duration'],
    ['set_unit', '!'],
    ['set_decimals', 0],
    ['set_smooth', true],
    ['set_window', 2],
    ['set_labels', ['a', 'b']],
    ['append_labels', ['c'], 2],
  )
  await expect.poll(() => summary(here), patient).toMatch(/^Bar chart\. up: last 4s!, lowest 3s!/)
  expect(here.find('.tw-chart-title').textContent).toBe('New')
  here.calls(['set_type', 'pie'])
  await expect.poll(() => summary(here), patient).toMatch(/^Pie chart/)
})

test('axe has nothing to say', async () => {
  const here = await chart({ title: 'Load', series: two.map(({ name, data }) => ({ name, data })) })
  await expect.poll(() => legend(here).length, patient).toBe(2)
  await userEvent.click(legend(here)[0]!)
  await expectAccessible(here)
})

test('nothing of it is against the strictest policy for styles', async () => {
  const written: string[] = []
  const setAttribute = vi.spyOn(Element.prototype, 'setAttribute')
  const here = await chart({ series: two })
  await userEvent.hover(here.find('canvas'), { position: { x: 200, y: 60 } })
  await expect.poll(() => tooltip(here), patient).toBeTruthy()
  for (const [name] of setAttribute.mock.calls) if (name === 'style') written.push(name)
  expect(written).toEqual([])
  expect(here.element.querySelector('style')).toBeNull()
})

test('after its end nothing is left, drawn or watched', async () => {
  const sizes = vi.spyOn(ResizeObserver.prototype, 'disconnect')
  const themes = vi.spyOn(MutationObserver.prototype, 'disconnect')
  const media = vi.spyOn(MediaQueryList.prototype, 'removeEventListener')
  const here = await chart({ series: two })
  const { element } = here
  here.calls(['append', [[5], [5]]])
  here.send(call(1, 'destroy'))
  expect([sizes, themes, media].map((spy) => spy.mock.calls.length > 0)).toEqual([true, true, true])
  expect(element.querySelector('canvas')).toBeNull()
  onTestFinished(() => element.remove())
  document.body.append(element)
  here.root.dataset['theme'] = 'dark'
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  expect(element.querySelector('canvas')).toBeNull()
})

test('one that ends before it could draw never draws', async () => {
  const here = shown([], 'Chart', { series: two })
  const { element } = here
  here.send(call(1, 'destroy'))
  document.body.append(element)
  onTestFinished(() => element.remove())
  await vi.dynamicImportSettled()
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  expect(element.querySelector('canvas')).toBeNull()
})
