// One widget on a page of its own, for the tests of fields and the like.

import axe from 'axe-core'
import { expect } from 'vitest'
import type { ClientMessage, Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page, type TestPage } from '../harness.ts'

/** The first that matches, inside of the widget. */
interface Find {
  <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag]
  (selector: string): HTMLElement
}

export interface Shown extends TestPage {
  readonly element: HTMLElement
  /** Calls methods of the widget, one after another, in one frame. */
  readonly calls: (...methods: readonly (readonly [method: string, ...args: Json[]])[]) => void
  /** What a method of it answers. */
  readonly answer: (method: string, ...args: readonly Json[]) => unknown
  readonly find: Find
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
  const { element } = here.widget(1)
  if (!element.isConnected) here.root.append(element)
  return {
    ...here,
    element,
    calls: (...methods) =>
      here.send(...methods.map(([method, ...given]) => call(1, method, ...given))),
    answer: (method, ...given) => here.ask(1, method, ...given),
    find: (selector: string) => found(element, selector) as never,
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
    const said = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
    expect([theme, ...said]).toEqual([theme])
  }
}

function found(element: HTMLElement, selector: string): HTMLElement {
  const inside = element.querySelector<HTMLElement>(selector)
  if (inside) return inside
  throw new Error(`Nothing matches "${selector}" in ${element.outerHTML}`)
}
