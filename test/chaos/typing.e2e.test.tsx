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

test.each([
  ['bound', TEXT],
  ['upper', TEXT.toUpperCase()],
  ['short', TEXT.slice(0, 10)],
])(
  'a field that is %s holds what was typed, in both browsers, though the line drops',
  async (label, wanted) => {
    const { texts, near, first, second } = await twoTabs()
    const field = first.getByLabel(label)

    await field.click()
    await first.keyboard.type(TEXT.slice(0, 15), { delay: PACE })
    near.cut()
    await first.evaluate(() => window.dispatchEvent(new Event('online')))
    await first.keyboard.type(TEXT.slice(15), { delay: PACE })

    const server = texts[['bound', 'upper', 'short'].indexOf(label)]!
    await expect.poll(() => server.value, { timeout: 10_000 }).toBe(wanted)
    const read = async (): Promise<unknown> => [
      await field.inputValue(),
      await second.getByLabel(label).inputValue(),
    ]
    await expect.poll(read, { timeout: 10_000 }).toEqual([wanted, wanted])
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(
      wanted.length,
    )
    expect(new URL(second.url()).hash).toBe('')
  },
  30_000,
)

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
