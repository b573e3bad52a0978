// A small folder that looks like the built browser part: a page, an asset with its compressed copies, an icon.

import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export const SCRIPT = 'console.log("the asset")'

/** The folder; it goes away with the test. */
export function builtPage(title = 'Built'): string {
  const folder = mkdtempSync(join(tmpdir(), 'treewire-built-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const page = `<!doctype html><html><head lang="en"><title>${title}</title></head></html>`
  const files = {
    'index.html': page,
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/main-1a2b.js': SCRIPT,
    'assets/main-1a2b.js.br': brotliCompressSync(SCRIPT),
    'assets/main-1a2b.js.gz': gzipSync(SCRIPT),
  }
  mkdirSync(join(folder, 'assets'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
