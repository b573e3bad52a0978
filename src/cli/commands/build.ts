// `treewire build app.tsx`: makes JavaScript of a program, which Node runs without any tool.

import { join, relative, resolve } from 'node:path'
import type { InlineConfig } from 'vite'
import { jsxOptions } from '../code/code.ts'
import { loadVite } from '../code/load-vite.ts'
import type { Command, Order } from '../command.ts'
import { Mistake } from '../mistake.ts'
import { problemOf } from '../problem.ts'
import { programFile } from '../program-file.ts'
import { projectOf } from '../project.ts'

export const build: Command = {
  summary: 'makes JavaScript of a program, in dist/',
  usage: 'build <file>',
  about: [
    'Puts the program in <file>, and all of the project that it imports, into one JavaScript file with a source map, in',
    'dist/. Packages stay outside. `treewire start dist/app.js` runs it, or `node --enable-source-maps dist/app.js`.',
  ].join('\n'),
  takes: [1, 1],
  options: {
    out: { type: 'string', about: 'another folder than dist' },
  },
  run: buildProgram,
}

async function buildProgram({ things, options, folder, terminal }: Order): Promise<number> {
  const file = programFile(things[0]!, folder)
  const vite = await loadVite('treewire build')
  const root = projectOf(file)
  const out =
    typeof options['out'] === 'string' ? resolve(folder, options['out']) : join(root, 'dist')
  try {
    const built = await vite.build(configOf(root, file, out))
    for (const name of filesIn(built))
      terminal.say(`treewire: ${relative(folder, join(out, name))}`)
    return 0
  } catch (error) {
    const { title, text } = problemOf(error, root)
    throw new Mistake(`${title}:\n${text}`, 1)
  }
}

function configOf(root: string, file: string, out: string): InlineConfig {
  return {
    root,
    configFile: false,
    envFile: false,
    logLevel: 'silent',
    mode: 'production',
    // Vite would have to load them to find out which of them are packages.
    ssr: { external: true },
    resolve: { tsconfigPaths: true },
    oxc: { jsx: jsxOptions },
    publicDir: false,
    build: {
      ssr: file,
      outDir: out,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        // Wherever it is, and whether it is there or not.
        external: /^treewire(\/|$)/,
        output: { entryFileNames: '[name].js' },
      },
    },
  }
}

/** The names of what has been written, without source maps. */
function filesIn(built: unknown): string[] {
  const outputs = [built].flat() as readonly {
    readonly output?: readonly { readonly fileName: string }[]
  }[]
  const names = outputs.flatMap(({ output = [] }) => output.map(({ fileName }) => fileName))
  return names.filter((name) => !name.endsWith('.map'))
}
