import { beforeAll, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { call, callback, create, listen, named, page, ready, ref } from '../harness.ts'
import { expectAccessible } from './shown.ts'

beforeAll(() => ready('StackWidget'))

/** A stack #1 of pages #2 "A", #3 "B" and #4 "C", which are fields. */
function stack() {
  const here = page()
  here.send(create(1, 'StackWidget'), listen(1, 'page-switch'))
  for (const [at, title] of ['A', 'B', 'C'].entries()) {
    here.send(create(at + 2, 'TextEntry', title), call(at + 2, 'set_label', `Field ${title}`))
    here.send(call(1, 'add_widget', ref(at + 2), { title }))
  }
  const { element } = here.widget(1)
  here.root.append(element)
  const shown = () =>
    [2, 3, 4].filter((wid) => here.remote.widget(wid) && isSeen(here.widget(wid).element))
  return { ...here, element, shown }
}

function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0
}

const switched = (wid: number, index: number) =>
  callback(1, 'page-switch', named(wid, 'TextEntry'), index)

test('the first page is shown, and told', () => {
  const { shown, sent, ask } = stack()
  expect([shown(), sent(), ask(1, 'get_index')]).toEqual([[2], [switched(2, 0)], 0])
})

test('calls show another page and tell it; the same one, and none, tell nothing', () => {
  const { send, sent, shown } = stack()
  sent()
  send(call(1, 'set_index', 2), call(1, 'set_index', 2), call(1, 'set_index', 7))
  send(call(1, 'set_index', -1), call(1, 'show_widget', ref(3)), call(1, 'show_widget', ref(1)))
  expect([sent(), shown()]).toEqual([[switched(4, 2), switched(3, 1)], [3]])
})

test('pages that are not shown keep their state, and the Tab key passes them by', async () => {
  const { send, widget } = stack()
  const field = widget(2).element.querySelector('input')!
  await userEvent.type(field, 'bc')
  send(call(1, 'set_index', 1))
  await userEvent.tab()
  expect(document.activeElement).not.toBe(field)
  send(call(1, 'set_index', 0))
  expect(field.value).toBe('Abc')
})

test('the focus goes along to the page that is shown, and on to what is on it', async () => {
  const { send, element, widget } = stack()
  const field = (wid: number) => widget(wid).element.querySelector('input')!
  field(2).focus()
  send(call(1, 'set_index', 1))
  expect(document.activeElement?.ariaLabel).toBe('B')
  await userEvent.tab()
  expect(document.activeElement).toBe(field(3))
  send(call(1, 'remove', ref(3)))
  expect(document.activeElement?.ariaLabel).toBe('C')
  field(4).focus()
  field(4).blur()
  send(call(1, 'set_index', 0))
  expect(element.contains(document.activeElement)).toBe(false)
})

test('when the shown page goes, the one behind it is shown, or else the one before', () => {
  const { send, sent, shown, ask } = stack()
  sent()
  send(call(1, 'remove', ref(2)), call(1, 'set_index', 1), call(1, 'remove', ref(4)))
  expect([shown(), sent()]).toEqual([[3], [switched(3, 0), switched(4, 1), switched(3, 0)]])
  send(call(1, 'remove_all', true))
  expect([shown(), ask(1, 'get_index'), sent()]).toEqual([[], -1, []])
})

test('when another page goes or moves, the shown one stays', () => {
  const { send, sent, shown, ask } = stack()
  sent()
  send(call(1, 'remove', ref(3), true), call(1, 'insert_before', ref(4), ref(2)))
  expect([shown(), ask(1, 'get_index'), sent()]).toEqual([[2], 1, []])
})

test('pages are found by child and by index', () => {
  const { ask } = stack()
  expect([ask(1, 'index_of', ref(4)), ask(1, 'index_of', ref(1))]).toEqual([2, -1])
  expect([ask(1, 'index_to_widget', 1), ask(1, 'index_to_widget', 5)]).toEqual([
    named(3, 'TextEntry'),
    null,
  ])
})

test('a page has the size of the stack', () => {
  const { send, element, widget } = stack()
  send(create(9, 'VBox'), call(1, 'add_widget', ref(9)), call(1, 'resize', 300, 200))
  send(call(1, 'show_widget', ref(9)))
  const { offsetWidth, offsetHeight } = widget(9).element
  expect([offsetWidth, offsetHeight, element.offsetHeight]).toEqual([300, 200, 200])
})

test('the title of a page names it, and axe has nothing to say', async () => {
  const here = stack()
  expect(here.element.querySelector('[role=group]')?.ariaLabel).toBe('A')
  await expectAccessible(here)
})

test('options that are none are refused', () => {
  expect(() => stack().ask(1, 'add_widget', ref(2), { title: 4 })).toThrow(
    'StackWidget.add_widget needs "options" to be TabOptions, got {"title":4}',
  )
})
