// The examples as people use them: in a real browser, with mouse and keyboard, against a real server.

import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { shared } from 'treewire'
import { App as Chat } from '../../examples/chat/app.tsx'
import { emptyRoom } from '../../examples/chat/room.ts'
import { visitors } from '../../examples/chat/visitors.ts'
import { App as Counter } from '../../examples/counter/app.tsx'
import { App as Form } from '../../examples/form/app.tsx'
import { App as Todo } from '../../examples/todo/app.tsx'
import { expectText, served, useBrowser } from './browsing.ts'

const visit = useBrowser()

test('counter: each click counts, by mouse and by keyboard, and each window for itself', async () => {
  const address = await served(() => <Counter />)
  const [one, other] = [await visit(address), await visit(address)]
  await one.getByRole('button', { name: 'Click me' }).click()
  await one.keyboard.press('Space')
  await expectText(one, 'Clicked 2 times')
  await expectText(other, 'Clicked 0 times')
})

describe('todo', () => {
  async function withTasks(...tasks: string[]): Promise<Page> {
    const page = await visit(await served(() => <Todo />))
    for (const task of tasks) {
      await page.getByLabel('New task').click()
      await page.keyboard.type(task)
      await page.keyboard.press('Enter')
      await page.getByLabel(task, { exact: true }).waitFor()
    }
    return page
  }

  const shown = (page: Page): Promise<string[]> =>
    page
      .getByRole('checkbox')
      .evaluateAll((boxes) =>
        boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent ?? ''),
      )

  test('Enter adds a task, empties the field and keeps the focus', async () => {
    const page = await withTasks('Milk', 'Bread')
    expect(await shown(page)).toEqual(['Milk', 'Bread'])
    const field = page.getByLabel('New task')
    expect(await field.inputValue()).toBe('')
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
    await expectText(page, '2 of 2 left')
  })

  test('a tick counts, the filter shows what fits, done tasks can be cleared', async () => {
    const page = await withTasks('Milk', 'Bread', 'Salt')
    await page.getByLabel('Bread', { exact: true }).click()
    await expectText(page, '2 of 3 left')
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await page.getByLabel('Milk', { exact: true }).waitFor({ state: 'detached' })
    expect(await shown(page)).toEqual(['Bread'])
    await page.getByRole('button', { name: 'Clear completed' }).click()
    await expectText(page, 'Nothing is done yet.')
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByLabel('Salt', { exact: true }).waitFor()
    expect(await shown(page)).toEqual(['Milk', 'Salt'])
  })

  test('a task can be removed', async () => {
    const page = await withTasks('Milk', 'Bread')
    await page.getByRole('button', { name: 'Remove Milk' }).click()
    await expectText(page, '1 of 1 left')
    expect(await shown(page)).toEqual(['Bread'])
  })
})

describe('form', () => {
  test('it complains as one types, and no longer when it is right', async () => {
    const page = await visit(await served(() => <Form />))
    const email = page.getByLabel('Email')
    await email.click()
    await page.keyboard.type('ada@')
    await expectText(page, 'This is not an email address.')
    expect(await email.getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.type('example.com')
    await expect.poll(() => email.getAttribute('aria-invalid')).not.toBe('true')
    expect(await email.inputValue()).toBe('ada@example.com')
  })

  test('once all is filled in it can be sent, and a dialog says what it was told', async () => {
    const page = await visit(await served(() => <Form />))
    const send = page.getByRole('button', { name: 'Sign up' })
    expect(await send.isDisabled()).toBe(true)
    await page.getByLabel('Name').fill('Ada Lovelace')
    await page.getByLabel('Email').fill('ada@example.com')
    await page.getByLabel('Password', { exact: true }).fill('analytical1')
    await page.getByLabel('Password again').fill('analytical1')
    await page.getByRole('combobox', { name: 'Country' }).click()
    await page.getByRole('option', { name: 'Kenya' }).click()
    await page.getByLabel('Team').click()
    await page.getByRole('button', { name: 'Pay yearly' }).click()
    await page.getByLabel('I accept the terms').click()
    await expectText(page, 'All set.')
    await send.click()
    const dialog = page.getByRole('dialog', { name: 'Welcome!' })
    for (const text of ['Ada Lovelace', 'Kenya', 'Team, seats: 1', 'Yearly']) {
      await dialog.getByText(text, { exact: true }).waitFor()
    }
    await dialog.getByRole('button', { name: 'Done' }).click()
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('chat', () => {
  async function servedChat(): Promise<string> {
    const room = shared(emptyRoom)
    return served(() => <Chat room={room} />, visitors(room))
  }

  async function say(page: Page, text: string): Promise<void> {
    await page.getByLabel('Message', { exact: true }).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }

  test('two people see each other, and what they say', async () => {
    const address = await servedChat()
    const ann = await visit(address)
    const bob = await visit(address)
    await ann.getByLabel('Your nickname').click()
    await ann.keyboard.type('Ann')
    await expectText(bob, '2 online: Ann, Guest 2 (you)')
    await say(ann, 'Hello Bob')
    await expectText(bob, 'Hello Bob')
    await say(bob, 'Hello Ann')
    await expectText(ann, 'Hello Ann')
    expect(await ann.getByLabel('Message', { exact: true }).inputValue()).toBe('')
  })

  test('who closes the window is gone', async () => {
    const address = await servedChat()
    const ann = await visit(address)
    const bob = await visit(address)
    await expectText(ann, '2 online: Guest 2, Guest 1 (you)')
    await bob.close()
    await expectText(ann, '1 online: Guest 1 (you)')
  })

  test('the newest message is in sight, whatever was said before', async () => {
    const page = await visit(await servedChat())
    for (let count = 1; count <= 20; count++) {
      await say(page, `message ${count}`)
      await expectText(page, `message ${count}`)
      await expect.poll(() => isInSight(page, `message ${count}`)).toBe(true)
    }
    expect(await isInSight(page, 'message 1')).toBe(false)
  })

  test('who reads at the end sees what others say, too', async () => {
    const url = await servedChat()
    const [ann, bob] = [await visit(url), await visit(url)]
    for (let count = 1; count <= 20; count++) await say(ann, `message ${count}`)
    await expectText(bob, 'message 20')
    await expect.poll(() => isInSight(bob, 'message 20')).toBe(true)
  })
})

/** Whether a text is inside of what scrolls around it. */
function isInSight(page: Page, text: string): Promise<boolean> {
  return page.getByText(text, { exact: true }).evaluate((element) => {
    const box = element.getBoundingClientRect()
    const around = element.closest('.tw-scroll-area')!.getBoundingClientRect()
    return box.top >= around.top - 1 && box.bottom <= around.bottom + 1
  })
}
