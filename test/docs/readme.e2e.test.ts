// The programs of README.md, of the tutorial and of the guide on testing, each as it stands there, on ports that are free.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { extract } from './code-blocks.ts'
import { ROOT } from './papers.ts'

// Processes that begin others.
vi.setConfig({ testTimeout: 120_000 })

/** Milliseconds that anything may take, whatever else the machine does. */
const PATIENCE = 50_000

const TUTORIAL = 'docs/tutorial.md'

const BROWSER = `${ROOT}test/browser-setup/chromium.ts`
const VITEST = `${ROOT}node_modules/vitest/vitest.mjs`
/** As in a new project, where the name of the package leads to its sources. */
const RUNNER = `export default { resolve: { tsconfigPaths: true } }`
const FRAMEWORKS = ['node-http', 'express', 'fastify', 'hono'] as const

interface Program {
  readonly child: ChildProcess
  /** All that it has printed. */
  readonly heard: () => string
}

const { blocks, folder, stop } = extract()
const ports = {
  counter: await freePort(),
  socket: await freePort(),
  byHand: await freePort(),
  dashboard: await freePort(),
  'node-http': await freePort(),
  express: await freePort(),
  fastify: await freePort(),
  hono: await freePort(),
}

let servers: Program
beforeAll(() => {
  servers = start(allServers())
})
afterAll(() => {
  servers.child.kill('SIGKILL')
  stop()
})

/** What serves, in one process. @returns the path of what starts them */
function allServers(): string {
  const own = `), { httpPort: ${ports.counter}, wsPort: ${ports.socket} })`
  const programs = [
    program('counter.tsx', (code) => code.replace('\n))', `\n${own}`)),
    program('by-hand.ts', (code) => code.replace('9501', String(ports.byHand))),
    program('src/main.tsx', (code) => code.replace('8080', String(ports.dashboard)), TUTORIAL),
    ...FRAMEWORKS.map((name) =>
      program(`with-${name}.tsx`, (code) => code.replace('3000', String(ports[name]))),
    ),
  ]
  const path = join(folder, 'servers.ts')
  writeFileSync(path, programs.map((one) => `import(${JSON.stringify(one)})\n`).join(''))
  return path
}

test('the counter is served, and the script drives it', async () => {
  await expectSaid(servers, `treewire: http://127.0.0.1:${ports.counter}/`)
  await expectDriven(ports.socket)
})

test('widgets made by hand are served, and the script drives them', async () => {
  await expectAnswered(`http://127.0.0.1:${ports.byHand}/`, 'treewire-socket')
  await expectDriven(ports.byHand)
})

test('the dashboard of the tutorial is served', async () => {
  await expectSaid(servers, `treewire: http://127.0.0.1:${ports.dashboard}/`)
})

test.each(FRAMEWORKS)(
  'with %s the page is under its path, and the rest is the rest',
  async (framework) => {
    const at = `127.0.0.1:${ports[framework]}`
    await expectAnswered(`http://${at}/`, 'The rest of the site')
    await expectAnswered(`http://${at}/tool/`, `content="ws://${at}/tool/_treewire/socket"`)
  },
)

test('the tests of README and guide pass with what Node has, alone and in a real browser', async () => {
  const alone = program('greeting.test.tsx', (code) => code)
  const inBrowser = program(
    'counter.e2e.test.tsx',
    (code) =>
      code
        .replace('chromium.launch()', 'launchTestBrowser()')
        .replace("{ chromium } from 'playwright'", `{ launchTestBrowser } from '${BROWSER}'`),
    'docs/guides/testing.md',
  )
  const args = ['--import', 'tsx', '--test-reporter=tap', '--test', alone, inBrowser]
  expect(await outputOf(...args)).toContain('# pass 2')
})

test('the tests of tutorial and guide pass with Vitest', async () => {
  writeFileSync(join(folder, 'vitest.config.ts'), RUNNER)
  const files = ['docs-tutorial/test/app.test.tsx', 'docs-guides-testing/counter.test.tsx']
  expect(await outputOf(VITEST, 'run', '--reporter=tap-flat', ...files)).toContain('1..3\nok 1')
})

/** A script that clicks what it finds there is told what the click does. */
async function expectDriven(port: number): Promise<void> {
  const script = start(program('script.ts', (code) => code.replace('9500', String(port))))
  onTestFinished(() => void script.child.kill('SIGKILL'))
  await expectSaid(script, '"method":"set_text","args":["Clicked 1 times"]')
}

/** Writes the last program of a paper that has this name, with a change in it. @returns its path */
function program(file: string, change: (code: string) => string, paper = 'README.md'): string {
  const { path } = blocks.findLast((block) => block.paper === paper && block.file === file)!
  const code = readFileSync(path, 'utf8')
  const changed = path.replace('.ts', `-${Math.random().toString(36).slice(2)}.ts`)
  writeFileSync(changed, change(code))
  return changed
}

/** Runs TypeScript until somebody ends it. */
function start(path: string): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', path], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (piece) => (text += String(piece)))
  return { child, heard: () => text }
}

/** What a program has printed that ends by itself. @throws Error with all of it when it fails */
async function outputOf(...args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string }
    throw new Error(`${args.join(' ')}:\n${stdout}\n${stderr}`, { cause: error })
  }
}

/** Resolves when the program has printed the text. */
async function expectSaid({ heard }: Program, text: string): Promise<void> {
  await expect.poll(heard, { timeout: PATIENCE }).toContain(text)
}

/** Resolves when a page with the text is there. */
async function expectAnswered(url: string, text: string): Promise<void> {
  await expect
    .poll(() => fetch(url).then((response) => response.text(), String), { timeout: PATIENCE })
    .toContain(text)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
