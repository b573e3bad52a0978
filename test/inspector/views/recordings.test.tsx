// Recordings as the user of an inspector sees them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Button, Page, useSignal } from 'treewire'
import type { Session } from 'treewire'
import { ManualClock, render, replay } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { expect, onTestFinished, test } from 'vitest'
import { Inspection } from '../../../src/inspector/inspection.ts'
import { inspector } from '../../../src/inspector/views/app.tsx'
import { RecordSwitch } from '../../../src/session/recording/record-switch.ts'
import { logName } from '../../../src/telemetry/logger.ts'

function Counter() {
  const count = useSignal(0)
  return (
    <Page>
      <Button text={() => `${count.value}`} onActivated={() => count.value++} />
    </Page>
  )
}

type Rows = readonly Readonly<Record<string, string>>[]

function opened(recordSwitch = new RecordSwitch(false, { maxBytes: 2500 })) {
  const sessions = new Set<Session>()
  const clock = new ManualClock()
  const inspection = new Inspection(() => sessions, clock, recordSwitch)
  const look = (id: string): Rendered => {
    const view = render(inspector(inspection), { id })
    onTestFinished(() => view.unmount())
    return view
  }
  return {
    sessions,
    look,
    view: look('inspector'),
    /** The application is opened anew. */
    open: (id: string): Rendered => {
      const screen = render(<Counter />, { id, record: recordSwitch.forNext(() => sessions) })
      sessions.add(screen.session)
      return screen
    },
    /** The lists are brought up to date. */
    catchUp: async (view: Rendered): Promise<void> => {
      clock.advance(1000)
      await view.settled()
    },
  }
}

/** What the user of an inspector gets as a file. */
async function savedIn(view: Rendered, id: string): Promise<string> {
  const said: string[] = []
  await expect.poll(() => said.push(...view.take())).toBe(2)
  const [click, download] = said
  expect(click).toBe(`^ callback #${saveIn(view).wid} activated`)
  const start = `v download "recording-${logName(id)}.jsonl" "data:application/jsonl;base64,`
  expect(download!.slice(0, start.length)).toBe(start)
  return Buffer.from(download!.slice(start.length, -1), 'base64').toString()
}

const saveIn = (view: Rendered) => view.find('Save recording')
const recordedIn = (view: Rendered): string[] => {
  const rows = view.find({ label: 'Sessions' }).state.get('rows') as unknown as Rows
  return rows.map(({ recorded }) => recorded!)
}

test('a session that began before cannot be saved, and it is said why', async () => {
  const { view, open, catchUp } = opened()
  open('one')
  await catchUp(view)
  const why = /^This session is not recorded: a recording begins with its session\./
  expect(saveIn(view).state.get('enabled')).toBe(false)
  expect(saveIn(view).state.get('tooltip')).toMatch(why)
  expect(view.find({ text: why }).wid).toBeGreaterThan(0)
  expect(recordedIn(view)).toEqual([''])
  await view.fire('Record new sessions', 'activated', true)
  const most =
    /session\. Open the application anew; 32 recordings at most are in memory at one time\.$/
  expect(view.find({ text: most }).wid).toBeGreaterThan(0)
})

test('whoever turns the switch turns it for all who look', async () => {
  const { view, look } = opened()
  const other = look('other')
  other.take()
  await view.fire('Record new sessions', 'activated', true)
  await other.settled()
  const { wid } = other.find('Record new sessions')
  expect(other.take()).toEqual([`v call #${wid} set_state true`])
  await other.fire('Record new sessions', 'activated', false)
  await view.settled()
  expect(view.find('Record new sessions').state.get('state')).toBe(false)
})

test('what is saved is the recording of the session that is chosen, and can be replayed', async () => {
  const { view, open, catchUp } = opened()
  open('one')
  await view.fire('Record new sessions', 'activated', true)
  const two = open('two')
  await two.click('0')
  await catchUp(view)
  expect(recordedIn(view)).toEqual(['', expect.stringMatching(/^[\d.]+ KiB$/)])
  await view.fire({ label: 'Session' }, 'activated', 1, '')
  expect(saveIn(view).state.get('enabled')).toBe(true)
  view.take()
  await view.fire('Save recording', 'activated')
  expect(await replay(await savedIn(view, 'two'), <Counter />)).toMatchObject({
    isSame: true,
    messages: 9,
    notes: [],
  })
})

test('one that goes into a file is saved as far as it is written', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const { view, open, catchUp } = opened(new RecordSwitch({ dir }))
  const one = open('one')
  await one.click('0')
  await catchUp(view)
  view.take()
  one.unmount()
  await one.session.recording!.done
  await view.fire('Save recording', 'activated')
  const text = await savedIn(view, 'one')
  expect(text).toBe(readFileSync(one.session.recording!.file!, 'utf8'))
  expect(await replay(text, <Counter />)).toMatchObject({ isSame: true })
})

test('one that has come to its limit says so, and can still be saved', async () => {
  const { view, open, catchUp } = opened()
  await view.fire('Record new sessions', 'activated', true)
  const one = open('one')
  for (let at = 0; at < 20; at++) await one.click(`${at}`)
  await catchUp(view)
  expect(recordedIn(view)).toEqual([expect.stringMatching(/^2\.\d KiB, stopped$/)])
  expect(saveIn(view).state.get('enabled')).toBe(true)
  const why =
    /That has stopped, because it has reached 2500 bytes, the most that "maxBytes" allows\.$/
  expect(view.find({ text: why }).wid).toBeGreaterThan(0)
})

test('where all sessions are recorded the switch is on, and nobody can turn it', async () => {
  const { view } = opened(new RecordSwitch({ inMemory: true }))
  await view.settled()
  const { state } = view.find('Record new sessions')
  expect([state.get('state'), state.get('enabled'), state.get('tooltip')]).toEqual([
    true,
    false,
    'The option "record" of the application has every session recorded.',
  ])
})

test('of a session that has ended meanwhile there is nothing to save, and it is said', async () => {
  const { view, open, sessions, catchUp } = opened()
  await view.fire('Record new sessions', 'activated', true)
  open('one')
  await catchUp(view)
  sessions.clear()
  await view.fire('Save recording', 'activated')
  expect(view.find({ text: /^The session has ended meanwhile/ }).wid).toBeGreaterThan(0)
})
