// Brings what the library is compared with. It is the bench's own: whoever works on the library installs none of it.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bench = fileURLToPath(new URL('.', import.meta.url))
const stamp = `${bench}node_modules/.installed-lock`

/** Installs what the lock says, unless that is there. @throws Error when it cannot */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(`${bench}package-lock.json`))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing what is compared (npm ci --prefix bench) …')
  // On Windows npm is a script, which only a shell starts.
  const options = { stdio: 'inherit', shell: process.platform === 'win32' } as const
  const { status, error } = spawnSync('npm', ['ci', '--prefix', bench, '--no-audit'], options)
  if (status !== 0) throw new Error(cannot(error?.message ?? `npm ended with ${status}`))
  writeFileSync(stamp, lock)
}

function cannot(reason: string): string {
  return `The engines to compare with could not be installed (${reason}). They are dependencies of bench/package.json: see that the npm registry can be reached, run "npm ci --prefix bench", and then the bench again`
}
