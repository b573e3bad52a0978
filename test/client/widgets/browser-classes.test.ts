import { expect, test } from 'vitest'
import { BrowserClasses, type BrowserClass } from '../../../src/client/widgets/browser-classes.ts'

class First {}
class Second {}
const [first, second] = [First, Second] as unknown as readonly [BrowserClass, BrowserClass]

test('a part brings all its classes', async () => {
  const classes = new BrowserClasses(
    {},
    {
      First: part,
      Second: part,
    },
  )
  expect(classes.isAway('Second')).toBe(true)
  await classes.load(['First'])
  expect(classes.isAway('Second')).toBe(false)
  expect(classes.get('Second')).toBe(second)
})

test('code that cannot be had is told when a widget is made, and tried again', async () => {
  let isDown = true
  const load = () => (isDown ? Promise.reject(new TypeError('offline')) : part())
  const classes = new BrowserClasses({}, { First: load })
  await classes.load(['First'])
  expect(() => classes.get('First')).toThrow(
    'The code of First could not be fetched: TypeError: offline',
  )
  isDown = false
  await classes.load(['First'])
  expect(classes.get('First')).toBe(first)
})

test.each(['Nothing', 'constructor', '__proto__'])('%s is no class', async (name) => {
  const classes = new BrowserClasses()
  await classes.load([name])
  expect(classes.isAway(name)).toBe(false)
  expect(() => classes.get(name)).toThrow(`Unknown widget class: ${name}`)
})

function part(): Promise<object> {
  return Promise.resolve({ First: first, Second: second })
}
