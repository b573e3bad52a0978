import axe from 'axe-core'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { notice } from './notices.ts'

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
  const { shown, down, root, text, pass } = notice()
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  shown.show({ kind: 'up' })
  pass(60_000)
  expect(root.children).toHaveLength(0)
  down(3000)
  pass(799)
  expect(root.children).toHaveLength(0)
  pass(1)
  expect(text()).toContain('Connection lost')
})

test('who was told that the line is down is told for 2 s that it is back', () => {
  const { shown, down, root, text, pass } = notice()
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  const status = root.querySelector('[role=status]')!
  shown.show({ kind: 'up' })
  expect([text(), status.textContent, status.isConnected]).toEqual([
    'Connected again.',
    'Connected again.',
    true,
  ])
  pass(1999)
  expect(root.children).toHaveLength(1)
  pass(1)
  expect(root.children).toHaveLength(0)
})

test('a first connection that took its time is not called a second', () => {
  const { shown, root, pass } = notice()
  shown.show({ kind: 'connecting' })
  pass(900)
  expect(root.children).toHaveLength(1)
  shown.show({ kind: 'up' })
  expect(root.children).toHaveLength(0)
})

test('a line that drops again while its return is told has its grace', () => {
  const { shown, down, text, pass } = notice()
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  shown.show({ kind: 'up' })
  pass(1000)
  down(5000)
  pass(799)
  expect(text()).toBe('')
  pass(1)
  expect(text()).toBe('Connection lost. Reconnecting. Next try in 5 s Try now')
})

test('that it is another session stands for 10 s, or until it is dismissed', () => {
  const { shown, down, root, text, pass } = notice()
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  shown.show({ kind: 'up' })
  shown.show({ kind: 'begun-anew' })
  pass(9999)
  expect(text()).toBe('The earlier session has ended. This is a new one. Dismiss')
  expect(root.querySelector('[role=status]')?.textContent).toBe(
    'The earlier session has ended. This is a new one.',
  )
  pass(1)
  expect([root.children.length, vi.getTimerCount()]).toEqual([0, 0])
  shown.show({ kind: 'begun-anew' })
  root.querySelector('button')!.click()
  expect([root.children.length, vi.getTimerCount()]).toEqual([0, 0])
})

test.each([
  ['focused', (banner: Element) => banner.querySelector('button')!.focus()],
  [
    'under the pointer',
    (banner: Element) =>
      vi.spyOn(banner, 'matches').mockImplementation((selector) => selector === ':hover'),
  ],
  ['out of sight', () => vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)],
])('it stays while it is %s', (_, begins) => {
  const { shown, root, pass } = notice()
  shown.show({ kind: 'begun-anew' })
  const banner = root.querySelector('.tw-line-banner')!
  begins(banner)
  pass(60_000)
  expect(banner.isConnected).toBe(true)
  vi.restoreAllMocks()
  banner.querySelector('button')!.blur()
  pass(10_000)
  expect(banner.isConnected).toBe(false)
})

test('a line that merely blinks does not take it away', () => {
  const { shown, down, root, text, pass } = notice()
  const news = 'The earlier session has ended. This is a new one. Dismiss'
  shown.show({ kind: 'up' })
  shown.show({ kind: 'begun-anew' })
  down(500)
  pass(500)
  shown.show({ kind: 'connecting' })
  pass(299)
  expect(text()).toBe(news)
  shown.show({ kind: 'up' })
  expect(text()).toBe(news)
  pass(9000)
  expect(text()).toBe(news)
  pass(201)
  expect([root.children.length, vi.getTimerCount()]).toEqual([0, 0])
})

test('nor does an application that tells of such a line itself', () => {
  const { shown, text } = notice()
  shown.show({ kind: 'begun-anew' })
  shown.passOver({ kind: 'connecting' })
  shown.passOver({ kind: 'up' })
  expect(text()).toContain('This is a new one.')
  shown.passOver({ kind: 'ended', code: 4410, reason: 'Over' })
  expect(text()).toBe('')
})

test('what the application tells itself is not told here, and is known', () => {
  const { shown, down, text, pass } = notice()
  down(3000)
  pass(800)
  shown.passOver({ kind: 'up' })
  expect(text()).toBe('')
  down(3000)
  pass(800)
  expect(text()).toContain('Connection lost.')
})

test('a line that stays down takes its place, and to dismiss it does not put that off', () => {
  const { shown, down, root, text, pass } = notice()
  shown.show({ kind: 'up' })
  shown.show({ kind: 'begun-anew' })
  down(3000)
  pass(799)
  root.querySelector('button')!.click()
  expect(text()).toBe('')
  pass(1)
  expect(text()).toContain('Connection lost.')
  shown.show({ kind: 'up' })
  shown.show({ kind: 'begun-anew' })
  down(3000)
  pass(800)
  expect(text()).toContain('Connection lost.')
})

test('the focus goes back to where it was when the notice goes', async () => {
  const { shown, down, root, pass } = notice()
  const field = document.createElement('input')
  root.append(field)
  field.focus()
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  vi.useRealTimers()
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement?.textContent).toBe('Try now')
  shown.show({ kind: 'up' })
  expect(document.activeElement).toBe(field)
  shown.show({ kind: 'begun-anew' })
  await userEvent.keyboard('{Tab}{Enter}')
  expect([root.children.length, document.activeElement === field]).toEqual([1, true])
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
  expect([button.ariaDisabled, button.disabled]).toEqual(['true', false])
  button.click()
  expect(actions.retry).toHaveBeenCalledOnce()
  down(3000)
  button.click()
  expect(actions.retry).toHaveBeenCalledTimes(2)
})

test('a press does not cost the focus, which goes back to where the user was when the line is', async () => {
  const { shown, down, root, actions, pass } = notice()
  const field = document.createElement('input')
  root.append(field)
  field.focus()
  actions.retry.mockImplementation(() => shown.show({ kind: 'connecting' }))
  shown.show({ kind: 'up' })
  down(3000)
  pass(900)
  vi.useRealTimers()
  await userEvent.keyboard('{Tab}{Enter}')
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(document.activeElement?.textContent).toBe('Try now')
  shown.show({ kind: 'up' })
  expect(document.activeElement).toBe(field)
})

test('the end is told in full, with the reason as text, and a way to start again', () => {
  const { shown, down, root, actions, text, pass } = notice()
  down(3000)
  pass(900)
  shown.show({ kind: 'ended', code: 4400, reason: '<img src=x> Not JSON' })
  expect(text()).toBe('The connection has ended <img src=x> Not JSON Code 4400 Start again')
  expect([
    root.children.length,
    root.querySelector('img'),
    root.querySelector('dialog')?.role,
    root.querySelector('dialog')?.ariaDescription,
  ]).toEqual([1, null, 'alertdialog', root.querySelector('dialog p')?.textContent])
  expect(document.activeElement?.textContent).toBe('Start again')
  root.querySelector('button')!.click()
  expect(actions.restart).toHaveBeenCalledOnce()
})

test('Escape does not take the end away', async () => {
  const { shown, root } = notice()
  vi.useRealTimers()
  shown.show({ kind: 'ended', code: 4410, reason: 'Over' })
  await userEvent.keyboard('{Escape}{Escape}')
  expect(root.querySelector('dialog')?.open).toBe(true)
})

test.each([
  [4410, 'This session has ended', 'Start a new one'],
  [4401, 'You are not signed in', 'Try again'],
  [4429, 'The server is full', 'Try again'],
  [4413, 'The connection has ended', 'Start again'],
])('the end with code %i is "%s", and the way on "%s"', (code, title, button) => {
  const { shown, root, actions } = notice()
  shown.show({ kind: 'ended', code, reason: 'Why' })
  expect([
    root.querySelector('dialog')?.ariaLabel,
    root.querySelector('h1')?.textContent,
    root.querySelector('button')?.textContent,
  ]).toEqual([title, title, button])
  root.querySelector('button')!.click()
  expect(actions.restart).toHaveBeenCalledOnce()
})

test('a new attempt takes the end away', () => {
  const { shown, root, text, pass } = notice()
  shown.show({ kind: 'ended', code: 4429, reason: 'Full' })
  shown.show({ kind: 'connecting' })
  expect(root.children).toHaveLength(0)
  pass(800)
  expect(text()).toBe('Connecting. Trying … Try now')
})

test.each(['light', 'dark'])(
  'axe finds nothing wrong with any of them when it is %s',
  async (theme) => {
    const { shown, down, root, pass } = notice()
    root.dataset['theme'] = theme
    const found: string[] = []
    const look = async () => {
      vi.useRealTimers()
      const { violations } = await axe.run(root)
      found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`))
      vi.useFakeTimers()
    }
    shown.show({ kind: 'up' })
    down(3000)
    pass(900)
    await look()
    shown.show({ kind: 'up' })
    await look()
    shown.show({ kind: 'begun-anew' })
    await look()
    shown.show({ kind: 'ended', code: 4410, reason: 'Closed by the application' })
    await look()
    expect(found).toEqual([])
  },
)

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
