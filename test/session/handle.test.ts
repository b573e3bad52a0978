// A widget as the server's code holds it: its methods, its checks, its end.

import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AnyHandle, Handle } from 'treewire'
import { createHandle } from '../../src/session/handle.ts'
import type { HandleLink } from '../../src/session/handle.ts'
import { widgetClass, widgetClasses } from '../../src/widgets/catalog.ts'

const call = vi.fn<HandleLink['call']>()
const on = vi.fn<HandleLink['on']>()
const off = vi.fn<HandleLink['off']>()
const destroy = vi.fn<HandleLink['destroy']>()
let isAlive = true

const link: HandleLink = { isAlive: () => isAlive, call, on, off, destroy }

function handle(className: string): AnyHandle & Readonly<Record<string, unknown>> {
  return createHandle(link, 4, widgetClass(className)) as never
}

beforeEach(() => {
  isAlive = true
  for (const mock of [call, on, off, destroy]) mock.mockReset()
})

test('a handle knows its number and its class', () => {
  const label = handle('Label')
  expect([label.wid, label.className, label.isAlive]).toEqual([4, 'Label', true])
})

test('on the wire a handle is a reference', () => {
  expect(JSON.stringify([{ menu: handle('Label') }])).toBe('[{"menu":{"__wid__":4}}]')
})

describe('every class of the catalog', () => {
  test.each([...widgetClasses])(
    '%s has its methods in camel case, but those for children',
    (name, { methods }) => {
      const made = handle(name)
      for (const [wire, { kind }] of methods) {
        const camel = wire
          .replace(/_$/, '')
          .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
        expect([wire, typeof made[camel]]).toEqual([
          wire,
          kind === 'child' ? 'undefined' : 'function',
        ])
      }
    },
  )
})

describe('a method', () => {
  test('calls by its wire name, with its arguments', () => {
    const label = handle('Label') as unknown as Handle<'Label'>
    label.setMinSize(100, null)
    const method = widgetClass('Label').methods.get('set_min_size')
    expect(call).toHaveBeenCalledExactlyOnceWith(4, method, 'set_min_size', [100, null])
  })

  test('may be called by its wire name', () => {
    handle('Label').call('set_text', 'a')
    expect(call.mock.calls.map(([wid, , name, args]) => [wid, name, args])).toEqual([
      [4, 'set_text', ['a']],
    ])
  })

  test('gives what the link gives', () => {
    call.mockReturnValue('answer')
    expect(handle('Label').call('get_text')).toBe('answer')
  })

  test('does without what is optional', () => {
    handle('Label').call('set_font', 'serif')
    handle('Label').call('set_font', 'serif', undefined, 'bold')
    expect(call.mock.calls.map(([, , , args]) => args)).toEqual([
      ['serif'],
      ['serif', undefined, 'bold'],
    ])
  })

  test.each<[string, string, readonly unknown[], string]>([
    ['Label', 'set_text', [], 'Label.set_text needs "text" to be string, got undefined'],
    ['Label', 'set_text', [5], 'Label.set_text needs "text" to be string, got 5'],
    ['Label', 'set_text', [null], 'Label.set_text needs "text" to be string, got null'],
    ['Slider', 'set_value', [NaN], 'Slider.set_value needs "num" to be number, got'],
    ['Slider', 'set_value', [Infinity], 'Slider.set_value needs "num" to be number, got'],
    [
      'Label',
      'set_min_size',
      [1],
      'Label.set_min_size needs "height" to be number|null, got undefined',
    ],
    ['Label', 'set_font', ['a', '12'], 'Label.set_font needs "size" to be number|null, got "12"'],
    [
      'Label',
      'set_halign',
      ['top'],
      `Label.set_halign needs "align" to be 'left'|'center'|'right', got "top"`,
    ],
    [
      'TabWidget',
      'show_widget',
      ['#3'],
      'TabWidget.show_widget needs "child" to be WidgetRef (the handle of a widget), got "#3"',
    ],
    [
      'TabWidget',
      'show_widget',
      [{ wid: '3' }],
      'TabWidget.show_widget needs "child" to be WidgetRef (the handle of a widget), got {"wid":"3"}',
    ],
  ])('of %s refuses %s(%j)', (className, method, args, sentence) => {
    expect(() => handle(className).call(method, ...args)).toThrow(TypeError)
    expect(() => handle(className).call(method, ...args)).toThrow(sentence)
    expect(call).not.toHaveBeenCalled()
  })

  test('refuses an argument that is no JSON by a sentence all the same', () => {
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    for (const value of [5n, circular, Object.create(null), Symbol('s')]) {
      expect(() => handle('Label').call('set_text', value)).toThrow(
        'Label.set_text needs "text" to be string, got ',
      )
    }
  })

  test('prints no long value at length', () => {
    expect(() => handle('Slider').call('set_value', 'x'.repeat(9999))).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,150}$/) as unknown }),
    )
  })

  test.each([
    ['set_txet', 'set_text'],
    ['setText', 'set_text'],
    ['constructor', ''],
    ['__proto__', ''],
    ['toString', ''],
    ['', ''],
  ])('"%s" is none: the nearest is named', (name, meant) => {
    expect(() => handle('Label').call(name, 'a')).toThrow(TypeError)
    expect(() => handle('Label').call(name, 'a')).toThrow(
      `There is no method "${name}" on Label. Did you mean "${meant}`,
    )
  })
})

describe('events', () => {
  const ignore = (): void => {}

  test('are listened to by their names', () => {
    handle('CheckBox').on('activated', ignore)
    handle('CheckBox').off('activated')
    expect(on).toHaveBeenCalledExactlyOnceWith(4, 'activated', ignore)
    expect(off).toHaveBeenCalledExactlyOnceWith(4, 'activated')
  })

  test.each([
    ['actviated', 'activated'],
    ['constructor', ''],
  ])('"%s" is none: the nearest is named', (action, meant) => {
    expect(() => handle('CheckBox').on(action, ignore)).toThrow(
      `There is no event "${action}" on CheckBox. Did you mean "${meant}`,
    )
    expect(on).not.toHaveBeenCalled()
  })
})

describe('the handle of a widget that is gone', () => {
  const end = '. Look at "isAlive", or at the ref, which is empty after unmount'

  test.each<[string, (label: AnyHandle) => unknown, string]>([
    ['call', (label) => label.call('set_text', 'a'), 'call set_text'],
    ['a method', (label) => (label as unknown as Handle<'Label'>).setText('a'), 'call set_text'],
    ['a question', (label) => label.call('get_text'), 'call get_text'],
    ['on', (label) => label.on('click', () => {}), 'listen to click'],
    ['JSON', (label) => JSON.stringify({ label }), 'be sent to the browser'],
  ])('fails at %s', (_, act, purpose) => {
    const label = handle('Label')
    isAlive = false
    expect(label.isAlive).toBe(false)
    expect(() => act(label)).toThrow(`Label #4 is gone and cannot ${purpose}${end}`)
    expectNothingSaid()
  })

  test.each<[string, (label: AnyHandle) => unknown]>([
    ['off', (label) => label.off('click')],
    ['destroy', (label) => label.destroy()],
  ])('does nothing at %s', (_, act) => {
    const label = handle('Label')
    isAlive = false
    act(label)
    expectNothingSaid()
  })
})

test('destroy, by its name or by call, is one thing', () => {
  handle('Label').destroy()
  handle('Label').call('destroy')
  expect(destroy.mock.calls).toEqual([[4], [4]])
  expect(call).not.toHaveBeenCalled()
})

function expectNothingSaid(): void {
  for (const mock of [call, on, off, destroy]) expect(mock).not.toHaveBeenCalled()
}
