import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, callback, create, listen, page, ref } from '../harness.ts'

/** Panes #2, #3, … with labels, in a splitter #1 whose panes have together 100 px each. */
function splitter(count: number, options: Json = {}) {
  const here = page()
  here.send(create(1, 'Splitter', options), listen(1, 'sizing'))
  const wids = Array.from({ length: count }, (_, at) => at + 2)
  here.send(...wids.map((wid) => create(wid, 'Label', `Pane ${wid}`)))
  here.send(...wids.map((wid) => call(1, 'add_widget', ref(wid))))
  const whole = count * 100 + count - 1
  here.send(call(1, 'resize', whole, whole))
  const { element } = here.widget(1)
  here.root.append(element)
  const dividers = () => [
    ...element.querySelectorAll<HTMLElement>('[role=separator]:not([hidden])'),
  ]
  const sizes = () => here.ask(1, 'get_sizes') as number[]
  return { ...here, element, dividers, sizes }
}

test.each(['horizontal', 'vertical'])(
  '%s panes are equal, with a divider between two',
  (orientation) => {
    const { dividers, sizes } = splitter(3, { orientation })
    expect([sizes(), dividers().length]).toEqual([[100, 100, 100], 2])
  },
)

test('sizes are shares of the room', () => {
  const { send, sizes } = splitter(2)
  send(call(1, 'set_sizes', [1, 3]))
  expect(sizes()).toEqual([50, 150])
})

test('sizes may be set before the panes come', () => {
  const { send, ask, root, widget } = page()
  send(create(1, 'Splitter'), create(2, 'Label'), create(3, 'Label'), call(1, 'resize', 401, 50))
  send(
    call(1, 'set_sizes', [300, 100]),
    call(1, 'add_widget', ref(2)),
    call(1, 'add_widget', ref(3)),
  )
  root.append(widget(1).element)
  expect(ask(1, 'get_sizes')).toEqual([300, 100])
})

test('no sizes are equal ones', () => {
  const { send, sizes } = splitter(2)
  send(call(1, 'set_sizes', [1, 3]), call(1, 'set_sizes', []))
  expect(sizes()).toEqual([100, 100])
})

test('a divider is dragged, and tells the sizes when it is let go', async () => {
  const { element, dividers, sizes, sent } = splitter(2)
  await userEvent.dragAndDrop(dividers()[0]!, element, { targetPosition: { x: 150, y: 50 } })
  // Half a px is lost where the divider is gripped in its middle.
  expect(sizes().map((size) => Math.round(size / 10))).toEqual([15, 5])
  expect(sent()).toEqual([callback(1, 'sizing', sizes())])
})

test.each([
  ['horizontal', '{ArrowRight}', [116, 84]],
  ['horizontal', '{ArrowLeft}', [84, 116]],
  ['vertical', '{ArrowDown}', [116, 84]],
  ['vertical', '{ArrowUp}', [84, 116]],
  ['vertical', '{Home}', [20, 180]],
  ['horizontal', '{End}', [180, 20]],
])('%s: the key %s makes the panes %j', async (orientation, key, wanted) => {
  const { sizes, sent, dividers } = splitter(2, { orientation })
  await userEvent.tab()
  expect(document.activeElement).toBe(dividers()[0])
  await userEvent.keyboard(key)
  expect([sizes(), sent()]).toEqual([wanted, [callback(1, 'sizing', wanted)]])
})

test('from right to left a divider goes with the pointer, and where the arrow points', async () => {
  const { element, dividers, sizes, root } = splitter(2)
  root.dir = 'rtl'
  element.style.marginInlineStart = 'auto'
  await userEvent.dragAndDrop(dividers()[0]!, element, { targetPosition: { x: 150, y: 50 } })
  expect(sizes().map((size) => Math.round(size / 10))).toEqual([5, 15])
  const before = dividers()[0]!.getBoundingClientRect().left
  await userEvent.keyboard('{ArrowLeft}')
  expect(dividers()[0]!.getBoundingClientRect().left).toBe(before - 16)
  await userEvent.keyboard('{End}')
  expect(sizes()).toEqual([180, 20])
})

test('keys of the other direction, and those of the browser, do nothing', async () => {
  const { sent } = splitter(2)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowUp}{ArrowDown}a{Control>}{ArrowLeft}{/Control}')
  expect(sent()).toEqual([])
})

test('a pane does not go below its least size', () => {
  const { send, sizes } = splitter(2)
  send(call(1, 'set_minimum_size', ref(2), 60), call(1, 'set_sizes', [0, 1]))
  expect(sizes()).toEqual([60, 140])
})

test('assistive technology hears where a divider is', () => {
  const { send, dividers } = splitter(2)
  send(call(1, 'set_sizes', [1, 3]))
  const [divider] = dividers()
  expect([divider?.ariaOrientation, divider?.ariaValueNow, divider?.ariaLabel]).toEqual([
    'vertical',
    '25',
    'Size of the panes',
  ])
})

test('a pane that goes takes its divider and its share with it', () => {
  const { send, sizes, dividers, element } = splitter(3)
  send(call(1, 'set_sizes', [1, 2, 3]), call(1, 'remove', ref(2)))
  expect(dividers()).toHaveLength(1)
  const [first, second] = sizes()
  expect(second! / first!).toBeCloseTo(1.5, 1)
  expect(element.innerText.split('\n').filter(Boolean)).toEqual(['Pane 3', 'Pane 4'])
})

test('a pane that comes where one has gone is as large as that was', () => {
  const { send, sizes } = splitter(3)
  send(call(1, 'set_sizes', [150, 50, 100]), create(5, 'Label'), create(6, 'Label'))
  send(call(1, 'remove', ref(2)), call(1, 'insert_before', ref(5), ref(3)))
  expect(sizes()).toEqual([150, 50, 100])
  send(call(1, 'remove_all'), ...[6, 3, 4].map((wid) => call(1, 'add_widget', ref(wid))))
  expect(sizes()).toEqual([150, 50, 100])
})

test('panes that have gone side by side come back as large as they were', () => {
  const { send, sizes } = splitter(4)
  const wanted = [40, 80, 120, 160]
  send(call(1, 'set_sizes', wanted), call(1, 'remove', ref(2)), call(1, 'remove', ref(3)))
  send(call(1, 'insert_before', ref(2), ref(4)), call(1, 'insert_before', ref(3), ref(4)))
  expect(sizes()).toEqual(wanted)
})

test('panes at both ends go and come back in the same order', () => {
  const { send, sizes } = splitter(3)
  const wanted = [50, 100, 150]
  send(call(1, 'set_sizes', wanted), call(1, 'remove', ref(2)), call(1, 'remove', ref(4)))
  send(call(1, 'insert_before', ref(2), ref(3)), call(1, 'add_widget', ref(4)))
  expect(sizes()).toEqual(wanted)
})

test('once sizes are set, nothing is known of panes that have gone before', () => {
  const { send, sizes } = splitter(3)
  send(call(1, 'set_sizes', [9, 1, 1]), call(1, 'remove', ref(2)), call(1, 'set_sizes', [1, 3]))
  send(create(5, 'Label'), call(1, 'insert_before', ref(5), ref(3)))
  // As large as the average; the others keep their shares.
  expect(sizes()).toEqual([100, 50, 150])
})

test('sizes for more panes than there are wait for them, wherever they come', () => {
  const { send, sizes } = splitter(2)
  send(call(1, 'set_sizes', [150, 50, 100]), call(1, 'resize', 302, 100), create(5, 'Label'))
  send(call(1, 'insert_before', ref(5), ref(2)))
  expect(sizes()).toEqual([150, 50, 100])
})

test('panes can be moved', () => {
  const { send, element, dividers } = splitter(3)
  send(call(1, 'insert_before', ref(4), ref(2)))
  expect(element.innerText.split('\n').filter(Boolean)).toEqual(['Pane 4', 'Pane 2', 'Pane 3'])
  expect(dividers()).toHaveLength(2)
})

test('the pane, not the child, says how large the child is', () => {
  const { send, widget } = splitter(2)
  send(call(2, 'resize', 500, null))
  expect(widget(2).element.offsetWidth).toBe(100)
})

test('what has an edge of its own keeps off the dividers, and off nothing else', () => {
  const { send, root, widget } = page()
  send(create(1, 'Splitter'), call(1, 'resize', 401, 100))
  for (const wid of [2, 3]) {
    send(create(wid, 'Frame'), call(1, 'add_widget', ref(wid)))
  }
  root.append(widget(1).element)
  const { left } = widget(1).element.getBoundingClientRect()
  const edges = [2, 3].map((wid) => {
    const box = widget(wid).element.getBoundingClientRect()
    return [box.left - left, box.right - left]
  })
  expect(edges).toEqual([
    [0, 196],
    [205, 401],
  ])
})
