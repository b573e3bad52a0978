import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { watchTooltips } from '../../../src/client/dom/tooltips.ts'
import { call, create, page, ref } from '../harness.ts'
import { expectAccessible } from '../widgets/shown.ts'

beforeEach(async () => {
  // The mouse is where the last test has left it.
  await userEvent.unhover(document.body)
  // How long the mouse rests is up to the test.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Milliseconds: the code of hints is fetched with the first. */
const PATIENT = { timeout: 10_000, interval: 5 }

/** A page with the buttons Save #1 and Open #2, which have hints, and Quit #3, which has none. */
function hinted() {
  const here = page()
  const over = new AbortController()
  onTestFinished(() => over.abort())
  watchTooltips(here.root, over.signal)
  here.send(
    ...['Save', 'Open', 'Quit'].map((text, at) => create(at + 1, 'Button', text)),
    call(1, 'set_tooltip', 'Keeps the file'),
    call(2, 'set_tooltip', 'Reads a file'),
  )
  const box = document.createElement('div')
  box.style.cssText = 'display: flex; gap: 40px; padding: 60px'
  here.root.append(box)
  box.append(...[1, 2, 3].map((wid) => here.widget(wid).element))
  const hints = () => [...document.querySelectorAll('[role=tooltip]')]
  const texts = () => hints().map(({ textContent }) => textContent)
  /** The mouse rests until it is so. */
  const expectShown = (...wanted: readonly string[]) =>
    vi.waitFor(() => {
      vi.advanceTimersByTime(100)
      expect(texts()).toEqual(wanted)
    }, PATIENT)
  const element = (wid: number) => here.widget(wid).element
  return { ...here, box, over, hints, texts, expectShown, element }
}

test('a hint shows where the mouse rests, below it, and goes when the mouse goes', async () => {
  const { element, expectShown, hints } = hinted()
  await userEvent.hover(element(1))
  expect(hints()).toEqual([])
  await expectShown('Keeps the file')
  await vi.waitFor(() => {
    const box = hints()[0]!.getBoundingClientRect()
    const { left, right, bottom } = element(1).getBoundingClientRect()
    expect(box.top).toBeGreaterThanOrEqual(bottom)
    expect(Math.abs(box.left + box.right - left - right)).toBeLessThan(4)
  })
  await userEvent.hover(element(3))
  await expectShown()
})

test('the next one shows instead of the last', async () => {
  const { element, expectShown } = hinted()
  await userEvent.hover(element(1))
  await expectShown('Keeps the file')
  await userEvent.hover(element(2))
  await expectShown('Reads a file')
})

test('it stays while the mouse is over it', async () => {
  const { element, expectShown, texts, hints } = hinted()
  await userEvent.hover(element(1))
  await expectShown('Keeps the file')
  await userEvent.hover(hints()[0]!)
  vi.advanceTimersByTime(1000)
  expect(texts()).toEqual(['Keeps the file'])
})

test('the keyboard shows it at once, and it describes what has the focus', async () => {
  const { element, expectShown, hints } = hinted()
  element(1).setAttribute('aria-describedby', 'other')
  await userEvent.tab()
  await expectShown('Keeps the file')
  expect(element(1).getAttribute('aria-describedby')).toBe(`other ${hints()[0]!.id}`)
  await userEvent.tab()
  await expectShown('Reads a file')
  expect(element(1).getAttribute('aria-describedby')).toBe('other')
  await userEvent.tab()
  await expectShown()
  expect(element(2).hasAttribute('aria-describedby')).toBe(false)
})

test('Escape closes it, and nothing else', async () => {
  const { send, element, expectShown, root, hints } = hinted()
  send(create(9, 'Dialog', 'Ask', [], { modal: true }), create(8, 'Button', 'Yes'))
  send(call(8, 'set_tooltip', 'Agrees'), call(9, 'add_widget', ref(8)), call(9, 'popup'))
  element(8).blur()
  await userEvent.hover(element(8))
  await expectShown('Agrees')
  expect(element(9).contains(hints()[0]!)).toBe(true)
  await userEvent.keyboard('{Escape}')
  await expectShown()
  expect(root.querySelector('dialog')!.open).toBe(true)
})

test('a press closes it, and a field that was clicked shows none', async () => {
  const { send, element, expectShown, box, hints } = hinted()
  send(create(7, 'TextEntry'), call(7, 'set_tooltip', 'Any text'))
  box.append(element(7))
  await userEvent.hover(element(7))
  await expectShown('Any text')
  await userEvent.click(element(7).querySelector('input')!)
  await expectShown()
  expect(hints()).toEqual([])
})

test('it changes with what it says, and goes with what it belongs to', async () => {
  const { send, element, expectShown } = hinted()
  await userEvent.hover(element(1))
  await expectShown('Keeps the file')
  send(call(1, 'set_tooltip', '<b>Other</b>'))
  await expectShown('<b>Other</b>')
  send(call(1, 'set_tooltip', null))
  await expectShown()
  await userEvent.hover(element(2))
  await expectShown('Reads a file')
  send(call(2, 'destroy'))
  await expectShown()
})

test('when all is over nothing is left of it', async () => {
  const { element, expectShown, over, hints } = hinted()
  await userEvent.hover(element(1))
  await expectShown('Keeps the file')
  const removed = vi.spyOn(document, 'removeEventListener')
  over.abort()
  expect([hints(), removed.mock.calls.map(([type]) => type)]).toEqual([[], ['keydown']])
  expect(element(1).hasAttribute('aria-describedby')).toBe(false)
})

test('axe has nothing to say about it', async () => {
  const here = hinted()
  await userEvent.hover(here.element(1))
  await here.expectShown('Keeps the file')
  // Axe waits by them.
  vi.useRealTimers()
  await expectAccessible(here)
})
