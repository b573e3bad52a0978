// A page on paper.

import { Label, TopLevel, VBox } from 'treewire'
import { expect, onTestFinished, test } from 'vitest'
import { launchTestBrowser } from '../browser-setup/chromium.ts'
import { served } from '../examples/browsing.ts'

function Report() {
  return (
    <TopLevel title="Report" theme="dark">
      <VBox>
        {Array.from({ length: 100 }, (_, at) => (
          <Label text={`Line ${at}`} />
        ))}
      </VBox>
    </TopLevel>
  )
}

test('a window that fills the page is dark on light, and goes on over as many sheets as it needs', async () => {
  const browser = await launchTestBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ colorScheme: 'dark' })
  await page.goto(await served(() => <Report />))
  await page.getByText('Line 99').waitFor()
  const look = () =>
    page.evaluate(() => ({
      color: getComputedStyle(document.querySelector('.tw-label')!).color,
      isHigh: document.documentElement.scrollHeight > 2 * innerHeight,
    }))
  expect(await look()).toEqual({ color: 'rgb(231, 232, 234)', isHigh: false })
  await page.emulateMedia({ media: 'print' })
  expect(await look()).toEqual({ color: 'rgb(26, 29, 33)', isHigh: true })
})
