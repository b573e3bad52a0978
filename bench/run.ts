// Prints the figures the project answers for. `npm run bench`, or a part of them: `npm run bench -- browser`.
// `-- --quick` is what a minute is enough for, `--json FILE` writes the figures that others compare.
//
// Medians of many rounds; ask for the machine's own noise before you believe a difference.

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from './tree/figures.ts'

interface Order {
  readonly isQuick: boolean
  /** What stands behind the suite's name. */
  readonly rest: readonly string[]
}

interface Suite {
  /** Quick ones have a quick form; long ones run only when they are asked for by their name. */
  readonly kind: 'quick' | 'thorough' | 'long'
  /** Prints its figures. @returns those that others compare */
  readonly run: (order: Order) => Promise<readonly Figure[]>
}

// Loaded when it is their turn: a browser and its tools are not wanted for a tree.
const suites: ReadonlyMap<string, Suite> = new Map<string, Suite>([
  [
    'tree',
    {
      kind: 'quick',
      run: async ({ isQuick }) => (await import('./tree/suite.ts')).treeFigures(isQuick),
    },
  ],
  [
    'lines',
    { kind: 'thorough', run: async () => show((await import('./lines.tsx')).lineFigures()) },
  ],
  [
    'stalls',
    { kind: 'thorough', run: async () => show((await import('./stalls.tsx')).stallFigures()) },
  ],
  ['kit', { kind: 'thorough', run: async () => show((await import('./kit.tsx')).kitFigures()) }],
  ['load', { kind: 'thorough', run: async ({ isQuick }) => show(loadFiguresOf(isQuick)) }],
  [
    'browser',
    {
      kind: 'thorough',
      run: async () => show((await import('./browser/figures.ts')).browserFigures()),
    },
  ],
  ['dev', { kind: 'thorough', run: async () => show((await import('./dev.ts')).devFigures()) }],
  [
    'soak',
    {
      kind: 'long',
      run: async ({ rest }) => show((await import('./soak.tsx')).soak(Number(rest[0] ?? 10))),
    },
  ],
])

/** Of server/load.ts. */
interface LoadModule {
  loadFigures(isQuick: boolean): Promise<object>
}

/** Compiled, like the trees. */
async function loadFiguresOf(isQuick: boolean): Promise<object> {
  const { installPackage } = await import('../scripts/install-package.ts')
  const { compile } = await import('./compile.ts')
  installPackage('bench', 'what is compared')
  const load = (await import(`${compile()}/server/load.js`)) as LoadModule
  return load.loadFigures(isQuick)
}

async function show(figures: Promise<object>): Promise<readonly Figure[]> {
  console.table(await figures)
  return []
}

function isWanted(suite: string, { kind }: Suite, name: string | undefined, isQuick: boolean) {
  if (name !== undefined) return suite === name
  return kind === 'quick' || (kind === 'thorough' && !isQuick)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
})
const [wanted, ...rest] = positionals

if (wanted !== undefined && !suites.has(wanted)) {
  const known = [...suites.keys()].join(', ')
  throw new Error(`There is no suite "${wanted}". Name one of ${known}, or none for all of them`)
}

const figures: Figure[] = []
for (const [name, suite] of suites) {
  if (!isWanted(name, suite, wanted, values.quick)) continue
  console.log(`\n${name}`)
  figures.push(...(await suite.run({ isQuick: values.quick, rest })))
}

if (values.json !== undefined) {
  // Where npm was called, not where the package is.
  const file = resolve(process.env['INIT_CWD'] ?? '.', values.json)
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
}
