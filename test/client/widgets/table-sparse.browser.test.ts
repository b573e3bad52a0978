// A table whose rows stay on the server: it asks for those on its screen, and shows what comes.

import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { expectAccessible, shown } from './shown.ts'

await ready('TableView')

/** A table of which this test is the server. */
function table(total: number, options: Readonly<Record<string, Json>> = {}) {
  const here = shown(['rows_wanted', 'selected', 'sorted'], 'TableView', {
    columns: [{ key: 'id', label: 'Number' }, 'Name'],
    row_key: 'id',
    sparse: true,
    ...options,
  })
  here.element.style.blockSize = '300px'
  here.calls(['set_label', 'Numbers'])
  const scroller = here.find('.tw-table-scroller')
  const asked: Json[][] = []
  const others: Json[][] = []
  const listen = () => {
    for (const message of here.sent()) {
      if (message.type !== 'callback') continue
      if (message.action === 'rows_wanted') asked.push([...message.args])
      else others.push([message.action, ...message.args])
    }
    return asked
  }
  /** Answers what is asked, until nothing is. */
  const serve = async () => {
    await frame()
    while (listen().length > 0) {
      const [start, end] = asked.pop() as [number, number]
      const last = Math.min(end, total)
      const rows = Array.from({ length: Math.max(0, last - start) }, (_, at) => rowAt(start + at))
      here.calls(['put_rows', start, rows, total])
      await frame()
    }
  }
  const texts = () =>
    [...here.element.querySelectorAll('.tw-table-body .tw-table-row')].map(
      (row) => row.querySelector('.tw-table-cell')!.textContent,
    )
  return { ...here, scroller, listen, serve, texts, others }
}

const rowAt = (id: number): Json => [id, `name ${id}`]
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))

test('it asks for the first rows, once, and waits for the answer', async () => {
  const { listen } = table(1000)
  await frame()
  await frame()
  expect(listen()).toHaveLength(1)
  expect(listen()[0]).toEqual([0, expect.any(Number), []])
})

test('rows stand where they belong, and assistive technology hears how many there are', async () => {
  const here = table(1000)
  const { serve, texts, scroller } = here
  await serve()
  expect(texts().slice(0, 3)).toEqual(['0', '1', '2'])
  expect(scroller.ariaRowCount).toBe('1001')
  await expectAccessible(here)
})

test('scrolled anywhere, blank rows stand there until theirs come', async () => {
  const { serve, texts, scroller, element } = table(1000)
  await serve()
  scroller.scrollTop = 500 * rowHeight(element)
  await frame()
  expect(element.querySelectorAll('.tw-blank').length).toBeGreaterThan(0)
  await serve()
  expect(element.querySelectorAll('.tw-blank')).toHaveLength(0)
  expect(texts()).toContain('505')
})

test('of ten million rows the last is reached, and the wheel still goes row by row', async () => {
  const { serve, texts, scroller, element } = table(10_000_000)
  await serve()
  scroller.scrollTop = scroller.scrollHeight
  await frame()
  await serve()
  expect(texts().at(-1)).toBe('9999999')
  const last = element.querySelector('.tw-table-row:last-child')!.getBoundingClientRect()
  expect(last.bottom).toBeLessThanOrEqual(scroller.getBoundingClientRect().bottom + 1)
  const before = firstInSight(scroller)
  scroller.dispatchEvent(
    new WheelEvent('wheel', { deltaY: -3 * rowHeight(element), cancelable: true, bubbles: true }),
  )
  await frame()
  await serve()
  expect(before - firstInSight(scroller)).toBe(3)
})

test('the keyboard goes to the end and back, and on to rows that have yet to come', async () => {
  const { serve, texts, scroller, element } = table(10_000_000)
  await serve()
  await userEvent.click(element.querySelector('.tw-table-body .tw-table-cell')!)
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await serve()
  expect(texts()).toContain('9999999')
  await userEvent.keyboard('{ArrowUp}')
  await serve()
  const active = () => element.querySelector('.tw-active .tw-table-cell')?.textContent
  expect(active()).toBe('9999998')
  await userEvent.keyboard('{Control>}{Home}{/Control}')
  await serve()
  expect(active()).toBe('0')
  expect(scroller.scrollTop).toBe(0)
})

test('a click on a label asks for the same rows in another order, and sorts nothing here', async () => {
  const { listen, serve, texts, others } = table(1000, { sortable: true })
  await serve()
  await userEvent.click(labelled('Number'))
  await serve()
  await userEvent.click(labelled('Number'))
  await frame()
  expect(listen().at(-1)).toEqual([0, expect.any(Number), [['id', false]]])
  expect(others).toContainEqual(['sorted', 'id', false])
  expect(texts()[0]).toBe('0')
  await serve()
})

test('what is selected stays so while it is out of sight', async () => {
  const { serve, scroller, element, answer } = table(1000, { cell_cursor: false })
  await serve()
  await userEvent.click(element.querySelector('.tw-table-body .tw-table-cell')!)
  scroller.scrollTop = 500 * rowHeight(element)
  await frame()
  await serve()
  expect(answer('get_selected')).toEqual([{ path: ['0'], values: null }])
  scroller.scrollTop = 0
  await frame()
  await serve()
  expect(element.querySelector('[aria-selected="true"]')?.textContent).toContain('name 0')
})

test('no rows at all are told by the placeholder, but not before the answer', async () => {
  const { calls, find, listen } = table(0, { placeholder: 'Nothing' })
  await frame()
  expect(find('.tw-table-placeholder').hidden).toBe(true)
  expect(listen()).toHaveLength(1)
  calls(['put_rows', 0, [], 0])
  await vi.waitFor(() => expect(find('.tw-table-placeholder').hidden).toBe(false))
})

function rowHeight(element: HTMLElement): number {
  return element.querySelector('.tw-table-body .tw-table-row')!.getBoundingClientRect().height
}

/** The number of the first row that is wholly in sight. */
function firstInSight(scroller: HTMLElement): number {
  const header = scroller.querySelector('[role="columnheader"]')!.getBoundingClientRect()
  const rows = [...scroller.querySelectorAll('.tw-table-body .tw-table-row')]
  const first = rows.find((row) => row.getBoundingClientRect().top >= header.bottom - 1)
  return Number(first!.querySelector('.tw-table-cell')!.textContent)
}

function labelled(text: string): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('[role="columnheader"]')].find((element) =>
    element.textContent?.includes(text),
  )!
}
