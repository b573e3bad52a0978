// A browser for the tests of the examples, and examples served to it on free ports.

import type { Browser, Page } from 'playwright'
import { serve, type Child } from 'treewire'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { launchTestBrowser } from '../browser-setup/chromium.ts'

type Options = Parameters<typeof serve>[1]

/** Serves an example on a free port, until the test is through. @returns its address */
export async function served(component: () => Child, options: Options = {}): Promise<string> {
  const port = { httpPort: 0, wsPort: 'same', quiet: true, handleSignals: false } as const
  const app = await serve(component, { ...port, ...options })
  onTestFinished(() => app.close())
  return app.url
}

/**
 * Starts one browser for the tests of a file.
 *
 * @returns opens a window of somebody else's, which shares nothing with other windows
 */
export function useBrowser(): (address: string, width?: number) => Promise<Page> {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchTestBrowser()
  })
  afterAll(() => browser.close())
  return async (address, width = 1280) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    onTestFinished(() => page.close())
    page.setDefaultTimeout(10_000)
    await page.goto(address)
    return page
  }
}

/** Waits until the page shows a text. */
export async function expectText(page: Page, text: string | RegExp): Promise<void> {
  const shown = page.getByText(text, { exact: true }).filter({ visible: true })
  await expect.poll(() => shown.count(), { timeout: 10_000 }).toBeGreaterThan(0)
}
