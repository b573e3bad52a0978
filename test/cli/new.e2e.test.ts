// A new project with the package in it, as it is when somebody has installed it: its own checks pass, and it runs.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  chmodSync,
  copyFileSync,
  cpSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { makeProject } from '../../src/cli/new/make-project.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const packages = join(ROOT, 'node_modules')

const bin = 'node_modules/treewire/dist/src/cli/main.js'

/** A folder above the project may have Vite, too. */
const HOOK = `export const resolve = (name, context, next) => {
  if (!/^vite\\b/.test(name)) return next(name, context)
  throw Object.assign(new Error("Cannot find package 'vite'"), { code: 'ERR_MODULE_NOT_FOUND' })
}`
const WITHOUT_VITE = [
  '--import',
  textModule(
    `import { register } from 'node:module'; register(${JSON.stringify(textModule(HOOK))})`,
  ),
]

function textModule(text: string): string {
  return `data:text/javascript,${encodeURIComponent(text)}`
}

interface Made {
  readonly name: string
  readonly dependencies: object
  readonly devDependencies: Readonly<Record<string, string>>
}

const base = mkdtempSync(join(tmpdir(), 'treewire-new-'))
const project = join(base, 'my-app')

beforeAll(async () => {
  await makeProject('my-app', base)
  installOthers()
  installOurs()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** What `npm install` would do, without a network. */
function installOthers(): void {
  const target = join(project, 'node_modules')
  mkdirSync(join(target, '.bin'), { recursive: true })
  for (const name of readdirSync(packages)) {
    if (!name.startsWith('.')) symlinkSync(join(packages, name), join(target, name))
  }
  for (const name of readdirSync(join(packages, '.bin'))) {
    symlinkSync(join(packages, '.bin', name), join(target, '.bin', name))
  }
}

/** The package as it is published. */
function installOurs(): void {
  const target = join(project, 'node_modules/treewire')
  mkdirSync(target)
  copyFileSync(join(ROOT, 'package.json'), join(target, 'package.json'))
  symlinkSync(join(ROOT, 'templates'), join(target, 'templates'))
  for (const part of ['src', 'jsx-runtime']) {
    cpSync(join(ROOT, 'dist', part), join(target, 'dist', part), { recursive: true })
  }
  symlinkSync(join(ROOT, 'dist/client'), join(target, 'dist/client'))
  symlinkSync('../treewire/dist/src/cli/main.js', join(project, 'node_modules/.bin/treewire'))
  chmodSync(join(target, 'dist/src/cli/main.js'), 0o755)
}

test('its files are those that a project has', () => {
  expect(
    readdirSync(project)
      .filter((name) => name !== 'node_modules')
      .toSorted(),
  ).toEqual([
    '.dockerignore',
    '.gitignore',
    '.oxlintrc.json',
    'Dockerfile',
    'README.md',
    'package.json',
    'src',
    'test',
    'tsconfig.json',
    'vitest.config.ts',
  ])
})

test('its tools are those that this package is tested with', () => {
  const made = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Made
  const { version, devDependencies: ours } = manifest
  expect(made.name).toBe('my-app')
  expect(made.dependencies).toEqual({ treewire: `^${version}` })
  for (const [name, wanted] of Object.entries(made.devDependencies)) {
    expect([name, wanted]).toEqual([name, ours[name as keyof typeof ours]])
  }
})

test('its types, its tests and its lint pass', async () => {
  expect(await run(project, 'npm', 'test')).toContain('1 passed')
  expect(await run(project, 'npm', 'run', 'lint')).toContain('Found 0 warnings and 0 errors')
})

test('it is built, and what is built runs', async () => {
  expect(await run(project, 'npm', 'run', 'build')).toContain('treewire: dist/main.js')
  expect(existsSync(join(project, 'dist/main.js.map'))).toBe(true)
  await expectServed('npm', 'start')
  await expectServed(process.execPath, '--enable-source-maps', 'dist/main.js')
})

test('it runs as it is written, watched or not', async () => {
  await expectServed('npm', 'run', 'dev')
  await expectServed('npx', 'treewire', 'start', 'src/main')
})

test('without Vite it says what is missing, and what was built runs all the same', async () => {
  await expect(run(project, 'node', ...WITHOUT_VITE, bin, 'dev', 'src/main.tsx')).rejects.toThrow(
    'treewire: treewire dev needs Vite, which is not installed: npm install --save-dev vite',
  )
  await expectServed('node', ...WITHOUT_VITE, bin, 'start', 'dist/main.js')
})

/** @returns what it has printed. @throws with that when it fails */
async function run(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: environment() }
  try {
    const { stdout } = await promisify(execFile)(program, args, options)
    return stdout
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${program} ${args.join(' ')}:\n${stdout}\n${stderr}`, { cause: error })
  }
}

/** Without what tells programs that they are tested, and what npm has told the tests about themselves. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...all } = process.env
  const rest = Object.entries(all).filter(([name]) => !name.toLowerCase().startsWith('npm_'))
  return { ...Object.fromEntries(rest), PORT: '0', NO_COLOR: '1', FORCE_COLOR: '0' }
}

async function expectServed(program: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(program, args, {
    cwd: project,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  onTestFinished(() => end(child))
  const url = await addressOf(child)
  expect(await (await fetch(url)).text()).toContain('treewire-socket')
  end(child)
}

/** With the processes that it has started. */
function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (exitCode === null && signalCode === null) process.kill(-pid!, 'SIGKILL')
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let text = ''
  for await (const piece of stdout!) {
    text += String(piece)
    const [, url] = /treewire: (http:\S+)/.exec(text) ?? []
    if (url !== undefined) return url
  }
  throw new Error(`No address was printed:\n${text}`)
}
