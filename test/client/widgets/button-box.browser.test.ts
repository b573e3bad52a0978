import { beforeAll, expect, test } from 'vitest'
import type { Json, ServerMessage } from '../../../src/protocol/messages.ts'
import { call, create, page, ready, ref } from '../harness.ts'

beforeAll(() => ready('ButtonBox'))

/** A box #1, 600 px wide, of the buttons OK #2 and Cancel everything #3, put in with these arguments. */
function box(
  options: Json,
  places: readonly Json[][] = [[], []],
  ...more: readonly ServerMessage[]
) {
  const here = page()
  here.send(create(1, 'ButtonBox', options), call(1, 'resize', 600, null))
  for (const [at, text] of ['OK', 'Cancel everything'].entries()) {
    here.send(create(at + 2, 'Button', text), call(1, 'add_widget', ref(at + 2), ...places[at]!))
  }
  here.send(...more)
  here.root.append(here.widget(1).element)
  const boxes = () => {
    const { left } = here.widget(1).element.getBoundingClientRect()
    return [2, 3].map((wid) => {
      const found = here.widget(wid).element.getBoundingClientRect()
      return { left: Math.round(found.left - left), top: found.top, width: Math.round(found.width) }
    })
  }
  return { ...here, boxes }
}

test('all buttons are as wide as the widest, side by side', () => {
  const [ok, cancel] = box({}).boxes()
  expect(ok!.width).toBe(cancel!.width)
  expect([ok!.width > 100, cancel!.top === ok!.top]).toEqual([true, true])
})

test('upright they are as wide as the widest too, one below the other', () => {
  const [ok, cancel] = box({ orientation: 'vertical' }).boxes()
  expect(ok!.width).toBe(cancel!.width)
  expect([ok!.left === cancel!.left, cancel!.top > ok!.top]).toEqual([true, true])
})

test.each([
  ['left', (left: number) => left === 0],
  ['center', (left: number, width: number) => Math.abs(2 * left + 2 * width + 8 - 600) < 4],
  ['right', (left: number, width: number) => Math.abs(left + 2 * width + 8 - 600) < 4],
])('they stand on the side they are told: %s', (halign, isThere) => {
  const given = box({ halign }).boxes()[0]!
  expect(isThere(given.left, given.width)).toBe(true)
  const set = box({}, [[], []], call(1, 'set_halign', halign)).boxes()[0]!
  expect(isThere(set.left, set.width)).toBe(true)
})

test('none is narrower than the least width', () => {
  expect(
    box({ min_button_width: 200 })
      .boxes()
      .map(({ width }) => width),
  ).toEqual([200, 200])
})

test('the gap is what was set', () => {
  const [ok, cancel] = box({}, [[], []], call(1, 'set_spacing', 30)).boxes()
  expect(cancel!.left - ok!.left - ok!.width).toBe(30)
})

test('one with a share takes the spare room, and gives it back', () => {
  const { boxes, send } = box({}, [[1], []])
  const [ok, cancel] = boxes()
  expect(ok!.width + cancel!.width).toBe(592)
  expect(ok!.width).toBeGreaterThan(cancel!.width)
  send(call(1, 'add_widget', ref(2), 0))
  expect(boxes()[0]!.width).toBe(boxes()[1]!.width)
})

test('children come, move and go', () => {
  const { send, ask, widget } = box({})
  const texts = () => widget(1).element.textContent
  send(create(4, 'Button', 'Help'), call(1, 'insert_widget', 0, ref(4)))
  expect(texts()).toBe('HelpOKCancel everything')
  send(call(1, 'insert_before', ref(3), ref(4)), call(1, 'remove', ref(2)))
  expect([texts(), ask(1, 'num_children')]).toEqual(['Cancel everythingHelp', 2])
  send(call(1, 'remove_all', true))
  expect(texts()).toBe('')
})

test('in a narrow place nothing is cut off', () => {
  const { widget } = box({}, [[], []], call(1, 'resize', 120, null))
  const { right } = widget(1).element.getBoundingClientRect()
  expect(widget(3).element.getBoundingClientRect().right).toBeLessThanOrEqual(right)
})
