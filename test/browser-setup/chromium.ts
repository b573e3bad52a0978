// Finds the Chromium that the tests drive. There is no skipping: if none starts, the run fails and says why.

import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium as playwright } from 'playwright'

export interface TestBrowser {
  /** Where it came from and its version, for the log. */
  readonly label: string
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

interface Candidate {
  readonly from: string
  /** May throw; the reason is listed when no candidate starts. */
  readonly find: () => string | undefined
  /** More environment that this one needs. */
  readonly env?: () => Record<string, string>
}

interface TarFile {
  readonly name: string
  readonly mode: number
  readonly data: Buffer
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const IS_LINUX_X64 = process.platform === 'linux' && process.arch === 'x64'
const VERSION_TIMEOUT = 20_000 // milliseconds

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]

let found: TestBrowser | undefined

/** The browser to start, found once a process. Throws with every attempt listed when there is none. */
export function testBrowser(): TestBrowser {
  found ??= firstThatStarts(candidates())
  return found
}

/** Starts it, for tests that drive it from Node. The caller closes it. */
export function launchTestBrowser(): Promise<Browser> {
  const { executablePath, args, env } = testBrowser()
  return playwright.launch({ executablePath, args, env })
}

function firstThatStarts(choices: Iterable<Candidate>): TestBrowser {
  const tried: string[] = []
  for (const candidate of choices) {
    try {
      return start(candidate)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const [what = '', why = ''] = message.split('\n')
      tried.push(`  - ${candidate.from}: ${what} ${why}`.trimEnd())
    }
  }
  throw new Error(
    [
      'No Chromium could be started, so the browser tests cannot run. Tried:',
      ...tried,
      'Set TREEWIRE_CHROMIUM=/path/to/chrome, or install one: `apt-get install chromium`, or `npx playwright install chromium`.',
    ].join('\n'),
  )
}

function start({ from, find, env }: Candidate): TestBrowser {
  const executablePath = find()
  if (executablePath === undefined) throw new Error('not there')
  const fullEnv: Record<string, string> = { ...(process.env as Record<string, string>), ...env?.() }
  const version = versionOf(executablePath, fullEnv)
  if (IS_LINUX_X64) fullEnv['FONTCONFIG_FILE'] = join(bundled(), 'fonts.conf')
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...ARGS] : ARGS
  return { label: `${version} (${from}: ${executablePath})`, executablePath, args, env: fullEnv }
}

/** Asking for it also proves that the program starts. On Windows it would open a window. */
function versionOf(path: string, env: Record<string, string>): string {
  if (process.platform === 'win32') return 'version unknown'
  const output = execFileSync(path, ['--version'], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: VERSION_TIMEOUT,
  })
  return output.trim()
}

function* candidates(): Generator<Candidate> {
  const forced = process.env['TREEWIRE_CHROMIUM']
  if (forced) {
    const isPath = /[\\/]/.test(forced)
    yield { from: 'TREEWIRE_CHROMIUM', find: () => (isPath ? forced : onPath(forced)) }
    return // an explicit choice has no fallback
  }
  if (IS_LINUX_X64) yield* bundledCandidates()
  for (const name of [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ]) {
    yield { from: `${name} on the PATH`, find: () => onPath(name) }
  }
  for (const path of [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${process.env['PROGRAMFILES']}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]) {
    yield { from: path, find: () => ifExists(path) }
  }
  yield { from: "Playwright's own", find: () => ifExists(playwright.executablePath()) }
}

function* bundledCandidates(): Generator<Candidate> {
  yield { from: '@sparticuz/chromium', find: bundledProgram }
  yield {
    from: '@sparticuz/chromium with its own libraries',
    find: bundledProgram,
    env: () => ({ LD_LIBRARY_PATH: join(bundled(), 'lib') }),
  }
}

function bundledProgram(): string {
  return join(bundled(), 'chromium')
}

function ifExists(path: string): string | undefined {
  return existsSync(path) ? path : undefined
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The folder with browser, fonts and libraries of @sparticuz/chromium, unpacked once per version. */
function bundled(): string {
  const require = createRequire(import.meta.url)
  const home = dirname(require.resolve('@sparticuz/chromium')).replace(/[\\/]build[\\/].*$/, '')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(ROOT, 'node_modules/.cache', `chromium-${version}`)
  if (!existsSync(folder)) unpack(join(home, 'bin'), folder)
  return folder
}

/** Unpacks beside the folder and renames at the end, so that the folder is never there in part. */
function unpack(archives: string, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  put(draft, { name: 'chromium', mode: 0o755, data: read(join(archives, 'chromium.br')) })
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    for (const file of untar(read(join(archives, archive)))) put(draft, file)
  }
  put(draft, { name: 'fonts.conf', mode: 0o644, data: Buffer.from(fontsConfig(folder)) })
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true }) // another process was first
    if (!existsSync(folder)) throw error
  }
}

function read(path: string): Buffer {
  return brotliDecompressSync(readFileSync(path))
}

function put(folder: string, { name, mode, data }: TarFile): void {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, data, { mode })
}

/** The regular files of an uncompressed ustar archive. */
function* untar(tar: Buffer): Generator<TarFile> {
  const text = (from: number, to: number) => tar.toString('utf8', from, to).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, at + 136), 8)
    const mode = parseInt(text(at + 100, at + 108), 8)
    const type = text(at + 156, at + 157)
    const name = [text(at + 345, at + 500), text(at, at + 100)].filter(Boolean).join('/')
    const data = tar.subarray(at + 512, at + 512 + size)
    if (type === '0' || type === '') yield { name, mode, data }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

/** One font for every family, so that text is as wide on every machine. */
function fontsConfig(folder: string): string {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui']
  const aliases = families.map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  )
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('')
}
