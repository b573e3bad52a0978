import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../src/client/theme/theme.css'
import { LineNotice } from '../../src/client/line-notice.ts'

function notice() {
  vi.useFakeTimers()
  const root = document.createElement('div')
  root.className = 'tw-root'
  document.body.append(root)
  const actions = { retry: vi.fn<() => void>(), restart: vi.fn<() => void>() }
  const shown = new LineNotice(root, actions, () => Date.now())
  onTestFinished(() => {
    shown.clear()
    root.remove()
    vi.useRealTimers()
  })
  const down = (inMs: number) => shown.show({ kind: 'down', retryAt: Date.now() + inMs })
  const text = () => root.innerText.replace(/\s+/g, ' ').trim()
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  return { shown, root, actions, down, text, pass }
}

test('a line that is back within 800 ms is not spoken of', () => {
  const { shown, down, root, pass } = notice()
  shown.show({ kind: 'up' })
  down(500)
  pass(500)
  shown.show({ kind: 'connecting' })
  pass(299)
  shown.show({ kind: 'up' })
  pass(10_000)
  expect(root.children).toHaveLength(0)
})

test('after 800 ms a status says so, and when the next attempt is', () => {
  const { shown, down, text, root, pass } = notice()
  shown.show({ kind: 'up' })
  down(3000)
  pass(799)
  expect(root.children).toHaveLength(0)
  pass(1)
  expect(root.querySelector('[role=status]')?.textContent).toBe('Connection lost. Reconnecting.')
  expect(text()).toBe('Connection lost. Reconnecting. Next try in 3 s Try now')
  pass(1000)
  expect(text()).toContain('Next try in 2 s')
  pass(1250)
  shown.show({ kind: 'connecting' })
  expect(text()).toContain('Trying …')
  down(8000)
  expect(text()).toContain('Next try in 8 s')
})

test('the grace counts from the first bad news, however many follow', () => {
  const { shown, down, root, pass } = notice()
  shown.show({ kind: 'up' })
  down(300)
  pass(300)
  shown.show({ kind: 'connecting' })
  down(1000)
  pass(499)
  expect(root.children).toHaveLength(0)
  pass(1)
  expect(root.children).toHaveLength(1)
})

test('the next time the line is down the grace begins anew', () => {
  const { shown, down, root, pass } = notice()
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  shown.show({ kind: 'up' })
  expect(root.children).toHaveLength(0)
  pass(60_000)
  down(3000)
  pass(799)
  expect(root.children).toHaveLength(0)
  pass(1)
  expect(root.children).toHaveLength(1)
})

test('a page that was never connected says that it connects', () => {
  const { shown, text, pass } = notice()
  shown.show({ kind: 'connecting' })
  pass(800)
  expect(text()).toBe('Connecting. Trying … Try now')
})

test('the seconds are not read aloud', () => {
  const { down, root, pass } = notice()
  down(3000)
  pass(800)
  expect(root.querySelector('.tw-line-time')?.getAttribute('aria-hidden')).toBe('true')
})

test('a button tries at once, while there is something to wait for', () => {
  const { shown, down, root, actions, pass } = notice()
  down(3000)
  pass(800)
  const button = root.querySelector('button')!
  button.click()
  expect(actions.retry).toHaveBeenCalledOnce()
  shown.show({ kind: 'connecting' })
  expect(button.disabled).toBe(true)
})

test('the end is told in full, with the reason as text, and a way to start again', () => {
  const { shown, down, root, actions, text, pass } = notice()
  down(3000)
  pass(900)
  shown.show({ kind: 'ended', code: 4410, reason: '<img src=x> The session has ended' })
  expect(text()).toBe(
    'The connection has ended <img src=x> The session has ended Code 4410 Start again',
  )
  expect([
    root.children.length,
    root.querySelector('img'),
    root.querySelector('dialog')?.role,
  ]).toEqual([1, null, 'alertdialog'])
  expect(document.activeElement?.textContent).toBe('Start again')
  root.querySelector('button')!.click()
  expect(actions.restart).toHaveBeenCalledOnce()
})

test('a modal dialog hides neither', async () => {
  const { shown, down, root, pass } = notice()
  const dialog = document.createElement('dialog')
  dialog.style.cssText = 'width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0'
  root.append(dialog)
  dialog.showModal()
  const top = () => document.elementsFromPoint(innerWidth / 2, innerHeight - 30)[0]
  expect(top()).toBe(dialog)
  down(3000)
  pass(800)
  // What is outside of a modal dialog lets the pointer through, so the look of it is asked.
  expect(root.querySelector('.tw-line-banner')?.matches(':popover-open')).toBe(true)
  shown.show({ kind: 'ended', code: 4410, reason: 'Over' })
  expect(root.querySelector('.tw-line-ended')?.contains(top()!)).toBe(true)
})

test('Escape does not take the end away', async () => {
  const { shown, root } = notice()
  vi.useRealTimers()
  shown.show({ kind: 'ended', code: 4410, reason: 'Over' })
  await userEvent.keyboard('{Escape}{Escape}')
  expect(root.querySelector('dialog')?.open).toBe(true)
})

test('an end without a reason says that there is none', () => {
  const { shown, text } = notice()
  shown.show({ kind: 'ended', code: 0, reason: '' })
  expect(text()).toBe('The connection has ended The server gave no reason. Start again')
})

test('cleared, it leaves nothing and no timer', () => {
  const { shown, down, root, pass } = notice()
  down(3000)
  pass(800)
  shown.clear()
  expect([root.children.length, vi.getTimerCount()]).toEqual([0, 0])
})
