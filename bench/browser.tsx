// What a page costs the browser, measured in the Chromium of the tests against the built client and a real server.

import type { Page } from 'playwright'
import { Label, Page as Window, serve, signal, TableView, VBox, type Child } from 'treewire'
import { launchTestBrowser } from '../test/browser-setup/chromium.ts'
import { setup as buildClient } from '../test/e2e-setup.ts'
import { rowsOf, Screen, type Row } from './rows.tsx'
import { scrollFrames, startWatch, type Timing } from './stop-watch.ts'

interface Visit {
  readonly page: Page
  /** What the page did with the frames that `change` has caused. */
  readonly frames: (change: () => unknown, count?: number) => Promise<Timing[]>
}

type Open = (component: () => Child) => Promise<Visit>

const rounds = 10

export async function browserFigures(): Promise<Readonly<Record<string, object>>> {
  buildClient()
  const browser = await launchTestBrowser()
  const ends: (() => Promise<void>)[] = []
  const open: Open = async (component) => {
    const options = { httpPort: 0, wsPort: 'same', quiet: true, handleSignals: false } as const
    const app = await serve(component, options)
    ends.push(() => app.close())
    const page = await browser.newPage()
    await page.addInitScript(startWatch)
    await page.goto(app.url)
    await page.waitForSelector('.tw-root > .tw-widget')
    return { page, frames: (change, count = 1) => framesOf(page, change, count) }
  }
  try {
    return await measureAll(open)
  } finally {
    for (const end of ends) await end()
    await browser.close()
  }
}

async function measureAll(open: Open): Promise<Readonly<Record<string, object>>> {
  const rows = await manyRows(open)
  return {
    'first load, bytes': figure([await firstLoad(open)], 60_000),
    'frame of 9,002 messages: 1,000 rows, ms': figure(await thousandRows(open), 60),
    'one set_text among 100 widgets, ms': figure(await oneText(open, 25), 0.1),
    'one set_text among 10,000 widgets, ms': figure(await oneText(open, 2500), 0.1),
    '4,000 labels, ms': figure(await manyLabels(open), 150),
    'table of 100,000 rows: on the screen, ms': figure(rows.shown, 100),
    'the same: worst of 120 frames of scrolling, ms': figure(rows.worst, 32),
  }
}

/** Other work on the machine shows in the median; the best comes near to what it would be without. */
function figure(measured: readonly number[], wanted: number): object {
  const [best = 0, ...others] = measured.toSorted((a, b) => a - b)
  const median = [best, ...others][measured.length >> 1]!
  return { median: rounded(median), best: rounded(best), 'at most': wanted }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** What crosses the network until the page stands. */
async function firstLoad(open: Open): Promise<number> {
  const { page } = await open(() => <Window title="Empty" />)
  const client = await page.context().newCDPSession(page)
  let bytes = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.reload({ waitUntil: 'networkidle' })
  return bytes
}

async function thousandRows(open: Open): Promise<number[]> {
  const rows = signal<readonly Row[]>([])
  const { frames } = await open(() => <Screen rows={rows} />)
  return repeat(rounds, async () => {
    const [timing] = await frames(() => (rows.value = rowsOf(1000)))
    await frames(() => (rows.value = []))
    return timing!.obeyed
  })
}

/** A stream of frames with one message each. The clock of a page ticks ten times a millisecond: hence the mean of many. */
async function oneText(open: Open, count: number): Promise<number[]> {
  const rows = signal<readonly Row[]>(rowsOf(count))
  const { frames } = await open(() => <Screen rows={rows} />)
  const texts = 200
  const write = async () => {
    for (let text = 0; text < texts; text++) {
      rows.value[0]!.name.value = `text ${text}`
      await new Promise(setImmediate)
    }
  }
  return repeat(rounds, async () => {
    const timings = await frames(write, texts)
    return timings.reduce((sum, { obeyed }) => sum + obeyed, 0) / timings.length
  })
}

async function manyLabels(open: Open): Promise<number[]> {
  const texts = signal<readonly string[]>([])
  const { frames } = await open(() => (
    <Window>
      <VBox>{() => texts.value.map((text) => <Label key={text} text={text} />)}</VBox>
    </Window>
  ))
  return repeat(rounds, async () => {
    const [timing] = await frames(
      () => (texts.value = Array.from({ length: 4000 }, (_, at) => `label ${at}`)),
    )
    await frames(() => (texts.value = []))
    return timing!.obeyed
  })
}

const columns = ['id', 'name', 'state', 'size'].map((key) => ({ label: key, key }))
const data = Array.from({ length: 100_000 }, (_, id) => [id, `name ${id}`, 'idle', id * 7])

async function manyRows(open: Open): Promise<{ shown: number[]; worst: number[] }> {
  const rows = signal<typeof data>([])
  const { page, frames } = await open(() => (
    <Window fit>
      <TableView columns={columns} data={rows} label="Rows" />
    </Window>
  ))
  await page.waitForSelector('.tw-table-scroller')
  await page.evaluate(() => (window.shownBy = '.tw-table-body .tw-table-row'))
  const shown = await repeat(5, async () => {
    await frames(() => (rows.value = data))
    const after = await page.evaluate(() => window.shownAfter)
    await frames(() => (rows.value = []))
    return after
  })
  await frames(() => (rows.value = data))
  const worst = await repeat(5, async () => {
    const times = await page.evaluate(scrollFrames, ['.tw-table-scroller', 120, 900] as const)
    return Math.max(...times)
  })
  return { shown, worst }
}

async function framesOf(page: Page, change: () => unknown, count: number): Promise<Timing[]> {
  await page.evaluate(() => (window.timings = []))
  await change()
  await page.waitForFunction((least) => window.timings.length >= least, count, { polling: 5 })
  return page.evaluate(() => window.timings)
}

/** The first time does not count: code is still being compiled then. */
async function repeat(times: number, measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = []
  await measure()
  for (let round = 0; round < times; round++) measured.push(await measure())
  return measured
}
