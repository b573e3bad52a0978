// Brings what a package of its own inside this repository needs. Whoever works on the library installs none of it.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * Installs what the lock of a folder says, unless that is there.
 *
 * @param folder  from the root, e.g. 'bench'
 * @param what    what is installed, for the log: 'what is compared'
 * @throws Error when it cannot
 */
export function installPackage(folder: string, what: string): void {
  const home = `${root}${folder}`
  const stamp = `${home}/node_modules/.installed-lock`
  const lock = createHash('sha256')
    .update(readFileSync(`${home}/package-lock.json`))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log(`Installing ${what} (npm ci --prefix ${folder}) …`)
  // On Windows npm is a script, which only a shell starts.
  const options = { stdio: 'inherit', shell: process.platform === 'win32' } as const
  const { status, error } = spawnSync('npm', ['ci', '--prefix', home, '--no-audit'], options)
  if (status !== 0) throw new Error(cannot(folder, error?.message ?? `npm ended with ${status}`))
  writeFileSync(stamp, lock)
}

function cannot(folder: string, reason: string): string {
  return `The dependencies of ${folder}/package.json could not be installed (${reason}): see that the npm registry can be reached, run "npm ci --prefix ${folder}", and then this again`
}
