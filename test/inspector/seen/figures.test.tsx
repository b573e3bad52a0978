// How much a session is.

import { Button, HBox, Label, Page, Session, signal, VBox } from 'treewire'
import { expect, test } from 'vitest'
import { figuresOf } from '../../../src/inspector/seen/figures.ts'
import { nodesFrom } from '../../../src/inspector/seen/walk.ts'
import type { Node } from '../../../src/reconciler/node.ts'
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

test('leaves without nodes are counted as all others are, and get none by that', () => {
  const session = new Session()
  const text = signal('a')
  const Row = () => (
    <HBox>
      <Label text={text} />
      <Button>b</Button>
      {null}
    </HBox>
  )
  session.mount(() => (
    <Page>
      <VBox>
        <Label text={text} />
        <Row />
      </VBox>
    </Page>
  ))
  session.flush()
  const { root } = insideOf(session)
  const row = root?.children[0]?.children[0]?.children[1]?.children[0]
  const counted = { components: 2, widgets: 6, groups: 0, bindings: 2 }
  expect(figuresOf(session)).toMatchObject(counted)
  expect(isFolded(row)).toBe(true)
  expect([...nodesFrom(root)]).toHaveLength(8)
  expect(isFolded(row)).toBe(false)
  expect(figuresOf(session)).toMatchObject(counted)
  session.destroy()
})

function isFolded(node: Node | null | undefined): boolean {
  return node?.kind === 'widget' && node.isFolded
}
