// How much a session is.

import { Label, Page, Session } from 'treewire'
import { expect, test } from 'vitest'
import { figuresOf } from '../../../src/inspector/seen/figures.ts'
import { Recorder } from '../../session/recorder.ts'

test.each([
  ['is not recorded', false as const],
  ['is recorded', { inMemory: true }],
])('what waits for the browsers of a session that %s is seen', (_how, record) => {
  const session = new Session({ record })
  const peer = Object.assign(new Recorder(), { backlog: 700, roundTrip: 12 })
  session.attach(peer, { page: 'page' })
  expect(figuresOf(session).browsers).toMatchObject([{ backlog: 700, roundTrip: 12 }])
  session.destroy()
})

test('of having looked nothing stands in a recording', () => {
  const session = new Session({ record: { inMemory: true } })
  const peer = new Recorder()
  session.attach(peer, { page: 'page' })
  session.mount(() => (
    <Page>
      <Label>Here</Label>
    </Page>
  ))
  session.flush()
  const before = session.recording!.text()
  peer.backlog = 700
  figuresOf(session)
  expect(session.recording!.text()).toBe(before)
  session.destroy()
})
