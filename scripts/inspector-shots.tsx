// Writes pictures of the inspector, light and dark, wide and narrow: `node --import tsx scripts/inspector-shots.tsx FOLDER`.
// It looks at the list to tick off, in which somebody has done something. The build must be there (`npm run build:client`).

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { serve } from 'treewire'
import { App } from '../examples/todo/app.tsx'
import { launchTestBrowser } from '../test/browser-setup/chromium.ts'

const [folder = 'inspector-shots'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const names = ['Sessions', 'Tree', 'Signals', 'Messages', 'Renders', 'States']

const app = await serve(() => <App />, {
  httpPort: 0,
  wsPort: 'same',
  quiet: true,
  inspector: true,
})
const browser = await launchTestBrowser()
try {
  const page = await browser.newPage()
  await page.goto(app.url)
  for (const [width, height] of [
    [1080, 675],
    [420, 800],
  ] as const) {
    await look(browser, page, { width, height })
  }
} finally {
  await browser.close()
  await app.close()
}

async function look(
  from: Browser,
  page: Page,
  viewport: { readonly width: number; readonly height: number },
): Promise<void> {
  const inspector = await from.newPage({ viewport, reducedMotion: 'reduce', deviceScaleFactor: 2 })
  await inspector.goto(`${app.url}_treewire/`)
  await inspector.getByRole('tab', { name: 'Messages' }).click()
  await inspector.getByRole('grid', { name: 'Messages' }).waitFor()
  await addTask(page, `Water the plants at ${viewport.width}`)
  await inspector.waitForTimeout(500)
  for (const name of names) await shoot(inspector, name, viewport.width)
  await inspector.close()
}

async function addTask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').first().fill(text)
  await page.getByRole('textbox').first().press('Enter')
  await page.getByRole('checkbox').last().click()
}

async function shoot(page: Page, name: string, width: number): Promise<void> {
  await page.getByRole('tab', { name }).click()
  await page.waitForTimeout(300)
  const row = page.getByRole('row').nth(3)
  if ((await row.count()) > 0) await row.click()
  for (const theme of ['light', 'dark']) {
    await page.evaluate((wanted) => (document.body.dataset['theme'] = wanted), theme)
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`) })
  }
}
