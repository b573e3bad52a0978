// What a page costs the browser, measured in the Chromium of the tests against the built client and a real server.

import { launchTestBrowser } from '../../test/browser-setup/chromium.ts'
import { buildPage } from '../../test/e2e-setup.ts'
import { firstLoadFigures } from './first-load.tsx'
import { heapFigures } from './heap.tsx'
import { listFigures } from './lists.tsx'
import { smoothnessFigures } from './smoothness.tsx'
import { tableFigures } from './table.tsx'
import { textFigures } from './texts.tsx'
import { type Visiting, visitsIn } from './visit.ts'

type Figures = Readonly<Record<string, object>>

const parts: readonly ((visit: Visiting) => Promise<Figures>)[] = [
  firstLoadFigures,
  listFigures,
  textFigures,
  heapFigures,
  smoothnessFigures,
  tableFigures,
]

/** By what was measured. Times are in milliseconds. */
export async function browserFigures(): Promise<Figures> {
  await buildPage()
  const browser = await launchTestBrowser()
  const figures: Record<string, object> = {}
  try {
    for (const part of parts) Object.assign(figures, await part(visitsIn(browser)))
  } finally {
    await browser.close()
  }
  return figures
}
