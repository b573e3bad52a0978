// What a machine can find of what would keep somebody from using the widgets: names, roles, contrast.

import axe from 'axe-core'
import { beforeAll, expect, test } from 'vitest'
import type { ServerMessage } from '../../src/protocol/messages.ts'
import { drawn, gallery } from './gallery.ts'
import { call, create, page } from './harness.ts'

const { inPage, windows } = gallery()

beforeAll(() => {
  document.documentElement.lang = 'en'
  document.title = 'Gallery'
})

const views: (readonly [string, ServerMessage[]])[] = [['Page with everything', inPage], ...windows]
const cases = views.flatMap(([what, messages]) =>
  (['light', 'dark'] as const).map((theme) => [theme, what, messages] as const),
)

test.each(cases)('%s: %s has no violation', { timeout: 30_000 }, async (theme, _what, messages) => {
  const { send, sent, root } = page()
  root.dataset['theme'] = theme
  send(...messages)
  expect(sent().filter((message) => message.type === 'error')).toEqual([])
  await drawn()
  expect(await violations()).toEqual([])
})

test('text that cannot be read would be found', async () => {
  const { send } = page()
  send(create(1, 'TopLevel', { title: 'Pale', theme: 'light' }), create(2, 'Label', 'Pale'))
  send(call(1, 'set_widget', { __wid__: 2 }), call(2, 'set_color', '#fff', '#ccc'), call(1, 'show'))
  expect((await violations()).map(([id]) => id)).toEqual(['color-contrast'])
})

/** By rule: what is wrong, and where. */
async function violations(): Promise<[id: string, where: string[]][]> {
  const { violations: found } = await axe.run(document)
  return found.map(({ id, nodes }) => [
    id,
    nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
  ])
}
