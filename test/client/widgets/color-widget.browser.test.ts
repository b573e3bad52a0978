import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { create, page, ready } from '../harness.ts'
import { events, expectAccessible, shown } from './shown.ts'

await ready('ColorWidget')

function chooser(options: Json = {}) {
  const here = shown(['pick'], 'ColorWidget', options)
  return {
    ...here,
    area: here.find('.tw-color-area'),
    thumb: here.find('.tw-color-thumb'),
    hue: here.find('input.tw-color-hue') as HTMLInputElement,
    hex: here.find('.tw-color-hex input') as HTMLInputElement,
    swatch: (name: string) => here.find(`.tw-color-swatch[aria-label="${name}"]`),
    told: () => events(here.sent()),
  }
}

test.each([
  [{}, '#ff0000'],
  [{ color: '#36C' }, '#3366cc'],
  [{ color: 'rgb(1, 2, 3)' }, '#010203'],
])('made with %j its colour is %s', (options, color) => {
  const here = chooser(options)
  expect([here.answer('get_color'), here.hex.value]).toEqual([color, color])
})

test('the server sets the colour without an echo, everywhere in it', () => {
  const here = chooser()
  here.calls(['set_color', '16a34a'])
  expect([here.answer('get_color'), here.hex.value, Math.round(here.hue.valueAsNumber)]).toEqual([
    '#16a34a',
    '#16a34a',
    142,
  ])
  expect(here.swatch('Green').ariaChecked).toBe('true')
  expect(here.thumb.ariaValueText).toBe('saturation 87 %, brightness 64 %')
  expect(here.sent()).toEqual([])
})

test.each(['blurple', '', '#12345'])('%j is refused, and the colour stays', (color) => {
  const here = chooser()
  here.calls(['set_color', color])
  const got = JSON.stringify(color)
  expect(here.sent()).toMatchObject([
    {
      type: 'error',
      error: `ColorWidget.set_color needs "hex_string" to be a colour like "#3366cc", got ${got}`,
    },
  ])
  expect(here.answer('get_color')).toBe('#ff0000')
})

test('made with what is no colour it is not made', () => {
  const here = page()
  here.send(create(1, 'ColorWidget', { color: 'blurple' }))
  const error = 'ColorWidget needs "color" to be a colour like "#3366cc", got "blurple"'
  expect(here.sent()).toMatchObject([{ type: 'error', error }])
})

test('a click into the area takes the saturation and brightness that are there', async () => {
  const here = chooser({ color: '#0000ff' })
  const { width, height } = here.area.getBoundingClientRect()
  await userEvent.click(here.area, { position: { x: width / 2, y: height / 2 } })
  expect(here.told()).toEqual(['pick("#404080")'])
  expect(document.activeElement).toBe(here.thumb)
})

test('a drag tells the colours on the way, and ends at the edges', async () => {
  const here = chooser({ color: '#0000ff' })
  const { left, top, width, height } = here.area.getBoundingClientRect()
  const pointer = (type: string, x: number, y: number, pointerId = 1) => {
    const place = { clientX: left + x, clientY: top + y }
    const finger = { pointerId, isPrimary: pointerId === 1 }
    here.area.dispatchEvent(new PointerEvent(type, { ...place, ...finger, bubbles: true }))
  }
  here.area.setPointerCapture = () => undefined
  here.area.hasPointerCapture = () => true
  pointer('pointerdown', width, 0)
  expect(here.told()).toEqual([])
  pointer('pointermove', 0, 0)
  pointer('pointermove', -50, height + 50)
  expect(here.told()).toEqual(['pick("#ffffff")', 'pick("#000000")'])
  pointer('pointerdown', width, 0, 2)
  pointer('pointermove', width / 2, 0, 2)
  pointer('pointerup', -50, height + 50)
  pointer('pointermove', width, 0)
  expect(here.told()).toEqual([])
})

test.each([
  ['{ArrowLeft}', '#f20f0f'],
  ['{ArrowDown}', '#ef0d0d'],
])('%s is a small step', async (key, color) => {
  const here = chooser({ color: '#f20d0d' })
  here.thumb.focus()
  await userEvent.keyboard(key)
  expect(here.told()).toEqual([`pick("${color}")`])
})

test.each([
  ['{Shift>}{ArrowDown}{/Shift}', '#e60000'],
  ['{PageDown}', '#e60000'],
  ['{Home}', '#ffffff'],
  ['{Shift>}{ArrowLeft}{/Shift}', '#ff1919'],
])('%s is a large one', async (key, color) => {
  const here = chooser()
  here.thumb.focus()
  await userEvent.keyboard(key)
  expect(here.told()).toEqual([`pick("${color}")`])
})

test('the hue goes by the keyboard, is read out, and outlives grey', async () => {
  const here = chooser()
  here.hue.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(here.told()).toEqual(['pick("#ff0400")'])
  expect(here.hue.ariaValueText).toBe('1°, red')
  here.calls(['set_color', '#808080'])
  expect(here.hue.value).toBe('1')
  here.hue.focus()
  await userEvent.keyboard('{End}')
  expect([here.hue.value, here.told()]).toEqual(['360', []])
})

test.each([
  ['16a34a', ['pick("#16a34a")']],
  ['#16A34A', ['pick("#16a34a")']],
  ['#36c{Enter}', ['pick("#3366cc")']],
  ['#36c', []],
  ['rgb(1,2,3){Enter}', ['pick("#010203")']],
  ['nonsense{Enter}', []],
])('typing %s tells %j', async (text, expected) => {
  const here = chooser()
  await userEvent.click(here.hex)
  await userEvent.keyboard(text)
  expect(here.told()).toEqual(expected)
})

test('what is typed and no colour goes when the field is left', async () => {
  const here = chooser()
  await userEvent.fill(here.hex, 'nonsense')
  await userEvent.tab()
  expect([here.hex.value, here.told()]).toEqual(['#ff0000', []])
})

test('swatches are taken by mouse and arrow keys, with one stop of the Tab key', async () => {
  const here = chooser()
  await userEvent.click(here.swatch('Blue'))
  await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowLeft}')
  expect(here.told()).toEqual([
    'pick("#2563eb")',
    'pick("#9333ea")',
    'pick("#14532d")',
    'pick("#b45309")',
  ])
  expect(document.activeElement).toBe(here.swatch('Amber'))
  expect(here.element.querySelectorAll('.tw-color-swatch[tabindex="0"]')).toHaveLength(1)
})

test('a disabled one takes nothing', async () => {
  const here = chooser()
  here.calls(['set_enabled', false])
  expect(here.element.inert).toBe(true)
})

test('targets are large enough for a finger', () => {
  const here = chooser()
  for (const element of [here.thumb, here.hue, here.swatch('Red')]) {
    const { width, height } = element.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
})

test('the hex number is seen whole', () => {
  const { hex } = chooser({ color: '#dddddd' })
  expect(hex.scrollWidth).toBeLessThanOrEqual(hex.clientWidth)
})

test('axe has nothing to say', async () => {
  await expectAccessible(chooser({ color: '#16a34a' }))
})

test('after its end nothing is told', () => {
  const here = chooser()
  here.calls(['destroy'])
  here.swatch('Blue').click()
  expect(here.sent()).toEqual([])
})
