// The application's mistakes: they reach onError with the path of the widget, and the session lives on.

import { describe, expect, test, vi } from 'vitest'
import { batch, Button, effect, ErrorBoundary, Label, onCleanup, Session } from 'treewire'
import { shared, signal, TopLevel, useEffect, useSignalEffect, VBox } from 'treewire'
import type { Child } from 'treewire'
import { newPage, open, Recorder, settled } from './recorder.ts'

const fail = (): never => {
  throw new Error('boom')
}

const inWindow = (child: Child) => (
  <TopLevel>
    <VBox>
      {child}
      <Label text="stays" />
    </VBox>
  </TopLevel>
)

describe('a handler that fails', () => {
  const rejects = async () => {
    await Promise.resolve()
    fail()
  }

  test.each([
    ['throws', fail],
    ['rejects', rejects],
    ['rejects at once', () => Promise.reject(new Error('boom'))],
  ])('%s: is reported with its path, and the session goes on', async (_, onActivated) => {
    const text = signal('a')
    function Form() {
      return (
        <>
          <Button onActivated={onActivated} />
          <Button onActivated={() => (text.value = 'b')} />
          <Label text={text} />
        </>
      )
    }
    const { session, peer, errors, fire } = open(inWindow(<Form />))
    peer.take()
    fire(3, 'activated')
    await settled()
    expect(errors).toEqual([
      expect.stringMatching(/TopLevel #1 > VBox #2 > Form > Button #3\.onActivated: boom$/),
    ])
    fire(4, 'activated')
    session.flush()
    expect([peer.take(), peer.closed]).toEqual([['v call #5 set_text "b"'], []])
  })

  test('leaves the other handlers of the same frame', () => {
    const clicked: string[] = []
    const { errors, receive } = open(
      inWindow(
        <>
          <Button onActivated={fail} />
          <Button onActivated={() => clicked.push('second')} />
        </>,
      ),
    )
    receive([3, 4].map((wid) => ({ type: 'callback', wid, action: 'activated', args: [] })))
    expect([errors.length, clicked]).toEqual([1, ['second']])
  })

  test('of an alias is reported by the name it was given', () => {
    const { errors, fire } = open(<Button onClick={fail} />)
    fire(1, 'activated')
    expect(errors).toEqual([expect.stringMatching(/Button #1\.onClick: boom$/)])
  })

  test('keeps what it wrote before it failed', () => {
    const text = signal('a')
    const write = () => {
      text.value = 'b'
      fail()
    }
    const { session, peer, fire } = open(inWindow(<Button text={text} onActivated={write} />))
    peer.take()
    fire(3, 'activated')
    session.flush()
    expect(peer.take()).toEqual(['v call #3 set_text "b"'])
  })

  test.each([
    ['throws', fail],
    ['rejects', rejects],
  ])('of an imperative widget, and %s: is reported with its number', async (_, handler) => {
    const { session, peer, errors, fire } = open(null)
    session.create('Button').on('activated', handler)
    fire(1, 'activated')
    await settled()
    expect([errors, peer.closed]).toEqual([['Button #1.activated: boom'], []])
  })
})

describe('a component that throws', () => {
  const Bad = () => fail()

  test('shows nothing, is reported with its path, and leaves its siblings', () => {
    const { peer, errors } = open(inWindow(<Bad />))
    expect(errors).toEqual([expect.stringMatching(/TopLevel #1 > VBox #2 > Bad: boom$/)])
    expect(peer.take()).toContain('v create #3 Label "stays"')
  })

  test('later, when a signal changes, is reported as well', async () => {
    const isBroken = signal(false)
    const Breaking = () => (isBroken.value ? fail() : <Label text="whole" />)
    const { session, peer, errors } = open(inWindow(<Breaking />))
    peer.take()
    isBroken.value = true
    await settled()
    expect(errors).toEqual([expect.stringMatching(/VBox #2 > Breaking: boom$/)])
    expect(peer.take()).toEqual(['v call #2 remove #3 true'])
    expect(session.isConnected).toBe(true)
  })

  test('comes back when what it reads is well again', async () => {
    const isBroken = signal(true)
    const Breaking = () => (isBroken.value ? fail() : <Label text="whole" />)
    const { peer } = open(inWindow(<Breaking />))
    peer.take()
    isBroken.value = false
    await settled()
    expect(peer.take()).toEqual(['v create #4 Label "whole"', 'v call #2 insert_before #4 #3'])
  })

  test('after a wait is reported as well', async () => {
    const Late = async (): Promise<Child> => {
      await Promise.resolve()
      return fail()
    }
    const { errors } = open(inWindow(<Late />))
    await settled()
    expect(errors).toEqual([expect.stringMatching(/VBox #2 > Late: boom$/)])
  })

  test('under a boundary is reported once, and the fallback is shown', () => {
    const { peer, errors } = open(
      inWindow(
        <ErrorBoundary fallback={<Label text="sorry" />}>
          <Bad />
        </ErrorBoundary>,
      ),
    )
    expect(errors).toEqual([expect.stringMatching(/ErrorBoundary > Bad: boom$/)])
    expect(peer.take().join('\n')).toContain('Label "sorry"')
  })
})

describe('something that follows signals and throws', () => {
  /** Writes the signal from outside of any session, as a timer would. */
  const cases: readonly [string, (count: { value: number }) => Child, RegExp][] = [
    [
      'a prop',
      (count) => <Label text={() => (count.value ? fail() : 'a')} />,
      /Label #3\.text: boom$/,
    ],
    [
      'useSignalEffect',
      (count) => <Following count={count} hook={useSignalEffect} />,
      /VBox #2 > Following effect: boom$/,
    ],
    [
      'effect',
      (count) => <Following count={count} hook={effect} />,
      /VBox #2 > Following effect: boom$/,
    ],
    [
      'the cleanup of an effect',
      (count) => <Following count={count} hook={failsAtCleanup} />,
      /VBox #2 > Following effect: boom$/,
    ],
  ]

  test.each(cases)(
    '%s: is reported with its path, not to the writer',
    async (_, childOf, reason) => {
      const count = signal(0)
      const { session, errors } = open(inWindow(childOf(count)))
      expect(() => (count.value = 1)).not.toThrow()
      await settled()
      expect(errors).toEqual([expect.stringMatching(reason)])
      expect(session.isConnected).toBe(true)
    },
  )

  test('keeps the text that a prop had', async () => {
    const count = signal(0)
    const { peer } = open(
      inWindow(<Label text={() => (count.value === 1 ? fail() : `${count.value}`)} />),
    )
    peer.take()
    count.value = 1
    await settled()
    expect(peer.take()).toEqual([])
    count.value = 2
    await settled()
    expect(peer.take()).toEqual(['v call #3 set_text "2"'])
  })

  test('in one session is nothing to another that wrote the signal', () => {
    const count = shared(0)
    const broken = open(inWindow(<Following count={count} hook={useSignalEffect} />))
    const writer = open(<Button onActivated={() => count.value++} />)
    writer.fire(1, 'activated')
    expect([writer.errors, writer.peer.closed]).toEqual([[], []])
    expect(broken.errors).toHaveLength(1)
  })

  function Following(props: {
    readonly count: { value: number }
    readonly hook: (work: () => void | (() => void)) => unknown
  }) {
    props.hook(() => {
      if (props.count.value > 0) fail()
    })
    return <Label text="a" />
  }

  /** Stands for an effect whose work is done and whose cleanup throws when it runs again. */
  function failsAtCleanup(work: () => void): void {
    let runs = 0
    effect(() => {
      try {
        work()
      } catch {
        // The second run finds the signal changed; what counts here is the cleanup of the first.
      }
      return runs++ === 0 ? fail : undefined
    })
  }
})

test.each<[string, () => Child]>([
  [
    'useEffect',
    () => {
      useEffect(fail, [])
      return <Label />
    },
  ],
  [
    'useSignalEffect',
    () => {
      useSignalEffect(fail)
      return <Label />
    },
  ],
])('%s that throws at once is reported with the path of its component', (_, Shown) => {
  const { session, errors } = open(inWindow(<Shown />))
  expect(errors).toEqual([expect.stringMatching(/TopLevel #1 > VBox #2 > .* effect: boom$/)])
  expect(session.isConnected).toBe(true)
})

test('a cleanup of a render that throws is reported, and the render goes on', async () => {
  const count = signal(0)
  const Cleaning = () => {
    onCleanup(fail)
    return <Label text={`${count.value}`} />
  }
  const { peer, errors } = open(inWindow(<Cleaning />))
  peer.take()
  count.value = 1
  await settled()
  expect(errors).toEqual([expect.stringMatching(/VBox #2 > Cleaning.*: boom$/)])
  expect(peer.take()).toEqual(['v call #3 set_text "1"'])
})

test('an error of the browser is reported', () => {
  const { session, errors, receive } = open(<Label text="a" />)
  receive({ type: 'error', id: 1, error: 'Unknown method: set_txet on Label' })
  receive({ type: 'error', error: 'Something else' })
  expect(errors).toEqual([
    'The browser: Unknown method: set_txet on Label',
    'The browser: Something else',
  ])
  expect(session.isConnected).toBe(true)
})

test('without onError a mistake is printed', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {})
  const session = new Session()
  session.mount(() => fail())
  expect(print).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^treewire: .*:$/),
    new Error('boom'),
  )
})

test('an onError that fails itself is printed, and the session goes on', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {})
  const onError = () => {
    throw new Error('no log')
  }
  const { session, peer, fire } = open(<Button onActivated={fail} />, { onError })
  expect(() => fire(1, 'activated')).not.toThrow()
  expect(print).toHaveBeenCalled()
  expect([session.isConnected, peer.closed]).toEqual([true, []])
})

test('a render that never comes to rest is stopped and named, and the session goes on', async () => {
  const count = signal(0)
  const text = signal('a')
  const Looping = () => {
    const now = count.value
    if (now > 0) batch(() => void (count.value = now + 1))
    return <Label text={text} />
  }
  const { session, peer, errors } = open(inWindow(<Looping />))
  peer.take()
  count.value = 1
  await settled()
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatch(/Looping/)
  text.value = 'b'
  await settled()
  expect(peer.take()).toContain('v call #3 set_text "b"')
  session.attach(new Recorder(), newPage)
})
