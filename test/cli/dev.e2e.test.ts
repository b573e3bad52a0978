// A program is edited while a real browser shows it.

import { expect, test, vi } from 'vitest'
import type { Page } from 'playwright'
import { expectText, useBrowser } from '../examples/browsing.ts'
import { expectSoon, folderWith, treewire } from './workshop.ts'

// A process of its own for each.
vi.setConfig({ testTimeout: 120_000 })

const visit = useBrowser()

const APP = `
import { Label, Page, serve, signal, TextEntry, VBox } from 'treewire'
import { Counter } from './counter.tsx'

const total = signal(0)

function App() {
  return (
    <Page>
      <VBox>
        <Label>Hello</Label>
        <Counter onCount={() => total.value++} />
        <Label text={() => \`\${total.value} in all\`} />
        <TextEntry label="Name" />
      </VBox>
    </Page>
  )
}

await serve(() => <App />, { httpPort: 0, wsPort: 'same' })
`

const COUNTER = `
import { Button, useEffect, useRef, useSignal } from 'treewire'

export function Counter({ onCount }: { onCount: () => void }) {
  const count = useSignal(0)
  const seen = useRef(false)
  useEffect(() => { seen.current = true }, [])
  const onActivated = () => {
    count.value++
    onCount()
  }
  return <Button text={() => \`Clicked \${count.value} times\`} onActivated={onActivated} />
}
`

async function opened() {
  const folder = folderWith({ 'app.tsx': APP, 'counter.tsx': COUNTER })
  const dev = treewire(folder.path, 'dev', 'app.tsx')
  const page = await visit(await dev.address())
  await expectText(page, 'Hello')
  return { ...folder, dev, page }
}

const counter = (page: Page) => page.getByRole('button', { name: /times/ })

/** Marks an element, to see later whether it is the same one; and makes the page so long that it can be scrolled. */
async function markElements(page: Page): Promise<void> {
  await page.getByRole('textbox').evaluate((one) => {
    one.setAttribute('data-old', '')
    one.style.marginBlockStart = '3000px'
  })
}

test('an edit is shown, and clicks, signals, typed text, focus and scrolling stay', async () => {
  const { page, edit } = await opened()
  await counter(page).click()
  await counter(page).click()
  await expectText(page, '2 in all')
  await page.getByRole('textbox').pressSequentially('Ada')
  await markElements(page)
  await page.evaluate(() => scrollTo(0, 400))
  edit('app.tsx', 'Hello', 'Good morning')
  await expectText(page, 'Good morning')
  await expectText(page, 'Clicked 2 times')
  await expectText(page, '2 in all')
  edit('counter.tsx', 'Clicked', 'Pressed')
  await expectText(page, 'Pressed 2 times')
  const field = page.getByRole('textbox')
  expect(await page.evaluate(() => scrollY)).toBe(400)
  expect(await field.getAttribute('data-old')).toBe('')
  expect(await field.inputValue()).toBe('Ada')
  await page.keyboard.type(' L')
  expect(await field.inputValue()).toBe('Ada L')
  await counter(page).click()
  await expectText(page, 'Pressed 3 times')
  await expectText(page, '3 in all')
})

test('a mistake is shown in the browser and the terminal until it is mended', async () => {
  const { page, edit, dev } = await opened()
  await counter(page).click()
  edit('app.tsx', '<Label>Hello', '<Label>{Hello')
  const overlay = page.locator('.tw-top-level', { hasText: 'app.tsx:11' })
  await expectSoon(() => overlay.count(), 1)
  await dev.said('What was there before goes on.')
  await counter(page).click()
  await expectText(page, 'Clicked 2 times')
  edit('app.tsx', '<Label>{Hello', '<Label>Bonjour')
  await expectText(page, 'Bonjour')
  await expectSoon(() => overlay.count(), 0)
  await expectText(page, 'Clicked 2 times')
  await dev.said('right again: app.tsx live after')
})

test('a component that throws is told, and what it has shown goes on until it is mended', async () => {
  const { page, edit, dev } = await opened()
  await counter(page).click()
  edit(
    'counter.tsx',
    'return <Button',
    "if (count.value > 0) throw new Error('Too many')\n  return <Button",
  )
  await expectSoon(() => page.locator('.tw-top-level', { hasText: 'Too many' }).count(), 1)
  await dev.said('Too many')
  // Where the element of the component is written.
  await dev.said('in Counter (app.tsx:12:9)')
  await expectText(page, 'Clicked 1 times')
  edit('counter.tsx', 'count.value > 0', 'count.value > 9')
  await expectText(page, 'Clicked 1 times')
  await expectSoon(() => page.locator('.tw-top-level', { hasText: 'Too many' }).count(), 0)
  await dev.said('right again: counter.tsx live after')
})

test('a component whose hooks change begins anew, and is named', async () => {
  const { page, edit, dev } = await opened()
  await counter(page).click()
  await expectText(page, 'Clicked 1 times')
  edit('counter.tsx', '  const seen = useRef(false)\n', '')
  const sentence =
    'Counter: state was reset, because its hooks changed: useSignal, useRef, useEffect → useSignal, useEffect.'
  await expectText(page, sentence)
  await dev.said(sentence)
  await expectText(page, 'Clicked 0 times')
  await expectText(page, '1 in all')
})

test('a component that is called otherwise begins anew, and is named', async () => {
  const { page, edit, dev } = await opened()
  await counter(page).click()
  edit('counter.tsx', 'function Counter', 'function Clicker')
  edit('app.tsx', 'import { Counter }', 'import { Clicker as Counter }')
  const sentence =
    'Counter: state is gone, because its module has no component of this name any more.'
  await expectText(page, sentence)
  await dev.said(sentence)
  await expectText(page, 'Clicked 0 times')
})

test('a signal whose initial value is edited begins anew, and is named', async () => {
  const { page, edit } = await opened()
  await counter(page).click()
  edit('app.tsx', 'signal(0)', 'signal(40)')
  await expectText(page, 'total: its value was reset, because its initial value changed.')
  await expectText(page, '40 in all')
  await counter(page).click()
  await expectText(page, '41 in all')
})

test('a module that throws leaves what was started before, and is told with its place', async () => {
  const { path, edit } = folderWith({
    'app.ts': `
import { computed, effect, shared } from 'treewire'

const ticks = shared<number>(0), isTenth = computed(() => ticks.value % 10 === 0)
setInterval(() => ticks.value++, 20)
effect(() => { if (isTenth.value) console.log('one follows') })
import.meta.hot?.dispose(() => console.log('one ends'))
`,
  })
  const dev = treewire(path, 'dev', 'app.ts', '--no-types')
  await dev.said('one follows')
  edit('app.ts', 'ticks = shared<number>(0),', 'ticks = shared<number>(0), broken = missing(), ')
  await dev.said('app.ts:4:43: ReferenceError: missing is not defined')
  const before = dev.printed().split('one follows').length
  await dev.said(RegExp(`(one follows[^]*){${before + 2}}`))
  edit('app.ts', ' broken = missing(), ', '')
  await dev.said('right again: app.ts live after')
  expect(dev.printed().split('one ends').length).toBe(2)
})

test('a program that cannot be read at first is waited for', async () => {
  const { path, write } = folderWith({ 'app.tsx': `${APP}\n}`, 'counter.tsx': COUNTER })
  const dev = treewire(path, 'dev', 'app.tsx')
  await dev.said('Nothing runs yet; treewire waits until it is mended.')
  write('app.tsx', APP)
  const page = await visit(await dev.address())
  await expectText(page, 'Hello')
})

test('a component that is served as it is stays, and nobody comes twice', async () => {
  const { path, edit } = folderWith({
    'app.tsx': `
import { Button, Page, serve, useSignal } from 'treewire'

function App() {
  const count = useSignal(0)
  return <Page><Button onActivated={() => count.value++}>{() => \`\${count.value} times\`}</Button></Page>
}

await serve(App, { httpPort: 0, wsPort: 'same', onConnect: () => console.log('somebody comes') })
`,
  })
  const dev = treewire(path, 'dev', 'app.tsx')
  const page = await visit(await dev.address())
  await counter(page).click()
  await expectText(page, '1 times')
  edit('app.tsx', '} times', '} times so far')
  await expectText(page, '1 times so far')
  edit('app.tsx', 'somebody comes', 'one more comes')
  await dev.said(/(app\.tsx live[^]*){2}/)
  expect(dev.printed()).not.toContain('one more comes')
  await visit(await dev.address())
  await dev.said('one more comes')
  expect(dev.printed().split('somebody comes').length).toBe(2)
})
