// What a user does in the model is told as on a page: each deed is done in both, on the page with real mouse and
// keyboard, and the lines compared.

import { expect, test } from 'vitest'
import type { ClientMessage, ServerMessage } from '../../src/protocol/messages.ts'
import { lineOf } from '../../src/testing/lines.ts'
import { ModelBrowser } from '../../src/model/model.ts'
import { show } from '../../src/testing/reports.ts'
import { User } from '../../src/testing/user.ts'
import { call, create, page, ready, ref, type TestPage } from '../client/harness.ts'
import { type Deed, deeds } from './deeds.ts'

await ready('Link', 'MenuBar', 'Menu', 'MenuAction', 'ToolBar', 'ToolBarAction', 'Toast')
await ready('TableView', 'TreeView', 'TextSource', 'TextEntrySet', 'Dial')

test.each(deeds)('%s', async (_, { made, inModel, onPage, told }) => {
  expect(toldInModel(made, inModel)).toEqual(told)
  expect(await toldOnPage(made, onPage, told.length)).toEqual(told)
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

function toldInModel(made: readonly ServerMessage[], deed: Deed['inModel']): string[] {
  const browser = new ModelBrowser()
  browser.receive(JSON.stringify(whole(made)))
  const told: string[] = []
  deed(
    new User({
      browser,
      report: ({ widget, action, args }) => {
        const all = show(browser, widget, action, args)
        if (!widget.listening.has(action)) return
        told.push(lineOf('^', { type: 'callback', wid: widget.wid, action, args: all }))
      },
    }),
  )
  return told
}

/** @param count  how many lines are waited for: what is typed is told after a rest */
async function toldOnPage(
  made: readonly ServerMessage[],
  deed: Deed['onPage'],
  count: number,
): Promise<string[]> {
  const here: TestPage = page()
  here.send(...whole(made))
  const told: string[] = []
  const hear = (): number => told.push(...here.sent().flatMap(lineOfEvent))
  hear()
  told.length = 0
  await deed((wid, selector) => elementOf(here, wid, selector))
  await expect.poll(hear, { interval: 20 }).toBeGreaterThanOrEqual(count)
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
