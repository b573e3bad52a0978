// Leaves without nodes: what is said and heard of them is what it would be if they had some.

import { describe, expect, test } from 'vitest'
import {
  Button,
  computed,
  HBox,
  Label,
  Show,
  signal,
  Slider,
  TextEntry,
  TextSource,
  TopLevel,
  useEffect,
  useSession,
} from 'treewire'
import type { Child, Signal } from 'treewire'
import type { TextChild } from '../../src/jsx/element.ts'
import { render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import type { Node } from '../../src/reconciler/node.ts'
import { WidgetNode } from '../../src/reconciler/widget-node.ts'
import { insideOf } from '../../src/session/session.ts'
import { Watching } from '../reactive/watching.ts'
import { nobody } from './nobody.ts'
import { column, mistakes } from './column.tsx'

/** The containers of a session in which a leaf has no node. */
function foldedIn({ session }: Rendered): WidgetNode[] {
  const folded: WidgetNode[] = []
  const walk = (node: Node): void => {
    if (node instanceof WidgetNode && node.isFolded) folded.push(node)
    for (const child of childrenOf(node)) if (child) walk(child)
  }
  walk(insideOf(session).root!)
  return folded
}

/** Those that have nodes. */
function childrenOf(node: Node): (Node | null)[] {
  if (!(node instanceof WidgetNode) || !node.isFolded) return node.children
  return Array.from({ length: node.places }, (_, at) => node.childAt(at))
}

describe('a container is folded', () => {
  test.each<[string, Child]>([
    ['with texts', <Label text="a" />],
    ['with text children', <Label>a</Label>],
    ['with numbers and truths', <Slider value={5} enabled={false} />],
    ['with handlers', <Button text="a" onActivated={() => {}} />],
    ['with missing handlers', <Button text="a" onActivated={undefined} />],
    ['with a plain signal', <Label text={signal('a')} />],
    ['with what computes', <Label text={() => 'a'} />],
    ['with a computed signal', <Label text={computed(() => 'a')} />],
    ['with a placement', <Label text="a" stretch={1} />],
    ['with an empty box', <HBox />],
  ])('%s', (_, leaf) => {
    const screen = column(<HBox>{leaf}</HBox>)
    expect(foldedIn(screen).map(({ widgetClass }) => widgetClass.name)).toEqual(['HBox'])
  })

  test.each<[string, Child]>([
    ['a function as text children', <Label>{() => 'a'}</Label>],
    ['a placement that follows a signal', <Label stretch={signal(1)} />],
    ['a ref', <Label ref={{ current: undefined }} />],
    ['what both ends change', <TextSource />],
    ['a component', (() => <Part />)()],
  ])('not for %s', (_, child) => {
    expect(foldedIn(column(<HBox>{child}</HBox>)).length).toBe(0)
  })

  test('not when somebody has begun to look while it was made', () => {
    const isShown = signal(false)
    const screen = column(
      <Show when={isShown}>
        <HBox>
          <Label text="a" />
          <Looker />
          <Label text="b" />
        </HBox>
      </Show>,
    )
    isShown.value = true
    screen.session.flush()
    expect(foldedIn(screen)).toEqual([])
  })

  test('up to 64 children', () => {
    const labels = (count: number) => Array.from({ length: count }, () => <Label text="a" />)
    const counts = [64, 65].map(
      (count) => foldedIn(column(<HBox children={labels(count)} />)).length,
    )
    expect(counts).toEqual([1, 0])
  })
})

test('a leaf whose function throws has a node, and its mistake is told once', () => {
  const { errors, options } = mistakes()
  const fail = (): string => {
    throw new Error('no text')
  }
  const screen = column(
    <HBox>
      <Label text="a" />
      <Label text={fail} />
    </HBox>,
    options,
  )
  expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > HBox #3 > Label #5.text: no text'])
  expect(foldedIn(screen)).toHaveLength(1)
})

test('a leaf whose function takes a number by hand, and those behind it, have nodes and the next numbers', () => {
  const isShown = signal(false)
  const screen = column(
    <Show when={isShown}>
      <HBox>
        <Label text="a" />
        <Label text={() => (screen.session.create('Label'), 'b')} />
        <Label text="c" />
      </HBox>
    </Show>,
  )
  isShown.value = true
  screen.session.flush()
  const texts = screen.findAll({ type: 'Label' }).map(({ state }) => state.get('text'))
  expect(texts).toEqual(['a', 'b', 'c'])
  expect(foldedIn(screen)).toHaveLength(1)
})

function Looker() {
  insideOf(useSession()).tree.observer = nobody
  return <Label text="c" />
}

function Leaving({ look }: { readonly look: () => void }) {
  useEffect(() => look, [])
  return <Label text="leaving" />
}

function Part() {
  return <Label text="part" />
}

describe('a leaf without a node', () => {
  test.each<[TextChild, string]>([
    [0, ' text="0"'],
    ['', ''],
    [false, ''],
    [true, ''],
  ])('says of %j as children what one with a node says', (children, said) => {
    const screen = column(
      <HBox>
        <Label children={children} />
        <Label children={children} visible />
      </HBox>,
    )
    expect(screen.tree().split('\n').slice(-2)).toEqual([
      `      Label${said}`,
      `      Label${said}`,
    ])
  })

  test('needs one in the end, and what stands in front of it is not brought up to date twice', () => {
    const isWrong = signal(false)
    const { errors, options } = mistakes()
    const Row = () => (
      <HBox>
        <TextEntry bind={isWrong.value ? computed(() => 'a') : signal('')} />
        <Label text="a" />
        <Label text={isWrong.value ? (5 as never) : 'b'} />
      </HBox>
    )
    const screen = column(<Row />, options)
    isWrong.value = true
    screen.session.flush()
    expect(errors.map((error) => error.replace(/.*> /, ''))).toEqual([
      'TextEntry: TextEntry needs "bind" to be a signal that can be written, got a computed signal',
      'Label #6: Label needs "text" to be string, got 5',
    ])
  })

  test('says what it follows', async () => {
    const text = signal('a')
    const screen = column(
      <HBox>
        <Label text="b" />
        <Label text={text} tooltip="t" />
      </HBox>,
    )
    text.value = 'c'
    await screen.settled()
    expect(screen.take()).toEqual(['v call #5 set_text "c"'])
    expect(foldedIn(screen)).toHaveLength(1)
  })

  test('gets one when it is clicked, and its siblings do', async () => {
    const clicks: string[] = []
    const text = signal('a')
    const screen = column(
      <HBox>
        <Label text={text} />
        <Button text="b" onActivated={() => clicks.push(text.value)} />
      </HBox>,
    )
    await screen.click('b')
    expect([clicks, foldedIn(screen)]).toEqual([['a'], []])
    text.value = 'c'
    await screen.click('b')
    expect(clicks).toEqual(['a', 'c'])
    expect(screen.find({ wid: 4 }).state.get('text')).toBe('c')
  })

  test('gets one for a value that is more than a text, and tells what is wrong with it', async () => {
    const text = signal<unknown>('a')
    const errors: string[] = []
    const screen = render(
      <TopLevel>
        <HBox>
          <Label text={text as Signal<string>} />
        </HBox>
      </TopLevel>,
      { onError: (error, where) => void errors.push(`${where}: ${String(error)}`) },
    )
    text.value = { not: 'a text' }
    await screen.settled()
    expect(errors).toEqual([
      'TopLevel #1 > HBox #2 > Label #3: TypeError: Label needs "text" to be string, got {"not":"a text"}',
    ])
  })

  test('lets go of what it follows', () => {
    const watching = new Watching()
    const [text, tip] = [watching.signal('text', 'a'), watching.signal('tip', 'b')]
    const isShown = signal(true)
    const screen = column(
      <Show when={isShown}>
        <HBox>
          <Label text={text} tooltip={tip} />
          <Label text={text} />
        </HBox>
      </Show>,
    )
    expect(watching.now.toSorted()).toEqual(['text', 'tip'])
    isShown.value = false
    screen.session.flush()
    expect([watching.now, screen.take()]).toEqual([[], ['v call #2 remove #3 true']])
  })

  test.each([
    ['who is told that a signal is left', true],
    ['an effect that ends', false],
  ])(
    'lets go of what it follows, though %s looks at it while its container ends',
    (_, isSignal) => {
      const watching = new Watching()
      const text = watching.signal('text', 'a')
      const isShown = signal(true)
      const look = (): void => void box!.leafAt(5)
      const last = signal('c', isSignal ? { unwatched: look } : {})
      const screen = column(
        <Show when={isShown}>
          <HBox tooltip={text}>
            <Label text={text} />
            <Leaving look={isSignal ? () => {} : look} />
            <Label text={last} tooltip={text} />
          </HBox>
        </Show>,
      )
      const [box] = foldedIn(screen)
      isShown.value = false
      screen.session.flush()
      const { host } = insideOf(screen.session).traffic
      const left = [3, 4, 5, 6].filter((wid) => host.widgetAt(wid))
      expect([watching.now, left]).toEqual([[], []])
    },
  )

  test('is told to another browser, and gets no node for that', async () => {
    const text = signal('a')
    const screen = column(
      <HBox>
        <Label text="b" stretch={1} />
        <Label text={text} />
        <Button text="c" onActivated={() => {}} />
      </HBox>,
    )
    text.value = 'd'
    await screen.settled()
    expect(screen.open().tree()).toBe(screen.tree())
    expect(foldedIn(screen)).toHaveLength(1)
  })

  test('whose session ends while its signal hears that it is watched leaves nothing', () => {
    let watched = 0
    const text = signal('a', {
      watched: () => {
        watched++
        screen.unmount()
      },
      unwatched: () => void watched--,
    })
    const isShown = signal(false)
    const screen = column(
      <Show when={isShown}>
        <HBox>
          <Label text={text} />
          <Label text="b" />
        </HBox>
      </Show>,
    )
    isShown.value = true
    screen.session.flush()
    expect(watched).toBe(0)
  })

  test('whose signal is written when it hears that it is watched shows what was written', () => {
    const text = signal('a', { watched: () => void (text.value = 'b') })
    const screen = column(
      <HBox>
        <Label text={text} />
      </HBox>,
    )
    screen.session.flush()
    expect(screen.find({ wid: 4 }).state.get('text')).toBe('b')
  })
})
