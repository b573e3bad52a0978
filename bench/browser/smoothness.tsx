// Whether the page stays quick while frames are carried out: a task of more than 50 ms is one that users feel.

import { batch, signal, Label, Page, VBox } from 'treewire'
import type { Page as Tab } from 'playwright'
import { rounded } from './figure.ts'
import { type Rows, rowsOf, Screen } from './rows.tsx'
import type { Visiting } from './visit.ts'

declare global {
  interface Window {
    /** Milliseconds that each long task took. */
    longTasks: number[]
  }
}

const perSecond = 20
const seconds = 5

export async function smoothnessFigures(
  visit: Visiting,
): Promise<Readonly<Record<string, object>>> {
  return {
    'long tasks, mounting 1,000 rows': await mounting(visit, 1000),
    'long tasks, mounting 4,000 rows': await mounting(visit, 4000),
    'long tasks, 20 × 100 labels a second, for 5 s': await streaming(visit),
  }
}

/** The third time: the code is compiled, as it is on a page that is used. */
function mounting(visit: Visiting, count: number): Promise<object> {
  const rows = signal<Rows>([])
  return visit(
    () => <Screen rows={rows} />,
    async ({ page, frames }) => {
      const many = rowsOf(count)
      for (let before = 0; before < 2; before++) {
        await frames(() => (rows.value = many))
        await frames(() => (rows.value = []))
      }
      await watchLongTasks(page)
      await frames(() => (rows.value = many))
      return longTasksOf(page)
    },
  )
}

function streaming(visit: Visiting): Promise<object> {
  const texts = Array.from({ length: 100 }, (_, at) => signal(`label ${at}`))
  const labels = texts.map((text, at) => <Label key={at} text={text} />)
  const Labels = () => (
    <Page>
      <VBox>{labels}</VBox>
    </Page>
  )
  return visit(Labels, async ({ page, frames }) => {
    const ticks = perSecond * seconds
    const write = async (): Promise<void> => {
      for (let tick = 0; tick < ticks; tick++) {
        batch(() => texts.forEach((text, at) => (text.value = `${at} at ${tick}`)))
        await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond))
      }
    }
    await frames(write, `99 at ${ticks - 1}`)
    await watchLongTasks(page)
    await frames(write, `99 at ${ticks - 1}`)
    return longTasksOf(page)
  })
}

function watchLongTasks(page: Tab): Promise<void> {
  return page.evaluate(() => {
    window.longTasks = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    })
    observer.observe({ entryTypes: ['longtask'] })
  })
}

async function longTasksOf(page: Tab): Promise<object> {
  // They are told of when there is nothing else to do.
  await page.waitForTimeout(500)
  const tasks = await page.evaluate(() => window.longTasks)
  return {
    tasks: tasks.length,
    longest: rounded(Math.max(0, ...tasks)),
    'above 50 ms': rounded(tasks.reduce((sum, task) => sum + task - 50, 0)),
  }
}
