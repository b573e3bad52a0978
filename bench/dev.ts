// From saving a file to seeing the edit in the browser, with 4,000 widgets on the page. `npm run bench -- dev`

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { launchTestBrowser } from '../test/browser-setup/chromium.ts'
import { setup as buildAll } from '../test/e2e-setup.ts'
import { figure, repeat } from './browser/figure.ts'

/** Each is a component with a signal of its own, and four widgets. */
const ROWS = 1000
const rounds = 12
/** Milliseconds between seeing one edit and saving the next; who saves twice in 50 waits for that. */
const pause = 100
/** Milliseconds from saving to seeing. */
const wanted = 300

const main = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url))

const appText = (title: string): string => `
import { For, Label, Page, serve, VBox } from 'treewire'
import { Row } from './row.tsx'

const numbers = Array.from({ length: ${ROWS} }, (_, at) => at)

function App() {
  return (
    <Page>
      <VBox>
        <Label>${title}</Label>
        <For each={numbers}>{(number) => <Row number={number} />}</For>
      </VBox>
    </Page>
  )
}

await serve(() => <App />, { httpPort: 0, wsPort: 'same' })
`

const rowText = (word: string): string => `
import { Button, HBox, Label, useSignal } from 'treewire'

export function Row({ number }: { number: number }) {
  const count = useSignal(0)
  return (
    <HBox>
      <Label text={\`${word} \${number}\`} />
      <Label text={() => \`\${count.value} times\`} />
      <Button onActivated={() => count.value++}>Press</Button>
    </HBox>
  )
}
`

/** By what was edited. */
export async function devFigures(): Promise<Readonly<Record<string, object>>> {
  await buildAll()
  const folder = mkdtempSync(join(tmpdir(), 'treewire-bench-'))
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  write('package.json', '{ "type": "module" }')
  write('app.tsx', appText('Title 0'))
  write('row.tsx', rowText('Word0'))
  const child = dev(folder)
  const browser = await launchTestBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(await addressOf(child))
    await seen(page, 'Title 0')
    return await measured(page, write)
  } finally {
    await browser.close()
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  }
}

type Write = (file: string, text: string) => void

async function measured(page: Page, write: Write): Promise<Readonly<Record<string, object>>> {
  let edits = 0
  const one = await repeat(rounds, () => {
    const title = `Title ${++edits}`
    return timed(page, title, () => write('app.tsx', appText(title)))
  })
  const all = await repeat(rounds, () => {
    const word = `Word${++edits}`
    return timed(page, `${word} 999`, () => write('row.tsx', rowText(word)))
  })
  return {
    'an edit of one text among 4,000 widgets': figure(one, wanted),
    'an edit of a component that is shown 1,000 times': figure(all, wanted),
  }
}

async function timed(page: Page, text: string, edit: () => void): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, pause))
  const start = performance.now()
  edit()
  await seen(page, text)
  return performance.now() - start
}

/** Resolves when the text has been painted. */
async function seen(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.tw-root')?.textContent.includes(wanted),
    text,
    { polling: 'raf' },
  )
}

function dev(folder: string): ChildProcess {
  return spawn(process.execPath, [main, 'dev', 'app.tsx', '--no-types'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** What it prints later is read, too: nobody may wait for it. */
function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout!.on('data', (piece) => {
      const [url] = /http:\S+/.exec(String(piece)) ?? []
      if (url !== undefined) resolve(url)
    })
    stdout!.on('end', () => reject(new Error('treewire dev has ended without an address')))
  })
}
