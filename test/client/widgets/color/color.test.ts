import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hexOf,
  hexToHsv,
  hsvToHex,
  hueName,
  parseColor,
  rgbOf,
} from '../../../../src/client/widgets/color/color.ts'

test.each([
  ['#3366cc', '#3366cc'],
  ['#3366CC', '#3366cc'],
  ['3366cc', '#3366cc'],
  [' #36c ', '#3366cc'],
  ['rgb(51, 102, 204)', '#3366cc'],
  ['rgb(51 102 204)', '#3366cc'],
  ['rgb(300, 0, 0)', '#ff0000'],
  ['', undefined],
  ['#', undefined],
  ['#3366c', undefined],
  ['#3366cg', undefined],
  ['blue', undefined],
  ['rgb(1, 2)', undefined],
])('%j is the colour %s', (text, hex) => {
  expect(parseColor(text)).toBe(hex)
})

test.each([
  ['#ff0000', { hue: 0, saturation: 1, value: 1 }],
  ['#00ff00', { hue: 120, saturation: 1, value: 1 }],
  ['#0000ff', { hue: 240, saturation: 1, value: 1 }],
  ['#ff00ff', { hue: 300, saturation: 1, value: 1 }],
  ['#ffffff', { hue: 0, saturation: 0, value: 1 }],
  ['#000000', { hue: 0, saturation: 0, value: 0 }],
  ['#800000', { hue: 0, saturation: 1, value: 128 / 255 }],
])('%s is %j, and back', (hex, hsv) => {
  expect(hexToHsv(hex)).toEqual(hsv)
  expect(hsvToHex(hsv)).toBe(hex)
})

test('grey keeps the hue of before, black the saturation too', () => {
  const before = { hue: 200, saturation: 0.5, value: 0.5 }
  expect(hexToHsv('#808080', before)).toEqual({ hue: 200, saturation: 0, value: 128 / 255 })
  expect(hexToHsv('#000000', before)).toEqual({ hue: 200, saturation: 0.5, value: 0 })
})

test.each([
  [0, 'red'],
  [14, 'red'],
  [16, 'orange'],
  [120, 'green'],
  [240, 'blue'],
  [360, 'red'],
])('the hue %s is called %s', (hue, name) => {
  expect(hueName(hue)).toBe(name)
})

test('every colour comes back from hue, saturation and brightness', () => {
  const part = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(part, part, part, (red, green, blue) => {
      const hex = hexOf([red, green, blue])
      expect(rgbOf(hex)).toEqual([red, green, blue])
      expect(hsvToHex(hexToHsv(hex))).toBe(hex)
    }),
  )
})
