import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page, ready } from '../harness.ts'
import { events, expectAccessible } from './shown.ts'

beforeAll(() => ready('Toast'))

/** Toast #1, shown, with a button of the page in front of it. Time stands still until it is told to go on. */
function toast(text = 'Saved', options: Readonly<Record<string, Json>> = {}) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const here = page()
  const before = document.createElement('button')
  before.textContent = 'Before'
  here.root.append(before)
  const add = (wid: number, ...args: Json[]) => {
    here.send(create(wid, 'Toast', ...args), call(wid, 'set_label', ''))
    here.send(listen(wid, 'activated'), listen(wid, 'close'), call(wid, 'show'))
  }
  add(1, text, options)
  return {
    ...here,
    before,
    add,
    element: here.widget(1).element,
    calls: (method: string, ...args: Json[]) => here.send(call(1, method, ...args)),
    told: () => events(here.sent()),
    region: () => here.root.querySelector<HTMLElement>('.tw-toasts'),
    button: (name: string) =>
      [...here.root.querySelectorAll<HTMLButtonElement>('.tw-toasts button')].find(
        ({ ariaLabel, textContent }) => ariaLabel === name || textContent === name,
      )!,
  }
}

describe('the time', () => {
  test('goes away by itself after its time, and says so', () => {
    const { told, element, region } = toast('Saved', { timeout: 2000 })
    vi.advanceTimersByTime(1999)
    expect([told(), element.isConnected]).toEqual([[], true])
    vi.advanceTimersByTime(1)
    expect([told(), element.isConnected, region()]).toEqual([['close()'], false, null])
  })

  test('is five seconds unless given', () => {
    const { told } = toast()
    vi.advanceTimersByTime(4999)
    expect(told()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told()).toEqual(['close()'])
  })

  test('of 0 never ends', () => {
    const { told } = toast('Stays', { timeout: 0 })
    vi.advanceTimersByTime(1e9)
    expect(told()).toEqual([])
  })

  test('that is set anew counts from then on', () => {
    const { told, calls } = toast()
    vi.advanceTimersByTime(4000)
    calls('set_timeout', 3000)
    vi.advanceTimersByTime(2999)
    expect(told()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told()).toEqual(['close()'])
  })

  test('is held while the pointer is on any of them', async () => {
    const { told, add, widget, before } = toast()
    add(2, 'Another')
    await userEvent.hover(widget(2).element)
    vi.advanceTimersByTime(60_000)
    expect(told()).toEqual([])
    await userEvent.hover(before)
    vi.advanceTimersByTime(5000)
    expect(told()).toEqual(['close()', 'close()'])
  })

  test('is held while the focus is on one, and goes on from where it was', async () => {
    const { told, button, before } = toast()
    vi.advanceTimersByTime(4000)
    button('Close').focus()
    vi.advanceTimersByTime(60_000)
    expect(told()).toEqual([])
    before.focus()
    await Promise.resolve()
    vi.advanceTimersByTime(999)
    expect(told()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told()).toEqual(['close()'])
  })

  test('is held while the page is out of sight', () => {
    const { told } = toast()
    const isHidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(60_000)
    expect(told()).toEqual([])
    isHidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(5000)
    expect(told()).toEqual(['close()'])
  })
})

test('it goes by its button', async () => {
  const { told, button, region } = toast()
  await userEvent.click(button('Close'))
  expect([told(), region()]).toEqual([['close()'], null])
})

test('what it offers is told, and then it goes', async () => {
  const { told, button, calls } = toast('Deleted', { action: 'Undo' })
  await userEvent.click(button('Undo'))
  expect(told()).toEqual(['activated()', 'close()'])
  calls('set_action', '')
  calls('show')
  expect(button('Undo')).toBeUndefined()
  expect(button('').hidden).toBe(true)
})

test('the keyboard comes to it by Tab, Escape closes it and goes back', async () => {
  const { told, before } = toast('Deleted', { action: 'Undo' })
  before.focus()
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement?.textContent).toBe('Undo')
  await userEvent.keyboard('{Escape}')
  expect(told()).toEqual(['close()'])
  expect(document.activeElement).toBe(before)
})

test('with another beside it the focus goes there', async () => {
  const { add, widget, button } = toast()
  add(2, 'Another')
  button('Close').focus()
  await userEvent.keyboard('{Enter}')
  expect(widget(2).element.contains(document.activeElement)).toBe(true)
})

test('the last one gives the focus back, whichever it came to first', async () => {
  const { add, before } = toast()
  add(2, 'Another')
  before.focus()
  await userEvent.keyboard('{Tab}{Escape}{Escape}')
  expect(document.activeElement).toBe(before)
})

test('the newest stands lowest, and all of them within the page', () => {
  const { add, widget, region } = toast()
  add(2, 'word '.repeat(60))
  const [first, second] = [1, 2].map((wid) => widget(wid).element.getBoundingClientRect())
  expect(first!.bottom).toBeLessThan(second!.top)
  expect(second!.bottom).toBeLessThanOrEqual(innerHeight)
  expect(second!.left).toBeGreaterThanOrEqual(0)
  expect(region()!.getBoundingClientRect().right).toBeLessThanOrEqual(innerWidth)
})

test('the page under it can be used beside it', async () => {
  const { region } = toast()
  const box = region()!.getBoundingClientRect()
  expect(document.elementFromPoint(box.left + 2, box.top - 10)).not.toBe(region())
})

test('it stands in front of a dialog that was opened before it', () => {
  const { send, add, widget } = toast()
  send(create(8, 'Dialog', 'x', [], { modal: true }), call(8, 'popup'))
  add(2, 'In front')
  const { x, y } = widget(2).element.getBoundingClientRect()
  expect(getComputedStyle(widget(2).element.parentElement!).display).toBe('flex')
  expect([x > 0, y > 0]).toEqual([true, true])
})

describe('while a modal dialog is open', () => {
  /** Toast #1, dialog #8, and toast #2 that came after it. */
  function overDialog() {
    const here = toast('Before', { timeout: 0 })
    here.send(create(8, 'Dialog', 'x', [], { modal: true }), call(8, 'popup'))
    here.add(2, 'After', { timeout: 0 })
    return { ...here, both: () => here.region()!.querySelectorAll('.tw-toast').length }
  }

  test('all can be used', async () => {
    const { told, widget } = overDialog()
    for (const wid of [1, 2]) {
      await userEvent.click(widget(wid).element.querySelector('.tw-toast-close')!)
    }
    expect(told()).toEqual(['close()', 'close()'])
  })

  test.each(['hide', 'destroy'])('they stay when it goes by %s, with those to come', (method) => {
    const { send, add, root, region, both, widget } = overDialog()
    send(call(8, method))
    add(3, 'Later')
    expect([region()!.parentElement, both()]).toEqual([root, 3])
    expect(widget(2).element.getBoundingClientRect().height).toBeGreaterThan(0)
  })

  test('with another behind it they go over to that', async () => {
    const { send, add, widget, told, both } = overDialog()
    send(create(9, 'Dialog', 'y', [], { modal: true }), call(9, 'popup'))
    add(3, 'Over both')
    expect(widget(9).element.querySelector('.tw-toasts')).not.toBeNull()
    send(call(9, 'hide'))
    await userEvent.click(widget(3).element.querySelector('.tw-toast-close')!)
    expect([told(), both()]).toEqual([['close()'], 2])
  })
})

test.each([
  ['normal', 'status', 0],
  ['success', 'status', 1],
  ['warning', 'status', 1],
  ['danger', 'alert', 1],
])('tone %s: it is a %s', (tone, role, icons) => {
  const { element } = toast('Text', { tone })
  expect([element.role, element.querySelectorAll('.tw-toast-icon svg').length]).toEqual([
    role,
    icons,
  ])
})

test('its text is text, and can be changed', () => {
  const { element, calls } = toast('<b>x</b>')
  const text = element.querySelector('.tw-toast-text')!
  expect([text.textContent, text.childElementCount]).toEqual(['<b>x</b>', 0])
  calls('set_text', 'new')
  calls('set_tone', 'danger')
  expect([text.textContent, element.role]).toEqual(['new', 'alert'])
})

test('hidden it says nothing; shown again it has all its time', () => {
  const { calls, told, ask, element } = toast()
  vi.advanceTimersByTime(4000)
  calls('hide')
  vi.advanceTimersByTime(60_000)
  expect([told(), ask(1, 'is_visible'), element.isConnected]).toEqual([[], false, false])
  calls('show')
  vi.advanceTimersByTime(4999)
  expect(told()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(told()).toEqual(['close()'])
})

test.each([
  ['set_tone', 'loud'],
  ['set_timeout', 'long'],
  ['set_text', 7],
])('%s refuses %j and leaves it usable', (method, wrong) => {
  const { ask, told } = toast()
  expect(() => ask(1, method, wrong)).toThrow(`Toast.${method} needs`)
  vi.advanceTimersByTime(5000)
  expect(told()).toEqual(['close()'])
})

test('axe has nothing to say', async () => {
  const here = toast('Deleted', { action: 'Undo', tone: 'danger' })
  here.add(2, 'Saved', { tone: 'success' })
  here.before.remove()
  vi.useRealTimers()
  await expectAccessible(here)
})

test('destroyed, nothing of it is left', () => {
  const { calls, told, region, element } = toast()
  const [held] = [region()!]
  calls('destroy')
  vi.advanceTimersByTime(60_000)
  held.dispatchEvent(new Event('pointerenter'))
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect([told(), region(), vi.getTimerCount()]).toEqual([[], null, 0])
})
