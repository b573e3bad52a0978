// Windows of a workspace: our session makes them itself, a stock browser makes one for each child.

import { describe, expect, test } from 'vitest'
import { add, before, call, create, end, listen, pair, ref } from './pair.ts'
import type { Pair } from './pair.ts'
import { refTo } from './stock-methods.ts'

function opened(): Pair {
  const both = pair()
  both.say(create(1, 'MDIWidget'), listen(1, 'page-close'))
  for (const wid of [10, 20]) {
    both.say(
      create(wid, 'MDISubWindow', { title: `<${wid}>`, closable: true }),
      create(wid + 1, 'Label', `${wid + 1}`),
      call(wid, 'set_position', wid, wid),
      call(wid, 'set_widget', ref(wid + 1)),
      add(1, wid),
      listen(wid, 'close'),
      listen(wid, 'move'),
      listen(wid, 'resize'),
    )
  }
  return both
}

const texts = ({ browser }: Pair): unknown[] =>
  browser.only('MDIWidget').children.map(({ args }) => args[0])
const windowOf = ({ browser }: Pair, text: string) =>
  browser.all('MDISubWindow').find(({ shown }) => shown?.args[0] === text)!

describe('a window of ours', () => {
  test('is the one that the browser makes for what is in it', () => {
    const both = opened()
    const workspace = both.browser.only('MDIWidget')
    expect(workspace.places.get(workspace.children[0]!)).toEqual([
      { title: '&lt;10&gt;', x: 10, y: 10 },
    ])
    expect(both.browser.violations).toEqual([])
    expect([...both.browser.widgets.values()].map(({ className }) => className).toSorted()).toEqual(
      ['Label', 'Label', 'MDISubWindow', 'MDISubWindow', 'MDIWidget'],
    )
  })

  test('is called by the number that was foretold, and heard by it', () => {
    const both = opened()
    both.say(call(20, 'set_title', 'a & b'), call(20, 'set_window_state', 'maximized'))
    const window = windowOf(both, '21')
    expect(window.state.get('set_title')).toEqual(['a &amp; b'])
    expect(window.state.has('toggle_maximize')).toBe(true)
    expect(both.up(both.browser.fire(window, 'move', 5, 6))).toEqual([
      { type: 'callback', wid: 20, action: 'move', args: [5, 6] },
    ])
    expect(both.say(call(20, 'get_window_state')).at(-1)).toMatchObject({ value: 'maximized' })
    expect(both.browser.violations).toEqual([])
  })

  test('keeps its place and state when it is made anew to stand elsewhere', () => {
    const both = opened()
    both.up(both.browser.fire(windowOf(both, '11'), 'move', 5, 6))
    both.say(call(10, 'set_window_state', 'shaded'))
    both.say(before(1, 20, 10))
    expect(texts(both)).toEqual(['21', '11'])
    const workspace = both.browser.only('MDIWidget')
    expect(workspace.places.get(workspace.children[1]!)).toEqual([
      { title: '&lt;10&gt;', x: 5, y: 6 },
    ])
    expect(windowOf(both, '11').state.has('toggle_shade')).toBe(true)
    both.say(call(10, 'set_title', 'b'))
    expect(windowOf(both, '11').state.get('set_title')).toEqual(['b'])
    expect(both.browser.violations).toEqual([])
  })

  test('asks to be closed, and comes back if it is not taken out', () => {
    const both = opened()
    const workspace = both.browser.only('MDIWidget')
    const up = both.up(both.browser.closeWindow(workspace, workspace.children[0]!))
    expect(up).toEqual([
      { type: 'callback', wid: 1, action: 'page-close', args: [{ __wid__: 10 }] },
      { type: 'callback', wid: 10, action: 'close', args: [] },
    ])
    both.say(call(11, 'set_text', 'still here'))
    expect(workspace.children).toHaveLength(2)
    both.up(both.browser.closeWindow(workspace, workspace.children[0]!))
    both.say(end(1, 20))
    expect(both.browser.widgets.size).toBe(3)
    expect(both.browser.violations).toEqual([])
  })

  test('ends with what is in it', () => {
    const both = opened()
    both.say(end(1, 10))
    expect(texts(both)).toEqual(['21'])
    both.say(call(1, 'remove_all', true))
    expect(both.browser.widgets.size).toBe(1)
    expect(both.browser.violations).toEqual([])
  })

  test('is no news when it is put in front, and is when the user puts one there', () => {
    const both = opened()
    both.say(listen(1, 'page-switch'))
    const made = [create(5, 'Label', 'a'), add(1, 5), create(6, 'Label', 'b'), add(1, 6)]
    expect(both.say(...made, call(1, 'set_index', 0))).toHaveLength(1)
    const workspace = both.browser.only('MDIWidget')
    const up = both.up(both.browser.fire(workspace, 'page-switch', refTo(workspace.children[1]!)))
    expect(up).toEqual([
      { type: 'callback', wid: 1, action: 'page-switch', args: [{ __wid__: 20 }] },
    ])
  })

  test('that is empty waits for something to be in it', () => {
    const both = pair()
    both.say(
      create(1, 'MDIWidget'),
      create(2, 'MDISubWindow'),
      add(1, 2),
      call(2, 'set_title', 'a'),
    )
    expect(texts(both)).toEqual([])
    both.say(create(3, 'Label', 'b'), call(2, 'set_widget', ref(3)))
    expect(texts(both)).toEqual(['b'])
    both.say(
      create(4, 'Label', 'c'),
      call(2, 'set_widget', ref(4)),
      call(2, 'remove', ref(3), true),
    )
    expect(texts(both)).toEqual(['c'])
    expect(both.browser.violations).toEqual([])
  })
})
