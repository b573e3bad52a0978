// Builds the browser part twice: the page that the server sends (dist/client), and with `--mode lib` the
// library behind `treewire/client` (dist/client-lib).

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from 'vite'
import { stripDocs } from '../../scripts/strip-docs.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Below this many bytes a compressed copy saves less than the look-up of it costs. */
const SMALLEST = 1024

const shared = {
  emptyOutDir: true,
  target: 'es2022',
  // The oldest with light-dark(). For older ones :dir(rtl) would become a list of languages, which nobody sets.
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  reportCompressedSize: false,
  chunkSizeWarningLimit: 800,
  license: { fileName: 'licenses.md' },
  rolldownOptions: { output: { comments: { legal: false } } },
} satisfies BuildEnvironmentOptions

// Addresses are relative ('./assets/…'), because the server may hang the page under any path: it puts a
// `<base href>` in front of them.
const page: BuildEnvironmentOptions = {
  ...shared,
  outDir: '../../dist/client',
  sourcemap: true,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    output: {
      ...shared.rolldownOptions.output,
      // In one file, though some of it is for the parts that are fetched later too: browsers open few lines at once.
      codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
    },
  },
}

const library: BuildEnvironmentOptions = {
  ...shared,
  minify: false, // those who bundle it will
  outDir: '../../dist/client-lib',
  lib: { entry: 'index.ts', formats: ['es'], fileName: 'client', cssFileName: 'client' },
}

export default defineConfig(({ mode }) => ({
  base: './',
  publicDir: false,
  plugins: [stripDocs(), mode === 'lib' ? dropStyleImports() : precompress()],
  build: mode === 'lib' ? library : page,
}))

/**
 * Takes `import './button.css'` out of the declarations that tsc wrote before: the styles are one file in the
 * library, so for those who check their types these imports lead nowhere.
 */
function dropStyleImports(): Plugin {
  let folder = ''
  return {
    name: 'drop-style-imports',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir, '../src/client')
    },
    closeBundle() {
      if (!existsSync(folder)) return this.warn(`There are no declarations in ${folder}`)
      for (const path of filesIn(folder).filter((file) => file.endsWith('.d.ts'))) {
        const text = readFileSync(path, 'utf8')
        writeFileSync(path, text.replaceAll(/^import '[^']+\.css';\n/gm, ''))
      }
    },
  }
}

/** Writes FILE.br and FILE.gz beside every text asset, for sirv's `brotli` and `gzip` options. */
function precompress(): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    async closeBundle() {
      const texts = filesIn(folder).filter((path) => /\.(js|css|html|svg|json)$/.test(path))
      await Promise.all(texts.map(compress))
    },
  }
}

async function compress(path: string): Promise<void> {
  const data = readFileSync(path)
  if (data.length < SMALLEST) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
  }
  const [br, gz] = await Promise.all([brotli(data, { params }), zip(data, { level: 9 })])
  writeFileSync(`${path}.br`, br)
  writeFileSync(`${path}.gz`, gz)
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
