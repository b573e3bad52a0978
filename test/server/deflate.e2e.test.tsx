// A real browser understands what we have compressed, and we what it has.

import { Button, Label, Page, useSignal, VBox } from 'treewire'
import { expect, test } from 'vitest'
import { expectText, served, useBrowser } from '../examples/browsing.ts'

const visit = useBrowser()

/** Its first frame is some 30 KiB long. */
function Screen() {
  const clicks = useSignal(0)
  return (
    <Page>
      <VBox>
        <Button onActivated={() => clicks.value++}>Click</Button>
        <Label text={() => `clicked ${clicks.value}`} />
        {Array.from({ length: 200 }, (_, at) => (
          <Label key={at} text={`label ${at}: ünïcöde`} />
        ))}
      </VBox>
    </Page>
  )
}

test('a screen is shown and answers over a compressed line', async () => {
  const page = await visit(await served(() => <Screen />, { perMessageDeflate: true }))
  await expectText(page, 'label 199: ünïcöde')
  for (let count = 1; count <= 3; count++) {
    await page.getByRole('button', { name: 'Click' }).click()
    await expectText(page, `clicked ${count}`)
  }
  expect(await page.getByText('label', { exact: false }).count()).toBe(200)
})
