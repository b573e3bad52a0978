import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'

function entry(...args: readonly Json[]) {
  const here = shown(['modified', 'activated'], 'TextEntry', ...args)
  return { ...here, input: here.find('input') }
}

test('it shows its text, and answers with what is in it', () => {
  const { input, answer, calls } = entry('Ada')
  expect(input.value).toBe('Ada')
  calls(['set_text', 'Grace'])
  expect(answer('get_text')).toBe('Grace')
  calls(['clear'])
  expect(answer('get_text')).toBe('')
})

test('a server that sends null as its text means none', () => {
  expect(entry(null).input.value).toBe('')
})

test('Enter tells the text, and what was typed goes before', async () => {
  const here = entry()
  await userEvent.type(here.input, 'hi{Enter}')
  expect(events(here.sent())).toEqual(['modified("hi")', 'activated("hi")'])
})

test('typing is told once it rests', async () => {
  const here = entry()
  await userEvent.type(here.input, 'abc')
  expect(here.sent()).toEqual([])
  await expectEvents(here, ['modified("abc")'])
})

test('a text set by the server is not told', async () => {
  const here = entry('a')
  here.calls(['set_text', 'b'], ['clear'])
  await userEvent.type(here.input, '{Enter}')
  expect(events(here.sent())).toEqual(['activated("")'])
})

test('the same text leaves the caret where it is, another one as far as it can', async () => {
  const { input, calls } = entry('hello')
  await userEvent.click(input)
  input.setSelectionRange(1, 3)
  calls(['set_text', 'hello'])
  expect([input.selectionStart, input.selectionEnd]).toEqual([1, 3])
  calls(['set_text', 'hey'])
  expect([input.value, input.selectionStart]).toEqual(['hey', 1])
  input.setSelectionRange(3, 3)
  calls(['set_text', 'longer'])
  expect(input.selectionStart).toBe(6)
})

test('the Enter that ends composing tells nothing, however the browser says that', () => {
  const { input, sent } = entry('あ')
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...composing }))
  }
  expect(events(sent())).toEqual([])
})

test('a field that is cleared on Enter keeps what was typed behind it meanwhile', async () => {
  const here = entry()
  await userEvent.type(here.input, 'Milk{Enter}B')
  here.calls(['set_text', ''])
  expect(here.input.value).toBe('B')
})

test('what is being typed is not run over by the server until it has been told', async () => {
  const here = entry()
  await userEvent.type(here.input, 'mine')
  here.calls(['set_text', 'theirs'])
  expect(here.input.value).toBe('mine')
  await expectEvents(here, ['modified("mine")'])
  here.calls(['set_text', 'theirs'])
  expect(here.input.value).toBe('theirs')
})

test('when nobody listens to it, what is being typed gives way at once', async () => {
  const here = shown([], 'TextEntry')
  const input = here.find('input')
  await userEvent.type(input, 'mine')
  here.calls(['set_text', 'theirs'])
  expect(input.value).toBe('theirs')
})

test('arrow up brings back what was entered, arrow down what was being written', async () => {
  const here = entry('', { linehistory: 2 })
  await userEvent.type(here.input, 'one{Enter}')
  here.calls(['clear'])
  await userEvent.type(here.input, 'two{Enter}')
  here.calls(['clear'])
  await userEvent.type(here.input, 'dra')
  here.sent()
  const seen: string[] = []
  for (const key of ['{ArrowUp}', '{ArrowUp}', '{ArrowUp}', '{ArrowDown}', '{ArrowDown}']) {
    await userEvent.keyboard(key)
    seen.push(here.input.value)
  }
  expect(seen).toEqual(['two', 'one', 'one', 'two', 'dra'])
})

test('a line that was brought back is told like one that was typed', async () => {
  const here = entry()
  await userEvent.type(here.input, 'one{Enter}')
  here.calls(['clear'])
  await userEvent.keyboard('{ArrowUp}')
  here.sent()
  await expectEvents(here, ['modified("one")'])
})

test('a password is masked, and never brought back', async () => {
  const here = entry('', { password: true })
  expect(here.input.type).toBe('password')
  await userEvent.type(here.input, 'secret{Enter}')
  here.calls(['clear'])
  await userEvent.keyboard('{ArrowUp}')
  expect(here.input.value).toBe('')
  here.calls(['set_password', false])
  expect(here.input.type).toBe('text')
})

test('read only it can be focused but not changed', async () => {
  const here = entry('fixed', { editable: false })
  await userEvent.type(here.input, 'x')
  expect(here.input.value).toBe('fixed')
  expect(document.activeElement).toBe(here.input)
  here.calls(['set_editable', true])
  await userEvent.type(here.input, 'x')
  expect(here.input.value).toBe('fixedx')
})

test('a message is read out: its place is there before it comes', () => {
  const { find, calls } = entry()
  const place = find('[aria-live]')
  expect(place.checkVisibility()).toBe(true)
  calls(['set_error', 'Needed'])
  expect(place.textContent).toBe('Needed')
})

test('an error stands under the field and belongs to it', () => {
  const { input, find, calls } = entry('', { error: 'Needed' })
  const message = find('.tw-field-error')
  expect(message.textContent).toBe('Needed')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(input.getAttribute('aria-describedby')).toBe(message.id)
  calls(['set_error', ''])
  expect(message.offsetHeight).toBe(0)
  expect([input.ariaInvalid, input.getAttribute('aria-describedby')]).toEqual([null, null])
})

test('a placeholder is a hint, and the length a width in characters', () => {
  const { input, element, calls } = entry('', { placeholder: 'Search' })
  expect(input.placeholder).toBe('Search')
  calls(['set_placeholder', 'Find'], ['set_length', 10])
  expect(input.placeholder).toBe('Find')
  const narrow = element.offsetWidth
  calls(['set_length', 30])
  expect(element.offsetWidth).toBeGreaterThan(narrow * 2)
  calls(['set_length', 0])
  expect(element.offsetWidth).toBe(element.parentElement?.clientWidth)
})

test('colours and borders are those of the box, not of the message under it', () => {
  const { element, find, calls } = entry('', { error: 'x' })
  calls(['set_bg', 'rgb(1, 2, 3)'], ['set_border_width', 4], ['set_border_color', 'rgb(9, 9, 9)'])
  const box = getComputedStyle(find('.tw-field-box'))
  expect([box.backgroundColor, box.borderTopWidth]).toEqual(['rgb(1, 2, 3)', '4px'])
  expect(box.borderTopColor).toBe('rgb(9, 9, 9)')
  expect(getComputedStyle(element).borderTopWidth).toBe('0px')
})

test('the focus is seen as a ring around the box', () => {
  const { find, calls } = entry()
  calls(['set_focus'])
  expect(document.activeElement).toBe(find('input'))
  expect(getComputedStyle(find('.tw-field-box')).outlineStyle).toBe('solid')
})

test('axe has nothing to say', async () => {
  await expectAccessible(entry('text', { error: 'Wrong', placeholder: 'hint' }))
  await expectAccessible(entry('text', { editable: false }))
})

test('after its end nothing is told, not even what was being typed', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = entry()
  here.input.value = 'x'
  here.input.dispatchEvent(new Event('input'))
  here.send(call(1, 'destroy'))
  here.input.dispatchEvent(new Event('input'))
  here.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  vi.runAllTimers()
  expect(here.sent()).toEqual([])
  expect(here.root.childElementCount).toBe(0)
})
