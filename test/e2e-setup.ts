// Builds the page and the server once before the tests that need them, unless a build is there that is newer than its
// sources.

import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Build {
  readonly what: string
  /** A file that it writes. */
  readonly built: string
  readonly sources: readonly string[]
  /** What node runs for it. */
  readonly command: readonly string[]
}

const PAGE: Build = {
  what: 'page',
  built: 'dist/client/index.html',
  sources: ['src/client', 'src/line', 'src/protocol', 'src/widgets', 'package-lock.json'],
  command: ['node_modules/vite/bin/vite.js', 'build', 'src/client'],
}
const SERVER: Build = {
  what: 'server',
  built: 'dist/src/cli/main.js',
  sources: ['src', 'jsx-runtime', 'tsconfig.json', 'package-lock.json'],
  // The types are what `npm run check` is for.
  command: ['node_modules/typescript/bin/tsc', '-p', 'src', '--noCheck'],
}

export async function setup(): Promise<void> {
  await Promise.all([buildPage(), build(SERVER)])
}

export async function buildPage(): Promise<void> {
  await build(PAGE)
}

async function build({ what, built, sources, command }: Build): Promise<void> {
  if (modifiedAt(built) >= Math.max(...sources.map(newest))) return
  const [program = '', ...args] = command
  // Vitest's own NODE_ENV would build a page for development.
  const options = { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } }
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, program), ...args], options)
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    throw new Error(`The ${what} could not be built.\n${stdout}${stderr}`, { cause: error })
  }
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
