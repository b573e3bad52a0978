// User code that ends what is shown, or puts something else in its place, while it changes: nothing of it stays.

import { beforeEach, describe, expect, test } from 'vitest'
import { For, Label, Session, signal, TopLevel, useEffect, useSession, VBox } from 'treewire'
import type { Child, Signal } from 'treewire'
import { Watching } from '../reactive/watching.ts'
import { newPage, open, Recorder, settled } from './recorder.ts'

let watching: Watching
let first: Signal<string>
let second: Signal<string>
/** What was rendered after the end. */
let late: string[]

beforeEach(() => {
  watching = new Watching()
  first = watching.signal('first', 'a')
  second = watching.signal('second', 'b')
  late = []
})

/** Reads `first` in its render, and in a prop. */
const Reads = ({ name }: { readonly name: string }) => {
  if (useSession().isOver) late.push(name)
  return (
    <VBox>
      <Label text={first.value} />
      <Label text={first} />
      <Label text={() => `${first.value}!`} />
    </VBox>
  )
}

const Second = () => (
  <TopLevel>
    <Label text={second} />
  </TopLevel>
)

const secondOnly = [
  expect.stringMatching(/^v create #\d+ TopLevel$/),
  expect.stringMatching(/^v create #\d+ Label "b"$/),
  expect.stringMatching(/^v call #\d+ set_widget #\d+$/),
  expect.stringMatching(/^v call #\d+ show$/),
]

/** What a page that comes now is told. */
function arrivalIn(session: Session): string[] {
  const next = new Recorder()
  session.attach(next, { page: 'next' })
  session.flush()
  return next.take()
}

describe('a cleanup of an effect', () => {
  /** Its cleanup does something to its session. */
  const Ends = ({ act }: { readonly act: (session: Session) => void }) => {
    const session = useSession()
    useEffect(() => () => act(session), [])
    return <Label text="ends" />
  }

  type Shows = (act: (session: Session) => void, isAfter: Signal<boolean>) => Child

  const places: [string, Shows][] = [
    [
      'among children',
      (act, isAfter) => () => (
        <VBox>
          {isAfter.value ? <Reads name="in its place" /> : <Ends act={act} />}
          <Reads key={`${isAfter.value}`} name="after it" />
        </VBox>
      ),
    ],
    [
      'of a row',
      (act, isAfter) => () => (
        <VBox>
          <For each={isAfter.value ? ['b', 'c'] : ['a']}>
            {(name) => (name === 'a' ? <Ends act={act} /> : <Reads name={name} />)}
          </For>
          <Reads name="beside it" />
        </VBox>
      ),
    ],
  ]

  const inWindow = (shows: Shows, act: (session: Session) => void, isAfter: Signal<boolean>) =>
    open(
      <TopLevel>
        <VBox>{shows(act, isAfter)}</VBox>
      </TopLevel>,
    )

  test.each(places)('%s that ends the session', (_, shows) => {
    const isAfter = signal(false)
    const { session, peer, errors } = inWindow(shows, (one) => one.destroy(), isAfter)
    peer.take()
    isAfter.value = true
    session.flush()
    expect([watching.now, late, peer.take(), errors]).toEqual([[], [], [], []])
    expect(session.isOver).toBe(true)
  })

  test.each(places)('%s that mounts another tree', (_, shows) => {
    const isAfter = signal(false)
    const { session, errors } = inWindow(shows, (one) => one.mount(Second), isAfter)
    isAfter.value = true
    session.flush()
    expect([watching.now, errors, arrivalIn(session)]).toEqual([['second'], [], secondOnly])
    session.destroy()
    expect(watching.now).toEqual([])
  })

  test('that ends the session when another tree is mounted', () => {
    const { session, errors } = open(<Ends act={(one) => one.destroy()} />)
    session.mount(() => <Reads name="instead" />)
    expect([watching.now, errors, session.isOver]).toEqual([[], [], true])
  })
})

describe('in the first mount', () => {
  const Ends = () => {
    useSession().destroy()
    return null
  }

  const ends: [string, (session: Session) => Child][] = [
    ['the first render', (session) => (session.destroy(), (<Reads name="below" />))],
    [
      'a component among others',
      () => (
        <VBox>
          <Reads name="before" />
          <Ends />
          <Reads name="after" />
        </VBox>
      ),
    ],
    [
      'a function that a prop is bound to',
      (session) => (
        <VBox>
          <Reads name="before" />
          <Label text={() => (session.destroy(), first.value)} />
          <Reads name="after" />
        </VBox>
      ),
    ],
  ]

  test.each(ends)('%s may end the session: nothing stays, nothing is said', async (_, shown) => {
    const errors: unknown[] = []
    const session = new Session({ onError: (error) => errors.push(error) })
    const peer = new Recorder()
    session.attach(peer, newPage)
    session.mount(() => (
      <TopLevel>
        <VBox>{shown(session)}</VBox>
      </TopLevel>
    ))
    await settled()
    expect([watching.now, peer.take(), errors]).toEqual([[], [], []])
    first.value = 'later'
    await settled()
    expect([watching.now, peer.take(), errors]).toEqual([[], [], []])
  })
})

test('an effect may mount another tree, whose effects run in the same flush', () => {
  const said: string[] = []
  const Replaced = () => {
    const session = useSession()
    useEffect(() => {
      session.mount(() => <Next />)
      return () => void said.push('end')
    }, [])
    return <Label text="first" />
  }
  const Next = () => {
    useEffect(() => void said.push('next'), [])
    return <Second />
  }
  const { session } = open(<Replaced />)
  expect(said).toContain('next')
  expect(watching.now).toEqual(['second'])
  expect(arrivalIn(session)).toEqual(secondOnly)
})
