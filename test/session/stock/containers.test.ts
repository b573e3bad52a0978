// Every kind of container: what our session says of its children is what a stock browser shows in the end, and
// nothing is done on the way that would break it.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, before, call, create, end, modelOutline, outlineOf, pair, ref } from './pair.ts'
import type { Message, Pair } from './pair.ts'
import type { ModelWidget } from 'treewire/testing'
import type { Widget } from './stock-methods.ts'

/** With the place of the child of this number. */
const containers: readonly (readonly [className: string, placeOf: (n: number) => unknown[]])[] = [
  ['VBox', (n) => (n % 3 === 0 ? [] : [n % 3])],
  ['HBox', () => []],
  ['Box', () => []],
  ['ButtonBox', () => []],
  ['Dialog', () => []],
  ['TabWidget', (n) => [{ title: `tab ${n}` }]],
  ['StackWidget', () => []],
  ['MDIWidget', (n) => [{ title: `<${n}>`, x: n, y: n }]],
  ['Splitter', () => []],
  ['FixedLayout', (n) => [n, n]],
  ['GridBox', (n) => [n, 0]],
  ['ToolBar', () => []],
  ['Menu', () => []],
]

/** The container is 1, a window around it 100, children are 2, 3, … */
function opened(className: string): Pair {
  const both = pair()
  both.say(create(1, className))
  if (className !== 'Dialog' && className !== 'Menu') {
    both.say(create(100, 'TopLevel'), call(100, 'set_widget', ref(1)), call(100, 'show'))
  }
  return both
}

function expectSame({ browser, model }: Pair, className: string): void {
  const wanted = modelOutline(model.widget(1))
  const [shown] = browser.all(className)
  const inOrder = className === 'GridBox' ? sorted : (outline: string) => outline
  expect(inOrder(outlineOf(shown!))).toBe(inOrder(wanted))
  // A window has what it was put in with, and more.
  const asSaid = className === 'MDIWidget' ? [] : placesOf(model.widget(1))
  expect(places(shown!)).toMatchObject(Object.fromEntries(asSaid))
  expect(browser.violations).toEqual([])
  expect(browser.all(className)).toHaveLength(1)
  expect(shown!.rests).toBe(0)
}

function places({ children, places: all }: Widget): Record<string, unknown> {
  return Object.fromEntries(children.map((child) => [outlineOf(child), all.get(child)]))
}

function placesOf({ children, placements }: ModelWidget): [string, unknown][] {
  return children.map((child) => [modelOutline(child), placements.get(child)])
}

function sorted(outline: string): string {
  return outline.split(/[ ()]/).toSorted().join(' ')
}

function leaf(className: string, wid: number): Message {
  return className === 'Menu'
    ? create(wid, 'MenuAction', { text: `${wid}` })
    : create(wid, 'Label', `${wid}`)
}

describe.each(containers)('%s', (className, placeOf) => {
  const filled = (): Pair => {
    const both = opened(className)
    for (const wid of [2, 3, 4, 5]) both.say(leaf(className, wid), add(1, wid, ...placeOf(wid)))
    return both
  }

  test('appends', () => {
    const both = filled()
    expectSame(both, className)
  })

  test('takes a new child in front of another', () => {
    const both = filled()
    both.say(leaf(className, 6), before(1, 6, 3, ...placeOf(6)))
    expectSame(both, className)
  })

  test('moves to the front, to the end and in between', () => {
    const both = filled()
    both.say(before(1, 5, 2, ...placeOf(5)))
    expectSame(both, className)
    both.say(add(1, 2, ...placeOf(2)))
    expectSame(both, className)
    both.say(before(1, 3, 4, ...placeOf(3)), before(1, 2, 5, ...placeOf(2)))
    expectSame(both, className)
  })

  test('ends one, the first, the last, all', () => {
    const both = filled()
    both.say(end(1, 3))
    expectSame(both, className)
    both.say(end(1, 2))
    expectSame(both, className)
    both.say(leaf(className, 7), add(1, 7, ...placeOf(7)), end(1, 5))
    expectSame(both, className)
    both.say(call(1, 'remove_all', true))
    expectSame(both, className)
  })

  test('gives a child to another container, and ends in the same frame', () => {
    const both = filled()
    if (className === 'Menu' || className === 'Dialog') return
    both.say(
      create(50, 'VBox'),
      create(51, 'VBox'),
      add(51, 3),
      add(50, 51),
      before(50, 4, 51),
      call(100, 'remove', ref(1), true),
      call(100, 'set_widget', ref(50)),
    )
    expect(outlineOf(both.browser.only('TopLevel'))).toBe('TopLevel(VBox(4 VBox(3)))')
    expect(both.browser.violations).toEqual([])
  })

  test('shows the same after every step of a random walk', () => {
    const step = fc.tuple(fc.constantFrom('new', 'move', 'end', 'out'), fc.nat(9), fc.nat(9))
    const frame = fc.array(step, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 12 }), (frames) => {
        const both = opened(className)
        const list: number[] = []
        const out: number[] = []
        let last = 1
        for (const steps of frames) {
          const messages = steps.flatMap(([kind, a, b]): Message[] => {
            const at = list.length === 0 ? 0 : b % (list.length + 1)
            if (kind === 'new') {
              const wid = ++last
              const sibling = list[at]
              list.splice(at, 0, wid)
              const put =
                sibling === undefined
                  ? add(1, wid, ...placeOf(wid))
                  : before(1, wid, sibling, ...placeOf(wid))
              return [leaf(className, wid), put]
            }
            const from = list.length === 0 ? -1 : a % list.length
            const wid = kind === 'move' && out.length > 0 && a % 2 === 0 ? out.pop()! : list[from]
            if (wid === undefined) return []
            if (list.includes(wid)) list.splice(list.indexOf(wid), 1)
            if (kind === 'end') return [end(1, wid)]
            if (kind === 'out') {
              out.push(wid)
              return [call(1, 'remove', ref(wid), false)]
            }
            const to = b % (list.length + 1)
            const sibling = list[to]
            list.splice(to, 0, wid)
            const place = placeOf(wid + (b % 2))
            return [
              sibling === undefined ? add(1, wid, ...place) : before(1, wid, sibling, ...place),
            ]
          })
          if (messages.length === 0) continue
          both.say(...messages)
          expectSame(both, className)
        }
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})

test('a Splitter that is made anew keeps the sizes that the user gave it, while there are as many panes', () => {
  const both = opened('Splitter')
  for (const wid of [2, 3]) both.say(leaf('Splitter', wid), add(1, wid))
  const sizes = (): unknown => both.browser.only('Splitter').state.get('set_sizes')
  both.up(both.browser.fire(both.browser.only('Splitter'), 'sizing', [100, 300]))
  both.say(before(1, 3, 2))
  expect(sizes()).toEqual([[100, 300]])
  both.say(end(1, 3))
  expect(sizes()).toBe(undefined)
  expect(both.browser.violations).toEqual([])
})
