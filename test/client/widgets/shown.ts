// One widget on a page of its own, for the tests of fields and the like.

import axe from 'axe-core'
import { expect } from 'vitest'
import type { ClientMessage, Json } from '../../../src/protocol/messages.ts'
import type { Widget } from '../../../src/client/widgets/widget.ts'
import { call, create, listen, page, type TestPage } from '../harness.ts'

export interface Shown extends TestPage {
  readonly element: HTMLElement
  /** Calls methods of the widget, one after another, in one frame. */
  calls(...methods: readonly (readonly [method: string, ...args: Json[]])[]): void
  /** What a method of it answers. */
  answer(method: string, ...args: readonly Json[]): unknown
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found
}

/** The widget has number 1 and the name "Test"; all of `actions` are listened to. */
export function shown(
  actions: readonly string[],
  className: string,
  ...args: readonly Json[]
): Shown {
  const here = page()
  here.send(create(1, className, ...args), call(1, 'set_label', 'Test'))
  here.send(...actions.map((action) => listen(1, action)))
  const { element } = here.widget<Widget>(1)
  if (!element.isConnected) here.root.append(element)
  return {
    ...here,
    element,
    calls: (...methods) => here.send(...methods.map(([method, ...given]) => call(1, method, ...given))),
    answer: (method, ...given) => here.ask(1, method, ...given),
    find: (selector) => found(element, selector),
  }
}

/** The events that have come up, as `action(args)`. */
export function events(messages: readonly ClientMessage[]): string[] {
  return messages.map((message) =>
    message.type === 'callback'
      ? `${message.action}(${(message.args ?? []).map((arg) => JSON.stringify(arg)).join(', ')})`
      : JSON.stringify(message),
  )
}

/** Waits until this is what has come up, neither less nor more. */
export async function expectEvents(here: TestPage, expected: readonly string[]): Promise<void> {
  const all: string[] = []
  await expect
    .poll(() => all.push(...events(here.sent())) >= expected.length && [...all], { timeout: 3000 })
    .toEqual(expected)
}

/** axe has nothing to say about the page, in light and in dark. */
export async function expectAccessible({ root }: TestPage): Promise<void> {
  for (const theme of ['light', 'dark']) {
    root.dataset['theme'] = theme
    const { violations } = await axe.run(root)
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(said, theme).toEqual([])
  }
}

function found<Found extends HTMLElement>(element: HTMLElement, selector: string): Found {
  const inside = element.querySelector<Found>(selector)
  if (inside) return inside
  throw new Error(`Nothing matches "${selector}" in ${element.outerHTML}`)
}
