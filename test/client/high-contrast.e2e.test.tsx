// A page on a system that asks for high contrast.

import { HBox, Page, ProgressBar, Separator, TableView, ToggleButton } from 'treewire'
import { expect, onTestFinished, test } from 'vitest'
import { launchTestBrowser } from '../browser-setup/chromium.ts'
import { served } from '../examples/browsing.ts'

function Looks() {
  return (
    <Page>
      <HBox>
        <ToggleButton>Off</ToggleButton>
        <ToggleButton state>On</ToggleButton>
        <Separator orientation="vertical" />
        <ProgressBar value={0.5} label="Half" />
        <TableView label="Empty" columns={['Name']} />
      </HBox>
    </Page>
  )
}

test('what a background alone shows is seen where there are no backgrounds', async () => {
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ forcedColors: 'active', colorScheme: 'light' })
  await page.goto(await served(() => <Looks />))
  const look = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor)
  const seen = {
    off: await look('[aria-pressed=false]'),
    on: await look('[aria-pressed=true]'),
    line: await look('.tw-separator'),
    rest: await look('progress'),
  }
  expect(new Set(Object.values(seen)).size).toBe(4)
})

test('a table with the focus is seen to have it, also without a row', async () => {
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ forcedColors: 'active' })
  await page.goto(await served(() => <Looks />))
  const table = page.getByRole('grid')
  const ring = () =>
    table.evaluate(({ parentElement }) => getComputedStyle(parentElement!).outlineStyle)
  await table.waitFor()
  expect(await ring()).toBe('none')
  await page.keyboard.press('Shift+Tab')
  await table.focus()
  expect(await ring()).toBe('solid')
})
