// Menus of a stock browser: entries go by names there, and what is taken out of a bar leaves its entry behind.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  before,
  call,
  create,
  end,
  listen,
  modelOutline,
  outlineOf,
  pair,
  ref,
} from './pair.ts'
import type { Message } from './pair.ts'

const menu = (wid: number): Message => create(wid, 'Menu', { text: `menu ${wid}` })
const entry = (wid: number): Message => create(wid, 'MenuAction', { text: `${wid}` })

/** Names of the entries of a bar or a menu. */
function namesIn(both: ReturnType<typeof pair>, className: string): unknown[] {
  const bar = both.browser.only(className)
  return bar.children.map((child) => bar.places.get(child)?.[0])
}

test('a menu gets the name that it has itself', () => {
  const both = pair()
  both.say(create(1, 'MenuBar'), menu(2), add(1, 2), menu(3), before(1, 3, 2), entry(4), add(3, 4))
  expect(outlineOf(both.browser.only('MenuBar'))).toBe('MenuBar(Menu(4) Menu())')
  expect(namesIn(both, 'MenuBar')).toEqual(['menu 3', 'menu 2'])
  expect(both.browser.violations).toEqual([])
})

test('another name makes the bar anew, with all that it was told', () => {
  const both = pair()
  both.say(
    create(1, 'MenuBar'),
    menu(2),
    add(1, 2),
    call(1, 'set_enabled', false),
    listen(1, 'map'),
  )
  const old = both.browser.only('MenuBar').wid
  both.say(call(2, 'set_text', 'another'))
  const bar = both.browser.only('MenuBar')
  expect(bar.wid).not.toBe(old)
  expect(namesIn(both, 'MenuBar')).toEqual(['another'])
  expect([bar.state.get('set_enabled'), [...bar.heard]]).toEqual([[false], ['map']])
  expect(both.browser.violations).toEqual([])
})

test('an entry in a bar gets a menu around it', () => {
  const both = pair()
  both.say(create(1, 'MenuBar'), entry(2), add(1, 2), menu(3), add(1, 3))
  expect(outlineOf(both.browser.only('MenuBar'))).toBe('MenuBar(Menu(2) Menu())')
  both.say(end(1, 2))
  expect(outlineOf(both.browser.only('MenuBar'))).toBe('MenuBar(Menu())')
  expect(both.browser.violations).toEqual([])
  expect(both.browser.widgets.size).toBe(2)
})

test('a divider stays where it is among entries that move', () => {
  const both = pair()
  both.say(create(1, 'Menu'), entry(2), add(1, 2), call(1, 'add_separator'), entry(3), add(1, 3))
  both.browser.log.length = 0
  both.say(before(1, 3, 2))
  const told = both.browser.log.map(({ type, method, class: made }) => method ?? made ?? type)
  expect(told).toContain('add_separator')
  expect(outlineOf(both.browser.only('Menu'))).toBe('Menu(3 2)')
  expect(both.browser.violations).toEqual([])
})

test('the menu of a button and of a label', () => {
  const both = pair()
  both.say(
    create(1, 'ToolBarAction', { text: 'more' }),
    menu(2),
    call(1, 'set_widget', ref(2)),
    create(3, 'Label', 'more'),
    menu(4),
    call(3, 'set_menu', ref(4)),
    menu(5),
    add(4, 5),
  )
  const [first, second] = both.browser.all('Menu')
  expect(both.browser.only('ToolBarAction').state.get('set_menu')).toEqual([
    { __wid__: first!.wid },
  ])
  expect(both.browser.only('Label').state.get('set_menu')).toEqual([{ __wid__: second!.wid }])
  both.say(end(4, 5))
  const anew = both.browser.all('Menu').at(-1)
  expect(both.browser.only('Label').state.get('set_menu')).toEqual([{ __wid__: anew!.wid }])
  both.say(end(1, 2))
  expect(both.browser.only('ToolBarAction').state.get('set_menu')).toEqual([null])
  expect(both.browser.all('Menu')).toHaveLength(1)
  expect(both.browser.violations).toEqual([])
})

test('a bar whose menus are changed in all ways', () => {
  const step = fc.tuple(fc.constantFrom('menu', 'entry', 'move', 'end'), fc.nat(99), fc.nat(99))
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 12 }),
      (frames) => {
        const both = pair()
        both.say(create(900, 'VBox'), create(1, 'MenuBar'), add(900, 1))
        const parents = new Map<number, number>()
        let last = 1
        const isMenu = new Set<number>([1])
        const within = (wid: number, outer: number): boolean => {
          const parent = parents.get(wid)
          return wid === outer || (parent !== undefined && within(parent, outer))
        }
        const take = ([kind, a, b]: readonly [string, number, number]): Message[] => {
          const known = [...parents.keys()]
          const wid = known[a % known.length]
          const owners = [...isMenu].filter((one) => one === 1 || parents.has(one))
          const owner = owners[b % owners.length]!
          if (kind === 'menu' || (kind === 'entry' && owner !== 1)) {
            parents.set(++last, owner)
            if (kind === 'menu') isMenu.add(last)
            const siblings = known.filter((one) => parents.get(one) === owner)
            const sibling = siblings[a % (siblings.length + 1)]
            const put = sibling === undefined ? add(owner, last) : before(owner, last, sibling)
            return [kind === 'menu' ? menu(last) : entry(last), put]
          }
          if (wid === undefined) return []
          if (kind === 'move') {
            if (within(owner, wid) || (owner === 1 && !isMenu.has(wid))) return []
            parents.set(wid, owner)
            return [add(owner, wid)]
          }
          if (kind !== 'end') return []
          const message = end(parents.get(wid)!, wid)
          for (const one of known.filter((other) => within(other, wid))) parents.delete(one)
          return [message]
        }
        for (const steps of frames) {
          const messages = steps.flatMap(take)
          if (messages.length > 0) both.say(...messages)
          const bar = both.browser.only('MenuBar')
          expect(outlineOf(bar)).toBe(modelOutline(both.model.widget(1)))
          expect(both.browser.violations).toEqual([])
          for (const widget of both.browser.widgets.values()) expect(widget.rests).toBe(0)
          expect(both.browser.widgets.size).toBe(both.model.widgets.size)
        }
      },
    ),
    { numRuns: 150, seed: 1 },
  )
})
