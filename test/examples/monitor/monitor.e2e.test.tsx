// The monitor as people use it: in a real browser, over a machine whose figures the test decides on.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { App } from '../../../examples/monitor/app.tsx'
import { Sampler } from '../../../examples/monitor/sampler.ts'
import { expectText, served, useBrowser } from '../browsing.ts'
import { FakeMachine, processOf } from './fake-machine.ts'

const visit = useBrowser()

const manyProcesses = Array.from({ length: 200 }, (_, at) =>
  processOf(at + 1, `worker-${at + 1}`, (at * 7) % 50),
)

async function openMonitor(machine = new FakeMachine(), width = 1440): Promise<Page> {
  const sampler = new Sampler(machine)
  const page = await visit(await served(() => <App sampler={sampler} />), width)
  await expectText(page, 'box')
  return page
}

const goTo = (page: Page, tab: string): Promise<void> =>
  page.getByRole('tab', { name: tab }).click()

test('it shows the figures and draws the charts', async () => {
  const page = await openMonitor()
  await expectText(page, '15%')
  await expectText(page, '10% user, 5% system')
  await expect.poll(() => page.locator('.tw-chart canvas:visible').count()).toBe(4)
})

test('figures follow the machine', async () => {
  const machine = new FakeMachine()
  const page = await openMonitor(machine)
  machine.user = 42
  await expectText(page, '47%')
})

test('nothing moves while it is paused', async () => {
  const machine = new FakeMachine()
  const page = await openMonitor(machine)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expectText(page, /^Paused at/)
  const { figures } = machine.reads
  machine.user = 42
  await page.waitForTimeout(1500) // more than one tick
  expect(machine.reads.figures).toBe(figures)
  await expectText(page, '15%')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expectText(page, '47%')
})

test('selection, order and scroll position stay while the processes change', async () => {
  const machine = new FakeMachine()
  machine.processes = manyProcesses
  const page = await openMonitor(machine)
  await goTo(page, 'Processes')
  const table = page.getByRole('grid', { name: 'Processes' })
  await expectText(page, '200 of 200')
  await table.getByRole('columnheader', { name: 'PID' }).click()
  const row = (pid: number) => table.getByRole('row', { name: `worker-${pid} `, exact: false })
  await row(3).first().click()
  const scroller = page.locator('.tw-table-scroller:visible')
  await scroller.evaluate((element) => element.scrollTo(0, 1500))
  const before = await scroller.evaluate((element) => element.scrollTop)
  machine.processes = manyProcesses.slice(0, -50).map((one) => ({ ...one, cpu: 33 }))
  await expectText(page, '150 of 150')
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(before)
  await scroller.evaluate((element) => element.scrollTo(0, 0))
  await expect.poll(() => row(3).first().getAttribute('aria-selected')).toBe('true')
})

test('the filter leaves what it finds', async () => {
  const machine = new FakeMachine()
  machine.processes = manyProcesses
  const page = await openMonitor(machine)
  await goTo(page, 'Processes')
  await page.getByLabel('Filter processes').click()
  await page.keyboard.type('worker-19')
  await expectText(page, '11 of 200')
})

test('the theme can be chosen', async () => {
  const page = await openMonitor()
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('combobox', { name: 'Theme' }).click()
  await page.getByRole('option', { name: 'Dark theme' }).click()
  await expect.poll(background).not.toBe(light)
})

test('the dialog opens, and Escape closes it', async () => {
  const page = await openMonitor()
  await page.getByRole('button', { name: 'About' }).click()
  await expectText(page, 'Reading the figures')
  await page.keyboard.press('Escape')
  const dialog = page.getByRole('dialog', { name: 'About this monitor' })
  await expect.poll(() => dialog.count()).toBe(0)
})

test('no tab is wider than a phone', async () => {
  const page = await openMonitor(new FakeMachine(), 390)
  for (const tab of ['Overview', 'Processes', 'Network', 'Disks']) {
    await goTo(page, tab)
    await page.getByRole('tabpanel', { name: tab }).waitFor()
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    await expect.poll(width, { message: tab }).toBeLessThanOrEqual(390)
  }
})
