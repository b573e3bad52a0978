// What a user does in the model is told as on a page: each deed is done in both, on the page with real mouse and
// keyboard, and the lines compared.

import { expect, test } from 'vitest'
import type { ClientMessage, ServerMessage } from '../../src/protocol/messages.ts'
import type { Happening } from '../../src/testing/happening.ts'
import { lineOf } from '../../src/testing/lines.ts'
import { losing } from '../../src/testing/lost-rows.ts'
import { ModelBrowser } from '../../src/model/model.ts'
import { show } from '../../src/testing/reports.ts'
import { User } from '../../src/testing/user.ts'
import { call, create, page, ready, ref, type TestPage } from '../client/harness.ts'
import type { Deed } from './deeds/deed.ts'
import { deeds } from './deeds.ts'

await ready('Link', 'MenuBar', 'Menu', 'MenuAction', 'ToolBar', 'ToolBarAction', 'Toast')
await ready('TableView', 'TreeView', 'TextSource', 'TextEntrySet', 'Dial', 'StackWidget')

test.each(deeds)('%s', async (_, deed) => {
  expect(toldInModel(deed)).toEqual(deed.told)
  expect(await toldOnPage(deed)).toEqual(deed.told)
})

/** A page with a column of what is made. */
function whole(made: readonly ServerMessage[]): ServerMessage[] {
  const inner = new Set(
    made.flatMap((message) =>
      message.type === 'call' && message.method === 'add_widget' ? [widOf(message.args?.[0])] : [],
    ),
  )
  const outer = made.flatMap((message) =>
    message.type === 'create' && !['Dialog', 'Toast'].includes(message.class)
      ? [message.wid!].filter((wid) => !inner.has(wid))
      : [],
  )
  return [
    create(1, 'Page'),
    create(2, 'VBox'),
    call(1, 'set_widget', ref(2)),
    call(1, 'show'),
    ...made,
    ...outer.map((wid) => call(2, 'add_widget', ref(wid))),
  ]
}

function widOf(value: unknown): number {
  return (value as { readonly __wid__: number }).__wid__
}

function toldInModel({ made, inModel, afterwards = [] }: Deed): string[] {
  const browser = new ModelBrowser()
  browser.receive(JSON.stringify(whole(made)))
  const told: string[] = []
  const report = ({ widget, action, args }: Happening): void => {
    const all = show(browser, widget, action, args)
    if (!widget.listening.has(action)) return
    told.push(lineOf('^', { type: 'callback', wid: widget.wid, action, args: all }))
  }
  inModel(new User({ browser, report }))
  for (const message of afterwards) {
    const lost = losing(browser.widget(message.wid), message)
    browser.obey(message)
    const one = lost?.()
    if (one) report(one)
  }
  return told
}

/** As many lines are waited for as there are to be: what is typed is told after a rest. */
async function toldOnPage({
  made,
  onPage,
  afterwards = [],
  told: { length },
}: Deed): Promise<string[]> {
  const here: TestPage = page()
  here.send(...whole(made))
  const told: string[] = []
  const hear = (): number => told.push(...here.sent().flatMap(lineOfEvent))
  hear()
  told.length = 0
  await onPage((wid, selector) => elementOf(here, wid, selector))
  here.send(...afterwards)
  await expect.poll(hear, { interval: 20 }).toBeGreaterThanOrEqual(length)
  await new Promise((resolve) => requestAnimationFrame(resolve))
  hear()
  return told
}

/** The model does not know where the pointer is, nor when. */
function lineOfEvent(message: ClientMessage): string[] {
  if (message.type !== 'callback') return []
  const line = lineOf('^', message)
  return [line.replaceAll(/"(time_stamp|viewport_x|viewport_y|x|y)":[\d.-]+/g, '"$1":0')]
}

function elementOf(here: TestPage, wid: number, selector?: string): Element {
  const { element } = here.widget(wid)
  const found = selector === undefined ? element : element.querySelector(selector)
  if (found) return found
  throw new Error(`#${wid} has no ${selector}: ${element.outerHTML}`)
}
