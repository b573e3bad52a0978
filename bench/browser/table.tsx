// A table of 100,000 rows: until it stands, and while it is scrolled.

import type { Page as Tab } from 'playwright'
import { Page, signal, TableView } from 'treewire'
import { figure, repeat } from './figure.ts'
import type { Visiting } from './visit.ts'

const columns = ['id', 'name', 'state', 'size'].map((key) => ({ label: key, key }))
const data = Array.from({ length: 100_000 }, (_, id) => [id, `name ${id}`, 'idle', id * 7])
const rounds = 5

export function tableFigures(visit: Visiting): Promise<Readonly<Record<string, object>>> {
  const rows = signal<typeof data>([])
  const Table = () => (
    <Page fit>
      <TableView columns={columns} data={rows} label="Rows" />
    </Page>
  )
  return visit(Table, async ({ page, frames }) => {
    await page.waitForSelector('.tw-table-scroller')
    const shown = await repeat(rounds, async () => {
      const [timing] = await frames(() => (rows.value = data))
      await frames(() => (rows.value = []))
      return timing!.painted
    })
    await frames(() => (rows.value = data))
    const worst = await repeat(rounds, () => worstFrame(page))
    return {
      'table of 100,000 rows: on the screen': figure(shown, 100),
      'the same: worst of 120 frames of scrolling': figure(worst, 32),
    }
  })
}

async function worstFrame(page: Tab): Promise<number> {
  const scroll = { selector: '.tw-table-scroller', frames: 120, step: 900 }
  return Math.max(...(await page.evaluate(scrollFrames, scroll)))
}

interface Scroll {
  readonly selector: string
  readonly frames: number
  /** Px a frame, downwards. */
  readonly step: number
}

/** Runs in the page. @returns how long each frame took, in milliseconds */
async function scrollFrames({ selector, frames, step }: Scroll): Promise<number[]> {
  const element = document.querySelector(selector)!
  const times: number[] = []
  let before = await new Promise(requestAnimationFrame)
  for (let frame = 0; frame < frames; frame++) {
    element.scrollTop += step
    const now = await new Promise(requestAnimationFrame)
    times.push(now - before)
    before = now
  }
  return times
}
