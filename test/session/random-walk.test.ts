// Random use of imperative widgets: the stream is always one a strict browser obeys, and a new browser comes to
// show the same.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyHandle, Session } from 'treewire'
import { render } from 'treewire/testing'
import type { ModelBrowser, ModelWidget, Rendered } from 'treewire/testing'

// The same walks in every run.
fc.configureGlobal({ seed: 1 })

/** One step; the numbers choose among the widgets that are there. */
type Step = readonly [kind: (typeof kinds)[number], a: number, b: number, c: number]

const kinds = [
  'label',
  'box',
  'add',
  'insert',
  'before',
  'remove',
  'clear',
  'destroy',
  'text',
  'browser',
] as const
const number = fc.nat(20)
const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...kinds), number, number, number)

interface Walk {
  readonly session: Session
  readonly boxes: AnyHandle[]
  readonly all: AnyHandle[]
}

test('a strict browser obeys, and a new one shows the same', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const screen = render(null)
      const walk: Walk = { session: screen.session, boxes: [], all: [] }
      for (const one of steps) {
        take(walk, screen, one)
        screen.session.flush()
        expect(numbers(screen.browser)).toEqual(alive(walk))
      }
      const before = pictureOf(screen.browser)
      screen.reconnect()
      expect(pictureOf(screen.browser)).toEqual(before)
      expect(screen.errors()).toEqual([])
    }),
    { numRuns: 300 },
  )
})

function take({ session, boxes, all }: Walk, screen: Rendered, [kind, a, b, c]: Step): void {
  if (kind === 'label') return void all.push(session.create('Label', [`${a}`]))
  if (kind === 'browser') return screen.reconnect()
  if (kind === 'box') {
    const box = session.create('VBox')
    boxes.push(box)
    return void all.push(box)
  }
  const [box, one, other] = [pick(boxes, a), pick(all, b), pick(all, c)]
  if (!box || !one || !other) return
  const model = (handle: AnyHandle): ModelWidget => screen.browser.widget(handle.wid)
  const isIn = (handle: AnyHandle): boolean => model(handle).parent?.wid === box.wid
  if (kind === 'destroy') return one.destroy()
  if (kind === 'text') return void (one.className === 'Label' && one.call('set_text', `${c}`))
  if (kind === 'clear') return void box.call('remove_all', c % 2 === 0)
  if (kind === 'remove') return void (isIn(one) && box.call('remove', one, c % 2 === 0))
  if (isWithin(model(box), one.wid)) return
  if (kind === 'add') box.call('add_widget', one)
  else if (kind === 'insert') box.call('insert_widget', c % 4, one)
  else if (one !== other && isIn(other)) box.call('insert_before', one, other)
}

function pick(handles: readonly AnyHandle[], at: number): AnyHandle | undefined {
  const living = handles.filter(({ isAlive }) => isAlive)
  return living[at % living.length]
}

function isWithin(widget: ModelWidget | undefined, wid: number): boolean {
  return widget !== undefined && (widget.wid === wid || isWithin(widget.parent, wid))
}

function alive({ all }: Walk): number[] {
  return all.filter(({ isAlive }) => isAlive).map(({ wid }) => wid)
}

function numbers(browser: ModelBrowser): number[] {
  return [...browser.widgets.keys()].toSorted((a, b) => a - b)
}

/** Every widget with what it shows and what is in it. */
function pictureOf(browser: ModelBrowser): unknown {
  return numbers(browser).map((wid) => {
    const { state, children } = browser.widget(wid)
    return [wid, state.get('text'), children.map((child) => child.wid)]
  })
}
