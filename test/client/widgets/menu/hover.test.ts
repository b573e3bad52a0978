import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Hover } from '../../../../src/client/widgets/menu/hover.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The entry `recent` has a sub-menu, which is open to the right of x = 200, from y = 50 to y = 250. */
function menu() {
  const told: string[] = []
  const open = { left: 200, right: 300, top: 50, bottom: 250 } as DOMRect
  let box: DOMRect | undefined
  const entries = new Map(['open', 'recent', 'quit'].map((name) => [name, {} as HTMLElement]))
  const nameOf = (entry: HTMLElement) => [...entries].find(([, one]) => one === entry)![0]
  const hover = new Hover({
    box: () => box,
    entered: (entry) => told.push(nameOf(entry)),
    rested: (entry) => {
      told.push(`rest on ${nameOf(entry)}`)
      if (entry === entries.get('recent')) box = open
    },
  })
  const move = (name: string | undefined, x: number, y: number, pointerType = 'mouse') =>
    hover.moved(
      { clientX: x, clientY: y, pointerType, movementX: 1, movementY: 1 } as PointerEvent,
      name === undefined ? undefined : entries.get(name),
    )
  const take = () => told.splice(0)
  return { hover, move, take, entries }
}

/** The mouse is on `recent`, whose sub-menu has opened. */
function opened() {
  const here = menu()
  here.move('recent', 100, 60)
  vi.advanceTimersByTime(500)
  expect(here.take()).toEqual(['recent', 'rest on recent'])
  return here
}

test('an entry is active at once, and rested on a little later', () => {
  const { move, take } = menu()
  move('open', 10, 10)
  expect(take()).toEqual(['open'])
  move('recent', 10, 40)
  vi.advanceTimersByTime(500)
  expect(take()).toEqual(['recent', 'rest on recent'])
})

test('an entry that is crossed on the way to the sub-menu is not active', () => {
  const { hover, move, take, entries } = opened()
  move('quit', 130, 100)
  move('quit', 160, 140)
  hover.stop(entries.get('recent'))
  vi.advanceTimersByTime(1000)
  expect(take()).toEqual([])
})

test('it is, when the mouse stays there after all, or turns away', () => {
  const { move, take } = opened()
  move('quit', 130, 100)
  vi.advanceTimersByTime(1000)
  expect(take()).toEqual(['quit', 'rest on quit'])
  const again = opened()
  again.move('quit', 130, 100)
  again.move('quit', 128, 130)
  expect(again.take()).toEqual(['quit'])
})

test('fingers do not hover, nor does a mouse at rest under which the page moves', () => {
  const { hover, move, take, entries } = menu()
  move('open', 10, 10, 'touch')
  const still = { clientX: 10, clientY: 10, pointerType: 'mouse', movementX: 0, movementY: 0 }
  hover.moved(still as PointerEvent, entries.get('open'))
  move(undefined, 20, 20)
  vi.advanceTimersByTime(1000)
  expect(take()).toEqual([])
})

test('when everything is closed nothing is waited for', () => {
  const { hover, move, take } = menu()
  move('recent', 10, 10)
  hover.stop()
  vi.advanceTimersByTime(1000)
  expect(take()).toEqual(['recent'])
})
