// Writes the pages, the pictures that they show, and what stands at their side.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { PAGES, ROOT, sitePages } from './folders.ts'
import { doorPages } from './doors.ts'

/** All of them. */
export function writeSite(): void {
  const { places } = writePages()
  for (const [page, text] of doorPages(places)) write(`${page}.md`, text)
  mkdirSync(`${PAGES}public`, { recursive: true })
  for (const name of readdirSync(`${ROOT}docs`)) {
    if (name.endsWith('.png')) copyFileSync(`${ROOT}docs/${name}`, `${PAGES}public/${name}`)
  }
  copyFileSync(`${ROOT}src/client/icon.svg`, `${PAGES}public/icon.svg`)
}

/** Those that are made of papers. */
export function writePages(): ReturnType<typeof sitePages> {
  const site = sitePages()
  for (const [page, text] of site.pages) write(`${page}.md`, text)
  write('sidebar.json', JSON.stringify(site.sidebar))
  return site
}

/** What is the same as before is left alone, so that a server of VitePress shows only what has changed. */
function write(path: string, text: string): void {
  const whole = PAGES + path
  mkdirSync(dirname(whole), { recursive: true })
  if (!existsSync(whole) || readFileSync(whole, 'utf8') !== text) writeFileSync(whole, text)
}
