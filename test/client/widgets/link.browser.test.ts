import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { create, listen, page, ready, unlisten } from '../harness.ts'
import { events, expectAccessible, shown } from './shown.ts'

await ready('Link')

function link(actions: readonly string[], ...args: readonly Json[]) {
  const here = shown(actions, 'Link', ...args)
  return { ...here, element: here.element as HTMLAnchorElement }
}

/** Whether the browser would follow a click; it is kept from doing so. */
function watchFollowing(): () => boolean[] {
  const followed: boolean[] = []
  const look = (event: Event): void => {
    followed.push(!event.defaultPrevented)
    event.preventDefault()
  }
  window.addEventListener('click', look)
  onTestFinished(() => window.removeEventListener('click', look))
  return () => followed.splice(0)
}

test('it shows its text as text and leads to its address, in a new tab that cannot reach back', () => {
  const { element, answer } = link([], '<b>Manual</b>', 'https://example.org/a')
  expect([element.textContent, element.href]).toEqual(['<b>Manual</b>', 'https://example.org/a'])
  expect([element.target, element.rel]).toEqual(['_blank', 'noopener noreferrer'])
  expect(element.ariaDescription).toBe('opens in a new tab')
  expect([answer('get_text'), answer('get_href')]).toEqual([
    '<b>Manual</b>',
    'https://example.org/a',
  ])
})

test('in this tab it says nothing of another', () => {
  const here = link([], 'Manual', '/manual', { target: '_self' })
  expect([here.element.target, here.element.rel, here.element.ariaDescription]).toEqual([
    '_self',
    '',
    null,
  ])
  here.calls(['set_target', '_blank'])
  expect([here.element.target, here.element.rel]).toEqual(['_blank', 'noopener noreferrer'])
})

test.each(['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x'])(
  '%j is no address, neither at first nor later',
  (href) => {
    const { send, sent } = page()
    send(create(1, 'Link', 'x', href), create(2, 'Link'))
    send({ type: 'call', wid: 2, method: 'set_href', args: [href] })
    const got = JSON.stringify(href)
    expect(sent()).toMatchObject([
      { type: 'error', error: `Link needs "href" to be LinkAddress, got ${got}` },
      { type: 'error', error: `Link.set_href needs "href" to be LinkAddress, got ${got}` },
    ])
  },
)

test('nobody listens, so the browser follows it', async () => {
  const followed = watchFollowing()
  const here = link([], 'Manual', '#manual')
  await userEvent.click(here.element)
  expect([followed(), here.sent()]).toEqual([[true], []])
})

test('who listens stays in the application', async () => {
  const followed = watchFollowing()
  const here = link(['activated'], 'Report', '/reports/7')
  await userEvent.click(here.element)
  expect([followed(), events(here.sent())]).toEqual([[false], ['activated()']])
  await userEvent.keyboard('{Enter}')
  expect([followed(), events(here.sent())]).toEqual([[false], ['activated()']])
  here.send(unlisten(1, 'activated'))
  await userEvent.click(here.element)
  expect([followed(), here.sent()]).toEqual([[true], []])
})

test('with a modifier key it is for the browser, who listens or not', async () => {
  const followed = watchFollowing()
  const here = link(['activated'], 'Report', '/reports/7')
  for (const modifier of ['Control', 'Meta', 'Shift', 'Alt']) {
    await userEvent.keyboard(`{${modifier}>}`)
    await userEvent.click(here.element)
    await userEvent.keyboard(`{/${modifier}}`)
  }
  expect([followed(), here.sent()]).toEqual([[true, true, true, true], []])
})

test('without an address it is a link as long as somebody listens', async () => {
  const here = link([], 'More')
  expect([here.element.role, here.element.hasAttribute('tabindex')]).toEqual([null, false])
  here.send(listen(1, 'activated'))
  expect([here.element.role, here.element.tabIndex]).toEqual(['link', 0])
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await userEvent.click(here.element)
  expect(events(here.sent())).toEqual(['activated()', 'activated()'])
})

test('a disabled one is not used', async () => {
  const here = link(['activated'], 'More')
  here.calls(['set_enabled', false])
  here.element.focus()
  expect([document.activeElement === here.element, here.element.ariaDisabled]).toEqual([
    false,
    'true',
  ])
})

test('axe has nothing to say', async () => {
  for (const here of [link([], 'Manual', 'https://example.org'), link(['activated'], 'More')]) {
    here.calls(['set_label', ''])
    await expectAccessible(here)
  }
})

test('after its end nothing is told', () => {
  const here = link(['activated'], 'More')
  here.calls(['destroy'])
  const click = vi.fn<() => void>()
  here.element.addEventListener('click', click)
  here.element.click()
  expect([click.mock.calls.length, here.sent()]).toEqual([1, []])
})
