import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page, ready } from '../harness.ts'
import { events, expectAccessible } from './shown.ts'

await ready('ColorDialog')

function dialog(options: Json = {}) {
  const here = page()
  const actions = ['activated', 'pick', 'move', 'close']
  here.send(create(1, 'ColorDialog', options), ...actions.map((action) => listen(1, action)))
  const element = here.widget(1).element as HTMLDialogElement
  return {
    ...here,
    element,
    calls: (method: string, ...args: Json[]) => here.send(call(1, method, ...args)),
    told: () => events(here.sent()),
    swatch: (name: string) =>
      element.querySelector<HTMLElement>(`.tw-color-swatch[aria-label="${name}"]`)!,
    hex: element.querySelector<HTMLInputElement>('.tw-color-hex input')!,
    button: (label: string) =>
      [...element.querySelectorAll('button')].find(
        ({ textContent, ariaLabel }) => textContent === label || ariaLabel === label,
      )!,
    state: () => [here.ask(1, 'is_visible'), here.ask(1, 'get_color')],
  }
}

test('it stands on the page once it pops up, with its title', () => {
  const here = dialog()
  expect([here.element.isConnected, here.state()]).toEqual([false, [false, '#ff0000']])
  here.calls('popup')
  expect([here.element.open, here.element.ariaLabel]).toEqual([true, 'Choose Color'])
  expect(here.element.matches(':modal')).toBe(false)
  expect(here.ask(1, 'is_container')).toBe(false)
})

test('options say colour, title, and whether it is modal and can be moved', () => {
  const here = dialog({ color: '#36c', title: 'Line', modal: true, moveable: false })
  here.calls('popup')
  expect([here.element.ariaLabel, here.element.matches(':modal')]).toEqual(['Line', true])
  expect([here.ask(1, 'get_color'), here.hex.value]).toEqual(['#3366cc', '#3366cc'])
  expect(here.element.querySelector<HTMLElement>('.tw-title-bar')!.tabIndex).toBe(-1)
})

test('what is no colour is refused, and the colour stays', () => {
  const here = dialog()
  here.calls('set_color', 'blurple')
  const error =
    'ColorDialog.set_color needs "hex_string" to be a colour like "#3366cc", got "blurple"'
  expect(here.sent()).toMatchObject([{ type: 'error', error }])
  expect(here.ask(1, 'get_color')).toBe('#ff0000')
})

test('OK tells the colour and hides it', async () => {
  const here = dialog()
  here.calls('popup')
  await userEvent.click(here.swatch('Blue'))
  await userEvent.click(here.button('OK'))
  expect(here.told()).toEqual(['pick("#2563eb")', 'activated("#2563eb")'])
  expect(here.state()).toEqual([false, '#2563eb'])
})

test.each(['Cancel', 'Close', 'Escape'])(
  '%s hides it and brings the colour of before back',
  async (way) => {
    const here = dialog()
    here.calls('popup')
    await userEvent.click(here.swatch('Blue'))
    if (way === 'Escape') await userEvent.keyboard('{Escape}')
    else await userEvent.click(here.button(way))
    expect(here.told()).toEqual(['pick("#2563eb")', 'close()'])
    expect(here.state()).toEqual([false, '#ff0000'])
  },
)

test('after an OK a cancel brings back what was chosen then', async () => {
  const here = dialog()
  here.calls('popup')
  await userEvent.click(here.swatch('Blue'))
  await userEvent.click(here.button('OK'))
  here.calls('popup')
  await userEvent.click(here.swatch('Red'))
  await userEvent.click(here.button('Cancel'))
  expect(here.state()).toEqual([false, '#2563eb'])
})

test('Enter in the field of the number is OK, with what was typed', async () => {
  const here = dialog()
  here.calls('popup')
  await userEvent.click(here.hex)
  await userEvent.keyboard('#36c{Enter}')
  expect(here.told()).toEqual(['pick("#3366cc")', 'activated("#3366cc")'])
})

test('it is placed by the server, and moved by the keyboard', async () => {
  const here = dialog()
  here.calls('set_position', 40, 50)
  here.calls('popup')
  const { x, y } = here.element.getBoundingClientRect()
  expect([x, y]).toEqual([40, 50])
  here.element.querySelector<HTMLElement>('.tw-title-bar')!.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(here.told()).toEqual(['move(50, 50)'])
  here.calls('popup', 5, 6)
  expect(here.element.getBoundingClientRect().x).toBe(5)
})

test('set_modal holds for the next time', () => {
  const here = dialog()
  here.calls('set_modal', true)
  here.calls('popup')
  expect(here.element.matches(':modal')).toBe(true)
})

test('the focus is in the area when it opens', () => {
  const here = dialog()
  here.calls('popup')
  expect(document.activeElement).toBe(here.element.querySelector('.tw-color-thumb'))
})

test('axe has nothing to say', async () => {
  const here = dialog()
  here.calls('popup')
  await expectAccessible({ root: here.root } as never)
})

test('after its end nothing of it is there', () => {
  const here = dialog()
  here.calls('popup')
  here.calls('destroy')
  here.swatch('Blue').click()
  expect([here.element.isConnected, here.told()]).toEqual([false, []])
})
