import { expect, test } from 'vitest'
import { BrowserClasses, type Constructor } from '../../../src/client/widgets/browser-classes.ts'
import { widget } from '../../../src/widgets/define.ts'

const [first, second] = [1, 2].map(() => (() => undefined) as unknown as Constructor) as [
  Constructor,
  Constructor,
]

test('a part brings all its classes', async () => {
  const classes = new BrowserClasses(
    { declarations: {} },
    {
      First: part,
      Second: part,
    },
  )
  expect(classes.isAway('Second')).toBe(true)
  await classes.load(['First'])
  expect(classes.isAway('Second')).toBe(false)
  expect(classes.get('Second')).toMatchObject({ Made: second, widgetClass: { name: 'Second' } })
})

test('code that cannot be had is told when a widget is made, and tried again', async () => {
  let isDown = true
  const load = () => (isDown ? Promise.reject(new TypeError('offline')) : part())
  const classes = new BrowserClasses({ declarations: {} }, { First: load })
  await classes.load(['First'])
  expect(() => classes.get('First')).toThrow(
    'The code of First could not be fetched: TypeError: offline',
  )
  isDown = false
  await classes.load(['First'])
  expect(classes.get('First').Made).toBe(first)
})

test.each(['Nothing', 'constructor', '__proto__'])('%s is no class', async (name) => {
  const classes = new BrowserClasses()
  await classes.load([name])
  expect(classes.isAway(name)).toBe(false)
  expect(() => classes.get(name)).toThrow(`Unknown widget class: ${name}`)
})

function part() {
  const declared = widget({ summary: 'Made.', base: 'object' })
  const declarations = { First: declared, Second: declared }
  return Promise.resolve({ First: first, Second: second, declarations })
}
