// Notices and questions of the page, and modal dialogs: neither is in the way of the other.

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { withGesture } from '../../../src/client/dom/with-gesture.ts'
import { notice } from '../notices.ts'

/** A dialog over the whole window, with a field in it. */
function modal(root: HTMLElement) {
  const dialog = document.createElement('dialog')
  dialog.style.cssText = 'width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0'
  const field = document.createElement('input')
  dialog.append(field)
  root.append(dialog)
  dialog.showModal()
  return { dialog, field }
}

/** What is seen, and takes the pointer, where banners stand. */
const atTheFoot = () => document.elementsFromPoint(innerWidth / 2, innerHeight - 30)[0]

test('a modal dialog hides neither', () => {
  const { shown, down, root, pass } = notice()
  const { dialog } = modal(root)
  expect(atTheFoot()).toBe(dialog)
  down(3000)
  pass(800)
  expect(root.querySelector('.tw-line-banner')?.contains(atTheFoot()!)).toBe(true)
  shown.show({ kind: 'ended', code: 4410, reason: 'Over' })
  expect(root.querySelector('.tw-line-ended')?.contains(atTheFoot()!)).toBe(true)
})

test.each(['before', 'after'])(
  'a notice that came %s a modal dialog is used by mouse and by keyboard',
  async (when) => {
    const { shown, down, root, actions, pass } = notice()
    shown.show({ kind: 'up' })
    const opened = when === 'after' ? modal(root) : undefined
    down(60_000)
    pass(800)
    const { dialog, field } = opened ?? modal(root)
    vi.useRealTimers()
    await userEvent.click(root.querySelector('.tw-line-banner button')!)
    expect(actions.retry).toHaveBeenCalledOnce()
    field.focus()
    await userEvent.keyboard('{Tab}{Enter}')
    expect(actions.retry).toHaveBeenCalledTimes(2)
    shown.show({ kind: 'up' })
    expect(document.activeElement).toBe(field)
    shown.show({ kind: 'begun-anew' })
    await userEvent.click(root.querySelector('.tw-line-banner button')!)
    expect([root.querySelector('.tw-line-banner'), dialog.childElementCount]).toEqual([null, 1])
  },
)

test.each([
  ['is closed', (dialog: HTMLDialogElement) => dialog.close()],
  ['is taken away', (dialog: HTMLDialogElement) => dialog.remove()],
  ['is emptied', (dialog: HTMLDialogElement) => (dialog.close(), dialog.replaceChildren())],
])('when the dialog %s the notice stands outside again', async (_, end) => {
  const { down, root, actions, pass } = notice()
  const { dialog } = modal(root)
  down(60_000)
  pass(800)
  const banner = root.querySelector('.tw-line-banner')!
  expect(banner.parentElement).toBe(dialog)
  end(dialog)
  await Promise.resolve()
  expect([banner.parentElement, banner.matches(':popover-open')]).toEqual([root, true])
  vi.useRealTimers()
  await userEvent.click(banner.querySelector('button')!)
  expect(actions.retry).toHaveBeenCalledOnce()
})

test('of several dialogs it stands in the one that is in front, wherever that stands', async () => {
  const { down, root, pass } = notice()
  const [first, last] = [modal(root), modal(root)]
  first.dialog.close()
  first.dialog.showModal()
  down(60_000)
  pass(800)
  const banner = root.querySelector('.tw-line-banner')!
  expect(banner.parentElement).toBe(first.dialog)
  first.dialog.close()
  await Promise.resolve()
  expect(banner.parentElement).toBe(last.dialog)
})

test('who has the focus in a notice keeps it when the dialog around it is closed', async () => {
  const { down, root, pass } = notice()
  const { dialog } = modal(root)
  down(60_000)
  pass(800)
  const button = root.querySelector('button')!
  button.focus()
  dialog.close()
  await Promise.resolve()
  expect([button.closest('dialog'), document.activeElement]).toEqual([null, button])
})

test('a root that is taken away, with a dialog and a notice in it, is no mistake', async () => {
  const { shown, down, root, pass } = notice()
  modal(root)
  down(3000)
  pass(800)
  root.remove()
  await Promise.resolve()
  shown.show({ kind: 'up' })
  shown.show({ kind: 'begun-anew' })
  shown.show({ kind: 'ended', code: 4410, reason: 'Over' })
  shown.clear()
  expect(root.querySelectorAll('.tw-line-banner, .tw-line-ended')).toHaveLength(0)
})

describe('a question that waits for a click', () => {
  const wanted = { text: 'Open example.com?', label: 'Open' }

  function asked() {
    const isActive = vi.spyOn(navigator.userActivation, 'isActive', 'get').mockReturnValue(false)
    const { root } = notice()
    vi.useRealTimers()
    const accepted = vi.fn<() => void>()
    onTestFinished(() => isActive.mockRestore())
    return { root, accepted, ask: () => withGesture(root, wanted, accepted) }
  }

  test.each(['before', 'after'])('that came %s a modal dialog can be answered', async (when) => {
    const { root, accepted, ask } = asked()
    const opened = when === 'after' ? modal(root) : undefined
    const close = ask()
    const { dialog } = opened ?? modal(root)
    await Promise.resolve()
    await userEvent.click(root.querySelector('.tw-gesture button')!)
    expect([accepted.mock.calls.length, dialog.childElementCount]).toEqual([1, 1])
    close()
  })

  test('is refused by Escape, which the dialog around it does not hear', async () => {
    const { root, ask } = asked()
    const { dialog, field } = modal(root)
    field.focus()
    ask()
    root.querySelector<HTMLElement>('.tw-gesture button')!.focus()
    await userEvent.keyboard('{Escape}')
    expect([dialog.open, dialog.childElementCount, document.activeElement]).toEqual([
      true,
      1,
      field,
    ])
  })

  test('gives way to the next one for good', async () => {
    const { root, ask } = asked()
    ask()
    const close = ask()
    const { dialog } = modal(root)
    await Promise.resolve()
    expect([root.querySelectorAll('.tw-gesture').length, dialog.childElementCount]).toEqual([1, 2])
    close()
    expect(root.querySelector('.tw-gesture')).toBeNull()
  })
})
