// A page on a system that asks for high contrast.

import { HBox, Page, ProgressBar, Separator, ToggleButton } from 'treewire'
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
