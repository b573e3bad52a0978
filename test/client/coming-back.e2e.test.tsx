// A real page, whose line to a real server is cut at will.

import { connect, createServer, type Socket } from 'node:net'
import type { Page as Window } from 'playwright'
import { Button, Label, Page, RadioButton, TextEntry, useSignal, VBox } from 'treewire'
import { expect, onTestFinished, test } from 'vitest'
import { expectText, served, useBrowser } from '../examples/browsing.ts'

const visit = useBrowser()

function App() {
  const clicks = useSignal(0)
  const text = useSignal('')
  const entered = useSignal<readonly string[]>([])
  return (
    <Page>
      <VBox>
        <Button onActivated={() => clicks.value++}>Count</Button>
        <Label text={() => `${clicks.value} clicks`} />
        <TextEntry
          label="Line"
          bind={text}
          onActivated={(line) => {
            entered.value = [...entered.value, line]
            text.value = ''
          }}
        />
        <Label text={() => `Entered: ${entered.value.join(' | ')}`} />
        <RadioButton group="g">One</RadioButton>
        <RadioButton group="g">Two</RadioButton>
      </VBox>
    </Page>
  )
}

interface Cable {
  readonly url: string
  readonly cut: () => void
  readonly mend: () => void
}

/** Stands between the page and the server. */
async function cable(address: string): Promise<Cable> {
  const { hostname, port, pathname } = new URL(address)
  const open = new Set<Socket>()
  let isCut = false
  const join = (one: Socket, other: Socket): void => {
    open.add(one)
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy() && open.delete(one))
    one.pipe(other)
  }
  const server = createServer((here) => {
    if (isCut) here.destroy()
    else {
      const there = connect(Number(port), hostname)
      join(here, there)
      join(there, here)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    isCut = true
    for (const one of open) one.destroy()
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  const at = server.address()
  const ours = typeof at === 'object' && at ? at.port : 0
  return { url: `http://127.0.0.1:${ours}${pathname}`, cut, mend: () => (isCut = false) }
}

async function opened(options: Parameters<typeof served>[1] = {}) {
  const line = await cable(await served(App, options))
  return { ...line, window: await visit(line.url) }
}

const wake = (window: Window) => window.evaluate(() => dispatchEvent(new Event('online')))

test('what is done while the line is down is done once it is back, once and in order', async () => {
  const { window, cut, mend } = await opened()
  const count = window.getByRole('button', { name: 'Count' })
  await count.click()
  await expectText(window, '1 clicks')
  cut()
  await count.click()
  await count.click()
  await window.getByRole('textbox').fill('one')
  await window.keyboard.press('Enter')
  await window.keyboard.type('two')
  await expectText(window, 'Connection lost. Reconnecting.')
  mend()
  await wake(window)
  await expectText(window, '3 clicks')
  await expectText(window, 'Connected again.')
  await expectText(window, 'Entered: one')
  const field = window.getByRole('textbox')
  await expect.poll(() => field.inputValue()).toMatch(/^(one)?two$/)
  const text = await field.inputValue()
  await window.keyboard.press('Enter')
  await expectText(window, `Entered: one | ${text}`)
  await expect.poll(() => field.inputValue()).toBe('')
  await expectText(window, '3 clicks')
})

test('of a group the one that was chosen while the line was down is chosen', async () => {
  const { window, cut, mend } = await opened()
  const two = window.getByRole('radio', { name: 'Two' })
  await window.getByRole('radio', { name: 'One' }).check()
  cut()
  await two.check()
  mend()
  await wake(window)
  await window.getByRole('button', { name: 'Count' }).click()
  await expectText(window, '1 clicks')
  expect(await two.isChecked()).toBe(true)
})

test('a page that is told anew has kept what was done, and what was being typed', async () => {
  const { window, cut, mend } = await opened({ windowTime: 0 })
  const count = window.getByRole('button', { name: 'Count' })
  const field = window.getByRole('textbox')
  await count.click()
  await expectText(window, '1 clicks')
  await field.evaluate((one) => one.setAttribute('data-old', ''))
  cut()
  await count.click()
  await field.fill('draft')
  mend()
  await wake(window)
  await expectText(window, '2 clicks')
  await expect.poll(() => field.inputValue()).toBe('draft')
  expect(await field.getAttribute('data-old')).toBe(null)
})

test('a session that is over gives way to a new one, and the page says so', async () => {
  const { window, cut, mend } = await opened({ windowTime: 0, sessionTtl: 50 })
  await window.getByRole('button', { name: 'Count' }).click()
  await expectText(window, '1 clicks')
  cut()
  await expectText(window, 'Connection lost. Reconnecting.')
  mend()
  await wake(window)
  await expectText(window, 'The earlier session has ended. This is a new one.')
  await expectText(window, '0 clicks')
})

test('a reload comes back to the session, and a window beside it has its own', async () => {
  const { window, url } = await opened()
  await window.getByRole('button', { name: 'Count' }).click()
  await expectText(window, '1 clicks')
  await window.reload()
  await expectText(window, '1 clicks')
  // It gets a copy of what this one has stored.
  const besides = window.waitForEvent('popup')
  await window.evaluate((address) => void open(address), url)
  const beside = await besides
  await expectText(beside, '0 clicks')
  expect(await window.evaluate(() => sessionStorage.length)).toBe(0)
})
