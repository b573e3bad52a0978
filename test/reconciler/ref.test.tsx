// What a ref is given, and when.

import { expect, test } from 'vitest'
import { Label, onCleanup, signal, useSession, VBox } from 'treewire'
import type { Handle, Ref } from 'treewire'
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

test('a ref that ends everything when it is emptied leaves the one that follows it alone', async () => {
  const given: string[] = []
  const name = signal('first')
  const Referred = () => {
    const session = useSession()
    const now = name.value
    const take = (handle: unknown): void => {
      given.push(`${now} ${handle ? 'filled' : 'emptied'}`)
      if (!handle) session.destroy()
    }
    return <Label ref={take} />
  }
  const screen = column(<Referred />)
  name.value = 'second'
  await screen.settled()
  expect(given).toEqual(['first filled', 'first emptied'])
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

test('a box that goes from one widget to another holds the other one, whichever comes first', async () => {
  const chosen = signal('a')
  const box: Ref<Handle<'Label'>> = { current: undefined }
  const Labels = () =>
    ['a', 'b', 'c'].map((text) => (
      <Label key={text} text={text} ref={text === chosen.value ? box : undefined} />
    ))
  const screen = column(<Labels />)
  for (const next of ['c', 'b', 'a', 'c']) {
    chosen.value = next
    await screen.settled()
    expect(box.current?.wid).toBe(screen.find(next).wid)
  }
  chosen.value = ''
  await screen.settled()
  expect(box.current).toBeUndefined()
})

test('a box that a new widget has been given is not emptied by the end of the one before', async () => {
  const isMoved = signal(false)
  const box: Ref<Handle<'Label'>> = { current: undefined }
  const At = ({ when }: { readonly when: boolean }) =>
    isMoved.value === when && <Label text={`${when}`} ref={box} />
  const screen = column([<At when />, <At when={false} />])
  isMoved.value = true
  await screen.settled()
  expect(box.current?.wid).toBe(screen.find('true').wid)
})
