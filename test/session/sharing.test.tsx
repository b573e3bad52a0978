// Many sessions in one process: they share signals on purpose, and nothing else; and they leave nothing behind.

import { afterEach, describe, expect, test, vi } from 'vitest'
import { Button, computed, effect, For, Label, shared, Show, signal, TopLevel } from 'treewire'
import { useComputed, useEffect, useSession, useSignal, useSignalEffect, VBox } from 'treewire'
import type { Session } from 'treewire'
import { Watching } from '../reactive/watching.ts'
import { newPage, open, Recorder, settled } from './recorder.ts'

afterEach(() => {
  vi.useRealTimers()
})

function Counter() {
  const count = useSignal(0)
  return <Button text={() => `${count.value}`} onActivated={() => count.value++} />
}

describe('two sessions in one process', () => {
  test('number their widgets and frames each from 1', () => {
    const [first, second] = [open(<Counter />), open(<Counter />)]
    expect(first.peer.takeFrames()).toEqual(second.peer.takeFrames())
  })

  test('of one element keep their own state', () => {
    const element = <Counter />
    const [first, second] = [open(element), open(element)]
    second.peer.take()
    first.fire(1, 'activated')
    first.session.flush()
    second.session.flush()
    expect(first.peer.take().at(-1)).toBe('v call #1 set_text "1"')
    expect(second.peer.take()).toEqual([])
  })

  test('make and lose widgets of the same number without harm', () => {
    const [first, second] = [open(null), open(null)]
    const [a, b] = [first.session.create('Label'), second.session.create('Label')]
    expect([a.wid, b.wid]).toEqual([1, 1])
    a.destroy()
    expect([a.isAlive, b.isAlive]).toEqual([false, true])
  })

  test('end each by itself', () => {
    const [first, second] = [open(<Counter />), open(<Counter />)]
    first.session.destroy()
    second.peer.take()
    second.fire(1, 'activated')
    second.session.flush()
    expect(second.peer.take()).toEqual(['v call #1 set_text "1"'])
  })

  test('hear only their own peers', () => {
    const [first, second] = [open(<Counter />), open(<Counter />)]
    first.peer.take()
    first.session.receive(second.peer, '{"type":"callback","wid":1,"action":"activated","args":[]}')
    first.session.receive(second.peer, '{{')
    first.session.flush()
    expect([first.peer.take(), first.peer.closed, second.peer.closed]).toEqual([[], [], []])
  })

  test('are told apart by useSession, also when one renders because of the other', async () => {
    const found = new Set<Session>()
    const version = shared(0)
    const Asking = () => {
      void version.value
      found.add(useSession())
      return <Label />
    }
    const [first, second] = [open(<Asking />), open(<Asking />)]
    found.clear()
    version.value++
    await settled()
    expect([...found]).toEqual([first.session, second.session])
  })
})

describe('a shared signal', () => {
  test('reaches every session, each in one frame', async () => {
    const text = shared('a')
    const sessions = [1, 2, 3].map(() =>
      open(
        <TopLevel>
          <Label text={text} />
        </TopLevel>,
      ),
    )
    for (const { peer } of sessions) peer.take()
    text.value = 'b'
    text.value = 'c'
    await settled()
    for (const { peer } of sessions) expect(peer.take()).toEqual(['v call #2 set_text "c"'])
  })

  test('written by a handler of one session reaches the others, and its own', async () => {
    const count = shared(0)
    const Shown = () => <Button text={() => `${count.value}`} onActivated={() => count.value++} />
    const [first, second] = [open(<Shown />), open(<Shown />)]
    for (const { peer } of [first, second]) peer.take()
    first.fire(1, 'activated')
    await settled()
    for (const { peer } of [first, second]) expect(peer.take()).toEqual(['v call #1 set_text "1"'])
  })

  test('goes on for the others when one session has ended', async () => {
    const text = shared('a')
    const [first, second] = [open(<Label text={text} />), open(<Label text={text} />)]
    first.session.destroy()
    for (const { peer } of [first, second]) peer.take()
    text.value = 'b'
    await settled()
    expect([first.peer.take(), second.peer.take()]).toEqual([[], ['v call #1 set_text "b"']])
  })
})

describe('a session that ends leaves nothing behind:', () => {
  /** A component that reads a signal in every way that there is. */
  function readerOf(watching: Watching) {
    const read = (name: string) => watching.signal(name, 0)
    const [body, prop, text, inEffect] = [read('body'), read('prop'), read('text'), read('effect')]
    const [hook, source, row] = [read('hook'), read('computed'), read('row')]
    const rows = watching.signal('rows', [1, 2, 3])
    const isShown = watching.signal('shown', true)
    return function Everything() {
      const doubled = useComputed(() => source.value * 2)
      useSignalEffect(() => void hook.value)
      effect(() => void inEffect.value)
      return (
        <VBox>
          <Label text={`${body.value}`} />
          <Label text={() => `${prop.value}`} />
          <Label>Text {text}</Label>
          <Label text={() => `${doubled.value}`} />
          <For each={rows}>{(one) => <Label text={() => `${one + row.value}`} />}</For>
          <Show when={isShown}>{() => <Label text="shown" />}</Show>
        </VBox>
      )
    }
  }

  test('no subscription', async () => {
    const watching = new Watching()
    const Everything = readerOf(watching)
    const { session, errors } = open(<Everything />)
    await settled()
    expect(watching.now.toSorted()).toEqual([
      'body',
      'computed',
      'effect',
      'hook',
      'prop',
      'row',
      'rows',
      'shown',
      'text',
    ])
    session.destroy()
    expect([watching.now, errors]).toEqual([[], []])
  })

  test('no subscription of a thousand sessions to a shared signal', () => {
    const watching = new Watching()
    const count = watching.signal('shared', 0)
    const sessions = Array.from({ length: 1000 }, () =>
      open(<Label text={() => `${count.value}`} />),
    )
    for (const { session } of sessions) session.destroy()
    expect(watching.now).toEqual([])
  })

  test('no timer', () => {
    vi.useFakeTimers()
    const Ticking = () => {
      useEffect(() => {
        const timer = setInterval(() => {}, 1000)
        return () => clearInterval(timer)
      }, [])
      return <Label />
    }
    const { session } = open(<Ticking />)
    const asked = session.create('Label').getText()
    void asked.catch(() => 'ended')
    expect(vi.getTimerCount()).toBe(2)
    session.destroy()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('no subscription of what was shown before, while it lives', async () => {
    const watching = new Watching()
    const [first, second] = [watching.signal('first', 'a'), watching.signal('second', 'b')]
    const which = signal(first)
    const Choosing = () => <Label text={which.value} />
    const { session } = open(<Choosing />)
    expect(watching.now).toEqual(['first'])
    which.value = second
    await settled()
    expect(watching.now).toEqual(['second'])
    session.mount(() => null)
    expect(watching.now).toEqual([])
  })

  test('no effect of a computed that is read outside', async () => {
    const watching = new Watching()
    const source = watching.signal('source', 1)
    const doubled = computed(() => source.value * 2)
    const { session } = open(<Label text={() => `${doubled.value}`} />)
    const peer = new Recorder()
    session.attach(peer, newPage)
    await settled()
    session.destroy()
    expect([doubled.value, watching.now]).toEqual([2, []])
  })
})
