// One box for several widgets, of which one is there at a time: it holds the handle of the one that is there.

import { expect, test } from 'vitest'
import { Button, HBox, Label, Show, signal } from 'treewire'
import type { AnyHandle, Child, Ref } from 'treewire'
import { column } from './column.tsx'

interface Case {
  readonly ref: Ref
  readonly showsFirst: () => boolean
}

const refIf = ({ ref }: Case, is: boolean) => (is ? { ref: ref as never } : {})

test.each<[string, (given: Case) => Child]>([
  [
    'in places of their own',
    ({ ref, showsFirst }) => [
      <Show when={showsFirst}>
        <Button ref={ref as never} />
      </Show>,
      <Show when={() => !showsFirst()}>
        <Label ref={ref as never} />
      </Show>,
    ],
  ],
  [
    'the one after the other',
    ({ ref, showsFirst }) => (
      <Show when={showsFirst} fallback={<Label ref={ref as never} />}>
        <Button ref={ref as never} />
      </Show>
    ),
  ],
  [
    'that go on without it',
    (given) => () => (
      <HBox>
        <Button {...refIf(given, given.showsFirst())} />
        <Label {...refIf(given, !given.showsFirst())} />
      </HBox>
    ),
  ],
])('a ref that is given to two widgets, %s, holds the one that has it', async (_, shown) => {
  const isFirst = signal(false)
  const ref: { current: AnyHandle | undefined } = { current: undefined }
  const screen = column(shown({ ref, showsFirst: () => isFirst.value }))
  const held: (string | undefined)[] = [ref.current?.className]
  for (const is of [true, false, true]) {
    isFirst.value = is
    await screen.settled()
    held.push(ref.current?.className)
    expect(ref.current?.isAlive).toBe(true)
  }
  expect(held).toEqual(['Label', 'Button', 'Label', 'Button'])
  screen.unmount()
  expect(ref.current).toBe(undefined)
})
