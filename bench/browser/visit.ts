// A page of an application of its own, in a browser that has never seen it.

import type { Browser, CDPSession, Page } from 'playwright'
import { serve, type Child } from 'treewire'
import { startWatch, type Timing } from './stop-watch.ts'

export interface Visit {
  readonly page: Page
  readonly devtools: CDPSession
  /**
   * What the page did with the frames that `change` has caused, once it has painted them: the first, or all up to
   * one that holds `last`. A server that writes faster than it sends may need fewer than there were writes.
   */
  readonly frames: (change: () => unknown, last?: string) => Promise<Timing[]>
}

/** Opens a page on `component` for as long as `measure` takes. */
export type Visiting = <Result>(
  component: () => Child,
  measure: (visit: Visit) => Promise<Result>,
  reach?: Reach,
) => Promise<Result>

/** Gives the address at which the page gets to the server at `url`, perhaps by a detour, and runs `measure` there. */
export type Reach = <Result>(
  url: string,
  measure: (url: string) => Promise<Result>,
) => Promise<Result>

export function visitsIn(browser: Browser): Visiting {
  return async (component, measure, reach = (url, measure) => measure(url)) => {
    const options = { httpPort: 0, wsPort: 'same', quiet: true, handleSignals: false } as const
    const app = await serve(component, options)
    const context = await browser.newContext()
    try {
      return await reach(app.url, async (url) =>
        measure(await visitTo(url, await context.newPage())),
      )
    } finally {
      await context.close()
      await app.close()
    }
  }
}

async function visitTo(url: string, page: Page): Promise<Visit> {
  const devtools = await page.context().newCDPSession(page)
  await page.addInitScript(startWatch)
  await page.goto(url)
  await page.waitForSelector('.tw-root > .tw-widget')
  return { page, devtools, frames: (change, last = '') => framesOf(page, change, last) }
}

async function framesOf(page: Page, change: () => unknown, last: string): Promise<Timing[]> {
  await page.evaluate(() => (window.watch.timings = []))
  await change()
  return page.evaluate((last) => window.watch.painted(last), last)
}
