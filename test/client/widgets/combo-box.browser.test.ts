import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, page } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'

const fruit = ['Apple', 'Banana', 'Cherry', 'Date', 'Elderberry']

function comboBox(options: Readonly<Record<string, Json>> = {}) {
  const here = shown(['activated', 'modified'], 'ComboBox', { items: fruit, ...options })
  const face = here.find('[role=combobox]') as HTMLInputElement
  const list = here.find('[role=listbox]')
  return {
    ...here,
    face,
    list,
    isOpen: () => list.matches(':popover-open'),
    rows: () => [...list.children].map(({ textContent }) => textContent),
    active: () =>
      document.getElementById(face.getAttribute('aria-activedescendant') ?? '')?.textContent,
    told: () => events(here.sent()),
    state: () => [here.answer('get_index'), here.answer('get_text')],
  }
}

const choice = (options?: Readonly<Record<string, Json>>) => comboBox(options)
const entry = (options?: Readonly<Record<string, Json>>) => comboBox({ editable: true, ...options })

test('items given at first choose none of them, items added choose the first', () => {
  expect(choice().state()).toEqual([-1, ''])
  const here = choice({ items: [] })
  here.calls(['append_text', 'one'], ['append_text', 'two'])
  expect(here.state()).toEqual([0, 'one'])
})

test('an index set before is not overruled by the first item', () => {
  const here = choice()
  here.calls(['set_index', 2], ['set_items', []], ['append_text', 'one'])
  expect(here.state()).toEqual([-1, ''])
})

test('items go in by the alphabet, and the first of a text goes out', () => {
  const here = choice({ items: [] })
  for (const item of ['b', 'd', 'a', 'C', 'b']) here.calls(['insert_alpha', item])
  const items = () => [0, 1, 2, 3, 4].map((at) => here.answer('get_alpha', at))
  expect(items()).toEqual(['a', 'b', 'b', 'C', 'd'])
  here.calls(['delete_alpha', 'b'], ['delete_alpha', 'x'])
  expect(items()).toEqual(['a', 'b', 'C', 'd', null])
})

test.each([
  ['set_text', 'Cherry', [2, 'Cherry']],
  ['set_text', 'Fig', [-1, 'Fig']],
  ['set_index', 1, [1, 'Banana']],
  ['set_index', 9, [-1, '']],
  ['set_index', -1, [-1, '']],
  ['show_text', 'Date', [3, 'Date']],
  ['show_text', 'Fig', [-1, '']],
])('%s(%j) makes it %j, and is not told', (method, value, expected) => {
  const here = choice()
  here.calls([method, value])
  expect(here.state()).toEqual(expected)
  expect(here.sent()).toEqual([])
})

test('show_text sets any text of an editable one', () => {
  const here = entry()
  here.calls(['show_text', 'Fig'])
  expect(here.state()).toEqual([-1, 'Fig'])
})

test('new items keep the text that is among them, and bring back the one that was', () => {
  const here = choice()
  here.calls(['set_text', 'Cherry'], ['set_items', ['Cherry', 'Date']])
  expect(here.state()).toEqual([0, 'Cherry'])
  here.calls(['set_items', ['Date']])
  expect(here.state()).toEqual([-1, ''])
  here.calls(['set_items', fruit])
  expect(here.state()).toEqual([2, 'Cherry'])
})

test('new items leave the text of an editable one alone', () => {
  const here = entry()
  here.calls(['set_text', 'Fig'], ['set_items', ['a']])
  expect(here.state()).toEqual([-1, 'Fig'])
})

test('clear takes out items and text', () => {
  const here = choice()
  here.calls(['set_text', 'Date'], ['clear'])
  expect(here.state()).toEqual([-1, ''])
  expect(here.answer('get_alpha', 0)).toBe(null)
})

test('a click opens the list, a click on an item picks it', async () => {
  const here = choice()
  await userEvent.click(here.face)
  expect(here.isOpen()).toBe(true)
  expect(here.face.ariaExpanded).toBe('true')
  expect(here.rows()).toEqual(fruit)
  await userEvent.click(here.list.children[2]!)
  expect(here.isOpen()).toBe(false)
  expect(here.told()).toEqual(['activated(2, "Cherry")'])
  expect(document.activeElement).toBe(here.face)
})

test('the one that is chosen is marked and active at first', async () => {
  const here = choice()
  here.calls(['set_index', 3])
  await userEvent.click(here.face)
  const marked = [...here.list.children].filter(({ ariaSelected }) => ariaSelected === 'true')
  expect(marked.map(({ textContent }) => textContent)).toEqual(['Date'])
  expect(here.active()).toBe('Date')
})

test.each([
  ['{ArrowDown}', 'Apple'],
  ['{ArrowDown}{ArrowDown}', 'Banana'],
  [' {ArrowUp}', 'Apple'],
  ['{Enter}{PageDown}', 'Elderberry'],
  ['{End}{ArrowUp}', 'Date'],
  ['{End}{Home}', 'Apple'],
  ['c', 'Cherry'],
  ['{ArrowDown}da', 'Date'],
])('%s in a closed one makes %s the active option', async (keys, expected) => {
  const here = choice()
  here.face.focus()
  await userEvent.keyboard(keys)
  expect(here.active()).toBe(expected)
  expect(here.told()).toEqual([])
})

test.each(['{Enter}', ' ', '{Alt>}{ArrowUp}{/Alt}', '{Tab}'])(
  '%s picks the active one',
  async (key) => {
    const here = choice()
    here.face.focus()
    await userEvent.keyboard(`{ArrowDown}{ArrowDown}${key}`)
    expect(here.told()).toEqual(['activated(1, "Banana")'])
    expect(here.isOpen()).toBe(false)
    expect(here.state()).toEqual([1, 'Banana'])
  },
)

test('Escape closes the list and changes nothing', async () => {
  const here = choice()
  here.calls(['set_index', 0])
  here.face.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Escape}')
  expect(here.isOpen()).toBe(false)
  expect(here.state()).toEqual([0, 'Apple'])
  expect(here.told()).toEqual([])
})

test.each([
  ['in an empty place', (outside: HTMLElement) => outside],
  [
    'on a button that keeps the focus where it is',
    (outside: HTMLElement) => {
      const button = document.createElement('button')
      button.addEventListener('mousedown', (event) => event.preventDefault())
      outside.append(button)
      return button
    },
  ],
])('a click outside %s closes the list', async (_, place) => {
  const here = choice()
  const outside = document.createElement('div')
  outside.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 50px; height: 50px'
  here.root.append(outside)
  await userEvent.click(here.face)
  await userEvent.click(place(outside))
  expect(here.isOpen()).toBe(false)
  expect(here.told()).toEqual([])
})

test('leaving by the keyboard closes the list of an editable one', async () => {
  const here = entry()
  here.face.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(here.isOpen()).toBe(true)
  await userEvent.tab()
  expect(here.isOpen()).toBe(false)
  expect(here.told()).toEqual([])
})

test('typing shows what contains it, and is told once it rests', async () => {
  const here = entry()
  await userEvent.type(here.face, 'RR')
  expect(here.rows()).toEqual(['Cherry', 'Elderberry'])
  expect(here.active()).toBeUndefined()
  await expectEvents(here, ['modified("RR")'])
  await userEvent.type(here.face, 'x')
  expect(here.isOpen()).toBe(false)
})

test('what was typed is picked from what is left', async () => {
  const here = entry()
  await userEvent.type(here.face, 'rr{ArrowDown}{ArrowDown}{Enter}')
  expect(here.told().at(-1)).toBe('activated(4, "Elderberry")')
  expect(here.state()).toEqual([4, 'Elderberry'])
})

test('Enter on a text that is no item adds it; on one that is, it does not', async () => {
  const here = entry()
  await userEvent.type(here.face, 'Fig{Enter}')
  expect(here.told()).toEqual(['modified("Fig")', 'activated(5, "Fig")'])
  await userEvent.keyboard('{Enter}')
  expect(here.told()).toEqual(['activated(5, "Fig")'])
  expect(here.answer('get_alpha', 6)).toBe(null)
})

test('Enter on nothing adds nothing', async () => {
  const here = entry()
  here.face.focus()
  await userEvent.keyboard('{Enter}')
  expect(here.told()).toEqual(['activated(-1, "")'])
  expect(here.answer('get_alpha', 5)).toBe(null)
})

test('the arrow of an editable one shows all items, whatever the text is', async () => {
  const here = entry()
  here.calls(['set_text', 'Date'])
  await userEvent.click(here.find('.tw-combo-box-arrow'))
  expect(here.rows()).toEqual(fruit)
  expect(here.active()).toBe('Date')
  await userEvent.click(here.find('.tw-combo-box-arrow'))
  expect(here.isOpen()).toBe(false)
})

test('what is being typed is not run over by the server', async () => {
  const here = entry()
  await userEvent.type(here.face, 'mine')
  here.calls(['set_text', 'Date'], ['set_index', 1])
  expect(here.answer('get_text')).toBe('mine')
})

test('the list shows as many rows as its limit, and scrolls to the active one', async () => {
  const here = choice({ dropdown_limit: 3 })
  await userEvent.click(here.face)
  const row = (here.list.children[0] as HTMLElement).offsetHeight
  expect(Math.floor(here.list.clientHeight / row)).toBe(3)
  await userEvent.keyboard('{End}')
  const last = here.list.lastElementChild!.getBoundingClientRect()
  expect(last.bottom).toBeLessThanOrEqual(here.list.getBoundingClientRect().bottom)
})

test('nothing clips the list, and it opens upwards where there is no room below', async () => {
  const here = choice()
  const frame = document.createElement('div')
  frame.style.cssText = 'position: fixed; bottom: 4px; height: 40px; width: 200px; overflow: hidden'
  here.root.append(frame)
  frame.append(here.element)
  await userEvent.click(here.face)
  const field = () => here.find('.tw-field-box').getBoundingClientRect()
  await expect.poll(() => here.list.getBoundingClientRect().bottom).toBeLessThanOrEqual(field().top)
  const { left, top } = here.list.getBoundingClientRect()
  expect(here.list.contains(document.elementFromPoint(left + 20, top + 20))).toBe(true)
})

test('items that change while the list is open change in it, too', async () => {
  const here = choice()
  await userEvent.click(here.face)
  await userEvent.keyboard('{ArrowDown}')
  here.calls(['insert_alpha', 'Avocado'])
  expect(here.rows()).toEqual(['Apple', 'Avocado', ...fruit.slice(1)])
  expect(here.active()).toBe('Banana')
  here.calls(['clear'])
  expect(here.isOpen()).toBe(false)
})

test('items that come while one types are those of what was typed, and none is taken unasked', async () => {
  const here = entry()
  await userEvent.click(here.face)
  await userEvent.keyboard('an')
  here.calls(['set_items', ['Mandarin', 'Fig', 'Mango']])
  expect([here.rows(), here.active()]).toEqual([['Mandarin', 'Mango'], undefined])
  here.told()
  await userEvent.keyboard('{Enter}')
  expect(here.told()).toContain('activated(3, "an")')
})

test('items that come for what is typed open the list, unless one has done with it', async () => {
  const here = entry({ items: [] })
  await userEvent.click(here.face)
  await userEvent.keyboard('a')
  expect(here.isOpen()).toBe(false)
  here.calls(['set_items', fruit])
  expect(here.rows()).toEqual(['Apple', 'Banana', 'Date'])
  await userEvent.keyboard('{Escape}')
  here.calls(['set_items', ['Apple']])
  expect(here.isOpen()).toBe(false)
  await userEvent.keyboard('p')
  here.face.blur()
  here.calls(['set_items', fruit])
  expect(here.isOpen()).toBe(false)
})

test('without items nothing opens', async () => {
  const here = choice({ items: [] })
  await userEvent.click(here.face)
  expect(here.isOpen()).toBe(false)
  expect(here.face.ariaExpanded).toBe('false')
})

test('disabled it does not open, and an open one closes', async () => {
  const here = entry()
  here.face.focus()
  await userEvent.keyboard('{ArrowDown}')
  here.calls(['set_enabled', false])
  expect([here.isOpen(), here.face.disabled]).toEqual([false, true])
  here.find('.tw-combo-box-arrow').click()
  expect(here.isOpen()).toBe(false)
})

test('hidden it closes its list', async () => {
  const here = choice()
  await userEvent.click(here.face)
  here.calls(['hide'])
  expect(here.isOpen()).toBe(false)
})

test('taken out of the page while open and put back, it opens again', async () => {
  const here = choice()
  await userEvent.click(here.face)
  here.element.remove()
  here.root.append(here.element)
  await userEvent.click(here.face)
  expect(here.isOpen()).toBe(true)
})

test('an item is text, never markup', async () => {
  const here = choice({ items: ['<b>bold</b>'] })
  await userEvent.click(here.face)
  expect(here.rows()).toEqual(['<b>bold</b>'])
  expect(here.list.querySelector('b')).toBe(null)
})

test('disabled it looks as any other field that is', () => {
  const { send, widget, root } = page()
  send(create(1, 'ComboBox'), create(2, 'TextEntry'))
  send(call(1, 'set_enabled', false), call(2, 'set_enabled', false))
  const looks = [1, 2].map((wid) => {
    root.append(widget(wid).element)
    const field = widget(wid).element.querySelector('.tw-field-box')!
    const { backgroundColor, borderColor } = getComputedStyle(field)
    return { backgroundColor, borderColor }
  })
  expect(looks[0]).toEqual(looks[1])
})

test('axe has nothing to say, closed or open', async () => {
  for (const make of [choice, entry]) {
    const here = make({ error: 'Choose one' })
    await expectAccessible(here)
    here.calls(['set_index', 1])
    here.face.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(here.isOpen()).toBe(true)
    await expectAccessible(here)
    here.dispose()
  }
})

test('destroyed while open it takes its list along, and lets everything go', async () => {
  const here = page()
  const counts = countListeners()
  here.send(create(1, 'ComboBox', { items: fruit }))
  here.root.append(here.widget(1).element)
  await userEvent.click(here.root.querySelector('[role=combobox]')!)
  expect(counts.open()).toBeGreaterThan(0)
  here.send(call(1, 'destroy'))
  expect(here.root.childElementCount).toBe(0)
  expect(counts.open()).toBe(0)
})

/** How many `pointerdown` listeners the document has got and not lost again. */
function countListeners() {
  const added = vi.spyOn(document, 'addEventListener')
  const removed = vi.spyOn(document, 'removeEventListener')
  const times = ({ mock }: typeof added | typeof removed) =>
    mock.calls.filter(([type]) => type === 'pointerdown').length
  return { open: () => times(added) - times(removed) }
}
