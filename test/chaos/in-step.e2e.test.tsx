// Two browsers of different widths show one session: what one user does the other sees, and then it is quiet.

import {
  CheckBox,
  ComboBox,
  Expander,
  HBox,
  Label,
  Page,
  RadioButton,
  ScrollArea,
  signal,
  Slider,
  Splitter,
  TableView,
  TabWidget,
  TextArea,
  TextSource,
  VBox,
} from 'treewire'
import type { Session } from 'treewire'
import type { Page as Tab } from 'playwright'
import { expect, test } from 'vitest'
import { served, useBrowser } from '../examples/browsing.ts'

const open = useBrowser()

function Everything() {
  return (
    <Page>
      <VBox spacing={4}>
        <HBox>
          <CheckBox text="check" onActivated={() => undefined} />
          <RadioButton text="one" group="g" onActivated={() => undefined} />
          <RadioButton text="two" group="g" onActivated={() => undefined} />
          <Slider label="slide" min={0} max={10} onActivated={() => undefined} />
          <ComboBox label="combo" items={['a', 'b', 'c']} onActivated={() => undefined} />
        </HBox>
        <TextArea label="area" bind={signal('')} />
        <TextSource label="source" bind={signal('one\ntwo')} />
        <TabWidget onPageSwitch={() => undefined}>
          <Label tab="first">on the first</Label>
          <Label tab="second">on the second</Label>
        </TabWidget>
        <Expander title="more" onToggled={() => undefined}>
          <Label>inside</Label>
        </Expander>
        <Splitter onSizing={() => undefined}>
          <Label>left</Label>
          <Label>right</Label>
        </Splitter>
        <TableView
          columns={[{ label: 'Name', key: 'name' }]}
          rowKey="name"
          rows={['x', 'y', 'z'].map((name) => ({ name }))}
          onSelected={() => undefined}
        />
        <ScrollArea onScrolled={() => undefined}>
          <VBox>
            {Array.from({ length: 80 }, (_, at) => (
              <Label key={at}>{`a long line of words with the number ${at} `.repeat(3)}</Label>
            ))}
          </VBox>
        </ScrollArea>
      </VBox>
    </Page>
  )
}

test('what one user does the other sees, and then nothing is said any more', async () => {
  const sessions: Session[] = []
  const url = await served(() => <Everything />, { onConnect: (one) => void sessions.push(one) })
  const first = await open(url, 1280)
  await first.getByText('check').waitFor()
  const second = await open(sessions[0]!.shareUrl(), 500)
  await second.getByText('check').waitFor()
  const frames = overhear([first, second])

  await first.getByLabel('check').check()
  await second.getByLabel('two').check()
  await first.getByLabel('slide').fill('7')
  await second.getByLabel('area').fill('typed here')
  await first.getByRole('tab', { name: 'second' }).click()
  await second.getByText('more').click()
  await first.getByText('y', { exact: true }).click()
  await second.locator('.cm-content').click()
  await second.keyboard.type('edited ')
  for (const tab of [first, second]) {
    await expect.poll(() => tab.getByLabel('check').isChecked()).toBe(true)
    await expect.poll(() => tab.getByLabel('two').isChecked()).toBe(true)
    await expect.poll(() => tab.getByLabel('slide').inputValue()).toBe('7')
    await expect.poll(() => tab.getByLabel('area').inputValue()).toBe('typed here')
    await expect.poll(() => tab.getByText('on the second').isVisible()).toBe(true)
    await expect.poll(() => tab.locator('.cm-content').textContent()).toContain('edited ')
    await expect
      .poll(() => tab.locator('[aria-selected="true"]').allTextContents())
      .toEqual(['second', 'y'])
  }
  for (const tab of [first, second]) {
    await tab.locator('.tw-scroll-area').evaluate((area) => {
      area.style.maxHeight = '120px'
    })
  }
  for (let down = 0; down < 5; down++) {
    await first.locator('.tw-scroll-area').evaluate((area) => area.scrollBy(0, 97))
  }
  const scrolled = (): Promise<number> =>
    second.locator('.tw-scroll-area').evaluate((area) => area.scrollTop)
  await expect.poll(scrolled).toBeGreaterThan(100)
  await expect.poll(() => quiet(frames), { timeout: 10_000 }).toBe(true)
}, 40_000)

/** Frames of both, in both directions. */
function overhear(tabs: readonly Tab[]): { count: number } {
  const frames = { count: 0 }
  const hear = (): void => void frames.count++
  for (const tab of tabs) {
    tab.on('websocket', (socket) => socket.on('framereceived', hear).on('framesent', hear))
    void tab.reload()
  }
  return frames
}

async function quiet(frames: { readonly count: number }): Promise<boolean> {
  const before = frames.count
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return frames.count === before
}
