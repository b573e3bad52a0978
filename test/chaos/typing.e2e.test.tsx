// Twenty letters a second over a line that takes 400 ms each way: no letter is lost, none comes back, the caret stays.

import { Page, signal, TextEntry, VBox } from 'treewire'
import type { Session, Signal } from 'treewire'
import { expect, test } from 'vitest'
import { served, useBrowser } from '../examples/browsing.ts'
import { proxyTo } from './proxy.ts'

const open = useBrowser()

/** Milliseconds between two letters. */
const PACE = 50
const LATENCY = 400
/** Of the fields, in the order of their texts. */
const labels = ['bound', 'upper', 'short'] as const
const TEXT = 'the quick brown fox jumps over it'

function Fields({ texts }: { readonly texts: readonly Signal<string>[] }) {
  const [bound, upper, short] = texts as [Signal<string>, Signal<string>, Signal<string>]
  return (
    <Page>
      <VBox>
        <TextEntry label="bound" bind={bound} />
        <TextEntry
          label="upper"
          text={upper}
          onModified={(text) => (upper.value = text.toUpperCase())}
        />
        <TextEntry
          label="short"
          text={short}
          onModified={(text) => (short.value = text.slice(0, 10))}
        />
      </VBox>
    </Page>
  )
}

/** Two browsers that show one session, each over a slow line of its own. */
async function twoTabs() {
  const texts = ['', '', ''].map((text) => signal(text))
  const sessions: Session[] = []
  const url = await served(() => <Fields texts={texts} />, {
    onConnect: (session) => void sessions.push(session),
  })
  const [near, far] = [await proxyTo(url), await proxyTo(url)]
  const first = await open(near.url)
  await first.getByLabel('bound').waitFor()
  const second = await open(sessions[0]!.shareUrl(far.url))
  await second.getByLabel('bound').waitFor()
  near.delay = LATENCY
  far.delay = LATENCY
  return { texts, near, first, second }
}

test('a field holds what was typed, in both browsers, whatever its handler makes of it, though the line drops', async () => {
  const ends = await Promise.all([typed('bound'), typed('upper'), typed('short')])
  expect(ends).toEqual([TEXT, TEXT.toUpperCase(), TEXT.slice(0, 10)].map(settledOn))
}, 30_000)

/** Server and both browsers agree; the caret is behind the last letter, and the address shows no secret. */
function settledOn(text: string) {
  return { texts: [text, text, text], caret: text.length, hash: '' }
}

/** Types all of the text, with a drop in the middle, and waits until nothing moves. */
async function typed(label: (typeof labels)[number]): Promise<object> {
  const { texts, near, first, second } = await twoTabs()
  const field = first.getByLabel(label)
  await field.click()
  await first.keyboard.type(TEXT.slice(0, 15), { delay: PACE })
  near.cut()
  await first.evaluate(() => window.dispatchEvent(new Event('online')))
  await first.keyboard.type(TEXT.slice(15), { delay: PACE })

  const server = texts[labels.indexOf(label)]!
  const read = async (): Promise<readonly string[]> => [
    server.value,
    await field.inputValue(),
    await second.getByLabel(label).inputValue(),
  ]
  await expect.poll(async () => new Set(await read()).size, { timeout: 10_000 }).toBe(1)
  await expect.poll(() => server.value, { timeout: 10_000 }).toMatch(/^the quick/i)
  const rest = async (): Promise<boolean> => {
    const before = String(await read())
    await new Promise((resolve) => setTimeout(resolve, 2 * LATENCY))
    return before === String(await read())
  }
  await expect.poll(rest, { timeout: 10_000 }).toBe(true)
  const caret = await field.evaluate((input: HTMLInputElement) => input.selectionStart)
  return { texts: await read(), caret, hash: new URL(second.url()).hash }
}

test('what two users type into two fields at once reaches both, and nobody is overwritten', async () => {
  const { first, second } = await twoTabs()
  await second.getByLabel('upper').click()
  await first.getByLabel('bound').click()
  await Promise.all([
    first.keyboard.type(TEXT, { delay: PACE }),
    second.keyboard.type(TEXT, { delay: PACE }),
  ])
  const read = async (): Promise<unknown> =>
    Promise.all(
      [first, second].flatMap((tab) =>
        ['bound', 'upper'].map((label) => tab.getByLabel(label).inputValue()),
      ),
    )
  const wanted = [TEXT, TEXT.toUpperCase()]
  await expect.poll(read, { timeout: 10_000 }).toEqual([...wanted, ...wanted])
}, 30_000)
