// What it takes until somebody who has never been here sees a widget.

import { Label, Page } from 'treewire'
import { figure } from './figure.ts'
import { overSlowLine } from './slow-line.ts'
import type { Reach, Visiting } from './visit.ts'

interface Load {
  /** That came over the line, headers and WebSocket included. */
  readonly bytes: number
  readonly requests: number
  /** Milliseconds from asking for the page to the widget on the screen. */
  readonly firstWidget: number
}

const rounds = 7
/** 40 ms there and back, 10 Mbit a second. */
const line = { delay: 20, bytesPerSecond: 10_000_000 / 8 }

export async function firstLoadFigures(visit: Visiting): Promise<Readonly<Record<string, object>>> {
  const loads: Load[] = []
  for (let round = 0; round < rounds; round++) loads.push(await loaded(visit))
  return {
    'first load, bytes': figure(
      loads.map(({ bytes }) => bytes),
      60_000,
    ),
    'first load, requests': figure(loads.map(({ requests }) => requests)),
    'first load, first widget over 40 ms and 10 Mbit/s': figure(
      loads.map(({ firstWidget }) => firstWidget),
      400,
    ),
  }
}

async function loaded(visit: Visiting): Promise<Load> {
  let bytes = () => 0
  const reach: Reach = (url, measure) =>
    overSlowLine(url, line, (slow) => {
      bytes = () => slow.bytesDown
      return measure(slow.url)
    })
  const Hello = () => (
    <Page title="Hello">
      <Label text="Hello" />
    </Page>
  )
  return visit(
    Hello,
    async ({ page }) => {
      const firstWidget = await page.evaluate(() => window.watch.firstWidget)
      await page.waitForLoadState('networkidle')
      const fetched = await page.evaluate(() => performance.getEntriesByType('resource').length)
      // The page itself, and its socket, are not among what it has fetched.
      return { bytes: bytes(), requests: fetched + 2, firstWidget }
    },
    reach,
  )
}
