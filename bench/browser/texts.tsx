// Labels: one that changes among few and many, and thousands at once.

import { Label, Page, signal, VBox } from 'treewire'
import { mean, repeat, timingFigure } from './figure.ts'
import { type Rows, rowsOf, Screen } from './rows.tsx'
import type { Timing } from './stop-watch.ts'
import type { Visiting } from './visit.ts'

const rounds = 10

export async function textFigures(visit: Visiting): Promise<Readonly<Record<string, object>>> {
  return {
    'one label among 100 widgets': timingFigure(await oneText(visit, 25), 0.1),
    'one label among 10,000 widgets': timingFigure(await oneText(visit, 2500), 0.1),
    'mount 4,000 labels': timingFigure(await manyLabels(visit), 150),
  }
}

/** Streams of frames with one message each: close together, as fast as they come, and each after a pause. */
function oneText(visit: Visiting, count: number): Promise<Timing[]> {
  const rows = signal<Rows>(rowsOf(count))
  const texts = 100
  const last = `text ${texts - 1}`
  const stream = (pause: () => Promise<unknown>) => async (): Promise<void> => {
    for (let text = 0; text < texts; text++) {
      rows.value[0]!.name.value = `text ${text}`
      await pause()
    }
  }
  const dense = stream(() => new Promise(setImmediate))
  const sparse = stream(() => new Promise((resolve) => setTimeout(resolve, 4)))
  return visit(
    () => <Screen rows={rows} />,
    ({ page, frames }) =>
      repeat(rounds, async () => {
        await page.evaluate(() => (window.watch.isLaidOut = false))
        const { obeyed } = mean(await frames(dense, last))
        await page.evaluate(() => (window.watch.isLaidOut = true))
        return { ...mean(await frames(sparse, last)), obeyed }
      }),
  )
}

function manyLabels(visit: Visiting): Promise<Timing[]> {
  const none: readonly string[] = []
  const many = Array.from({ length: 4000 }, (_, at) => `label ${at}`)
  const texts = signal(none)
  const Labels = () => (
    <Page>
      <VBox>{() => texts.value.map((text) => <Label key={text} text={text} />)}</VBox>
    </Page>
  )
  return visit(Labels, ({ frames }) =>
    repeat(rounds, async () => {
      const [timing] = await frames(() => (texts.value = many))
      await frames(() => (texts.value = none))
      return timing!
    }),
  )
}
