// The gallery in a real browser: a walk through all of its pages, light and dark, and what a visitor does.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { App } from '../../../examples/gallery/app.tsx'
import { categories } from '../../../examples/gallery/categories.ts'
import { nameOf } from '../../../examples/gallery/specimen.ts'
import { expectText, served, useBrowser } from '../browsing.ts'
import { violations, withAxe } from '../violations.ts'

const names = categories.flatMap(({ specimens }) => specimens).map(nameOf)

const visit = useBrowser()

test(
  'no page has a violation, light or dark, or an error of browser or session',
  { timeout: 60_000 },
  async () => {
    const errors: string[] = []
    const onError = (error: unknown, where: string) =>
      void errors.push(`${where}: ${String(error)}`)
    const page = await visit(await served(() => <App />, { onError }))
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
    await withAxe(page)
    const found: string[] = []
    for await (const name of walk(page)) {
      const isOpen = await opened(page)
      // The list is the same on all pages, so it is looked at with one of them.
      const where = isOpen || name === names[0] ? 'body' : `[aria-label="${name}"].tw-scroll-area`
      const here = await violations(page, where)
      found.push(...here.map((violation) => `${name}: ${violation}`))
      if (isOpen) await close(page)
    }
    expect({ found, errors }).toEqual({ found: [], errors: [] })
  },
)

test('a prop that is changed changes the widget', async () => {
  const page = await visit(await served(() => <App />))
  await page.getByLabel('Prop text').fill('Send')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expectText(page, 'onActivated()')
  await expectText(page, '<Button text="Send" variant="primary" />')
})

test('on a phone the list gives way to the widget that is chosen', async () => {
  const page = await visit(await served(() => <App />), 390)
  await page.getByRole('button', { name: 'List' }).click()
  await page.getByLabel('Filter').fill('slider')
  // Rows that do not fit have gone, so none moves under the mouse.
  await page.getByText('SpinBox', { exact: true }).waitFor({ state: 'hidden' })
  await page.getByText('Slider', { exact: true }).click()
  await page.getByRole('heading', { name: 'Slider' }).waitFor()
  expect(await page.getByLabel('Filter').count()).toBe(0)
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(overflow)).toBe(0)
})

/** Down the list by the keyboard, to every page there is. */
async function* walk(page: Page): AsyncGenerator<string> {
  const list = page.getByRole('treegrid', { name: 'Widgets' })
  await list.press('Home')
  for (const { specimens } of categories) {
    for (const name of specimens.map(nameOf)) {
      await list.press('ArrowDown')
      await page.getByRole('heading', { name, exact: true }).waitFor()
      yield name
    }
    await list.press('ArrowDown')
  }
}

/** Windows are opened first. */
async function opened(page: Page): Promise<boolean> {
  const open = page.getByRole('button', { name: 'Open', exact: true })
  if ((await open.count()) === 0) return false
  await open.click()
  await page.getByRole('button', { name: 'Close' }).waitFor()
  return true
}

/** What is behind a modal dialog takes no keys until the server has taken it away. */
async function close(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Close' })
  await button.click()
  await button.waitFor({ state: 'hidden' })
}
