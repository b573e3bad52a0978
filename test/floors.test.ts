// Keeps the house as it was drawn: every import points down, no files import each other in a ring, files stay
// short and are named in one way. The rules are pure (`violations`); only `sourceFiles` reads the disk.

import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

interface Import {
  readonly specifier: string
  /** Gone at run time, so it cannot close a ring; the floors hold for it all the same. */
  readonly isType: boolean
}

interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
}

interface Room {
  readonly path: string
  readonly floor: number
  /** Where its code runs. What runs anywhere is shared by server and browser. */
  readonly runs: 'anywhere' | 'server' | 'browser'
  /** The rooms it may import, where that is fewer than all below. */
  readonly only?: readonly string[]
  /** Packages that it may import, and that users of it bring themselves. */
  readonly peers?: readonly string[]
}

// The browser has its own stair, which begins above the three rooms that it shares with the server.
const ROOMS: readonly Room[] = [
  { path: 'src/protocol', floor: 0, runs: 'anywhere' },
  { path: 'src/reactive', floor: 0, runs: 'server' },
  { path: 'src/telemetry', floor: 0, runs: 'server' },
  { path: 'src/line', floor: 1, runs: 'anywhere', only: ['src/protocol'] },
  { path: 'src/widgets', floor: 1, runs: 'anywhere' },
  { path: 'src/jsx', floor: 2, runs: 'server' },
  { path: 'src/model', floor: 2, runs: 'server', only: ['src/protocol', 'src/widgets'] },
  { path: 'src/reconciler', floor: 3, runs: 'server' },
  { path: 'src/session', floor: 4, runs: 'server' },
  { path: 'src/server', floor: 5, runs: 'server' },
  { path: 'src/testing', floor: 5, runs: 'server' },
  { path: 'src/inspector', floor: 6, runs: 'server' },
  {
    path: 'src/testing/vitest.ts',
    floor: 6,
    runs: 'server',
    only: ['src/testing'],
    peers: ['vitest'],
  },
  {
    path: 'src/opentelemetry',
    floor: 6,
    runs: 'server',
    only: ['src/telemetry'],
    peers: ['@opentelemetry/api'],
  },
  { path: 'src/index.ts', floor: 7, runs: 'server' },
  { path: 'jsx-runtime', floor: 8, runs: 'server', only: ['src/jsx'] },
  { path: 'src/cli', floor: 9, runs: 'server', peers: ['vite'] },
  { path: 'src/client/dom', floor: 2, runs: 'browser' },
  { path: 'src/client/widgets', floor: 3, runs: 'browser' },
  { path: 'src/client', floor: 4, runs: 'browser' },
]

const MOST_LINES = 400
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/

test('the sources keep to the floors', () => {
  const files = sourceFiles(['src', 'jsx-runtime'])
  expect(files).not.toEqual([])
  expect(violations(files)).toEqual([])
})

test.each([
  [
    'an import upward',
    { 'src/protocol/codec.ts': ['../session/outbox.ts'], 'src/session/outbox.ts': [] },
    'src/protocol/codec.ts imports src/session/outbox.ts: src/session stands above src/protocol',
  ],
  [
    'an import of a type upward',
    { 'src/jsx/element.ts': ['type ../reconciler/node.ts'], 'src/reconciler/node.ts': [] },
    'src/jsx/element.ts imports src/reconciler/node.ts: src/reconciler stands above src/jsx',
  ],
  [
    'an import sideways',
    { 'src/reactive/reader.ts': ['../protocol/codec.ts'], 'src/protocol/codec.ts': [] },
    'src/reactive/reader.ts imports src/protocol/codec.ts: src/protocol and src/reactive are on one floor',
  ],
  [
    'the browser importing a server room',
    { 'src/client/remote.ts': ['../reactive/reader.ts'], 'src/reactive/reader.ts': [] },
    'src/client/remote.ts imports src/reactive/reader.ts: the browser shares only src/protocol, src/line and src/widgets',
  ],
  [
    'a server room importing the browser',
    { 'src/testing/render.ts': ['../client/remote.ts'], 'src/client/remote.ts': [] },
    'src/testing/render.ts imports src/client/remote.ts: no room outside src/client imports the browser',
  ],
  [
    'a widget importing what stands above the widgets',
    { 'src/client/widgets/button.ts': ['../remote.ts'], 'src/client/remote.ts': [] },
    'src/client/widgets/button.ts imports src/client/remote.ts: src/client stands above src/client/widgets',
  ],
  [
    'the JSX runtime importing more than JSX',
    { 'jsx-runtime/index.ts': ['../src/widgets/catalog.ts'], 'src/widgets/catalog.ts': [] },
    'jsx-runtime/index.ts imports src/widgets/catalog.ts: jsx-runtime may import only src/jsx',
  ],
  [
    'a Node module in a room that the browser shares',
    { 'src/protocol/codec.ts': ['node:buffer'] },
    'src/protocol/codec.ts imports node:buffer: src/protocol runs in the browser, which has no Node modules',
  ],
  [
    'a package that users of ours do not get',
    { 'src/server/page.ts': ['express'] },
    'src/server/page.ts imports express: it is not among the dependencies in package.json',
  ],
  [
    'a package of OpenTelemetry outside of its room',
    { 'src/session/session.ts': ['@opentelemetry/api'] },
    'src/session/session.ts imports @opentelemetry/api: it is not among the dependencies in package.json',
  ],
  [
    'a package that only those bring who want the matchers',
    { 'src/testing/render.ts': ['vitest'] },
    'src/testing/render.ts imports vitest: it is not among the dependencies in package.json',
  ],
  [
    'a peer where it need not be installed',
    { 'src/server/page.ts': ['vite'] },
    'src/server/page.ts imports vite: it is not among the dependencies in package.json',
  ],
  [
    'an import of no file',
    { 'src/jsx/element.ts': ['./props.js'] },
    'src/jsx/element.ts imports ./props.js: there is no such file',
  ],
  [
    'files that import each other',
    { 'src/jsx/a.ts': ['./b.ts'], 'src/jsx/b.ts': ['./c.ts'], 'src/jsx/c.ts': ['./b.ts'] },
    'src/jsx/b.ts → src/jsx/c.ts → src/jsx/b.ts: files must not import each other in a ring',
  ],
  [
    'a file in no room',
    { 'src/utils/cut.ts': [] },
    'src/utils/cut.ts is in no room that the floors know',
  ],
  [
    'a name in another case',
    { 'src/client/widgets/comboBox.css': [] },
    'src/client/widgets/comboBox.css is not named in kebab-case',
  ],
])('finds %s', (_what, house, violation) => {
  expect(violations(Object.entries(house).map(madeUp))).toEqual([violation])
})

test('finds a file that is too long', () => {
  const files = [399, 400, 401].map((lines) => ({
    path: `src/jsx/is-${lines}.ts`,
    lines,
    imports: [],
  }))
  expect(violations(files)).toEqual(['src/jsx/is-401.ts has 401 lines: at 400 it is two files'])
})

test('lets types of one room refer to each other, and rooms use what is below them', () => {
  const house = {
    'src/jsx/a.ts': ['./b.ts', '../widgets/catalog.ts', '@preact/signals-core'],
    'src/jsx/b.ts': ['type ./a.ts'],
    'src/widgets/catalog.ts': ['type ../protocol/json.ts'],
    'src/protocol/json.ts': [],
    'src/client/remote.ts': ['./widgets/label.ts', '../protocol/json.ts', 'echarts'],
    'src/client/widgets/label.ts': ['../dom/text.ts', './label.css?inline'],
    'src/client/widgets/label.css': [],
    'src/client/dom/text.ts': [],
    'src/server/page.ts': ['node:fs', 'ws', '../jsx/a.ts'],
    'src/cli/code.ts': ['vite', '../server/page.ts'],
  }
  expect(violations(Object.entries(house).map(madeUp))).toEqual([])
})

test('reads every kind of import', () => {
  const text = [
    "import './a.css'",
    "import { b, type B } from './b.ts'",
    "import { type C } from './c.ts'", // stays at run time, as an import of nothing
    "import type { D } from './d.ts'",
    "export * from './e.ts'",
    "export type { F } from './f.ts'",
    "export const g = () => import('./g.ts')",
    "export type H = import('./h.ts').H",
    "/** import { i } from './i.ts' */ export const j = `import './k.ts'`",
  ].join('\n')
  expect(importsOf('a.ts', text).map(({ specifier, isType }) => [specifier, isType])).toEqual([
    ['./a.css', false],
    ['./b.ts', false],
    ['./c.ts', false],
    ['./d.ts', true],
    ['./e.ts', false],
    ['./f.ts', true],
    ['./g.ts', false],
    ['./h.ts', true],
  ])
})

/** One sentence for each broken rule: which file, what it imports, and what is wrong with that. */
function violations(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path))
  return [
    ...files.flatMap(shapeViolations),
    ...files.flatMap((file) => importViolations(file, known)),
    ...rings(files).map(
      (ring) => `${ring.join(' → ')}: files must not import each other in a ring`,
    ),
  ]
}

function shapeViolations({ path, lines }: SourceFile): string[] {
  const found: string[] = []
  if (!path.split('/').every((name) => KEBAB_CASE.test(name))) {
    found.push(`${path} is not named in kebab-case`)
  }
  if (lines > MOST_LINES) found.push(`${path} has ${lines} lines: at ${MOST_LINES} it is two files`)
  if (roomOf(path) === undefined) found.push(`${path} is in no room that the floors know`)
  return found
}

function importViolations(file: SourceFile, known: ReadonlySet<string>): string[] {
  const room = roomOf(file.path)
  if (room === undefined) return []
  return file.imports.flatMap(({ specifier }) => {
    const target = targetOf(file.path, specifier)
    const reason =
      target === undefined ? packageFault(room, specifier) : fileFault(room, target, known)
    if (reason === undefined) return []
    return [`${file.path} imports ${known.has(target ?? '') ? target : specifier}: ${reason}`]
  })
}

function packageFault(from: Room, specifier: string): string | undefined {
  if (isBuiltin(specifier)) {
    if (from.runs === 'server') return undefined
    return `${from.path} runs in the browser, which has no Node modules`
  }
  // What the browser uses is bundled, so it need not be installed with the package.
  const bundled = from.runs === 'browser' ? manifest.devDependencies : {}
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  if (Object.hasOwn({ ...manifest.dependencies, ...bundled }, name)) return undefined
  if (from.peers?.includes(name) && Object.hasOwn(manifest.peerDependencies, name)) return undefined
  return 'it is not among the dependencies in package.json'
}

function fileFault(from: Room, target: string, known: ReadonlySet<string>): string | undefined {
  const to = roomOf(target)
  if (to === undefined || !known.has(target)) return 'there is no such file'
  if (from === to) return undefined
  if (from.only?.includes(to.path) === false)
    return `${from.path} may import only ${from.only.join(', ')}`
  if (from.runs === 'browser' && to.runs === 'server') {
    return 'the browser shares only src/protocol, src/line and src/widgets'
  }
  if (from.runs !== 'browser' && to.runs === 'browser') {
    return 'no room outside src/client imports the browser'
  }
  if (to.floor > from.floor) return `${to.path} stands above ${from.path}`
  if (to.floor < from.floor) return undefined
  return `${[from.path, to.path].toSorted().join(' and ')} are on one floor`
}

/** The innermost room that the file is in. */
function roomOf(path: string): Room | undefined {
  return ROOMS.filter((room) => `${path}/`.startsWith(`${room.path}/`)).toSorted(
    (a, b) => b.path.length - a.path.length,
  )[0]
}

/** The file that a relative import names; none for the name of a package. */
function targetOf(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
}

/**
 * Walks depth first along the imports that exist at run time; an import that leads back to a file on the way is
 * a ring. Rings of types need no rule of their own: the floors already keep them inside one room.
 */
function rings(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[][] = []

  function walk(path: string, way: readonly string[]): void {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path])
    if (done.has(path)) return
    done.add(path)
    for (const { specifier, isType } of byPath.get(path)?.imports ?? []) {
      const target = isType ? undefined : targetOf(path, specifier)
      if (target !== undefined) walk(target, [...way, path])
    }
  }

  for (const { path } of files) walk(path, [])
  return found
}

function sourceFiles(folders: readonly string[]): SourceFile[] {
  const root = fileURLToPath(new URL('..', import.meta.url))
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.(tsx?|css)$/.test(path) && !path.endsWith('.config.ts'))
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')))
}

function sourceFile(path: string, text: string): SourceFile {
  const imports = path.endsWith('.css') ? [] : importsOf(path, text)
  return { path, lines: text.trimEnd().split('\n').length, imports }
}

function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const imports: Import[] = []
  const note = (source: { type: string; value?: unknown } | null, isType: boolean) => {
    if (typeof source?.value === 'string') imports.push({ specifier: source.value, isType })
  }
  new Visitor({
    ImportDeclaration: (node) => note(node.source, node.importKind === 'type'),
    ExportAllDeclaration: (node) => note(node.source, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => note(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => note(node.source, false),
    TSImportType: (node) => note(node.source, true),
  }).visit(program)
  return imports
}

function madeUp([path, specifiers]: [string, readonly string[]]): SourceFile {
  const imports = specifiers.map((text) => ({
    specifier: text.replace('type ', ''),
    isType: text.startsWith('type '),
  }))
  return { path, lines: 1, imports }
}
