// One session, looked at: what it says, hears and renders, and that it does not notice.

import { Button, Label, Page, signal, useSession, useSignal, VBox } from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import { expect, test } from 'vitest'
import { Watch } from '../../../src/inspector/seen/watch.ts'
import { insideOf } from '../../../src/session/session.ts'
import { linesOf, rendersOf, Screen, watched } from './watched.tsx'

test('a click is followed from the user to the messages, each with who has caused it and why', async () => {
  const { screen, watch } = watched()
  await screen.fire('Count', 'activated')
  expect(linesOf(watch)).toEqual([
    '^ Button #5 callback [] < Counter.the user: in browser 1',
    'v Label #4 set_text ["1 times"] < Counter.render: Counter useSignal 1 changed from 0 to 1',
    'v Label #6 set_text ["odd in light"] < Parity.render: props changed: isEven (Counter rendered)',
    'v Label #7 set_text ["2"] < Counter.render: Counter useSignal 1 changed from 0 to 1',
  ])
})

test('why components render', async () => {
  const { screen, watch } = watched()
  await screen.fire('Count', 'activated')
  await screen.fire('Dark', 'activated')
  expect(rendersOf(watch)).toEqual([
    'Counter (hook): Counter useSignal 1 changed from 0 to 1',
    'Parity (props): props changed: isEven (Counter rendered)',
    'Screen (hook): Screen useSignal 1 changed from "light" to "dark"',
    'Provider (props): props changed: value, children (Screen rendered)',
    'For (props): props changed: children (Provider rendered)',
    'row of For (props): props changed: item (For rendered)',
    'Parity (context): context of Screen changed from "light" to "dark"',
  ])
})

test('what comes new is caused by its first render, what goes by the render that left it out', async () => {
  const { screen, watch } = watched()
  await screen.fire({ label: 'Word' }, 'modified', 'two')
  await screen.fire('Add', 'activated')
  await screen.fire('Drop', 'activated')
  expect(linesOf(watch)).toEqual([
    '^ TextEntry #8 callback ["two"] < Screen.the user: in browser 1',
    '^ Button #9 callback [] < Screen.the user: in browser 1',
    `v Label #14 create ["two"] < Screen.render: Screen useSignal 2 changed from [ "one" ] to [ "one", "two" ]`,
    `v VBox #12 add_widget [{"__wid__":14}] < Screen.render: Screen useSignal 2 changed from [ "one" ] to [ "one", "two" ]`,
    '^ Button #10 callback [] < Screen.the user: in browser 1',
    `v VBox #12 remove [{"__wid__":13},true] < Screen.render: Screen useSignal 2 changed from [ "one", "two" ] to [ "two" ]`,
  ])
})

const script = async (screen: ReturnType<typeof render>): Promise<string[]> => {
  await screen.fire('Count', 'activated')
  await screen.fire({ label: 'Word' }, 'modified', 'two')
  await screen.fire('Add', 'activated')
  screen.reconnect()
  await screen.fire('Dark', 'activated')
  await screen.fire('Drop', 'activated')
  return screen.takeFrames()
}

test('a session that is looked at sends the same, byte for byte', async () => {
  const { screen } = watched()
  const plain = render(<Screen step={signal(1)} />)
  expect(await script(screen)).toEqual(await script(plain))
})

test('when nobody looks any more the session is as it was', async () => {
  const screen = render(<Screen step={signal(1)} />)
  const { tree, traffic } = insideOf(screen.session)
  const { host } = tree
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  expect(tree.host).not.toBe(host)
  watch.end()
  await screen.fire('Count', 'activated')
  expect([tree.host, tree.observer, traffic.observer]).toEqual([host, undefined, undefined])
  expect(watch.messages.messages).toEqual([])
})

test('a session has one watch at a time', async () => {
  const { screen, watch } = watched()
  const another = (): Watch => new Watch(screen.session, new ManualClock(), () => {})
  expect(another).toThrow(/^Session .+ is watched already: share that watch$/)
  watch.end()
  const next = another()
  watch.end()
  await screen.fire('Count', 'activated')
  expect([watch.messages.messages.length, next.messages.messages.length]).toEqual([0, 4])
  next.end()
})

test('a browser that is told everything again is told apart', async () => {
  const { screen, watch } = watched()
  screen.reconnect()
  await screen.settled()
  const retold = watch.messages.messages.filter(({ isRetold }) => isRetold)
  expect(retold.map(({ message }) => message.type)).toContain('create')
  expect(new Set(retold.flatMap(({ viewers }) => viewers))).toEqual(new Set([1]))
})

test('what lets one into a session, or fetches what it offers, is not kept', async () => {
  function Offer() {
    const session = useSession()
    return (
      <Page>
        <Button onActivated={() => void session.download('a.txt', 'text')}>Save</Button>
      </Page>
    )
  }
  const offered = { address: '_treewire/files/secret', withdraw: () => {}, stop: () => {} }
  const screen = render(<Offer />, {
    publisher: { offer: () => offered, font: () => offered },
  })
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  await screen.fire('Save', 'activated')
  watch.end()
  const kept = JSON.stringify(watch.messages.messages)
  expect(kept).toContain('a.txt')
  expect(kept).not.toContain('secret')
  expect(kept).not.toContain('token')
})

test('a frame that cannot be ends its line, and nothing is kept of it', () => {
  const { screen, watch } = watched()
  const [page] = insideOf(screen.session).traffic.pages.all
  screen.session.receive(page!.peer!, '{{')
  expect(watch.messages.messages).toEqual([])
})

test('a handler that throws, and a render that throws, leave nothing behind at work', async () => {
  function Broken() {
    const isOn = useSignal(false)
    if (isOn.value) throw new Error('no')
    return (
      <Page>
        <VBox>
          <Button onActivated={() => (isOn.value = true)}>Break</Button>
          <Button
            onActivated={() => {
              throw new Error('in a handler')
            }}
          >
            Throw
          </Button>
          <Label>Whole</Label>
        </VBox>
      </Page>
    )
  }
  const screen = render(<Broken />)
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  await screen.fire('Throw', 'activated')
  await screen.fire('Break', 'activated')
  expect(screen.errors()).toHaveLength(2)
  const widget = insideOf(screen.session).traffic.host.widgetAt(1)
  expect(widget).toBeUndefined()
  expect(rendersOf(watch)).toEqual(['Broken (hook): Broken useSignal 1 changed from false to true'])
  watch.end()
})

test('a mistake of the inspector ends its look, and nothing else', async () => {
  const { screen, watch } = watched()
  watch.messages.said = () => {
    throw new Error('no')
  }
  await screen.fire('Count', 'activated')
  await screen.fire('Count', 'activated')
  expect(screen.errors()).toEqual(['The inspector: no'])
  expect(screen.find('2 times').wid).toBe(4)
  expect(insideOf(screen.session).traffic.observer).toBeUndefined()
})

test('a prop that is a proxy is left alone', async () => {
  const refuse = (): never => {
    throw new Error('asked')
  }
  const odd = new Proxy({}, { getPrototypeOf: refuse, ownKeys: refuse, get: refuse })
  function Odd({ count, thing }: { readonly count: number; readonly thing: object }) {
    return <Label text={`${count} ${typeof thing}`} />
  }
  function Parent() {
    const count = useSignal(0)
    return (
      <Page>
        <VBox>
          <Odd count={count.value} thing={odd} />
          <Button onActivated={() => count.value++}>Count</Button>
        </VBox>
      </Page>
    )
  }
  const screen = render(<Parent />)
  const watch = new Watch(screen.session, new ManualClock(), () => {})
  await screen.fire('Count', 'activated')
  watch.end()
  expect([rendersOf(watch).length, screen.errors()]).toEqual([2, []])
})

test('the latency is what the browser took to answer, but for what it waits', async () => {
  const { screen, watch, clock } = watched()
  await screen.fire('Count', 'activated')
  const { pages } = insideOf(screen.session).traffic
  const { peer } = pages.all[0]!
  clock.advance(1005)
  screen.session.receive(peer!, '[{"type":"result","id":2}]')
  expect(watch.trips.of(0)).toBe(5)
})
