// What axe finds on a page, light and dark.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Makes a page ready for axe. Nothing fades from now on, so no colour is on its way to another. */
export async function withAxe(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(readFileSync(axePath, 'utf8'))
}

/** By theme, rule and place, inside of what a selector finds. The second theme differs in colours alone. */
export async function violations(page: Page, within = 'html'): Promise<string[]> {
  return [
    ...(await violationsIn(page, 'light', within)),
    ...(await violationsIn(page, 'dark', within)),
  ]
}

function violationsIn(page: Page, theme: 'light' | 'dark', within: string): Promise<string[]> {
  return page.evaluate(
    async ([wanted, place]) => {
      document.body.dataset['theme'] = wanted
      const { axe } = window as unknown as { axe: typeof Axe }
      const rules = wanted === 'dark' ? { runOnly: ['color-contrast'] } : {}
      const options: RunOptions = { resultTypes: ['violations'], preload: false, ...rules }
      const { violations: all } = await axe.run({ include: [place] }, options)
      return all.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${wanted}: ${id} ${html.slice(0, 160)}`),
      )
    },
    [theme, within] as const,
  )
}
