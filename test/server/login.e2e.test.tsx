// A login that runs out while a page is open, in a real browser.

import { Button, Label, Page, useSignal, VBox } from 'treewire'
import { expect, test } from 'vitest'
import { proxyTo } from '../chaos/proxy.ts'
import { expectText, served, useBrowser } from '../examples/browsing.ts'

const visit = useBrowser()

function Counter() {
  const count = useSignal(0)
  return (
    <Page>
      <VBox>
        <Label text={() => `${count.value} times`} />
        <Button onActivated={() => count.value++}>Count</Button>
      </VBox>
    </Page>
  )
}

test('whose login has run out is told so, and goes on where he was once he has signed in again', async () => {
  let isSignedIn = true
  const proxy = await proxyTo(
    await served(() => <Counter />, { authenticate: () => (isSignedIn ? { name: 'Ada' } : null) }),
  )
  const page = await visit(proxy.url)
  await page.getByRole('button', { name: 'Count' }).click()
  await expectText(page, '1 times')

  isSignedIn = false
  proxy.cut()
  await expectText(page, 'You are not signed in')
  isSignedIn = true
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Count' }).click()
  await expectText(page, '2 times')
  expect(await page.getByRole('alertdialog').count()).toBe(0)
})
