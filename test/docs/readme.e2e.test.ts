// The programs of README.md, of the tutorial and of the guide on testing, each run as it stands there, on ports that are free.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { extract } from './code-blocks.ts'
import { ROOT } from './papers.ts'

const TUTORIAL = 'docs/tutorial.md'

const BROWSER = `${ROOT}test/browser-setup/chromium.ts`
const VITEST = `${ROOT}node_modules/vitest/vitest.mjs`
/** As in a new project, where the name of the package leads to its sources. */
const RUNNER = `export default { resolve: { tsconfigPaths: true } }`

const { blocks, folder, stop } = extract()
afterAll(stop)

test('the counter is served, and the script drives it', async () => {
  const [http, ws] = [await freePort(), await freePort()]
  const ports = `), { httpPort: ${http}, wsPort: ${ws} })`
  const server = run(program('counter.tsx', (code) => code.replace('\n))', `\n${ports}`)))
  await expectSaid(server, `treewire: http://127.0.0.1:${http}/`)
  const script = run(program('script.ts', (code) => code.replace('9500', String(ws))))
  await expectSaid(script, '"method":"set_text","args":["Clicked 1 times"]')
})

test('widgets made by hand are served, and the script drives them', async () => {
  const port = await freePort()
  run(program('by-hand.ts', (code) => code.replace('9501', String(port))))
  await expectAnswered(`http://127.0.0.1:${port}/`, 'treewire-socket')
  const script = run(program('script.ts', (code) => code.replace('9500', String(port))))
  await expectSaid(script, '"method":"set_text","args":["Clicked 1 times"]')
})

test.each(['node-http', 'express', 'fastify', 'hono'])(
  'with %s the page is under its path, and the rest is the rest',
  async (framework) => {
    const port = await freePort()
    run(program(`with-${framework}.tsx`, (code) => code.replace('3000', String(port))))
    await expectAnswered(`http://127.0.0.1:${port}/`, 'The rest of the site')
    const socket = `ws://127.0.0.1:${port}/tool/_treewire/socket`
    await expectAnswered(`http://127.0.0.1:${port}/tool/`, `content="${socket}"`)
  },
)

test('the test of a user interface passes', async () => {
  const child = run(
    '--test',
    program('greeting.test.tsx', (code) => code),
  )
  await expectSaid(child, '# pass 1')
})

test('the dashboard of the tutorial is served, and its tests pass', async () => {
  const port = await freePort()
  const main = program('src/main.tsx', (code) => code.replace('8080', String(port)), TUTORIAL)
  await expectSaid(run(main), `treewire: http://127.0.0.1:${port}/`)
  await expectSaid(vitest('docs-tutorial/test/app.test.tsx'), '1..2\nok 1')
})

test('the tests of the guide pass, with Vitest and in a real browser', async () => {
  await expectSaid(vitest('docs-guides-testing/counter.test.tsx'), '1..1\nok 1')
  const inBrowser = program(
    'counter.e2e.test.tsx',
    (code) =>
      code
        .replace('chromium.launch()', 'launchTestBrowser()')
        .replace("{ chromium } from 'playwright'", `{ launchTestBrowser } from '${BROWSER}'`),
    'docs/guides/testing.md',
  )
  await expectSaid(run('--test', inBrowser), '# pass 1')
})

/** Writes the last program of a paper that has this name, with a change in it. @returns its path */
function program(file: string, change: (code: string) => string, paper = 'README.md'): string {
  const { path } = blocks.findLast((block) => block.paper === paper && block.file === file)!
  const code = readFileSync(path, 'utf8')
  const changed = path.replace('.ts', `-${Math.random().toString(36).slice(2)}.ts`)
  writeFileSync(changed, change(code))
  return changed
}

function run(...args: readonly string[]): ChildProcess {
  const reporter = args[0] === '--test' ? ['--test-reporter=tap'] : []
  return start('--import', 'tsx', ...reporter, ...args)
}

/** Runs a test as a new project does. */
function vitest(file: string): ChildProcess {
  writeFileSync(join(folder, 'vitest.config.ts'), RUNNER)
  return start(VITEST, 'run', '--reporter=tap-flat', file)
}

function start(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Resolves when the program has printed the text. @throws Error with what it printed when it ends before */
async function expectSaid({ stdout }: ChildProcess, text: string): Promise<void> {
  let heard = ''
  for await (const piece of stdout!) {
    heard += String(piece)
    if (heard.includes(text)) return
  }
  throw new Error(`Wanted ${text}, heard:\n${heard}`)
}

/** Resolves when a page with the text is there. */
async function expectAnswered(url: string, text: string): Promise<void> {
  await expect
    .poll(() => fetch(url).then((response) => response.text(), String), { timeout: 15_000 })
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
