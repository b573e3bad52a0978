// How much a session is.

import { HBox, Label, Page, Session, signal } from 'treewire'
import { expect, test } from 'vitest'
import { figuresOf } from '../../../src/inspector/seen/figures.ts'
import { insideOf } from '../../../src/session/session.ts'
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

test('widgets are counted, whether they have nodes or not, and get none by that', () => {
  const text = signal('a')
  const session = new Session()
  session.mount(() => (
    <Page>
      <HBox>
        <Label text={text} tooltip={text} />
        <Label visible text={text} />
        <Label>Here</Label>
      </HBox>
    </Page>
  ))
  const counts = { components: 1, widgets: 5, groups: 0, bindings: 3 }
  expect([figuresOf(session), figuresOf(session)]).toMatchObject([counts, counts])
  const box = insideOf(session).root!.children[0]!.children[0]
  expect(box).toMatchObject({ isFolded: true })
  session.destroy()
})
