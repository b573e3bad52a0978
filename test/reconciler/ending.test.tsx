// The session may end at any moment, also in the middle of its own work.

import { expect, test } from 'vitest'
import {
  Button,
  Label,
  onCleanup,
  signal,
  useEffect,
  useSession,
  useSignalEffect,
  VBox,
} from 'treewire'
import type { Child, Session } from 'treewire'
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
