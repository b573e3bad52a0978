import { expect, test } from 'vitest'
import { Inbox } from '../../src/client/inbox.ts'
import { BrowserClasses, type Constructor } from '../../src/client/widgets/browser-classes.ts'
import { widget } from '../../src/widgets/define.ts'

const made = (() => undefined) as unknown as Constructor
const declared = widget({ summary: 'Made.', base: 'object' })
const chartPart = { Chart: made, declarations: { Chart: declared } }

/** An inbox of a page that has Label and can fetch Chart; `arrive` lets it come. */
function inbox() {
  let arrive!: (part: typeof chartPart) => void
  let loads = 0
  const classes = new BrowserClasses(
    { Label: made, declarations: { Label: declared } },
    {
      Chart: () => {
        loads++
        return new Promise<typeof chartPart>((resolve) => (arrive = resolve))
      },
    },
  )
  const opened: unknown[] = []
  const box = new Inbox(classes, (frame) => opened.push(frame))
  return {
    box,
    opened,
    loads: () => loads,
    arrive: async () => {
      arrive(chartPart)
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

const create = (name: string) => ({ type: 'create', class: name })
const chart = [create('Label'), create('Chart')]
const label = create('Label')

test('a frame whose classes are there is opened at once', () => {
  const { box, opened } = inbox()
  box.take(label)
  box.take([label])
  expect(opened).toEqual([label, [label]])
})

test('a frame waits for the code it needs, and those behind it wait too', async () => {
  const { box, opened, arrive } = inbox()
  box.take(chart)
  box.take(label)
  expect(opened).toEqual([])
  await arrive()
  expect(opened).toEqual([chart, label])
})

test('it is behind as long as a frame waits', async () => {
  const { box, arrive } = inbox()
  expect(box.isBehind).toBe(false)
  box.take(chart)
  expect(box.isBehind).toBe(true)
  await arrive()
  expect(box.isBehind).toBe(false)
})

test('code is fetched once', async () => {
  const { box, opened, arrive, loads } = inbox()
  box.take(chart)
  box.take(chart)
  await arrive()
  box.take(chart)
  expect(opened).toEqual([chart, chart, chart])
  expect(loads()).toBe(1)
})

test('what waits can be forgotten, and what comes then is opened', async () => {
  const { box, opened, arrive } = inbox()
  box.take(chart)
  box.take(label)
  box.clear()
  box.take([label])
  await arrive()
  expect(opened).toEqual([[label]])
})

test.each([
  [null],
  [7],
  ['text'],
  [{}],
  [[null, 7]],
  [[{ type: 'create' }]],
  [create('constructor')],
])('%j is handed on, to be refused where it is carried out', (frame) => {
  const { box, opened } = inbox()
  box.take(frame)
  expect(opened).toEqual([frame])
})
