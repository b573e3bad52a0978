// What the application asks for while its tree is first put together waits until the tree stands.

import { expect, test } from 'vitest'
import { Label, signal, TopLevel, useSession, VBox } from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'

/** What a browser that has followed shows, and one that comes now. */
function pictures(shown: Child | (() => Child)): [string, string, string[]] {
  const screen = render(shown)
  const followed = screen.tree()
  screen.reconnect()
  return [followed, screen.tree(), screen.errors()]
}

test('a ref function that flushes in the first mount waits: the browser is shown it whole, in one frame', () => {
  const Flushes = () => {
    const session = useSession()
    return <Label text="a" ref={() => session.flush()} />
  }
  const screen = render(
    <TopLevel>
      <VBox>
        <Flushes />
        <Label text="b" />
      </VBox>
    </TopLevel>,
  )
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.tree()).toBe(
    ['TopLevel', '  VBox', '    Label text="a"', '    Label text="b"'].join('\n'),
  )
})

test('a parent that renders while its children are mounted: the browser shows what the tree says', () => {
  const count = signal(0)
  const Parent = () => {
    const session = useSession()
    const write = (): void => {
      count.value = 1
      session.flush()
    }
    return (
      <VBox>
        <Label text={`${count.value}`} />
        <Label text="writes" ref={write} />
        {count.value > 0 && <Label text="more" />}
        <Label text="last" />
      </VBox>
    )
  }
  const tree = [
    'TopLevel',
    '  VBox',
    '    Label text="1"',
    '    Label text="writes"',
    '    Label text="more"',
    '    Label text="last"',
  ].join('\n')
  expect(
    pictures(
      <TopLevel>
        <Parent />
      </TopLevel>,
    ),
  ).toEqual([tree, tree, []])
})

test('what has been awaited is put together before a flush that it asks for', async () => {
  const Late = async (): Promise<Child> => {
    const session = useSession()
    await Promise.resolve()
    return [
      <Label text="a" ref={(handle) => handle && session.flush()} />,
      <Label text="b" ref={(handle) => handle && session.flush()} />,
    ]
  }
  const screen = render(
    <TopLevel>
      <VBox>
        <Late />
        <Label text="last" />
      </VBox>
    </TopLevel>,
  )
  screen.takeFrames()
  await screen.settled()
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.tree().split('\n').slice(2)).toEqual([
    '    Label text="a"',
    '    Label text="b"',
    '    Label text="last"',
  ])
})
