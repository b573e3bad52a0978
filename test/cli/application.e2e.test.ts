// Programs that do more than `serve`, while they are edited.

import { symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { expectText, useBrowser } from '../examples/browsing.ts'
import { expectSoon, folderWith, treewire } from './workshop.ts'

// A process of its own for each.
vi.setConfig({ testTimeout: 120_000 })

const visit = useBrowser()

test('an Application is the same one, and its sessions come to the new code', async () => {
  const { path, edit } = folderWith({
    'app.tsx': `
import { Application, Button, Page, useSignal, VBox } from 'treewire'

function Counter() {
  const count = useSignal(0)
  return <Button onActivated={() => count.value++}>{() => \`\${count.value} times\`}</Button>
}

const app = new Application({ httpPort: 0, wsPort: 'same' })
app.onConnect((session) => {
  console.log('comes to one')
  session.mount(() => <Page title="One"><VBox><Counter /></VBox></Page>)
})
app.onDisconnect(() => console.log('leaves one'))
await app.start()
await app.closed
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx')
  const page = await visit(await dev.address())
  await page.getByRole('button').click()
  await expectText(page, '1 times')
  edit('app.tsx', 'comes to one', 'comes to two')
  await dev.said('leaves one\ncomes to two')
  edit('app.tsx', 'title="One"', 'title="Two"')
  await expectSoon(() => page.title(), 'Two')
  await expectText(page, '1 times')
  edit('app.tsx', 'httpPort: 0', 'httpPort: 1')
  await dev.said('option httpPort: counts from the next `treewire dev` on.')
  await expectText(page, '1 times')
})

test('a class that extends Application is the same one, with the code and the options of the latest edit', async () => {
  const { path, edit } = folderWith({
    'app.tsx': `
import { Tool } from './tool.tsx'

const tool = new Tool()
await tool.start()
`,
    'tool.tsx': `
import { Application, Button, Page, useSignal, VBox } from 'treewire'
import type { Session } from 'treewire'

function Counter() {
  const count = useSignal(0)
  return <Button onActivated={() => count.value++}>{() => \`\${count.value} times\`}</Button>
}

export class Tool extends Application {
  readonly #title = 'One'

  constructor() {
    super({ httpPort: 0, wsPort: 'same', metrics: { allow: ({ headers }) => headers.accept === 'a/one' } })
    this.onConnect((session) => this.show(session))
  }

  show(session: Session): void {
    session.mount(() => <Page title={this.#title}><VBox><Counter /></VBox></Page>)
  }
}
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx', '--no-types')
  const address = await dev.address()
  const statusOf = async (accept: string) => {
    const { status } = await fetch(`${address}_treewire/metrics`, { headers: { accept } })
    return status
  }
  const page = await visit(address)
  await page.getByRole('button').click()
  await expectText(page, '1 times')
  expect([await statusOf('a/one'), await statusOf('a/two')]).toEqual([200, 403])
  edit('tool.tsx', "#title = 'One'", "#title = 'Two'")
  await expectSoon(() => page.title(), 'Two')
  await expectText(page, '1 times')
  edit('tool.tsx', 'a/one', 'a/two')
  await expectSoon(() => statusOf('a/two'), 200)
  expect(await statusOf('a/one')).toBe(403)
  expect(dev.printed()).not.toContain('counts from the next')
})

test('an Application of another file is told what is new, and that of this file is another', async () => {
  const { path, edit } = folderWith({
    'first.ts': `
import { Application } from 'treewire'

export const first = new Application({ httpPort: 0, wsPort: 'same' })
`,
    'app.tsx': `
import { Label, Page, serve } from 'treewire'
import { first } from './first.ts'

first.onConnect((session) => {
  console.log('comes to one')
  session.mount(() => <Page title="First"><Label>One</Label></Page>)
})
await first.start()
await serve(() => <Page title="Second"><Label>Here</Label></Page>, { httpPort: 0, wsPort: 'same' })
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx', '--no-types')
  await dev.said(/(http:[^]*){2}/)
  const [first, second] = [...dev.printed().matchAll(/http:\S+/g)].map(([address]) => address)
  const pages = [await visit(first!), await visit(second!)] as const
  await expectText(pages[0], 'One')
  await expectText(pages[1], 'Here')
  edit('app.tsx', 'comes to one', 'comes to two')
  await dev.said('comes to two')
  edit('app.tsx', '>One<', '>Two<')
  edit('app.tsx', '>Here<', '>There<')
  await expectText(pages[0], 'Two')
  await expectText(pages[1], 'There')
  expect(dev.printed().split('comes to one').length).toBe(2)
  expect(dev.printed()).not.toContain('counts from the next')
})

test('widgets made by hand are made anew, sessions and what a module starts are not', async () => {
  const { path, edit } = folderWith({
    'app.ts': `
import { Application, effect, shared } from 'treewire'

const ticks = shared(0)
setInterval(() => ticks.value++, 20)
effect(() => { if (ticks.value % 10 === 0) console.log('one follows') })

const app = new Application({ httpPort: 0, wsPort: 'same' })
await app.start()
const session = app.createSession()
const page = session.create('Page')
const label = session.create('Label', ['Made once'])
page.call('set_widget', label)
page.show()
console.log('treewire:', session.shareUrl())
`,
  })
  const dev = treewire(path, 'dev', 'app.ts')
  await dev.said(/#session=\S+/)
  const page = await visit(/http:\S+#session=\S+/.exec(dev.printed())![0])
  await expectText(page, 'Made once')
  edit('app.ts', 'Made once', 'Made again')
  await expectText(page, 'Made again')
  await dev.said('session.create: widgets made by hand were made anew.')
  expect(await page.getByText('Made once').count()).toBe(0)
  edit('app.ts', 'one follows', 'two follows')
  await dev.said('two follows')
  const before = dev.printed().split('one follows').length
  await dev.said(/(two follows[^]*){3}/)
  expect(dev.printed().split('one follows').length).toBe(before)
})

test('a server of the program is closed and made again, and its browsers stay', async () => {
  const { path, edit } = folderWith({
    'app.tsx': `
import { createServer } from 'node:http'
import { Application, Button, Page, useSignal } from 'treewire'

function Counter() {
  const count = useSignal(0)
  return <Button onActivated={() => count.value++}>{() => \`\${count.value} times\`}</Button>
}

const app = new Application()
app.onConnect((session) => session.mount(() => <Page><Counter /></Page>))

const server = createServer()
app.attach(server, { path: '/' })
server.listen(import.meta.hot?.data.port ?? 0, '127.0.0.1', () => {
  const { port } = server.address()
  if (import.meta.hot) import.meta.hot.data.port = port
  console.log(\`treewire: http://127.0.0.1:\${port}/\`)
})
import.meta.hot?.dispose(() => server.close())
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx')
  const page = await visit(await dev.address())
  await page.getByRole('button').click()
  await expectText(page, '1 times')
  edit('app.tsx', '} times', '} clicks')
  await expectText(page, '1 clicks')
  await page.getByRole('button').click()
  await expectText(page, '2 clicks')
  await page.reload()
  await expectText(page, '2 clicks')
})

test('a file that is missing is named, and waited for', async () => {
  const { path, edit, write, remove } = folderWith({
    'app.tsx': `
import { Label, Page, serve } from 'treewire'

await serve(() => <Page><Label>Here</Label></Page>, { httpPort: 0, wsPort: 'same' })
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx')
  const page = await visit(await dev.address())
  await expectText(page, 'Here')
  edit('app.tsx', "from 'treewire'", "from 'treewire'\nimport { word } from './word.ts'")
  edit('app.tsx', '>Here<', '>{word}<')
  await dev.said('app.tsx: It imports ./word.ts, and there is no such file.')
  write('word.ts', "export const word = 'There'")
  await dev.said('right again: word.ts live')
  await expectText(page, 'There')
  remove('word.ts')
  await dev.said(/(It imports \.\/word\.ts, and there is no such file\.[^]*){2}/)
  write('word.ts', "export const word = 'Again'")
  await expectText(page, 'Again')
  const program = remove('app.tsx')
  await dev.said('app.tsx: The program begins with this file, and it is gone')
  write('app.tsx', program)
  await dev.said(/(right again[^]*){3}/)
  edit('app.tsx', 'await serve', "throw new Error('Not today')\nawait serve")
  await dev.said('Not today')
  await expectText(page, 'Not today')
  edit('app.tsx', "throw new Error('Not today')\n", '')
  await expectSoon(() => page.getByText('Not today').count(), 0)
  await expectText(page, 'Again')
})

test('what is imported only when it is wanted is shown too, and what is not wanted any more ends', async () => {
  const { path, edit } = folderWith({
    'app.tsx': `
import { Button, Label, Page, serve, Suspense, useSignal, VBox } from 'treewire'
import './ticker.ts'

async function Later() {
  const { Part } = await import('./part.tsx')
  return <Part />
}

function App() {
  const isShown = useSignal(false)
  return (
    <Page>
      <VBox>
        <Button onActivated={() => (isShown.value = true)}>Show</Button>
        <Suspense fallback={<Label>Waiting</Label>}>{isShown.value && <Later />}</Suspense>
      </VBox>
    </Page>
  )
}

async function main() {
  await serve(() => <App />, { httpPort: 0, wsPort: 'same' })
}
void main()
`,
    'part.tsx': `
import { Button, useSignal } from 'treewire'

export function Part() {
  const count = useSignal(0)
  return <Button onActivated={() => count.value++}>{() => \`Part \${count.value}\`}</Button>
}
`,
    'ticker.ts': `
console.log('ticker begins')
import.meta.hot?.dispose(() => console.log('ticker ends'))
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx', '--no-types')
  const page = await visit(await dev.address())
  await page.getByRole('button').click()
  await page.getByRole('button', { name: 'Part 0' }).click()
  await expectText(page, 'Part 1')
  edit('part.tsx', 'Part $', 'Portion $')
  await expectText(page, 'Portion 1')
  edit('app.tsx', '>Show<', '>Open<')
  await expectText(page, 'Open')
  await expectText(page, 'Portion 1')
  expect(dev.printed()).not.toContain('ticker ends')
  edit('app.tsx', "import './ticker.ts'", '')
  await dev.said('ticker ends')
  expect(dev.printed().split('ticker begins').length).toBe(2)
})

test('wrong types are told beside it, and do not stop it', async () => {
  const { path, edit } = folderWith({
    'app.tsx': `
import { Label, Page, serve } from 'treewire'

await serve(() => <Page><Label>Here</Label></Page>, { httpPort: 0, wsPort: 'same' })
`,
    'limit.ts': "export const limit: number = 'five'",
    'tsconfig.json':
      '{ "compilerOptions": { "strict": true, "types": [] }, "files": ["limit.ts"] }',
  })
  symlinkSync(
    fileURLToPath(new URL('../../node_modules', import.meta.url)),
    join(path, 'node_modules'),
  )
  const dev = treewire(path, 'dev', 'app.tsx')
  const page = await visit(await dev.address())
  await expectText(page, 'Here')
  const told = "limit.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'."
  await dev.said(told)
  await expectText(page, told)
  edit('limit.ts', "'five'", '5')
  await expectSoon(() => page.getByText(told).count(), 0)
  await dev.said('treewire: the types are right again')
})

test.each(['dev', 'start'])('%s tells in one line that a port is taken', async (command) => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo
  const { path } = folderWith({
    'app.tsx': `
import { Page, serve } from 'treewire'

await serve(() => <Page />, { httpPort: ${port}, wsPort: 'same' })
`,
  })
  const { ended, printed } = treewire(path, command, 'app.tsx')
  expect(await ended).toBe(1)
  expect(printed()).toBe(
    `treewire: Port ${port} on 127.0.0.1 is in use: stop what listens there, or give another httpPort (0 is any free port).\n`,
  )
})

test('it ends when it is told to, and says when nothing is served', async () => {
  const { path } = folderWith({ 'app.ts': 'export const nothing = 0' })
  const { said, stop, ended } = treewire(path, 'dev', 'app.ts')
  await said('app.ts has run, and serves nothing: call serve(() => <App />) in it.')
  stop()
  expect(await ended).toBe(0)
})
