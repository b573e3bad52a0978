// What is being made when the session ends, or shows something else, ends with what it was to be a part of.

import { beforeEach, describe, expect, test } from 'vitest'
import { For, Label, signal, useEffect, useSession, VBox } from 'treewire'
import type { Child, Session, Signal } from 'treewire'
import { Watching } from '../reactive/watching.ts'
import { open } from './recorder.ts'

let watching: Watching
let first: Signal<string>
let second: Signal<string>

beforeEach(() => {
  watching = new Watching()
  first = watching.signal('first', 'a')
  second = watching.signal('second', 'b')
})

type Act = (session: Session) => void

const Acts = ({ act }: { readonly act: Act }) => {
  act(useSession())
  return <Label text={first} />
}

const Bound = ({ act }: { readonly act: Act }) => {
  const session = useSession()
  return <Label text={() => (act(session), first.value)} />
}

const places: [string, (act: Act) => Child][] = [
  ['a component', (act) => <Acts act={act} />],
  ['a function that a prop is bound to', (act) => <Bound act={act} />],
  [
    'a row',
    (act) => (
      <For each={['a']}>
        {() => {
          act(useSession())
          return <Label text={first} />
        }}
      </For>
    ),
  ],
  [
    'a component in a new box',
    (act) => (
      <VBox>
        <Label text={first} />
        <Acts act={act} />
      </VBox>
    ),
  ],
]

describe.each(places)('%s that comes later', (_, shown) => {
  function comes(act: Act): Session {
    const isThere = signal(false)
    const { session } = open(() => isThere.value && shown(act))
    isThere.value = true
    session.flush()
    return session
  }

  test('may end the session: nothing stays subscribed', () => {
    expect(comes((session) => session.destroy()).isOver).toBe(true)
    expect(watching.now).toEqual([])
  })

  test('may have another tree shown: nothing stays subscribed but that', () => {
    let isDone = false
    const session = comes((one) => {
      if (!isDone) {
        isDone = true
        one.mount(() => <Label text={second} />)
      }
    })
    expect(watching.now).toEqual(['second'])
    session.destroy()
    expect(watching.now).toEqual([])
  })
})

test('of two trees that are mounted at once, by a cleanup and by who made it run, the last one stays', () => {
  const Ends = () => {
    const session = useSession()
    useEffect(() => () => session.mount(() => <Label text={first} />), [])
    return null
  }
  const { session } = open(<Ends />)
  session.mount(() => <Label text={second} />)
  expect(watching.now).toEqual(['second'])
  session.destroy()
  expect(watching.now).toEqual([])
})
