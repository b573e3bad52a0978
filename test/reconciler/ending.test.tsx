// The session may end at any moment, also in the middle of its own work.

import { describe, expect, test } from 'vitest'
import {
  batch,
  Button,
  effect,
  For,
  HBox,
  Label,
  onCleanup,
  signal,
  useDialogs,
  useEffect,
  useSession,
  useSignalEffect,
  VBox,
} from 'treewire'
import type { Child, Session, Signal } from 'treewire'
import { Watching } from '../reactive/watching.ts'
import { column } from './column.tsx'

type Ends = (session: Session, isNow: () => boolean) => Child

const moments: [string, Ends][] = [
  ['a handler', (session) => <Button text="end" onActivated={() => session.destroy()} />],
  [
    'a render',
    (session, isNow) => {
      if (isNow()) session.destroy()
      return <Label text={isNow() ? 'late' : 'now'} />
    },
  ],
  [
    'an effect',
    (session, isNow) => {
      const now = isNow()
      useEffect(() => {
        if (now) session.destroy()
      }, [now])
      return <Label />
    },
  ],
  [
    'a signal effect',
    (session, isNow) => {
      useSignalEffect(() => {
        if (isNow()) session.destroy()
      })
      return <Label />
    },
  ],
  [
    'a prop',
    (session, isNow) => (
      <Label
        text={() => {
          if (isNow()) session.destroy()
          return 'text'
        }}
      />
    ),
  ],
]

test.each(moments)('%s may end it: everything ends once, nothing fails', async (_, ends) => {
  const ended: string[] = []
  const now = signal(false)
  const Ends = ({ name }: { readonly name: string }) => {
    const session = useSession()
    onCleanup(() => ended.push(name))
    return <VBox>{ends(session, () => now.value)}</VBox>
  }
  const screen = column([<Ends name="a" />, <Ends name="b" />])
  const button = screen.findAll('end')[0]
  ended.length = 0
  if (button) await screen.fire(button, 'activated')
  else now.value = true
  await screen.settled()
  expect(screen.session.isOver).toBe(true)
  expect(new Set(ended)).toEqual(new Set(['a', 'b']))
  expect(screen.take().filter((line) => line.startsWith('v'))).toEqual([])
  ended.length = 0
  now.value = false
  await screen.settled()
  expect(ended).toEqual([])
})

type Follows = (session: Session, isNow: () => boolean, source: Signal<string>) => Child

/** Follows the source in a way that needs a component, and in one that does not. */
const both = (source: Signal<string>): Child => (
  <HBox>
    <Label text={source} />
    {() => <Label text={source.value} />}
  </HBox>
)

const afterwards: [string, Follows][] = [
  [
    'in the render that has ended it',
    (session, isNow, source) => {
      if (isNow()) session.destroy()
      effect(() => void source.value)
      return <Label />
    },
  ],
  [
    'by rows behind the one that has ended it',
    (session, isNow, source) => {
      const now = isNow()
      const row = (item: number): Child => {
        if (now && item === 1) session.destroy()
        return now ? both(source) : <Label />
      }
      return <For each={[1, 2]}>{row}</For>
    },
  ],
  [
    'by the row that has ended it, which needs a component now',
    (session, isNow, source) => {
      const now = isNow()
      const row = (): Child => {
        if (now) session.destroy()
        return now && source.value !== '' ? both(source) : <Label />
      }
      return <For each={[1]}>{row}</For>
    },
  ],
  [
    'by the row in which something has ended it',
    (session, isNow, source) => {
      const Ends = () => {
        if (isNow()) session.destroy()
        return <Label text={source} />
      }
      const row = (): Child => (
        <HBox>
          <Ends />
          {both(source)}
        </HBox>
      )
      const now = isNow()
      return <For each={[1]}>{() => (now ? row() : <Label />)}</For>
    },
  ],
  [
    'by the row that takes the place of one whose end has ended it',
    (session, isNow, source) => {
      const Ends = () => {
        onCleanup(() => session.destroy())
        return <Label />
      }
      const now = isNow()
      return <For each={[1]}>{() => (now ? both(source) : <Ends />)}</For>
    },
  ],
  [
    'by a dialog in which something has ended it',
    (session, isNow, source) => {
      const { openDialog } = useDialogs()
      const content = (): Child => {
        session.destroy()
        return both(source)
      }
      const now = isNow()
      useEffect(() => {
        if (now) void openDialog(content)
      }, [now])
      return <Label />
    },
  ],
]

/** An effect, and what ends the session at the beginning of its work. */
type Effects = (mayEnd: () => void, source: Signal<string>, log: string[]) => void

function lasting(mayEnd: () => void, source: Signal<string>, log: string[]): () => void {
  mayEnd()
  void source.value
  effect(() => void source.value)
  log.push('begin')
  return () => void log.push('end')
}

const effects: [string, Effects][] = [
  ['effect', (...given) => void effect(() => lasting(...given))],
  ['useSignalEffect', (...given) => useSignalEffect(() => lasting(...given))],
  [
    'useEffect',
    (mayEnd, source, log) =>
      useEffect(() => {
        const stop = effect(() => void source.value)
        mayEnd()
        log.push('begin')
        return () => {
          stop()
          log.push('end')
        }
      }),
  ],
  [
    'what useEffect cleans up by',
    (mayEnd, source, log) =>
      useEffect(() => {
        log.push('begin')
        const stop = effect(() => void source.value)
        return () => {
          stop()
          log.push('end')
          mayEnd()
        }
      }),
  ],
]

describe.each(effects)('%s', (_, use) => {
  test.each([
    ['runs first', false],
    ['runs again', true],
  ])('that ends the session when it %s is cleaned up after', async (_, isThere) => {
    const watching = new Watching()
    const source = watching.signal('source', 'text')
    const [on, now] = [signal(isThere), signal(false)]
    const log: string[] = []
    const Uses = () => {
      const session = useSession()
      void now.value
      use(() => void (now.value && session.destroy()), source, log)
      return <Label />
    }
    const screen = column(() => on.value && <Uses />)
    batch(() => {
      on.value = true
      now.value = true
    })
    await screen.settled()
    screen.unmount()
    expect(watching.now).toEqual([])
    expect(log.filter((one) => one === 'begin').length).toBe(
      log.filter((one) => one === 'end').length,
    )
  })
})

test.each(afterwards)('nothing is followed after the end %s', async (_, follows) => {
  const watching = new Watching()
  const source = watching.signal('source', 'text')
  const now = signal(false)
  const Follows = () => follows(useSession(), () => now.value, source)
  const screen = column(<Follows />)
  now.value = true
  await screen.settled()
  expect([screen.session.isOver, watching.now]).toEqual([true, []])
})
