import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, ready } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'

await ready('TextEntrySet')

function entry(...args: readonly Json[]) {
  const here = shown(['modified', 'activated'], 'TextEntrySet', ...args)
  return { ...here, input: here.find('input'), button: here.find('button') }
}

test('it shows its text and its button, and answers with what is in it', () => {
  const { input, button, answer, calls } = entry('Ada', { label: 'Rename' })
  expect([input.value, button.textContent]).toEqual(['Ada', 'Rename'])
  calls(['set_text', 'Grace'], ['set_button_text', 'Save'])
  expect([answer('get_text'), button.textContent]).toEqual(['Grace', 'Save'])
  calls(['clear'])
  expect(answer('get_text')).toBe('')
  expect(entry(null).button.textContent).toBe('Set')
})

test.each(['Enter', 'the button'])(
  '%s tells the text, and what was typed goes before',
  async (how) => {
    const here = entry()
    await userEvent.type(here.input, 'hi')
    if (how === 'Enter') await userEvent.keyboard('{Enter}')
    else await userEvent.click(here.button)
    expect(events(here.sent())).toEqual(['modified("hi")', 'activated("hi")'])
  },
)

test('typing is told once it rests', async () => {
  const here = entry()
  await userEvent.type(here.input, 'abc')
  await expectEvents(here, ['modified("abc")'])
})

test('by keyboard the button comes after the field', async () => {
  const here = entry('Ada')
  here.calls(['set_focus'])
  expect(document.activeElement).toBe(here.input)
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(here.button)
  await userEvent.keyboard(' ')
  expect(events(here.sent())).toEqual(['activated("Ada")'])
})

test('arrow up brings back what was entered, by either', async () => {
  const here = entry('', { linehistory: 2 })
  await userEvent.type(here.input, 'one{Enter}')
  here.calls(['clear'])
  await userEvent.type(here.input, 'two')
  await userEvent.click(here.button)
  here.calls(['clear'])
  await userEvent.click(here.input)
  const seen: string[] = []
  for (const key of ['{ArrowUp}', '{ArrowUp}', '{ArrowDown}', '{ArrowDown}']) {
    await userEvent.keyboard(key)
    seen.push(here.input.value)
  }
  expect(seen).toEqual(['two', 'one', 'two', ''])
})

test('read only it can be entered but not changed', async () => {
  const here = entry('fixed', { editable: false })
  await userEvent.type(here.input, 'x')
  await userEvent.click(here.button)
  expect(events(here.sent())).toEqual(['activated("fixed")'])
  here.calls(['set_editable', true])
  await userEvent.type(here.input, 'x')
  expect(here.input.value).toBe('fixedx')
})

test('without a name of its own the field has that of the button', () => {
  const here = entry('', { label: 'Rename' })
  expect(here.input.ariaLabel).toBe('Test')
  here.calls(['set_label', ''])
  expect(here.input.ariaLabel).toBe('Rename')
  here.calls(['set_button_text', 'Save'])
  expect(here.input.ariaLabel).toBe('Save')
})

test('disabled neither takes anything', async () => {
  const here = entry('Ada')
  here.calls(['set_enabled', false])
  expect([here.input.disabled, here.button.disabled]).toEqual([true, true])
  here.calls(['set_enabled', true])
  await userEvent.click(here.button)
  expect(events(here.sent())).toEqual(['activated("Ada")'])
})

test('what is being typed is not run over by the server until it has been told', async () => {
  const here = entry()
  await userEvent.type(here.input, 'mine')
  here.calls(['set_text', 'theirs'])
  expect(here.input.value).toBe('mine')
})

test('its width is counted in characters, and a message stands under it', () => {
  const { element, find, calls } = entry('', { placeholder: 'Name', error: 'Needed' })
  expect([find('input').placeholder, find('.tw-field-error').textContent]).toEqual([
    'Name',
    'Needed',
  ])
  calls(['set_length', 10], ['set_error', ''], ['set_placeholder', 'Town'])
  const narrow = element.offsetWidth
  calls(['set_length', 30])
  expect(element.offsetWidth).toBeGreaterThan(narrow * 1.5)
  expect([find('input').placeholder, find('.tw-field-error').offsetHeight]).toEqual(['Town', 0])
})

test('axe has nothing to say', async () => {
  await expectAccessible(entry('text', { error: 'Wrong', placeholder: 'hint' }))
})

test('after its end nothing is told', () => {
  const here = entry('Ada')
  here.send(call(1, 'destroy'))
  here.sent()
  here.button.click()
  here.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  expect(here.sent()).toEqual([])
  expect(here.root.childElementCount).toBe(0)
})
