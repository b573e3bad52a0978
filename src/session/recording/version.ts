// The version of this package, for the first line of a recording.

import { readFileSync } from 'node:fs'

/** This file is src/session/recording/version.ts, or dist/src/session/recording/version.js. */
export function ownVersion(): string {
  const root = import.meta.url.endsWith('.ts') ? '../../../' : '../../../../'
  const text = readFileSync(new URL(`${root}package.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}
