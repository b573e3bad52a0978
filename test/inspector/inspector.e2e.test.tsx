// The inspector as people use it: beside the application, in a real browser.

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { replay } from 'treewire/testing'
import { expect, test } from 'vitest'
import { App } from '../../examples/todo/app.tsx'
import { tabs } from '../../src/inspector/views/tabs.ts'
import { expectText, served, useBrowser } from '../examples/browsing.ts'
import { violations, withAxe } from '../examples/violations.ts'

const visit = useBrowser()

/** The list to tick off, and its inspector. */
async function both(width?: number): Promise<{ readonly app: Page; readonly inspector: Page }> {
  const url = await served(() => <App />, { inspector: true })
  const app = await visit(url)
  await app.getByLabel('New task').waitFor()
  return { app, inspector: await visit(`${url}_treewire/`, width) }
}

async function addTask(app: Page, text: string): Promise<void> {
  await app.getByLabel('New task').fill(text)
  await app.getByLabel('New task').press('Enter')
  await app.getByRole('checkbox', { name: text }).waitFor()
}

const goTo = (page: Page, tab: string): Promise<void> =>
  page.getByRole('tab', { name: tab }).click()

const grid = (page: Page, name: string) => page.getByRole('grid', { name, exact: true })

test('a click in the application is seen as a message with its component and why', async () => {
  const { app, inspector } = await both()
  await goTo(inspector, 'Messages')
  const messages = grid(inspector, 'Messages')
  await expectText(inspector, /^Nothing has been said since you began to look/)
  await addTask(app, 'Water the plants')
  await app.getByRole('checkbox', { name: 'Water the plants' }).click()
  const answer = messages.getByRole('row').filter({ hasText: '"0 of 1 left"' })
  await expect.poll(() => answer.innerText()).toMatch(/Label #12[^]*Footer[^]*text/)
  await answer.click()
  await expectText(inspector, /"method": "set_text"/)
  await inspector.getByRole('link', { name: /^Footer · text · / }).click()
  const tree = inspector.getByRole('treegrid', { name: 'Components and widgets' })
  await expect.poll(() => tree.getByRole('row', { selected: true }).innerText()).toMatch(/^Footer/)
  await inspector.getByRole('button', { name: 'Its messages' }).click()
  await expect.poll(() => messages.getByText('create CheckBox').count()).toBe(0)
  await answer.waitFor()
})

test('by the keyboard alone one comes to why a component rendered, and to what it keeps', async () => {
  const { app, inspector } = await both()
  await inspector.getByRole('tab', { name: 'Sessions' }).focus()
  for (let at = 0; at < 4; at++) await inspector.keyboard.press('ArrowRight')
  await inspector.keyboard.press('Enter')
  const renders = grid(inspector, 'Renders')
  await renders.waitFor()
  await addTask(app, 'Water the plants')
  await expect.poll(() => renders.getByText('Row', { exact: true }).count()).toBe(1)
  await renders.focus()
  await inspector.keyboard.press('ArrowDown')
  await inspector.keyboard.press('Enter')
  await expect.poll(() => grid(inspector, 'Details').count()).toBe(1)
  await expectText(inspector, /Rendered 1 time; last: first render\.$/)
})

test('a session that began while new ones were recorded is saved, and can be replayed', async () => {
  const { app, inspector } = await both()
  const save = inspector.getByRole('button', { name: 'Save recording' })
  await expectText(inspector, /^This session is not recorded: a recording begins with its session/)
  expect(await save.isDisabled()).toBe(true)
  await inspector.getByRole('button', { name: 'Record new sessions' }).click()
  const anew = await visit(new URL('/', app.url()).href)
  await addTask(anew, 'Water the plants')
  await anew.getByRole('checkbox', { name: 'Water the plants' }).click()
  await expectText(anew, '0 of 1 left')
  await grid(inspector, 'Sessions').getByRole('row').nth(2).click()
  await expectText(inspector, /^This session is recorded: [\d.]+ KiB so far\.$/)
  const saved = inspector.waitForEvent('download')
  await save.click()
  const text = readFileSync(await (await saved).path(), 'utf8')
  expect(text).toContain('Water the plants')
  expect(await replay(text, <App />)).toMatchObject({ isSame: true, notes: [] })
})

test('one step back shows what was there, and the application goes on', async () => {
  const { app, inspector } = await both()
  await goTo(inspector, 'States')
  const past = inspector.getByRole('treegrid', { name: 'What browsers showed' })
  await past.waitFor()
  await addTask(app, 'Water the plants')
  await past
    .getByText(/Water the plants/)
    .first()
    .waitFor()
  await inspector.getByRole('button', { name: 'First' }).click()
  await expect.poll(() => past.getByText(/Water the plants/).count()).toBe(0)
  await app.getByRole('checkbox', { name: 'Water the plants' }).click()
  await expectText(app, '0 of 1 left')
  await inspector.getByRole('button', { name: 'Newest' }).click()
  await past.getByText(/0 of 1 left/).waitFor()
})

test.each([
  ['wide', 1280],
  ['narrow', 400],
])('no tab has a violation, light or dark, %s', async (_how, width) => {
  const { app, inspector } = await both(width)
  await withAxe(inspector)
  const found: string[] = []
  for (const tab of tabs) {
    await goTo(inspector, tab)
    await inspector.getByRole('tabpanel', { name: tab }).waitFor()
    if (tab === 'Messages') {
      await addTask(app, 'Water the plants')
      await grid(inspector, 'Messages').getByText('create CheckBox').click()
      await inspector.getByRole('link').waitFor()
    }
    const here = await violations(inspector)
    found.push(...here.map((violation) => `${tab}, ${violation}`))
  }
  expect(found).toEqual([])
  const wider = () => inspector.evaluate(() => document.documentElement.scrollWidth)
  expect(await wider()).toBeLessThanOrEqual(width)
})
