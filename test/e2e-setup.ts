// Builds the page once before the tests that open it, unless a build is there that is newer than its sources.

import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = 'dist/client/index.html'
const SOURCES = ['src/client', 'src/line', 'src/protocol', 'src/widgets', 'package-lock.json']

export function setup(): void {
  if (modifiedAt(BUILT) >= Math.max(...SOURCES.map(newest))) return
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const { status, output } = spawnSync(process.execPath, [vite, 'build', 'src/client'], {
    cwd: ROOT,
    encoding: 'utf8',
    // Vitest's own NODE_ENV would build a page for development.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`The page could not be built.\n${output.join('')}`)
}

/** Milliseconds since 1970 of the last change in a file or folder, -Infinity where there is none. */
function newest(path: string): number {
  const folder = join(ROOT, path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return modifiedAt(path)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(...names.map((name) => modifiedAt(join(path, name))))
}

function modifiedAt(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? -Infinity
}
