import { expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, ref, unlisten } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n')

function area(...args: readonly Json[]) {
  const here = shown(['modified', 'scrolled'], 'TextArea', ...args)
  return { ...here, area: here.find('textarea') }
}

function fakeTime(): void {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

test('typing is told once it rests', async () => {
  const here = area('one')
  await userEvent.type(here.area, '{Enter}two')
  await expectEvents(here, ['modified("one\\ntwo")'])
})

test.each(['Control', 'Meta'])('%s+Enter tells the text, and adds no line', async (held) => {
  const here = shown(['modified', 'activated'], 'TextArea', 'one')
  await userEvent.type(here.find('textarea'), `, two{${held}>}{Enter}{/${held}}`)
  await expectEvents(here, ['modified("one, two")', 'activated("one, two")'])
  expect(here.answer('get_text')).toBe('one, two')
})

test('Enter alone is a new line, and so is one that ends a composed word', async () => {
  const here = shown(['modified', 'activated'], 'TextArea', 'one')
  const field = here.find('textarea')
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    const composed = { key: 'Enter', ctrlKey: true, ...composing }
    field.dispatchEvent(new KeyboardEvent('keydown', composed))
  }
  await userEvent.type(field, '{Enter}')
  await expectEvents(here, ['modified("one\\n")'])
})

test('Control+Shift+Enter tells nothing', async () => {
  const here = shown(['activated'], 'TextArea', 'one')
  const press = { key: 'Enter', ctrlKey: true, shiftKey: true }
  here.find('textarea').dispatchEvent(new KeyboardEvent('keydown', press))
  await expectEvents(here, [])
})

test('it has four lines, or as few as its height has room for', () => {
  const { widget, root, area: field, calls, send } = area('one', { error: 'Too long' })
  const heightOf = (element: Element) => element.getBoundingClientRect().height
  const { element } = widget(1)
  expect(heightOf(field)).toBeGreaterThan(4 * Number.parseFloat(getComputedStyle(field).lineHeight))
  calls(['set_error', ''], ['resize', 200, 50])
  expect([heightOf(element), heightOf(field)]).toEqual([50, 48])
  calls(['resize', 200, 300])
  expect(heightOf(field)).toBe(298)
  send(create(2, 'VBox'), call(2, 'add_widget', ref(1)), call(1, 'resize', null, 40))
  root.append(widget(2).element)
  expect([heightOf(element), heightOf(field)]).toEqual([40, 38])
})

test('text is added at the end, and the caret stays where it is', async () => {
  const { area: field, calls, answer } = area('one\n')
  await userEvent.click(field)
  field.setSelectionRange(1, 2)
  calls(['append_text', 'two\n'], ['append_text', 'three'])
  expect(answer('get_text')).toBe('one\ntwo\nthree')
  expect([field.selectionStart, field.selectionEnd]).toEqual([1, 2])
})

test('a text with other line ends counts as the same', async () => {
  const { area: field, calls } = area('one\ntwo')
  await userEvent.click(field)
  field.setSelectionRange(1, 2)
  calls(['set_text', 'one\r\ntwo'])
  expect([field.selectionStart, field.selectionEnd]).toEqual([1, 2])
})

test.each([
  [2, 'a\nb\nc', 'b\nc'],
  [2, 'a\nb\nc\n', 'b\nc\n'],
  [1, 'a\n\n', '\n'],
  [5, 'a\nb', 'a\nb'],
  [0, 'a\nb', 'a\nb'],
  [null, 'a\nb', 'a\nb'],
])('with a limit of %s lines %j is kept as %j', (limit, text, kept) => {
  const { calls, answer } = area()
  calls(['set_limit', limit], ['set_text', text])
  expect(answer('get_text')).toBe(kept)
  calls(['set_text', ''], ['append_text', text])
  expect(answer('get_text')).toBe(kept)
})

test('added text is followed while the end is in sight, and only then', async () => {
  const { area: field, calls, answer } = area(lines(40))
  calls(['scroll_to_end'], ['append_text', `\n${lines(10)}`])
  await Promise.resolve()
  expect(field.scrollTop).toBe(field.scrollHeight - field.clientHeight)
  calls(['append_text', `\n${lines(10)}`])
  expect(answer('get_scroll_position')).toEqual([0, 1])
  calls(['set_scroll_position', 0, 0.5])
  const middle = field.scrollTop
  calls(['append_text', `\n${lines(10)}`])
  await Promise.resolve()
  expect(field.scrollTop).toBe(middle)
})

test('however many texts one frame adds, it is looked once whether to follow them', async () => {
  const { area: field, calls } = area(lines(40))
  calls(['scroll_to_end'])
  const looked = vi.spyOn(Element.prototype, 'scrollHeight', 'get')
  calls(...Array.from({ length: 20 }, (_, at) => ['append_text', `\n${at}`] as const))
  await Promise.resolve()
  expect(looked).toHaveBeenCalledTimes(2)
  looked.mockRestore()
  expect(field.scrollTop).toBe(field.scrollHeight - field.clientHeight)
})

test('it scrolls by shares, and says where it is', () => {
  const { calls, answer, area: field } = area(`${lines(100)}\n${'wide '.repeat(100)}`)
  expect(answer('get_scroll_position')).toEqual([0, 0])
  calls(['set_scroll_position', 1, 1])
  expect(answer('get_scroll_position')).toEqual([1, 1])
  calls(['set_scroll_position', 0, 0.5])
  const [across, down] = answer('get_scroll_position') as [number, number]
  expect(across).toBe(0)
  expect(down).toBeCloseTo(0.5, 2)
  calls(['set_text', 'short'])
  expect(answer('get_scroll_position')).toEqual([0, 0])
  expect(field.scrollTop).toBe(0)
})

test('a line is brought to the top, to the middle, or just into sight', () => {
  const { calls, area: field } = area(lines(100))
  const height = Number.parseFloat(getComputedStyle(field).lineHeight)
  const padding = Number.parseFloat(getComputedStyle(field).paddingTop)
  const scrolled = (...args: Json[]) => {
    calls(['scroll_to_lineno', ...args])
    return field.scrollTop
  }
  const expectNear = (actual: number, wanted: number) =>
    expect(Math.abs(actual - wanted), `${actual} for ${wanted}`).toBeLessThanOrEqual(1)
  const top = padding + 50 * height
  const middle = top - (field.clientHeight - height) / 2
  expectNear(scrolled(50, 'top'), top)
  expectNear(scrolled(50, 'center'), middle)
  expectNear(scrolled(51), middle)
  expectNear(scrolled(60), padding + 61 * height - field.clientHeight)
  expectNear(scrolled(3), padding + 3 * height)
})

test('it tells where scrolling came to rest, and nothing on the way', async () => {
  const here = area(lines(100))
  here.calls(['set_scroll_position', 0, 0.2], ['set_scroll_position', 0, 1])
  await expectEvents(here, ['scrolled(0, 1)'])
})

test('a text that is shorter has been scrolled, too', async () => {
  const here = area(lines(100))
  here.calls(['scroll_to_end'])
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['set_text', 'short'])
  await expectEvents(here, ['scrolled(0, 0)'])
})

test('scrolling is watched only while it is listened to', async () => {
  const here = area(lines(100))
  here.send(unlisten(1, 'scrolled'))
  fakeTime()
  here.calls(['scroll_to_end'])
  here.area.dispatchEvent(new Event('scroll'))
  expect(vi.getTimerCount()).toBe(0)
})

test('long lines are broken when asked', () => {
  const { area: field, calls } = area('word '.repeat(500))
  expect(field.scrollWidth).toBeGreaterThan(field.clientWidth)
  calls(['set_wrap', true])
  expect(field.scrollWidth).toBe(field.clientWidth)
  calls(['set_wrap', false])
  expect(field.scrollWidth).toBeGreaterThan(field.clientWidth)
})

test('read only it cannot be changed', async () => {
  const here = area('fixed', { editable: false, placeholder: 'hint' })
  await userEvent.type(here.area, 'x')
  expect(here.area.value).toBe('fixed')
  expect(here.area.placeholder).toBe('hint')
})

test('what is being typed is not run over by the server, but what it adds is added', async () => {
  const here = area('')
  await userEvent.type(here.area, 'mine')
  here.calls(['set_text', 'theirs'], ['append_text', '!'])
  expect(here.area.value).toBe('mine!')
})

test('axe has nothing to say', async () => {
  await expectAccessible(area(lines(30), { error: 'Too long', wrap: true }))
})

test('after its end nothing is told', () => {
  fakeTime()
  const here = area(lines(100))
  const { area: field } = here
  field.dispatchEvent(new Event('input'))
  field.dispatchEvent(new Event('scroll'))
  here.send(call(1, 'destroy'))
  field.dispatchEvent(new Event('scroll'))
  expect(vi.getTimerCount()).toBe(0)
  expect(events(here.sent())).toEqual([])
})
