// A session of a real server is recorded as its browser knows it, and replayed without one.

import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Button, Label, TopLevel, useSession, useSignal, VBox } from 'treewire'
import type { Application } from 'treewire'
import { replay } from 'treewire/testing'
import { readRecording } from '../../src/testing/replay/read-recording.ts'
import { replayOn } from '../../src/testing/replay/replay.ts'
import { running } from './running.ts'
import { socketAt, visit } from './visitor.ts'
import type { Visitor } from './visitor.ts'

function Saver() {
  const session = useSession()
  const sent = useSignal(0)
  const state = useSignal('')
  const save = async (): Promise<void> => {
    const onProgress = (bytes: number): void => void (sent.value = bytes)
    await session.download('a.txt', 'the text', { onProgress })
    state.value = 'saved'
  }
  return (
    <TopLevel>
      <VBox>
        <Label text={() => `${sent.value} ${state.value}`} />
        <Button text="Save" onActivated={save} />
      </VBox>
    </TopLevel>
  )
}

/** Waits until something has been said, and gives it. */
async function heard({ frames }: Visitor, pattern: RegExp): Promise<RegExpExecArray> {
  await expect.poll(() => frames.some((frame) => pattern.test(frame))).toBe(true)
  return pattern.exec(frames.findLast((frame) => pattern.test(frame))!)!
}

const font = new Uint8Array([...Buffer.from('wOF2'), 1, 2, 3])

/** A browser comes, saves something, loses its line, comes back, and goes. */
async function used(app: Application): Promise<string> {
  app.onConnect((session) => session.mount(() => <Saver />))
  const address = socketAt(app.url, '_treewire/socket?page=page-of-a-test')
  const first = await visit(address)
  const [, id, token] = await heard(first, /"session_id":"([\w-]+)","token":"([\w-]+)"/)
  await heard(first, /"show"/)
  const save = { type: 'callback', wid: 4, action: 'activated', args: [], seq: 1 }
  first.socket.send(JSON.stringify(save))
  const [, path] = await heard(first, /"type":"download","url":"([^"]+)"/)
  expect(await (await fetch(app.url + path)).text()).toBe('the text')
  await heard(first, /8 saved/)
  first.socket.terminate()
  const [session] = app.sessions
  await expect.poll(() => session!.isConnected).toBe(false)
  const again = await visit(`${address}&resume=1`)
  again.socket.send(JSON.stringify({ type: 'hello', session_id: id, token, seen: 0 }))
  await heard(again, /"kept":"session"/)
  await heard(again, /8 saved/)
  session!.destroy()
  await again.ended
  const recording = session!.recording!.text()
  for (const secret of [token!, path!.split('/').at(-1)!]) expect(recording).not.toContain(secret)
  return recording
}

test('with downloads, fonts, and a line that drops', async () => {
  const app = await running({
    record: { inMemory: true },
    fonts: [{ family: 'Test', bytes: font }],
  })
  const recording = await used(app)
  const connect = {
    connect: (session: Parameters<Parameters<Application['onConnect']>[0]>[0]) =>
      session.mount(() => <Saver />),
  }
  expect((await replayOn(readRecording(recording), connect)).difference).toBeUndefined()
  expect((await replay(recording, () => <Saver />)).difference).toBeUndefined()
})

test('into a file for each session', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const app = await running({ record: { dir } })
  app.onConnect((session) => session.mount(() => <Saver />))
  const page = await visit(socketAt(app.url, '_treewire/socket?page=page-of-a-test'))
  await heard(page, /"show"/)
  const [session] = app.sessions
  await app.close()
  await session!.recording!.done
  expect(readdirSync(dir)).toHaveLength(1)
})

test.each([0, 60_000])(
  'is whole when the application is closed, with a sessionTtl of %i',
  async (sessionTtl) => {
    const dir = await mkdtemp(join(tmpdir(), 'treewire-'))
    onTestFinished(() => rm(dir, { recursive: true }))
    const app = await running({ record: { dir }, sessionTtl })
    app.onConnect((session) => session.mount(() => <Label>{'long '.repeat(50_000)}</Label>))
    for (const page of ['first-page', 'second-page', 'third-page']) {
      await visit(socketAt(app.url, `_treewire/socket?page=${page}`))
    }
    expect(app.sessions.size).toBe(3)
    await app.close()
    const texts = readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8'))
    const last = texts.map((text) => JSON.parse(text.trimEnd().split('\n').at(-1)!) as object)
    expect(last).toEqual([1, 2, 3].map(() => expect.objectContaining({ type: 'end' })))
  },
)
