import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { expectAccessible, shown } from './shown.ts'

await ready('ExternalWidget')

function external(options: Json = {}) {
  const here = shown([], 'ExternalWidget', options)
  return { ...here, content: here.find('.tw-external-content') }
}

test('it shows markup, and is emptied', () => {
  const here = external()
  here.calls(['set_content', '<b>one</b>'], ['set_content', '<i>two</i>'])
  expect(here.content.innerHTML).toBe('<i>two</i>')
  here.calls(['clear'])
  expect(here.content.innerHTML).toBe('')
})

test.each([
  ['<script>boom()</script><b onclick="boom()">x</b>', '<b>x</b>'],
  ['<iframe src="/"></iframe><style>*{}</style>ok', 'ok'],
])('%s is made %s', (html, expected) => {
  const here = external()
  here.calls(['set_content', html])
  expect(here.content.innerHTML).toBe(expected)
})

test('what is trusted is shown as it is', async () => {
  const boom = vi.fn<() => void>()
  Object.assign(window, { boom })
  const here = external({ trusted: true })
  here.calls(['set_content', '<button onclick="boom()">Use</button>'])
  await userEvent.click(here.find('button'))
  expect(boom).toHaveBeenCalledOnce()
})

test('only what is trusted can stand outside of it', () => {
  for (const options of [{}, { trusted: false }, { trusted: true }]) {
    const here = external(options)
    here.calls(['resize', 100, 50], ['set_content', '<div style="position:fixed;inset:0"></div>'])
    const { width } = here.find('.tw-external-content > div').getBoundingClientRect()
    expect([options, width > 100]).toEqual([options, options.trusted === true])
    here.dispose()
  }
})

test('its element cannot be had over the wire', () => {
  expect(external().answer('get_content_element')).toBeNull()
})

test('markup that is none is refused', () => {
  const here = external()
  here.calls(['set_content', 7])
  expect(here.sent()).toMatchObject([
    { type: 'error', error: 'ExternalWidget.set_content needs "html" to be Html, got 7' },
  ])
})

test('axe has nothing to say', async () => {
  const here = external()
  here.calls(['set_content', '<p>Text <a href="/x">link</a></p>'])
  await expectAccessible(here)
})
