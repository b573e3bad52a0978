// Writes a picture of every page of the gallery, light and dark: `node --import tsx scripts/gallery-shots.tsx FOLDER`.
// A widget is looked at before it is let go; the build must be there (`npm run build:client`).

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { serve } from 'treewire'
import { App } from '../examples/gallery/app.tsx'
import { categories } from '../examples/gallery/categories.ts'
import { nameOf } from '../examples/gallery/specimen.ts'
import { launchTestBrowser } from '../test/browser-setup/chromium.ts'

const [folder = 'gallery-shots'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const app = await serve(() => <App />, { httpPort: 0, wsPort: 'same', quiet: true })
const browser = await launchTestBrowser()
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  await page.goto(app.url)
  for await (const name of walk(page)) await shoot(page, name)
} finally {
  await browser.close()
  await app.close()
}

async function* walk(page: Page): AsyncGenerator<string> {
  const list = page.getByRole('treegrid', { name: 'Widgets' })
  await list.press('Home')
  for (const { specimens } of categories) {
    for (const name of specimens.map(nameOf)) {
      await list.press('ArrowDown')
      await page.getByRole('heading', { name, exact: true }).waitFor()
      yield name
    }
    await list.press('ArrowDown')
  }
}

/** Windows are opened first. */
async function shoot(page: Page, name: string): Promise<void> {
  const open = page.getByRole('button', { name: 'Open', exact: true })
  const isWindow = (await open.count()) > 0
  if (isWindow) await open.click()
  for (const theme of ['light', 'dark']) {
    await page.evaluate((wanted) => (document.body.dataset['theme'] = wanted), theme)
    await page.waitForTimeout(150)
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
  }
  if (isWindow) await close(page)
}

/** What is behind a modal dialog takes no keys until the server has taken it away. */
async function close(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Close' })
  await button.click()
  await button.waitFor({ state: 'hidden' })
}
