// Compiles the library and what measures it into bench/dist, for plain node: tsx wraps each function that is made,
// which would be measured too.

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const bench = fileURLToPath(new URL('.', import.meta.url))
const dist = `${bench}dist`

/** What is compiled finds the library that was compiled with it by the library's own name. */
const manifest = {
  name: 'treewire',
  type: 'module',
  exports: { '.': './src/index.js', './jsx-runtime': './jsx-runtime/index.js' },
}

/** Solid's JSX is no call of a function: its own compiler makes node by node of it. */
const solidSources = ['tree/peers/solid-screens']

interface Babel {
  transformSync(
    source: string,
    options: { readonly filename: string; readonly presets: readonly unknown[] },
  ): { readonly code: string } | null
}

/** @returns where the compiled bench is, from bench/ on  @throws Error when the compiler finds fault */
export function compile(): string {
  rmSync(dist, { recursive: true, force: true })
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json')
  const args = [tsc.replace('package.json', 'bin/tsc'), '-p', bench]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('The bench does not compile: mend what the compiler has said')
  writeFileSync(`${dist}/package.json`, JSON.stringify(manifest))
  for (const source of solidSources) compileSolid(source)
  return `${dist}/bench`
}

function compileSolid(source: string): void {
  const require = createRequire(`${bench}package.json`)
  const babel = require('@babel/core') as Babel
  const filename = `${bench}${source}.tsx`
  const solid = { generate: 'universal', moduleName: './solid-renderer.js' }
  const typescript = [require.resolve('@babel/preset-typescript'), typesOnly]
  const presets = [[require.resolve('babel-preset-solid'), solid], typescript]
  const code = babel.transformSync(readFileSync(filename, 'utf8'), { filename, presets })?.code
  if (code === undefined) throw new Error(`Solid's compiler makes nothing of ${filename}`)
  const target = `${dist}/bench/${source}.js`
  writeFileSync(target, code)
}

const typesOnly = { onlyRemoveTypeImports: true, rewriteImportExtensions: true }
