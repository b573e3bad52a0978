// A page for each door of the package, made of its declarations and their comments. Widgets have pages of their own.

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { catalog } from '../src/widgets/catalog.ts'
import { doors } from './contents.ts'
import { declaredBy } from '../scripts/declarations.ts'
import { doorPage } from './door-page.ts'
import { ROOT, SITE } from './folders.ts'
import type { Places } from './links.ts'

const types = `${SITE}.types/`

/** @returns by the path of a page without `.md`, its text. @throws Error when the doors do not compile */
export function doorPages(places: Places): Map<string, string> {
  compile()
  const read = (path: string) => readFileSync(types + path, 'utf8')
  return new Map(
    doors.map(({ module, types: path, page }) => {
      const names = declaredBy(path, read).filter(({ name }) => !Object.hasOwn(catalog, name))
      return [page, doorPage(module, names, places)]
    }),
  )
}

function compile(): void {
  rmSync(types, { recursive: true, force: true })
  const tsc = `${ROOT}node_modules/typescript/bin/tsc`
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', SITE], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The doors of the package do not compile.\n${stdout}`)
}
