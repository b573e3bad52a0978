// What a user does in a real browser is replayed without one, byte for byte.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from 'treewire'
import { replay } from 'treewire/testing'
import { expect, onTestFinished, test } from 'vitest'
import { App as Form } from '../../examples/form/app.tsx'
import { App as Todo } from '../../examples/todo/app.tsx'
import { useBrowser } from '../examples/browsing.ts'

const visit = useBrowser()

/** Serves it to a browser, and gives the recording of what is done there. */
async function recordingOf(
  component: Parameters<typeof serve>[0],
  use: (page: Awaited<ReturnType<typeof visit>>, text: () => Promise<string>) => Promise<void>,
): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const port = { httpPort: 0, wsPort: 'same', quiet: true, handleSignals: false } as const
  const app = await serve(component, { ...port, record: { dir } })
  onTestFinished(() => app.close())
  const text = async (): Promise<string> => {
    const [name] = await readdir(dir)
    return readFile(join(dir, name!), 'utf8')
  }
  await use(await visit(app.url), text)
  const [session] = app.sessions
  await app.close()
  await session!.recording!.done
  return text()
}

test('tasks that are typed, done and cleared', async () => {
  const recording = await recordingOf(
    () => <Todo />,
    async (page) => {
      for (const task of ['Milk', 'Bread', 'Tea']) {
        await page.getByLabel('New task').click()
        await page.keyboard.type(task)
        await page.keyboard.press('Enter')
        await page.getByLabel(task, { exact: true }).waitFor()
      }
      await page.getByLabel('Bread', { exact: true }).click()
      await page.reload()
      await page.getByLabel('Tea', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Clear completed' }).click()
      await page.getByLabel('Bread', { exact: true }).waitFor({ state: 'detached' })
    },
  )
  expect(recording).toContain('"kept\\":\\"session')
  expect((await replay(recording, <Todo />)).difference).toBeUndefined()
})

test('a form with a password, which is in no recording', async () => {
  const recording = await recordingOf(
    () => <Form />,
    async (page, text) => {
      await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
      await page.getByLabel('Password', { exact: true }).fill('analytical engine 1')
      await page.getByLabel('Password again').fill('analytical engine 1')
      await page.getByRole('checkbox').first().click()
      await page.getByLabel('Name', { exact: true }).click()
      const callbacks = async () => (await text()).split('\\"callback\\"').length - 1
      await expect.poll(callbacks).toBeGreaterThanOrEqual(4)
    },
  )
  expect(recording).toContain('Ada Lovelace')
  expect(recording).not.toContain('engine')
  expect((await replay(recording, <Form />)).difference).toBeUndefined()
})
