import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'

const config = new URL('../../src/client/vite.config.ts', import.meta.url).pathname

/** A folder with a tiny page in it, and an empty one outside of it. */
function folders() {
  const base = mkdtempSync(join(tmpdir(), 'vite-config-'))
  onTestFinished(() => rmSync(base, { recursive: true }))
  const root = join(base, 'page')
  mkdirSync(root)
  writeFileSync(join(root, 'index.html'), `<!doctype html><p>${'long '.repeat(300)}</p>`)
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'index.ts'), 'export const one = 1')
  return { base, root, outDir: join(base, 'out/client') }
}

const common = { configFile: config, logLevel: 'silent' } as const

test('compressed copies stand beside the page, in an absolute folder too', async () => {
  const { root, outDir } = folders()
  await build({ ...common, root, build: { outDir } })
  expect(existsSync(join(outDir, 'index.html.br'))).toBe(true)
  expect(existsSync(join(outDir, 'index.html.gz'))).toBe(true)
})

test('declarations beside the library lose their styles, in an absolute folder too', async () => {
  const { base, root, outDir } = folders()
  const declaration = join(base, 'out/src/client/button.d.ts')
  mkdirSync(join(base, 'out/src/client'), { recursive: true })
  writeFileSync(declaration, `import './button.css';\nexport {};\n`)
  await build({ ...common, root, mode: 'lib', build: { outDir } })
  expect(readFileSync(declaration, 'utf8')).toBe('export {};\n')
})

test('a library is built where there are no declarations', async () => {
  const { root, outDir } = folders()
  await build({ ...common, root, mode: 'lib', build: { outDir } })
  expect(existsSync(join(outDir, 'client.js'))).toBe(true)
})
