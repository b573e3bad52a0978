// What a ref is given, and when.

import { expect, test } from 'vitest'
import { Label, onCleanup, signal, useSession, VBox } from 'treewire'
import { insideOf } from '../../src/session/session.ts'
import { column, mistakes } from './column.tsx'

test('a ref is emptied once, even if another end has ended everything meanwhile', async () => {
  const given: boolean[] = []
  const isThere = signal(true)
  const Ends = () => {
    const session = useSession()
    onCleanup(() => session.destroy())
    return <Label />
  }
  const screen = column(
    <VBox>
      {() =>
        isThere.value && [
          <Ends />,
          <Label ref={(handle) => void given.push(handle !== undefined)} />,
        ]
      }
    </VBox>,
  )
  isThere.value = false
  await screen.settled()
  expect(given).toEqual([true, false])
})

test('a widget whose ref has thrown leaves nothing behind', async () => {
  const { errors, options } = mistakes()
  const isThere = signal(true)
  const bad = (): void => {
    throw new Error('not now')
  }
  const screen = column(() => isThere.value && <Label ref={bad} />, options)
  isThere.value = false
  await screen.settled()
  expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > Live > Label #3.ref: not now'])
  expect(insideOf(screen.session).tree.handled.size).toBe(0)
})
