import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, named, page, ref } from '../harness.ts'

/** Tabs #1 with pages #2 "A", #3 "B" and #4 "C", which are labels. */
function tabs(options: Json = {}) {
  const here = page()
  here.send(create(1, 'TabWidget', options))
  for (const [at, title] of ['A', 'B', 'C'].entries()) {
    here.send(create(at + 2, 'Label', `Page ${title}`))
    here.send(call(1, 'add_widget', ref(at + 2), { title }))
  }
  here.send(listen(1, 'page-switch'), listen(1, 'page-close'))
  const { element } = here.widget(1)
  here.root.append(element)
  const all = () => [...element.querySelectorAll<HTMLElement>('[role=tab]')]
  const titles = () => all().map((tab) => tab.textContent)
  const tab = (title: string) => all().find((one) => one.textContent === title)!
  const shown = () => element.querySelector<HTMLElement>('.tw-tab-pages')!.innerText
  return { ...here, element, all, titles, tab, shown }
}

const switched = (wid: number, index: number) =>
  callback(1, 'page-switch', named(wid, 'Label'), index)

test('the first page is shown, and told before it is told that it came', () => {
  const { send, sent } = page()
  send(
    create(1, 'TabWidget'),
    listen(1, 'page-switch'),
    listen(1, 'child-added'),
    create(2, 'Label'),
  )
  send(call(1, 'add_widget', ref(2)))
  expect(sent()).toEqual([switched(2, 0), callback(1, 'child-added', named(2, 'Label'))])
})

test('each tab names the page that it shows', () => {
  const { all, element } = tabs()
  const pages = [...element.querySelectorAll('[role=tabpanel]')]
  const named = all().map((tab) => element.querySelector(`#${tab.getAttribute('aria-controls')}`))
  expect([named, pages.map(({ ariaLabel }) => ariaLabel)]).toEqual([pages, ['A', 'B', 'C']])
})

test('a click on a tab shows its page and tells it', async () => {
  const { tab, shown, sent, ask } = tabs()
  expect(shown()).toBe('Page A')
  await userEvent.click(tab('B'))
  await userEvent.click(tab('B'))
  expect([shown(), ask(1, 'get_index'), sent()]).toEqual(['Page B', 1, [switched(3, 1)]])
})

test.each([
  ['top', '{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}{Home}{End}', [1, 2, 0, 2, 0, 2]],
  ['left', '{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{Home}{End}', [1, 2, 0, 2, 0, 2]],
  ['top', '{ArrowDown}{ArrowUp}', []],
])('with tabs at the %s the keys %s go around', async (tab_position, keys, indexes) => {
  const { tab, all, sent } = tabs({ tab_position })
  await userEvent.click(tab('A'))
  await userEvent.keyboard(keys)
  expect(sent()).toEqual(indexes.map((index) => switched(index + 2, index)))
  expect(document.activeElement).toBe(all()[indexes.at(-1) ?? 0])
})

test.each([
  ['top', '{ArrowLeft}', 'B'],
  ['bottom', '{ArrowRight}', 'C'],
  ['left', '{ArrowDown}', 'B'],
])('from right to left with tabs at the %s the key %s leads to %s', async (at, key, wanted) => {
  const { tab, root } = tabs({ tab_position: at })
  root.dir = 'rtl'
  await userEvent.click(tab('A'))
  await userEvent.keyboard(key)
  expect(document.activeElement).toBe(tab(wanted))
})

test('the tabs are one stop of the Tab key', async () => {
  const { tab, all, send, root, widget } = tabs()
  send(create(9, 'Button', 'Behind'))
  root.append(widget(9).element)
  await userEvent.click(tab('B'))
  expect(all().map((one) => one.tabIndex)).toEqual([-1, 0, -1])
  await userEvent.tab()
  expect(document.activeElement).toBe(widget(9).element)
  await userEvent.tab({ shift: true })
  expect(document.activeElement).toBe(tab('B'))
})

test('calls that change the page tell it, others and indexes out of range do not', () => {
  const { send, sent, shown } = tabs()
  send(
    call(1, 'set_index', 2),
    call(1, 'set_index', 2),
    call(1, 'set_index', 7),
    call(1, 'set_index', -1),
  )
  send(call(1, 'show_widget', ref(3)))
  expect([sent(), shown()]).toEqual([[switched(4, 2), switched(3, 1)], 'Page B'])
})

test('when the shown page goes, the one behind it is shown, or else the one before', () => {
  const { send, sent, shown, ask } = tabs()
  send(call(1, 'remove', ref(2)), call(1, 'set_index', 1), call(1, 'close_widget', ref(4)))
  expect([shown(), sent()]).toEqual(['Page B', [switched(3, 0), switched(4, 1), switched(3, 0)]])
  send(call(1, 'remove', ref(3)))
  expect([shown(), ask(1, 'get_index'), sent()]).toEqual(['', -1, []])
})

test('when the page with the focus goes, or another is shown, the tab that is shown has it', () => {
  const { send, tab, widget } = tabs()
  tab('A').focus()
  send(call(1, 'remove', ref(2)))
  expect(document.activeElement).toBe(tab('B'))
  send(call(3, 'set_focus'))
  expect(document.activeElement).toBe(widget(3).element)
  send(call(1, 'set_index', 1))
  expect(document.activeElement).toBe(tab('C'))
})

test('where no tabs are shown the page has the focus that another one has lost', () => {
  const { send, widget } = tabs({ tab_position: 'none' })
  send(call(2, 'set_focus'), call(1, 'set_index', 1))
  expect(document.activeElement).toBe(widget(3).element.parentElement)
})

test('a tab that is shown comes into sight in its strip, and nothing around it moves', () => {
  const { send, element, root, tab } = tabs()
  const [box, high] = [document.createElement('div'), document.createElement('div')]
  box.style.cssText = 'height: 200px; overflow: auto'
  high.style.height = '1000px'
  root.append(box)
  box.append(high, element)
  send(call(1, 'resize', 60, 100), call(1, 'set_index', 2))
  const strip = element.querySelector('[role=tablist]')!.getBoundingClientRect()
  expect(tab('C').getBoundingClientRect().right).toBeLessThanOrEqual(strip.right + 1)
  expect(box.scrollTop).toBe(0)
})

test('when another page goes, nothing else changes', () => {
  const { send, sent, shown, titles } = tabs()
  send(call(1, 'remove', ref(3), true))
  expect([shown(), titles(), sent()]).toEqual(['Page A', ['A', 'C'], []])
})

test('a close mark, a click of the middle button and the Delete key ask, and the page stays', async () => {
  const { element, tab, sent, titles } = tabs({ closable: true })
  await userEvent.click(element.querySelectorAll('.tw-tab-close')[1]!)
  await userEvent.click(tab('C'), { button: 'middle' })
  await userEvent.click(tab('A'))
  await userEvent.keyboard('{Delete}')
  expect(sent()).toEqual([3, 4, 2].map((wid) => callback(1, 'page-close', named(wid, 'Label'))))
  expect(titles()).toEqual(['A', 'B', 'C'])
})

test('what closes a tab chooses nothing in a menu', () => {
  const { tab } = tabs({ closable: true })
  const press = new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, cancelable: true })
  tab('A').dispatchEvent(press)
  expect(press.defaultPrevented).toBe(true)
})

test('without closable there is no mark, and the Delete key does nothing', async () => {
  const { element, tab, sent } = tabs()
  await userEvent.click(tab('A'))
  await userEvent.keyboard('{Delete}')
  expect([element.querySelector('.tw-tab-close'), sent()]).toEqual([null, []])
})

test('tabs are dragged into another order', async () => {
  const { tab, titles, sent } = tabs({ reorderable: true })
  await userEvent.dragAndDrop(tab('A'), tab('C'), { targetPosition: { x: 20, y: 10 } })
  expect(titles()).toEqual(['B', 'C', 'A'])
  expect(
    sent().filter((message) => message.type === 'callback' && message.action !== 'page-switch'),
  ).toEqual([])
})

test('from right to left they are dragged, too', async () => {
  const { tab, titles, root } = tabs({ reorderable: true })
  root.dir = 'rtl'
  await userEvent.dragAndDrop(tab('A'), tab('C'), { targetPosition: { x: 3, y: 10 } })
  expect(titles()).toEqual(['B', 'C', 'A'])
})

test('a finger that goes over the tabs scrolls, and drags none', () => {
  const { tab, titles } = tabs({ reorderable: true })
  const [from, to] = [tab('A'), tab('C')].map((one) => one.getBoundingClientRect())
  const options = { pointerType: 'touch', isPrimary: true, bubbles: true, clientY: from!.top + 5 }
  const touch = (type: string, clientX: number) =>
    tab('A').dispatchEvent(new PointerEvent(type, { ...options, clientX }))
  touch('pointerdown', from!.left)
  touch('pointermove', to!.right)
  touch('pointercancel', to!.right)
  expect(titles()).toEqual(['A', 'B', 'C'])
})

test('with Ctrl and Shift arrow keys move the tab', async () => {
  const { tab, titles, shown } = tabs({ reorderable: true })
  await userEvent.click(tab('B'))
  await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}')
  expect([titles(), shown(), document.activeElement]).toEqual([['A', 'C', 'B'], 'Page B', tab('B')])
})

test('without reorderable they stay', async () => {
  const { tab, titles } = tabs()
  await userEvent.dragAndDrop(tab('A'), tab('C'))
  expect(titles()).toEqual(['A', 'B', 'C'])
})

test('moving a page keeps its title; a new title is taken', () => {
  const { send, titles, shown } = tabs()
  send(
    call(1, 'insert_before', ref(4), ref(2)),
    call(1, 'insert_before', ref(2), ref(3), { title: '<b>' }),
  )
  expect([titles(), shown()]).toEqual([['C', '<b>', 'B'], 'Page A'])
})

test('pages are found by child and by index', () => {
  const { ask, send } = tabs()
  send(create(9, 'Label'))
  expect([ask(1, 'index_of', ref(4)), ask(1, 'index_of', ref(9))]).toEqual([2, -1])
  expect([ask(1, 'index_to_widget', 1), ask(1, 'index_to_widget', 5)]).toEqual([
    named(3, 'Label'),
    null,
  ])
  expect([ask(1, 'get_tab_id', ref(2)), ask(1, 'get_tab_id', ref(9))]).toEqual(['tab_0', null])
  expect(ask(1, 'get_child', 'tab_0')).toBeNull()
})

test.each([
  ['top', (tab: DOMRect, pane: DOMRect) => tab.bottom <= pane.top + 1],
  ['bottom', (tab: DOMRect, pane: DOMRect) => tab.top >= pane.bottom - 1],
  ['left', (tab: DOMRect, pane: DOMRect) => tab.right <= pane.left + 1],
  ['right', (tab: DOMRect, pane: DOMRect) => tab.left >= pane.right - 1],
])('tabs stand at the %s', (position, stands) => {
  const { send, element, tab } = tabs()
  send(call(1, 'resize', 300, 200), call(1, 'set_tab_position', position))
  const pages = element.querySelector('.tw-tab-pages')!
  expect(stands(tab('A').getBoundingClientRect(), pages.getBoundingClientRect())).toBe(true)
})

test('at none they are not shown at all', () => {
  const { tab } = tabs({ tab_position: 'none' })
  expect(tab('A').getClientRects()).toHaveLength(0)
})

test('a tab can be highlighted', () => {
  const { send, tab } = tabs()
  send(call(1, 'highlight_tab', ref(3), 'rgb(1, 2, 3)'))
  expect(getComputedStyle(tab('B').parentElement!).backgroundColor).toBe('rgb(1, 2, 3)')
  send(call(1, 'highlight_tab', ref(3), null))
  expect(tab('B').parentElement!.style.background).toBe('')
})

test('many tabs scroll in their strip and never widen the page', () => {
  const { send, element, root } = tabs()
  root.style.width = '200px'
  send(...Array.from({ length: 20 }, (_, at) => create(at + 20, 'Label')))
  send(
    ...Array.from({ length: 20 }, (_, at) =>
      call(1, 'add_widget', ref(at + 20), { title: `Tab ${at}` }),
    ),
  )
  expect(element.offsetWidth).toBe(200)
  expect(root.scrollWidth).toBe(200)
})

test('at the side a long title goes on in the next line', () => {
  const { send, element, tab } = tabs({ tab_position: 'left' })
  send(
    call(1, 'resize', 200, 200),
    call(1, 'add_widget', ref(2), { title: 'A title with many words' }),
  )
  const strip = element.querySelector('.tw-tab-strip')!
  expect(strip.scrollWidth).toBe(strip.clientWidth)
  expect(tab('A title with many words').offsetHeight).toBeGreaterThan(tab('B').offsetHeight)
})

test.each([
  ['left', 'ltr', '-2px'],
  ['left', 'rtl', '2px'],
  ['right', 'ltr', '2px'],
  ['right', 'rtl', '-2px'],
])('at the %s, read %s, the shown tab is marked where its page is', (position, direction, at) => {
  const { root, tab } = tabs({ tab_position: position })
  root.dir = direction
  expect(getComputedStyle(tab('A').parentElement!).boxShadow).toContain(` ${at} 0px 0px 0px inset`)
})
