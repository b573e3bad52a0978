// What this package says of itself, and where it is.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Manifest {
  readonly version: string
  readonly engines: { readonly node: string }
  readonly devDependencies: Readonly<Record<string, string>>
}

export function ownManifest(): Manifest {
  return JSON.parse(readFileSync(ownFile('package.json'), 'utf8')) as Manifest
}

export function ownVersion(): string {
  return ownManifest().version
}

/** The path of a file of this package. This one is src/cli/package.ts, or dist/src/cli/package.js. */
export function ownFile(path: string): string {
  const root = import.meta.url.endsWith('.ts') ? '../../' : '../../../'
  return fileURLToPath(new URL(root + path, import.meta.url))
}
