// A real page over real sockets, through a line that breaks again and again while its user types and a chart streams.

import { Button, Chart, Label, Page, ScrollArea, signal, TextEntry, VBox } from 'treewire'
import type { Page as Tab } from 'playwright'
import { expect, test } from 'vitest'
import { useBrowser, served } from '../examples/browsing.ts'
import { proxyTo, type Proxy } from './proxy.ts'

const open = useBrowser()

const DROPS = 100
const LETTERS = 'the quick brown fox jumps over the lazy dog '

test('a hundred drops cost no letter, no click and no point, and nothing is built anew', async () => {
  const name = signal('')
  const clicks = signal(0)
  const points = signal<readonly [number, number][]>([[-1, 0]])
  let renders = 0
  const Form = () => {
    renders++
    return (
      <Page>
        <VBox spacing={8}>
          <TextEntry label="Name" bind={name} />
          <Button text="Click" onActivated={() => clicks.value++} />
          <Chart label="Load" series={() => [{ name: 'load', data: points.value }]} />
          <ScrollArea minSize={[200, 100]}>
            <VBox>
              {Array.from({ length: 60 }, (_, at) => (
                <Label key={at}>{`line ${at}`}</Label>
              ))}
            </VBox>
          </ScrollArea>
        </VBox>
      </Page>
    )
  }
  const proxy = await proxyTo(await served(() => <Form />))
  const tab = await open(proxy.url)
  await tab.getByLabel('Name').waitFor()
  // Loaded again it shows the same session, and from here on it is overheard.
  const drawn: (readonly [number, number])[] = []
  tab.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => drawn.push(...pointsIn(payload))),
  )
  await tab.reload()
  const field = tab.getByLabel('Name')
  await field.click()
  await tab.keyboard.type('[]')
  await tab.keyboard.press('ArrowLeft')
  await tab.evaluate(() => {
    document.querySelector('input')!.dataset['mark'] = 'the same'
    document.querySelector('.tw-scroll-area')!.scrollTop = 40
    document.querySelector<HTMLElement>('.tw-scroll-area')!.style.maxHeight = '100px'
    document.querySelector('.tw-scroll-area')!.scrollTop = 40
  })

  let typed = ''
  for (let drop = 0; drop < DROPS; drop++) {
    const letter = (at: number): string => LETTERS[(drop * 3 + at) % LETTERS.length]!
    points.value = [...points.value, [drop, drop % 7]]
    await tab.keyboard.type(letter(0))
    proxy.cut()
    await tab.keyboard.type(letter(1))
    points.value = [...points.value, [drop + 0.5, drop % 5]]
    await wakeUntilUp(tab, proxy)
    await tab.keyboard.type(letter(2))
    typed += letter(0) + letter(1) + letter(2)
  }
  await expect.poll(() => name.value, { timeout: 10_000 }).toBe(`[${typed}]`)

  expect(await field.inputValue()).toBe(`[${typed}]`)
  const seen = await tab.evaluate(() => {
    const input = document.activeElement as HTMLInputElement
    const area = document.querySelector('.tw-scroll-area')!
    return [input.dataset['mark'], input.selectionStart, area.scrollTop]
  })
  expect(seen).toEqual(['the same', typed.length + 1, 40])
  expect(renders).toBe(1)
  expect(drawn).toEqual(points.value.slice(1))
  await tab.getByRole('button', { name: 'Click' }).click()
  await expect.poll(() => clicks.value).toBe(1)
}, 60_000)

/** What a frame appends to the chart. */
function pointsIn(payload: string | Buffer): (readonly [number, number])[] {
  const messages = JSON.parse(String(payload)) as {
    readonly method?: string
    readonly args?: unknown[]
  }[]
  return messages
    .filter(({ method }) => method === 'append')
    .flatMap(({ args }) => (args as [[(readonly [number, number])[]]])[0][0])
}

/** The network tells the page that it is back, as browsers do; the page tries at once. */
async function wakeUntilUp(tab: Tab, proxy: Proxy): Promise<void> {
  await expect
    .poll(
      async () => {
        if (proxy.lines === 0) await tab.evaluate(() => window.dispatchEvent(new Event('online')))
        return proxy.lines
      },
      { interval: 5, timeout: 10_000 },
    )
    .toBeGreaterThan(0)
}
