// The guide tells every name that the package exports, and no other; its tables tell every option and member.

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import type { AnyHandle, Application, MetricsOptions, Session, SessionOptions } from 'treewire'
import type { Laboratory, Rendered, RenderOptions, Screen, Within } from 'treewire/testing'
import type { ServeOptions } from '../../src/server/serve.ts'
import { settingsOf } from '../../src/server/options.ts'
import { instruments } from '../../src/telemetry/instruments.ts'
import type { Instrument } from '../../src/telemetry/instruments.ts'
import { catalog } from '../../src/widgets/catalog.ts'
import { codeIn, headings, paper, ROOT, tableUnder, under } from './papers.ts'

/** The compiler sees to it that none is missing, and none too many. */
type AllOf<Type> = Record<keyof Type, true>

const guide = paper('docs/guide.md')
const widgets = paper('docs/widgets.md')

const doors = [
  'src/index.ts',
  'src/testing/index.ts',
  'src/opentelemetry/index.ts',
  'src/testing/vitest.ts',
  'src/client/index.ts',
]
const exported = doors.flatMap(exportsOf)
const tags = Object.keys(catalog)

test('every exported name has its heading in the guide, and there is no other', () => {
  const named = headings(guide).flatMap(codeIn)
  expect(named.toSorted()).toEqual(exported.filter((name) => !tags.includes(name)).toSorted())
})

test('every widget has its heading among the widgets, and there is no other', () => {
  const named = headings(widgets).flatMap(codeIn)
  expect(named.toSorted()).toEqual(tags.toSorted())
  expect(tags.filter((name) => !exported.includes(name))).toEqual([])
})

test.each([guide, widgets])('every heading of a name in $path has words and an example', (from) => {
  const bare = headings(from)
    .filter((heading) => codeIn(heading).length > 0)
    .filter((heading) => {
      const [first, ...rest] = under(from, heading)
      const hasExample = from.blocks.some(({ line }) => line > first!.number && line < endOf(rest))
      return !hasExample || !rest.some(({ text }) => /^[\w`]/.test(text))
    })
  expect(bare).toEqual([])
})

test('the options of serve and Application', () => {
  const own: AllOf<Omit<ServeOptions, keyof Parameters<typeof settingsOf>[0]>> = {
    quiet: true,
    handleSignals: true,
  }
  const shared: AllOf<Omit<Parameters<typeof settingsOf>[0], 'clientFolder'>> = {
    host: true,
    httpPort: true,
    wsPort: true,
    httpServer: true,
    path: true,
    stylesheet: true,
    maxSessions: true,
    maxSessionsPerAddress: true,
    sessionTtl: true,
    authenticate: true,
    origins: true,
    maxFrameBytes: true,
    maxMessageRate: true,
    maxBacklogBytes: true,
    maxWindowBytes: true,
    windowTime: true,
    wsUrl: true,
    perMessageDeflate: true,
    pingInterval: true,
    callTimeout: true,
    maxUploadBytes: true,
    maxFileBytes: true,
    maxUploadMemory: true,
    record: true,
    fonts: true,
    onConnect: true,
    onDisconnect: true,
    onError: true,
    logger: true,
    metrics: true,
    telemetry: true,
    inspector: true,
  }
  expect(namesIn(tableUnder(guide, '`serve`'))).toEqual(Object.keys(own))
  expect(namesIn(tableUnder(guide, 'Options'))).toEqual(Object.keys(shared))
})

test('the defaults of the options', () => {
  const { onError, ...defaults } = settingsOf({})
  const written = tableUnder(guide, 'Options')
    .filter(([name, value]) => value !== '' && name !== 'onError')
    .map(([name, value]) => [name, JSON.parse(value!) as unknown])
  expect(Object.fromEntries(written)).toEqual(defaults)
  expect(onError).toBeTypeOf('function')
})

test('what can be measured', () => {
  const all: Readonly<Record<string, Instrument>> = instruments
  const declared = Object.entries(all).map(([name, { kind, unit, attribute }]) => [
    name,
    kind,
    unit,
    attribute?.name ?? '',
    attribute?.values ?? [],
  ])
  const written = tableUnder(guide, 'What is measured').map(([name, kind, unit, by, words]) => {
    const values = all[name!]?.attribute?.values ?? []
    return [name, kind, unit, by, values.filter((value) => words!.includes(value))]
  })
  expect(written).toEqual(declared)
})

test('the options of the metrics', () => {
  const options: AllOf<MetricsOptions> = { path: true, allow: true }
  expect(namesIn(tableUnder(guide, '`MetricsOptions`'))).toEqual(Object.keys(options))
})

const application: AllOf<Application> = {
  start: true,
  close: true,
  closed: true,
  url: true,
  onConnect: true,
  onDisconnect: true,
  createSession: true,
  sessions: true,
  attach: true,
  middleware: true,
}
const session: AllOf<Session> = {
  id: true,
  user: true,
  isConnected: true,
  browsers: true,
  isOver: true,
  mount: true,
  create: true,
  download: true,
  openUrl: true,
  shareUrl: true,
  registerFont: true,
  setDefaultFont: true,
  toast: true,
  flush: true,
  clock: true,
  recorded: true,
  recording: true,
  destroy: true,
  report: true,
  attach: true,
  receive: true,
  detach: true,
}
const handle: AllOf<AnyHandle> = {
  wid: true,
  className: true,
  isAlive: true,
  call: true,
  on: true,
  off: true,
  destroy: true,
  toJSON: true,
}
const laboratory: AllOf<Laboratory> = {
  open: true,
  reload: true,
  close: true,
  pages: true,
  sessionOf: true,
  sessions: true,
  restartServer: true,
  end: true,
  advance: true,
  rest: true,
  errors: true,
  clock: true,
}
const within: AllOf<Within> = {
  find: true,
  findAll: true,
  within: true,
  click: true,
  type: true,
  clear: true,
  select: true,
  check: true,
  press: true,
  upload: true,
  fire: true,
}
const screen: AllOf<Omit<Screen, keyof Within>> = {
  browser: true,
  network: true,
  messages: true,
  take: true,
  takeFrames: true,
  tree: true,
  reconnect: true,
}
const rendered: AllOf<Omit<Rendered, keyof Screen>> = {
  session: true,
  open: true,
  settled: true,
  advance: true,
  errors: true,
  unmount: true,
}
const renderOptions: AllOf<Omit<RenderOptions, keyof Omit<SessionOptions, 'clock' | 'outside'>>> = {
  names: true,
  clock: true,
  outside: true,
  answer: true,
}

test.each([
  ['What it can do', application],
  ['`Session`', session],
  ['`AnyHandle`', handle],
  ['`RenderOptions`', renderOptions],
  ['`Rendered`', rendered],
  ['`Screen`', screen],
  ['`Within`', within],
  ['`Laboratory`', laboratory],
])('the members under %s', (heading, members) => {
  expect(namesIn(tableUnder(guide, heading))).toEqual(Object.keys(members))
})

/** The names in the first column: `attach(server)` is `attach`. */
function namesIn(table: readonly string[][]): string[] {
  return table.map(([name]) => name!.replace(/\(.*/, ''))
}

function endOf(lines: readonly { readonly number: number }[]): number {
  return (lines.at(-1)?.number ?? 0) + 1
}

/** The names that a file exports, types included. */
function exportsOf(path: string): string[] {
  const names: string[] = []
  const text = readFileSync(join(ROOT, path), 'utf8')
  new Visitor({
    ExportAllDeclaration({ source }) {
      names.push(...exportsOf(join(dirname(path), source.value)))
    },
    ExportNamedDeclaration({ specifiers, declaration }) {
      for (const { exported: name } of specifiers)
        if (name.type === 'Identifier') names.push(name.name)
      if (declaration?.type !== 'VariableDeclaration') return
      for (const { id } of declaration.declarations)
        if (id.type === 'Identifier') names.push(id.name)
    },
  }).visit(parseSync(path, text).program)
  return names
}
