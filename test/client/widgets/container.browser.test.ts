// What all containers have from their base, shown on a column of labels.

import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ServerMessage } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, named, page, ref } from '../harness.ts'

/** A column #1, and labels #2, #3, … of which the first `shown` are in it. */
function column(count: number, shown = count) {
  const here = page()
  here.send(create(1, 'VBox'))
  const wids = Array.from({ length: count }, (_, at) => at + 2)
  here.send(...wids.map((wid) => create(wid, 'Label', `#${wid}`)))
  here.send(...wids.slice(0, shown).map((wid) => call(1, 'add_widget', ref(wid))))
  const { element } = here.widget(1)
  here.root.append(element)
  const order = () => [...element.children].map((child) => Number(child.textContent.slice(1)))
  const known = () =>
    (here.ask(1, 'get_children') as { __wid__: number }[]).map((child) => child.__wid__)
  return { ...here, element, order, known }
}

test.each<[string, ServerMessage[], number[]]>([
  ['add_widget moves a child to the end', [call(1, 'add_widget', ref(2))], [3, 4, 2]],
  ['insert_before puts a new child in', [call(1, 'insert_before', ref(5), ref(3))], [2, 5, 3, 4]],
  ['insert_before moves a child back', [call(1, 'insert_before', ref(4), ref(2))], [4, 2, 3]],
  ['insert_before moves a child on', [call(1, 'insert_before', ref(2), ref(4))], [3, 2, 4]],
  ['insert_before itself changes nothing', [call(1, 'insert_before', ref(3), ref(3))], [2, 3, 4]],
  ['insert_widget puts at an index', [call(1, 'insert_widget', 1, ref(5))], [2, 5, 3, 4]],
  ['insert_widget past the end appends', [call(1, 'insert_widget', 99, ref(5))], [2, 3, 4, 5]],
  [
    'insert_widget counts without the child itself',
    [call(1, 'insert_widget', 1, ref(2))],
    [3, 2, 4],
  ],
  ['remove takes out', [call(1, 'remove', ref(3))], [2, 4]],
  ['remove_widget is the same', [call(1, 'remove_widget', ref(3), true)], [2, 4]],
  ['remove of a stranger does nothing', [call(1, 'remove', ref(5))], [2, 3, 4]],
  ['remove_all empties', [call(1, 'remove_all')], []],
  ['destroying a child takes it out', [call(3, 'destroy')], [2, 4]],
])('%s', (_what, messages, wanted) => {
  const { send, sent, order, known, ask } = column(4, 3)
  send(...messages)
  expect(sent()).toEqual([])
  expect([order(), known(), ask(1, 'num_children')]).toEqual([wanted, wanted, wanted.length])
})

test('children that come and go are told, moves are not', () => {
  const { send, sent } = column(3, 1)
  send(listen(1, 'child-added'), listen(1, 'child-removed'))
  send(
    call(1, 'add_widget', ref(3)),
    call(1, 'add_widget', ref(2)),
    call(1, 'remove', ref(3), true),
  )
  send(call(1, 'insert_before', ref(4), ref(2)), call(1, 'remove_all'))
  expect(sent()).toEqual([
    callback(1, 'child-added', named(3, 'Label')),
    callback(1, 'child-removed', named(3, 'Label')),
    callback(1, 'child-added', named(4, 'Label')),
    callback(1, 'child-removed', named(2, 'Label')),
    callback(1, 'child-removed', named(4, 'Label')),
  ])
})

/** How many of the children are looked at, at most, while `work` looks for one. */
function stepsOf(work: () => void): number {
  let steps = 0
  const indexOf = Array.prototype.indexOf
  vi.spyOn(Array.prototype, 'indexOf').mockImplementation(function (this: unknown[], item, from) {
    const at = indexOf.call(this, item, from)
    steps += at < 0 ? this.length : at + 1
    return at
  })
  work()
  vi.restoreAllMocks()
  return steps
}

test.each<[string, string, (wids: readonly number[]) => ServerMessage[]]>([
  ['remove_all', 'VBox', () => [call(1, 'remove_all', true)]],
  ['remove_all', 'GridBox', () => [call(1, 'remove_all')]],
  ['remove_all', 'TabWidget', () => [call(1, 'remove_all')]],
  ['destroying the first over and over', 'VBox', (wids) => wids.map((wid) => call(wid, 'destroy'))],
  [
    'destroying the last over and over',
    'VBox',
    (wids) => wids.toReversed().map((wid) => call(wid, 'destroy')),
  ],
])('%s of a %s takes steps in proportion to the children', (_what, className, messages) => {
  const { send, sent, ask } = page()
  const wids = Array.from({ length: 500 }, (_, at) => at + 2)
  send(create(1, className), ...wids.map((wid) => create(wid, 'Label')))
  const place = className === 'GridBox' ? [0, 0] : []
  send(...wids.map((wid) => call(1, 'add_widget', ref(wid), ...place)))
  if (className === 'TabWidget') send(call(1, 'set_index', 499))
  const steps = stepsOf(() => send(...messages(wids)))
  expect([sent(), ask(1, 'num_children')]).toEqual([[], 0])
  expect(steps).toBeLessThanOrEqual(500)
})

test('remove_all can destroy', () => {
  const { send, remote } = column(3)
  send(call(1, 'remove_all', true))
  expect([2, 3, 4].map((wid) => remote.widget(wid))).toEqual([undefined, undefined, undefined])
})

test('removing a child that was taken out before still destroys it', () => {
  const { send, remote } = column(2)
  send(call(1, 'remove', ref(2)), call(1, 'remove', ref(2), true))
  expect(remote.widget(2)).toBeUndefined()
})

test('a child that is put into another container leaves the one it was in', () => {
  const { send, known, ask } = column(2)
  send(create(9, 'HBox'), call(9, 'add_widget', ref(2)))
  expect([known(), ask(9, 'get_children')]).toEqual([[3], [named(2, 'Label')]])
})

test.each<[string, ServerMessage, string]>([
  ['itself', call(1, 'add_widget', ref(1)), 'VBox #1 cannot take #1, which it stands in'],
  [
    'what it stands in',
    call(2, 'add_widget', ref(1)),
    'VBox #2 cannot take #1, which it stands in',
  ],
  [
    'a place before a stranger',
    call(1, 'insert_before', ref(4), ref(3)),
    'VBox #1 has no child #3 to insert before',
  ],
  [
    'what has no element',
    call(1, 'add_widget', ref(5)),
    '#5 has no element, so it cannot be a child',
  ],
  [
    'a number instead of a reference',
    call(1, 'add_widget', 3),
    'VBox.add_widget needs "child" to be WidgetRef, got 3',
  ],
  [
    'a wrong place',
    call(1, 'insert_before', ref(3), ref(2), 'x'),
    'VBox.insert_before needs "stretch" to be number, got "x"',
  ],
])('a container refuses %s, and stays as it was', (_what, message, error) => {
  const { send, sent, ask } = page()
  send(
    create(1, 'VBox'),
    create(2, 'VBox'),
    create(3, 'Label'),
    create(4, 'Label'),
    create(5, 'Timer'),
  )
  send(call(1, 'add_widget', ref(2)), message)
  expect(sent()).toEqual([{ type: 'error', error }])
  expect(ask(1, 'get_children')).toEqual([named(2, 'VBox')])
})

test('a child that stands right already is not touched', async () => {
  const { send, element } = column(3)
  const changes: MutationRecord[] = []
  const observer = new MutationObserver((records) => changes.push(...records))
  observer.observe(element, { childList: true })
  send(call(1, 'add_widget', ref(4)), call(1, 'insert_before', ref(2), ref(3)))
  changes.push(...observer.takeRecords())
  observer.disconnect()
  expect(changes).toEqual([])
})

test('moving a child keeps the focus and the scroll position of what is in it', () => {
  const { send, widget, root } = page()
  send(create(1, 'VBox'), create(2, 'ScrollArea'), create(3, 'Button', 'Deep'), create(4, 'Label'))
  send(call(2, 'set_widget', ref(3)), call(3, 'resize', 100, 500), call(2, 'resize', 100, 100))
  send(call(1, 'add_widget', ref(2)), call(1, 'add_widget', ref(4)))
  root.append(widget(1).element)
  widget(3).element.focus()
  widget(2).element.scrollTop = 70
  send(call(1, 'add_widget', ref(2)))
  expect(document.activeElement).toBe(widget(3).element)
  expect(widget(2).element.scrollTop).toBe(70)
})

test('any series of puts and removes leaves the children in the order of the plain list', () => {
  const wid = fc.integer({ min: 2, max: 6 })
  const step = fc.oneof(
    fc.record({ does: fc.constant('add' as const), wid }),
    fc.record({ does: fc.constant('before' as const), wid, before: wid }),
    fc.record({ does: fc.constant('at' as const), wid, index: fc.nat(6) }),
    fc.record({ does: fc.constant('remove' as const), wid }),
  )
  const { send, order, known } = column(5, 0)
  let list: number[] = []
  fc.assert(
    fc.property(step, (next) => {
      const others = list.filter((one) => one !== next.wid)
      if (next.does === 'add') {
        list = [...others, next.wid]
        send(call(1, 'add_widget', ref(next.wid)))
      } else if (next.does === 'at') {
        list = others.toSpliced(next.index, 0, next.wid)
        send(call(1, 'insert_widget', next.index, ref(next.wid)))
      } else if (next.does === 'remove') {
        list = others
        send(call(1, 'remove', ref(next.wid)))
      } else if (list.includes(next.before) && next.before !== next.wid) {
        list = others.toSpliced(others.indexOf(next.before), 0, next.wid)
        send(call(1, 'insert_before', ref(next.wid), ref(next.before)))
      }
      expect([order(), known()]).toEqual([list, list])
    }),
    { numRuns: 500 },
  )
})
