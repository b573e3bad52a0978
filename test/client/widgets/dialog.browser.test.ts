import { expect, onTestFinished, test } from 'vitest'
import { page as browserPage, userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, named, page, ref, unlisten } from '../harness.ts'
import { events, expectAccessible } from './shown.ts'

const okCancel = [
  ['Cancel', 'no'],
  ['OK', { answer: true }],
]

/** Dialog #1 with a TextEntry #2 in it, and a Button #3 beside it on the page. Nothing is shown yet. */
function dialog(title: string | null = 'Rename', options: Readonly<Record<string, Json>> = {}) {
  const here = page()
  here.send(
    create(1, 'Dialog', title, okCancel, options),
    listen(1, 'activated'),
    listen(1, 'move'),
  )
  here.send(create(2, 'TextEntry', 'report'), call(2, 'set_label', 'Name'))
  here.send(create(3, 'Button', 'Outside'), call(1, 'add_widget', ref(2)))
  here.root.append(here.widget(3).element)
  const element = here.widget(1).element as HTMLDialogElement
  return {
    ...here,
    element,
    input: here.widget(2).element.querySelector('input')!,
    outside: here.widget(3).element,
    bar: element.querySelector<HTMLElement>('.tw-title-bar')!,
    content: element.querySelector<HTMLElement>('.tw-dialog-content')!,
    calls: (method: string, ...args: Json[]) => here.send(call(1, method, ...args)),
    answer: (method: string) => here.ask(1, method),
    told: () => events(here.sent()),
    button: (label: string) =>
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent === label)!,
  }
}

async function setViewport(width: number, height: number): Promise<void> {
  await browserPage.viewport(width, height)
  onTestFinished(() => browserPage.viewport(800, 600))
}

function rectOf({ element }: { readonly element: HTMLElement }) {
  const { x, y, width, height } = element.getBoundingClientRect()
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  }
}

test('it is on the page once it pops up, and out of sight when hidden', () => {
  const here = dialog()
  expect([here.element.isConnected, here.answer('is_visible')]).toEqual([false, false])
  here.calls('popup')
  expect([here.element.open, here.answer('is_visible')]).toEqual([true, true])
  here.calls('hide')
  expect([here.element.checkVisibility(), here.answer('is_visible')]).toEqual([false, false])
  here.calls('show')
  expect(here.element.open).toBe(true)
})

test('without a place it stands in the middle, with one it stands there', () => {
  const here = dialog()
  here.calls('popup')
  const { x, width, y, height } = rectOf(here)
  expect(Math.abs(2 * x + width - innerWidth)).toBeLessThanOrEqual(1)
  expect(Math.abs(2 * y + height - innerHeight)).toBeLessThanOrEqual(1)
  here.calls('popup', 20, 30)
  expect(rectOf(here)).toMatchObject({ x: 20, y: 30 })
  here.calls('set_position', 40, 50)
  expect(rectOf(here)).toMatchObject({ x: 40, y: 50 })
  here.calls('set_position', null, null)
  expect(rectOf(here)).toMatchObject({ x, y })
})

test('a position that was set before it is shown holds', () => {
  const here = dialog()
  here.calls('set_position', 40, 50)
  here.calls('popup')
  expect(rectOf(here)).toMatchObject({ x: 40, y: 50 })
})

test('it never stands outside of the window, not even when that becomes smaller', async () => {
  const here = dialog()
  here.calls('popup', 5000, 5000)
  const { width, height } = rectOf(here)
  expect(rectOf(here)).toMatchObject({ x: innerWidth - width, y: innerHeight - height })
  await setViewport(500, 400)
  await expect.poll(() => rectOf(here)).toMatchObject({ x: 500 - width, y: 400 - height })
})

test('it fits a phone, and what is too long scrolls', async () => {
  await setViewport(390, 500)
  const here = dialog()
  here.send(create(5, 'Label', 'word '.repeat(2000)), call(1, 'add_widget', ref(5)))
  here.calls('popup')
  const { x, y, width, height } = rectOf(here)
  expect(x).toBeGreaterThanOrEqual(0)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(390)
  expect(y + height).toBeLessThanOrEqual(500)
  expect(here.content.scrollHeight).toBeGreaterThan(here.content.clientHeight)
  expect(here.button('OK').getBoundingClientRect().bottom).toBeLessThanOrEqual(500)
})

test('a button tells its value, as it was given', async () => {
  const here = dialog()
  here.calls('popup')
  await userEvent.click(here.button('OK'))
  await userEvent.click(here.button('Cancel'))
  expect(here.told()).toEqual(['activated({"answer":true})', 'activated("no")'])
  expect(here.element.open).toBe(true)
})

test('with autoclose a button hides it', async () => {
  const here = dialog('x', { autoclose: true })
  here.calls('popup')
  await userEvent.click(here.button('OK'))
  expect(here.told()).toEqual(['activated({"answer":true})'])
  expect([here.element.open, here.answer('is_visible')]).toEqual([false, false])
})

test('a Button widget in the row is used like the others, and reports for itself, too', async () => {
  const here = dialog()
  here.send(create(4, 'Button', 'Delete'), listen(4, 'activated'))
  here.calls('add_button', ref(4), 7)
  here.calls('popup')
  await userEvent.click(here.button('Delete'))
  expect(here.sent()).toMatchObject([
    { wid: 4, action: 'activated' },
    { wid: 1, action: 'activated', args: [7] },
  ])
})

test('a Button taken out of the row is no button of the dialog any more', async () => {
  const here = dialog()
  here.send(create(4, 'Button', 'Delete'))
  here.calls('add_button', ref(4), 7)
  here.calls('remove', ref(4))
  const { element, parent } = here.widget(4)
  expect([element.isConnected, parent]).toEqual([false, null])
  here.root.append(element)
  await userEvent.click(element)
  expect(here.told()).toEqual([])
})

test('children stand in a column, in their order, with their share of the room', () => {
  const here = dialog()
  here.send(listen(1, 'child-added'), listen(1, 'child-removed'))
  here.send(create(5, 'Label', 'five'), create(6, 'Label', 'six'))
  here.calls('insert_widget', 0, ref(5), 2)
  here.calls('insert_before', ref(6), ref(2))
  expect(here.answer('get_children')).toEqual(
    [
      [5, 'Label'],
      [6, 'Label'],
      [2, 'TextEntry'],
    ].map(([wid, name]) => named(wid as number, name as string)),
  )
  const shown = [5, 6, 2].map((wid) => here.widget(wid).element)
  expect([...here.content.children]).toEqual(shown)
  here.calls('popup')
  expect(getComputedStyle(shown[0]!).flexGrow).toBe('2')
  here.calls('set_spacing', 12)
  expect(here.content.style.rowGap).toBe('12px')
  here.calls('remove_widget', ref(5))
  expect(shown[0]!.classList.contains('tw-stretch')).toBe(false)
  expect(here.told().map((event) => event.replace(/\(.*/, ''))).toEqual([
    'child-added',
    'child-added',
    'child-removed',
  ])
})

test.each([false, true])('modal %s: the focus goes to the content, and back again', (modal) => {
  const here = dialog('x', { modal })
  here.outside.focus()
  here.calls('popup')
  expect(document.activeElement).toBe(here.input)
  here.calls('hide')
  expect(document.activeElement).toBe(here.outside)
})

test('without content the focus goes to the first button', () => {
  const here = dialog()
  here.calls('remove', ref(2))
  here.calls('popup')
  expect(document.activeElement).toBe(here.button('Cancel'))
})

test('without content the focus goes to the default button, wherever that stands', () => {
  const here = page()
  here.send(create(1, 'Dialog', 'Delete?', okCancel, { default_button: { answer: true } }))
  here.send(call(1, 'popup'))
  expect(document.activeElement?.textContent).toBe('OK')
})

test('a field that gets the focus has its text selected, to be typed over', async () => {
  const here = dialog()
  here.calls('popup')
  await userEvent.keyboard('x')
  expect(here.input.value).toBe('x')
})

test.each([
  ['normal', 'primary'],
  ['danger', 'danger'],
])('tone %s: the default button stands out, as one that is %s', (tone, variant) => {
  const here = dialog('x', { default_button: 'no', tone })
  const looks = () => ['Cancel', 'OK'].map((label) => here.button(label).dataset['variant'])
  expect(looks()).toEqual([variant, 'default'])
  here.calls('set_default_button', { answer: true })
  expect(looks()).toEqual(['default', variant])
  here.calls('set_tone', 'normal')
  expect(looks()).toEqual(['default', 'primary'])
  here.calls('set_default_button', null)
  expect(looks()).toEqual(['default', 'default'])
})

test('Enter in a field uses the default button, after what was typed was told', async () => {
  const here = dialog('x', { default_button: { answer: true } })
  here.send(listen(2, 'modified'))
  here.calls('popup')
  await userEvent.keyboard('new{Enter}')
  expect(here.told()).toEqual(['modified("new")', 'activated({"answer":true})'])
})

test('Enter uses nothing where there is no default button, or on another button', async () => {
  const here = dialog()
  here.calls('popup')
  await userEvent.keyboard('{Enter}')
  expect(here.told()).toEqual([])
  here.calls('set_default_button', { answer: true })
  here.button('Cancel').focus()
  await userEvent.keyboard('{Enter}')
  expect(here.told()).toEqual(['activated("no")'])
})

test('a Button widget may be the default button', async () => {
  const here = dialog('x', { default_button: 7 })
  here.send(create(4, 'Button', 'Delete'))
  here.calls('add_button', ref(4), 7)
  here.calls('popup')
  await userEvent.keyboard('{Enter}')
  expect(here.told()).toEqual(['activated(7)'])
})

test('a modal one keeps the focus and the clicks', async () => {
  const here = dialog('x', { modal: true })
  here.calls('popup')
  const visited = new Set<Element | null>()
  for (let press = 0; press < 6; press++) {
    await userEvent.tab()
    visited.add(document.activeElement)
  }
  expect(visited).not.toContain(here.outside)
  const { left, top } = here.outside.getBoundingClientRect()
  expect(document.elementFromPoint(left + 2, top + 2)).not.toBe(here.outside)
})

test('modality holds from the next popup on, and popping up twice changes nothing', () => {
  const here = dialog()
  here.calls('popup')
  here.calls('set_modal', true)
  expect(here.element.matches(':modal')).toBe(false)
  here.calls('popup')
  here.calls('popup')
  expect(here.element.matches(':modal')).toBe(true)
  here.calls('set_modal', false)
  here.calls('popup')
  expect([here.element.open, here.element.matches(':modal')]).toEqual([true, false])
})

test.each([false, true])('modal %s: Escape asks to close, and closes nothing', async (modal) => {
  const here = dialog('x', { modal })
  here.send(listen(1, 'close'))
  here.calls('popup')
  for (let press = 0; press < 3; press++) await userEvent.keyboard('{Escape}')
  expect(here.told()).toEqual(['close()', 'close()', 'close()'])
  expect(here.element.open).toBe(true)
})

test('closed by the browser itself it comes back, and asks', async () => {
  const here = dialog('x', { modal: true })
  here.send(listen(1, 'close'))
  here.calls('popup')
  here.element.close()
  await expect.poll(() => here.told()).toEqual(['close()'])
  expect(here.element.matches(':modal')).toBe(true)
})

test.each([false, true])(
  'modal %s: a combo box in it drops down above it, and Escape closes one after the other',
  async (modal) => {
    const here = dialog('x', { modal })
    here.send(listen(1, 'close'), create(5, 'ComboBox', { items: ['a'] }))
    here.calls('add_widget', ref(5))
    here.calls('popup')
    const box = here.widget(5).element
    await userEvent.click(box.querySelector('[role=combobox]')!)
    await userEvent.click(box.querySelector('[role=option]')!)
    expect(here.ask(5, 'get_text')).toBe('a')
    await userEvent.keyboard('{ArrowDown}{Escape}')
    expect(here.told()).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(here.told()).toEqual(['close()'])
  },
)

test('there is a close button exactly while somebody listens to it', async () => {
  const here = dialog()
  here.calls('popup')
  const close = here.element.querySelector<HTMLElement>('[aria-label=Close]')!
  expect(close.checkVisibility()).toBe(false)
  here.send(listen(1, 'close'))
  await userEvent.click(close)
  expect(here.told()).toEqual(['close()'])
  expect(here.element.open).toBe(true)
  here.send(unlisten(1, 'close'))
  expect(close.checkVisibility()).toBe(false)
})

test.each([
  ['Rename', '', 'Rename', true],
  ['Rename', 'Label', 'Label', true],
  [null, '', 'Dialog', false],
  ['', 'Label', 'Label', false],
])('with the title %j and the label %j it is called %j', (title, label, name, hasBar) => {
  const here = dialog(title)
  here.calls('set_label', label)
  here.calls('popup')
  expect(here.element.ariaLabel).toBe(name)
  expect(here.bar.checkVisibility()).toBe(hasBar)
})

test('it is dragged by its bar, and tells where it was put', async () => {
  const here = dialog()
  here.calls('popup', 100, 100)
  await userEvent.dragAndDrop(here.bar, here.root, {
    sourcePosition: { x: 10, y: 10 },
    targetPosition: { x: 160, y: 30 },
    force: true,
  })
  const [move] = here.told()
  const { x, y } = rectOf(here)
  expect(move).toBe(`move(${x}, ${y})`)
  expect([x, y]).not.toEqual([100, 100])
})

test('it is made larger by a corner', async () => {
  const here = dialog()
  here.calls('popup', 100, 100)
  const before = rectOf(here)
  const grip = here.element.querySelector<HTMLElement>('.tw-grip[data-edge=se]')!
  const press = (type: string, clientX: number, clientY: number) =>
    grip.dispatchEvent(new PointerEvent(type, { clientX, clientY, isPrimary: true, bubbles: true }))
  grip.setPointerCapture = () => undefined
  press('pointerdown', 300, 300)
  press('pointermove', 340, 350)
  press('pointerup', 340, 350)
  expect(rectOf(here)).toEqual({ ...before, width: before.width + 40, height: before.height + 50 })
  expect(here.told()).toEqual([])
})

test('arrow keys on the bar move it, with Shift they size it', async () => {
  const here = dialog()
  here.calls('popup', 100, 100)
  const before = rectOf(here)
  here.bar.focus()
  await userEvent.keyboard('{ArrowRight}')
  const moved = rectOf(here)
  expect(moved).toMatchObject({ y: 100, width: before.width })
  expect(moved.x).toBeGreaterThan(100)
  expect(here.told()).toEqual([`move(${moved.x}, 100)`])
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(rectOf(here).height).toBeGreaterThan(before.height)
})

test('fixed and of one size it offers neither', async () => {
  const here = dialog('x', { moveable: false, resizable: false })
  here.calls('popup', 100, 100)
  const before = rectOf(here)
  expect(here.bar.tabIndex).toBe(-1)
  expect(here.element.querySelector('.tw-grip')?.checkVisibility() ?? false).toBe(false)
  await userEvent.dragAndDrop(here.bar, here.root, { force: true })
  expect(rectOf(here)).toEqual(before)
})

test('the one that is used last stands in front', async () => {
  const here = dialog()
  here.send(create(8, 'Dialog', 'Other', [['Fine', 1]]))
  here.calls('popup', 100, 100)
  here.send(call(8, 'popup', 150, 120))
  const inFront = () => {
    const { left, top } = here.widget(8).element.getBoundingClientRect()
    return document.elementFromPoint(left + 20, top + 5)?.closest('dialog')?.ariaLabel
  }
  expect(inFront()).toBe('Other')
  here.input.focus()
  expect(inFront()).toBe('Rename')
})

test('axe has nothing to say', async () => {
  const here = dialog('Rename', { modal: true })
  here.send(listen(1, 'close'))
  here.calls('popup')
  await expectAccessible(here)
})

test('destroyed while it is shown it gives the focus back and takes all its widgets along', () => {
  const here = dialog('x', { modal: true })
  here.send(create(4, 'Button', 'Delete'))
  here.calls('add_button', ref(4), 7)
  here.outside.focus()
  here.calls('popup')
  here.calls('destroy')
  expect(document.activeElement).toBe(here.outside)
  expect([...here.root.children]).toEqual([here.outside])
  expect([1, 2, 4].map((wid) => here.remote.widget(wid))).toEqual([undefined, undefined, undefined])
  const { style } = here.element
  const before = style.cssText
  window.dispatchEvent(new Event('resize'))
  here.element.dispatchEvent(new Event('focusin'))
  here.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(style.cssText).toBe(before)
  expect(here.told()).toEqual([])
})
