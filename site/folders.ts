// Where papers are, and where pages go.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { siteOf, type Site } from './pages.ts'

/** Of the repository; ends with a slash, as all of them. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url))
export const SITE = fileURLToPath(new URL('./', import.meta.url))
/** The pages as VitePress is to see them; made, and ignored by git. */
export const PAGES = fileURLToPath(new URL('.pages/', import.meta.url))

/** The pages that are made of the papers as they are now. */
export function sitePages(): Site {
  const home = readFileSync(`${SITE}home.md`, 'utf8')
  return siteOf((paper) => readFileSync(ROOT + paper, 'utf8'), home)
}
