// The rows of a list: what each is made of, what becomes of it when its item changes, and where it goes.

import { describe, expect, test } from 'vitest'
import {
  Button,
  computed,
  createContext,
  effect,
  ErrorBoundary,
  For,
  HBox,
  Label,
  onCleanup,
  signal,
  Suspense,
  useContext,
  useEffect,
  useRef,
  useSignal,
  useSignalEffect,
} from 'treewire'
import type { Child, Handle, ReadonlySignal } from 'treewire'
import type { Node } from '../../src/reconciler/node.ts'
import { Watching } from '../reactive/watching.ts'
import { column, mistakes, texts } from './column.tsx'
import { plantInWindow } from './plant.tsx'

interface Item {
  readonly id: string
  readonly text: string
}

/** `a1` has the key `a` and shows `a1`. */
function itemsOf(text: string): Item[] {
  return text.split(' ').flatMap((one) => (one === '' ? [] : [{ id: one[0]!, text: one }]))
}

type Row = (item: Item, index: ReadonlySignal<number>) => Child

/** A list in a column between two labels, and what it costs to turn it into another. Equal items are the same. */
function listOf(start: string, row: Row, options?: Parameters<typeof column>[1]) {
  const made = new Map<string, Item>()
  const known = (text: string): Item[] =>
    itemsOf(text).map((item) => {
      if (!made.has(item.text)) made.set(item.text, item)
      return made.get(item.text)!
    })
  const items = signal(known(start))
  const screen = column(
    [
      <Label text="first" />,
      <For each={items} by="id">
        {row}
      </For>,
      <Label text="last" />,
    ],
    options,
  )
  const turn = async (text: string): Promise<string[]> => {
    screen.take()
    items.value = known(text)
    await screen.settled()
    return screen.take()
  }
  /** The texts between the two labels, but for those of boxes. */
  const shown = (): string => texts(screen).slice(1, -1).join(' ')
  return { screen, turn, shown }
}

/** What each row of the only list stands in, from the list to its first widget. */
function rowsIn(root: Node): string[] {
  const list = findList(root)!
  return list.children.map((child) => {
    const kinds: string[] = []
    for (let at = child; at; at = at.kind === 'widget' ? null : (at.children[0] ?? null)) {
      kinds.push(at.kind)
    }
    return kinds.join(' ')
  })
}

function findList(node: Node): Node | undefined {
  if (node.kind === 'list') return node
  for (const child of node.children) {
    const found = child && findList(child)
    if (found) return found
  }
  return undefined
}

const other = signal('x')
const Part = ({ text }: { readonly text: string }) => <Label text={text} />
const Theme = createContext('plain')

describe('a row has no component of its own', () => {
  test.each<[string, () => Child, string]>([
    ['that returns a widget', () => <Label />, 'widget'],
    ['whose widget has a prop that follows a signal', () => <Label text={other} />, 'widget'],
    ['whose widget has a prop that reads one', () => <Label text={() => other.value} />, 'widget'],
    ['whose widget shows a child that follows one', () => <HBox>{() => null}</HBox>, 'widget'],
    ['that only looks at a signal', () => <Label text={other.peek()} />, 'widget'],
    ['that makes a signal', () => <Label text={signal('a')} />, 'widget'],
    ['that returns a fragment', () => [<Label />][0] && <>{[<Label />]}</>, 'group widget'],
    ['that returns a component', () => <Part text="a" />, 'component widget'],
  ])('%s', (_, row, kinds) => {
    expect(rowsIn(plantInWindow(() => <For each={['a']}>{row}</For>).root)).toEqual([kinds])
  })
})

describe('a row has a component of its own', () => {
  test.each<[string, () => Child, string]>([
    ['that reads a signal', () => <Label text={other.value} />, 'component widget'],
    [
      'that reads a computed one',
      () => <Label text={computed(() => other.value).value} />,
      'component widget',
    ],
    ['that uses a hook', () => <Label text={useSignal('a')} />, 'component widget'],
    ['that has an effect', () => (effect(() => {}), (<Label />)), 'component widget'],
    [
      'that has something to clean up',
      () => (onCleanup(() => {}), (<Label />)),
      'component widget',
    ],
    ['that returns a child with a key', () => <Label key="a" />, 'component widget'],
    ['that returns many', () => [<Label />], 'component widget'],
    ['that returns a function', () => () => <Label />, 'component component widget'],
    ['that returns a signal', () => signal(<Label />), 'component component widget'],
    ['that returns nothing', () => null, 'component'],
  ])('%s', (_, row, kinds) => {
    expect(rowsIn(plantInWindow(() => <For each={['a']}>{row}</For>).root)).toEqual([kinds])
  })

  test('from when it reads something, and its neighbours have none', () => {
    const items = signal(itemsOf('a b c'))
    const row = ({ text }: Item) => <Label text={text === 'b1' ? text + other.value : text} />
    const { root, flush } = plantInWindow(() => (
      <For each={items} by="id">
        {row}
      </For>
    ))
    expect(rowsIn(root)).toEqual(['widget', 'widget', 'widget'])
    items.value = itemsOf('a b1 c')
    flush()
    expect(rowsIn(root)).toEqual(['widget', 'component widget', 'widget'])
  })
})

describe('a row whose item changes', () => {
  test.each<[string, (text: string) => Child]>([
    ['shows a label', (text) => <Label text={text} />],
    ['shows a label with its text inside', (text) => <Label>{text}</Label>],
    ['shows a bound label', (text) => <Label text={() => text} />],
    ['shows a component', (text) => <Part text={text} />],
    [
      'shows a fragment',
      (text) => (
        <>
          <Label text={text} />
          {null}
        </>
      ),
    ],
    ['shows a list', (text) => [null, <Label text={text} />]],
    ['shows a function', (text) => () => <Label text={text} />],
    ['shows a child with a key', (text) => <Label key="k" text={text} />],
    ['reads a signal', (text) => <Label text={text + other.value.slice(1)} />],
  ])('and %s keeps its widget', async (_, show) => {
    const { turn, shown } = listOf('a1 b1 c1', ({ text }) => show(text))
    expect(await turn('a1 b2 c1')).toEqual(['v call #5 set_text "b2"'])
    expect(await turn('a1 b3 c1')).toEqual(['v call #5 set_text "b3"'])
    expect(shown()).toBe('a1 b3 c1')
  })

  test('keeps its widgets when it begins to read a signal, and follows it from then on', async () => {
    const tail = signal('')
    const { screen, turn, shown } = listOf('a1 b1 c1', ({ text }) => (
      <Label text={text === 'b1' ? text : text + tail.value} />
    ))
    expect(await turn('a1 b2 c1')).toEqual(['v call #5 set_text "b2"'])
    tail.value = '!'
    await screen.settled()
    expect(screen.take().toSorted()).toEqual([
      'v call #4 set_text "a1!"',
      'v call #5 set_text "b2!"',
      'v call #6 set_text "c1!"',
    ])
    expect(await turn('b3 a1 c1')).toEqual([
      'v call #5 set_text "b3!"',
      'v call #2 insert_before #5 #4',
    ])
    expect(shown()).toBe('b3! a1! c1!')
  })

  test('keeps what is in its widgets when it begins to read a signal', async () => {
    const on = signal(true)
    const { screen, turn } = listOf('a1 b1', ({ text }) => (
      <HBox>
        <Button text={text} enabled={text.endsWith('1') || on.value} />
        {[<Label key="x" text="x" />, text.endsWith('1') && <Label key="y" text="y" />]}
      </HBox>
    ))
    screen.take()
    expect(await turn('a2 b1')).toEqual(['v call #5 set_text "a2"', 'v call #4 remove #7 true'])
    on.value = false
    await screen.settled()
    expect(screen.take()).toEqual(['v call #5 set_enabled false'])
  })

  test('lets go of what it reads no more, and its widget stays', async () => {
    const watching = new Watching()
    const tail = watching.signal('tail', '')
    const { turn } = listOf('a1', ({ text }) => (
      <Label text={text === 'a1' ? text + tail.value : text} />
    ))
    expect(watching.now).toEqual(['tail'])
    expect(await turn('a2')).toEqual(['v call #4 set_text "a2"'])
    expect(watching.now).toEqual([])
    expect(await turn('a1')).toEqual(['v call #4 set_text "a1"'])
    expect(watching.now).toEqual(['tail'])
    await turn('')
    expect(watching.now).toEqual([])
  })

  test('says nothing when it looks the same', async () => {
    const { turn } = listOf('a1 b1', ({ id }) => (
      <HBox spacing={2}>
        <Label text={id} onClick={() => {}} />
        <>
          <Part text={id} />
        </>
      </HBox>
    ))
    expect(await turn('a2 b2')).toEqual([])
    expect(await turn('a3 b3')).toEqual([])
  })

  test('hears its events with the handler that it has now', async () => {
    const heard: string[] = []
    const { screen, turn } = listOf('a1', ({ text }) => (
      <Button text="press" onActivated={() => heard.push(text)} />
    ))
    await turn('a2')
    await screen.fire('press', 'activated')
    expect(heard).toEqual(['a2'])
  })

  test('gains and loses handlers', async () => {
    const { turn } = listOf('a1', ({ text }) => (
      <Button text="press" {...(text === 'a2' && { onActivated: () => {} })} />
    ))
    expect(await turn('a2')).toEqual(['v listen #4 activated'])
    expect(await turn('a3')).toEqual(['v unlisten #4 activated'])
  })

  test('fills and empties what is in its widget', async () => {
    const { turn } = listOf('a1', ({ text }) => (
      <HBox>{text === 'a2' ? [<Label text="in" />, <Label text="it" />] : null}</HBox>
    ))
    expect(await turn('a2')).toEqual([
      'v create #6 Label "in"',
      'v create #7 Label "it"',
      'v call #4 add_widget #6',
      'v call #4 add_widget #7',
    ])
    expect(await turn('a1')).toEqual(['v call #4 remove_all true'])
  })

  test('has its placement said again', async () => {
    const { turn } = listOf('a1 b1', ({ text }) => (
      <Label text={text[0]!} stretch={Number(text[1])} />
    ))
    expect(await turn('a2 b1')).toEqual(['v call #2 insert_before #4 #5 2'])
  })
})

/** By the number in its text: 1 a label, 2 a button, and so forth. */
const showKind = ({ text }: Item): Child => {
  const forms: readonly (() => Child)[] = [
    () => null,
    () => <Label text={text} />,
    () => <Button text={text} />,
    () => (
      <>
        <Label text={text} />
        <Label text={`${text}'`} />
      </>
    ),
    () => [<Label text={text} />, false, <Button text={`${text}'`} />],
    () => <Part text={text} />,
    () => () => <Label text={text} />,
    () => [],
    () => <Label text={text + other.value.slice(1)} />,
    () => <For each={['', "'"]}>{(end) => <Label text={text + end} />}</For>,
  ]
  return forms[Number(text[1])]!()
}

const kindText = (text: string): string =>
  ['0', '7'].includes(text[1]!) ? '' : '349'.includes(text[1]!) ? ` ${text} ${text}'` : ` ${text}`

describe('a row that becomes something else', () => {
  test('is replaced in place', async () => {
    const { turn } = listOf('a1 b1 c1', showKind)
    expect(await turn('a1 b2 c1')).toEqual([
      'v create #8 Button "b2"',
      'v call #2 remove #5 true',
      'v call #2 insert_before #8 #6',
    ])
  })

  test('is replaced where it moves to', async () => {
    const { turn } = listOf('a1 b1 c1', showKind)
    expect(await turn('c2 a1 b1')).toEqual([
      'v create #8 Button "c2"',
      'v call #2 remove #6 true',
      'v call #2 insert_before #8 #4',
    ])
  })

  const kinds = Array.from({ length: 10 }, (_, kind) => kind)
  const pairs = kinds.flatMap((from) => kinds.map((to) => [from, to] as const))

  test.each(pairs)('from kind %i to kind %i is shown, wherever it goes', async (from, to) => {
    for (const order of ['a1 b% c1', 'b% a1 c1', 'a1 c1 b%', 'b%', 'b% x1', 'x1 b% c1 a1']) {
      const { screen, turn, shown } = listOf(`a1 b${from} c1`, showKind)
      for (const kind of [to, from, to]) {
        const wanted = order.replace('%', String(kind))
        await turn(wanted)
        expect(shown()).toBe(
          itemsOf(wanted)
            .map(({ text }) => kindText(text))
            .join('')
            .trim(),
        )
      }
      await turn('')
      expect([shown(), screen.browser.widgets.size]).toEqual(['', 4])
      screen.unmount()
    }
  })

  test('beside others that become something else too', async () => {
    const { turn, shown } = listOf('a1 b1 c1 d1', showKind)
    expect(await turn('d2 c2 b2 a2')).toHaveLength(12)
    expect(shown()).toBe('d2 c2 b2 a2')
    await turn('a3 x1 b0 c4 d5')
    expect(shown()).toBe("a3 a3' x1 c4 c4' d5")
  })

  test('is shown behind a row that shows nothing, and before one', async () => {
    const { turn, shown } = listOf('a0 b0 c0', showKind)
    await turn('a0 b1 c0')
    expect(shown()).toBe('b1')
    await turn('a1 b0 c2')
    expect(shown()).toBe('a1 c2')
    await turn('c0 b2 a0')
    expect(shown()).toBe('b2')
  })

  test('lets go of the handle of what it showed', async () => {
    const handles: (Handle<'Label'> | Handle<'Button'> | null | undefined)[] = []
    const { turn } = listOf('a1', ({ text }) =>
      text === 'a1' ? (
        <Label ref={(handle) => void handles.push(handle)} />
      ) : (
        <Button ref={(handle) => void handles.push(handle)} />
      ),
    )
    await turn('a2')
    expect(handles.map((handle) => handle?.wid ?? null)).toEqual([4, null, 6])
  })
})

describe('a row that makes a mistake', () => {
  const where = 'App > TopLevel #1 > VBox #2 > For > ForRow'

  test('is told of, shows nothing, and comes back with its item', async () => {
    const { errors, options } = mistakes()
    const { turn, shown } = listOf(
      'a1 b2 c1',
      ({ text }) => {
        if (text.endsWith('2')) throw new Error(text)
        return <Label text={text} />
      },
      options,
    )
    expect([errors, shown()]).toEqual([[`${where}: b2`], 'a1 c1'])
    await turn('a1 b3 c1')
    expect(shown()).toBe('a1 b3 c1')
    await turn('a2 b3 c1')
    expect([errors, shown()]).toEqual([[`${where}: b2`, `${where}: a2`], 'b3 c1'])
    await turn('b3 c1 a3')
    expect([errors.length, shown()]).toEqual([2, 'b3 c1 a3'])
  })

  test('comes back with the signal that it read before it threw', async () => {
    const { errors, options } = mistakes()
    const isBroken = signal(true)
    const { screen, shown } = listOf(
      'a1 b1',
      ({ text }) => {
        if (text === 'a1' && isBroken.value) throw new Error(text)
        return <Label text={text} />
      },
      options,
    )
    expect(shown()).toBe('b1')
    isBroken.value = false
    await screen.settled()
    expect([errors, shown()]).toEqual([[`${where}: a1`], 'a1 b1'])
  })

  test.each<[string, Child, string]>([
    [
      'a text',
      'text' as never,
      'A container takes widgets, got the text "text". Put it into a <Label>',
    ],
    ['a number', 7 as never, 'A container takes widgets, got the text 7. Put it into a <Label>'],
    ['an object', {} as never, 'A child must be an element, got {}'],
    [
      'a text in a list',
      ['text' as never],
      'A container takes widgets, got the text "text". Put it into a <Label>',
    ],
  ])('by returning %s is told of, and leaves the others', async (_, wrong, message) => {
    const { errors, options } = mistakes()
    const { turn, shown } = listOf(
      'a1 b2 c1',
      ({ text }) => (text.endsWith('2') ? wrong : <Label text={text} />),
      options,
    )
    expect([errors, shown()]).toEqual([[`${where}: ${message}`], 'a1 c1'])
    await turn('a2 b1 c1')
    expect([errors.length, shown()]).toEqual([2, 'b1 c1'])
  })

  test('goes to its boundary, when it is new and when its item has changed', async () => {
    const { errors, options } = mistakes()
    const items = signal(itemsOf('a2'))
    const screen = column(
      <ErrorBoundary
        fallback={(error, reset) => <Button text={(error as Error).message} onActivated={reset} />}
      >
        <For each={items} by="id">
          {({ text }) => {
            if (text.endsWith('2')) throw new Error(text)
            return <Label text={text} />
          }}
        </For>
      </ErrorBoundary>,
      options,
    )
    await screen.settled()
    expect(texts(screen)).toEqual(['a2'])
    items.value = itemsOf('a1 b1')
    await screen.fire('a2', 'activated')
    expect(texts(screen)).toEqual(['a1', 'b1'])
    items.value = itemsOf('b2 a1')
    await screen.settled()
    expect([texts(screen), errors.length]).toEqual([['b2'], 2])
  })

  test.each<[string, string | ((item: Item) => string)]>([
    ['a field of nothing', 'id'],
    ['a function that throws', ({ id }) => id.toLowerCase()],
  ])('by being known by %s, goes to the boundary of the list', async (_, by) => {
    const { errors, options } = mistakes()
    const items = signal<readonly Item[]>([null as never])
    const screen = column(
      <ErrorBoundary fallback={<Label text="sorry" />}>
        <For each={items} by={by as 'id'}>
          {() => <Label text="row" />}
        </For>
      </ErrorBoundary>,
      options,
    )
    await screen.settled()
    expect([texts(screen), errors.length]).toEqual([['sorry'], 1])
  })

  test('by being known by what throws later, goes to the boundary of the list too', async () => {
    const { errors, options } = mistakes()
    const items = signal<readonly Item[]>(itemsOf('a1 b1'))
    const screen = column(
      <ErrorBoundary fallback={<Label text="sorry" />}>
        <For each={items} by="id">
          {({ text }) => <Label text={text} />}
        </For>
      </ErrorBoundary>,
      options,
    )
    items.value = [...itemsOf('x1'), null as never]
    await screen.settled()
    expect([texts(screen), errors.length]).toEqual([['sorry'], 1])
  })

  test('by being known by what throws later, leaves the list as it was without a boundary', async () => {
    const { errors, options } = mistakes()
    const items = signal<readonly Item[]>(itemsOf('a1 b1'))
    const screen = column(
      <For each={items} by={({ id }) => id.toLowerCase()}>
        {({ text }) => <Label text={text} />}
      </For>,
      options,
    )
    items.value = [...itemsOf('x1'), null as never]
    await screen.settled()
    expect(errors).toHaveLength(1)
    items.value = itemsOf('b1 a1')
    await screen.settled()
    expect([errors.length, texts(screen)]).toEqual([1, ['b1', 'a1']])
  })
})

describe('hooks in a row', () => {
  test('keep what they keep wherever it goes, whatever its item becomes', async () => {
    const { screen, turn, shown } = listOf('a1 b1', ({ text }) => {
      const count = useSignal(0)
      return <Button text={() => `${text}:${count.value}`} onActivated={() => count.value++} />
    })
    await screen.fire('b1:0', 'activated')
    await turn('b2 c1 a1')
    expect(shown()).toBe('b2:1 c1:0 a1:0')
    await turn('a1 b2')
    expect(shown()).toBe('a1:0 b2:1')
  })

  test('are those of each row, also beside rows that use none', async () => {
    const { turn, shown } = listOf('a1 b1 c1 d1', ({ id, text }) => {
      if (id === 'a' || id === 'c') return <Label text={text} />
      const kept = useRef(text)
      return <Label text={kept.current} />
    })
    expect(shown()).toBe('a1 b1 c1 d1')
    await turn('a2 b2 c2 d2 f2')
    expect(shown()).toBe('a2 b1 c2 d1 f2')
    await turn('f3 a3 g3 d3')
    expect(shown()).toBe('f2 a3 g3 d1')
  })

  test('run their effects after the flush, and clean up when the row goes', async () => {
    const said: string[] = []
    const { turn } = listOf('a1 b1', ({ text }) => {
      useEffect(() => {
        said.push(`+${text}`)
        return () => void said.push(`-${text}`)
      }, [text])
      return <Label text={text} />
    })
    expect(said.splice(0)).toEqual(['+a1', '+b1'])
    await turn('b1 a2')
    expect(said.splice(0)).toEqual(['-a1', '+a2'])
    await turn('a2')
    expect(said.splice(0)).toEqual(['-b1'])
    await turn('')
    expect(said.splice(0)).toEqual(['-a2'])
  })

  test.each<[string, (said: string[], text: string) => void]>([
    ['useEffect', (said, text) => useEffect(() => void said.push(text), [])],
    ['useSignalEffect', (said, text) => useSignalEffect(() => void said.push(text))],
  ])(
    'run their effects, too, in a row that used none before its function was another one: %s',
    async (_, use) => {
      const said: string[] = []
      const isUsing = signal(false)
      const Rows = () => {
        const row = isUsing.value
          ? (text: string) => {
              use(said, text)
              return <Label text={`${text}!`} />
            }
          : (text: string) => <Label text={text} />
        return <For each={['a', 'b']}>{row}</For>
      }
      const screen = column(<Rows />)
      expect(said).toEqual([])
      isUsing.value = true
      await screen.settled()
      expect(screen.take()).toEqual(['v call #3 set_text "a!"', 'v call #4 set_text "b!"'])
      expect(said).toEqual(['a', 'b'])
    },
  )

  test('onCleanup runs before the row runs again and when it goes', async () => {
    const said: string[] = []
    const tail = signal('')
    const { screen, turn } = listOf('a1 b1', ({ text }) => {
      onCleanup(() => void said.push(text))
      return <Label text={text === 'a1' ? text + tail.value : text} />
    })
    tail.value = '!'
    await screen.settled()
    expect(said.splice(0)).toEqual(['a1'])
    await turn('b1 a1')
    expect(said.splice(0)).toEqual([])
    await turn('b2 a1')
    expect(said.splice(0)).toEqual(['b1'])
    await turn('a1')
    expect(said.splice(0)).toEqual(['b2'])
    screen.unmount()
    expect(said).toEqual(['a1'])
  })

  test('onCleanup runs once for a row that only has something to clean up now and then', async () => {
    const said: string[] = []
    const { turn } = listOf('a1', ({ text }) => {
      if (text === 'a2') onCleanup(() => void said.push(text))
      return <Label text={text} />
    })
    expect(await turn('a2')).toEqual(['v call #4 set_text "a2"'])
    expect(said).toEqual([])
    expect(await turn('a3')).toEqual(['v call #4 set_text "a3"'])
    expect(said).toEqual(['a2'])
    await turn('')
    expect(said).toEqual(['a2'])
  })

  test('a context reaches them, and what they show', async () => {
    const theme = signal('dark')
    const Themed = ({ text }: Item) => <Label text={text + useContext(Theme)} />
    const Rows = () => (
      <Theme value={theme.value}>
        <For each={['a', 'b', 'c']}>
          {(text) => {
            if (text === 'a') return <Label text={text + useContext(Theme)} />
            return text === 'b' ? <Themed id="b" text="b" /> : <Label text={text} />
          }}
        </For>
      </Theme>
    )
    const screen = column(<Rows />)
    expect(texts(screen)).toEqual(['adark', 'bdark', 'c'])
    theme.value = 'light'
    await screen.settled()
    expect(texts(screen)).toEqual(['alight', 'blight', 'c'])
  })
})

describe('a row that is async', () => {
  const later = async (text: string): Promise<Child> => {
    await Promise.resolve()
    return <Label text={text} />
  }

  test('shows what its promise gives, and keeps it until there is something newer', async () => {
    const { screen, turn, shown } = listOf('a1 b1', ({ text }) => later(text) as never)
    await screen.settled()
    expect(shown()).toBe('a1 b1')
    await turn('b2 a1')
    expect(shown()).toBe('b2 a1')
  })

  test('keeps the widget of a time when it was not', async () => {
    const { turn, shown } = listOf('a1 b1', ({ text }) =>
      text.endsWith('1') ? <Label text={text} /> : (later(text) as never),
    )
    expect(await turn('a1 b2')).toEqual(['v call #5 set_text "b2"'])
    expect(shown()).toBe('a1 b2')
  })

  test('is waited for', async () => {
    const screen = column(
      <Suspense fallback={<Label text="wait" />}>
        <For each={['a', 'b']}>
          {(text) => (text === 'a' ? <Label text={text} /> : (later(text) as never))}
        </For>
      </Suspense>,
    )
    expect(texts(screen)).toEqual(['wait'])
    await screen.settled()
    expect(texts(screen)).toEqual(['a', 'b'])
  })
})

describe('the index of a row', () => {
  test('follows it, and the row does not run for it', async () => {
    const ran: string[] = []
    const { turn, shown } = listOf('a1 b1 c1', ({ text }, index) => {
      ran.push(text)
      return <Label text={() => `${text}@${index.value}`} />
    })
    ran.length = 0
    await turn('c1 a1 x1 b1')
    expect([shown(), ran]).toEqual(['c1@0 a1@1 x1@2 b1@3', ['x1']])
    await turn('b1')
    expect([shown(), ran]).toEqual(['b1@0', ['x1']])
  })

  test('is right when the row runs again', async () => {
    const seen: string[] = []
    const { turn } = listOf('a1 b1 c1', ({ text }, index) => {
      seen.push(`${text}@${index.peek()}`)
      return <Label text={text} />
    })
    seen.length = 0
    await turn('x1 c2 b1 a2')
    expect(seen.toSorted()).toEqual(['a2@3', 'c2@1', 'x1@0'])
  })

  test('that the row reads has it run again where it is another one, once', async () => {
    const ran: string[] = []
    const { turn, shown } = listOf('a1 b1 c1', ({ text }, index) => {
      ran.push(text)
      return <Label text={`${text}@${index.value}`} />
    })
    ran.length = 0
    await turn('a1 c1 b2')
    expect([shown(), ran.toSorted()]).toEqual(['a1@0 c1@1 b2@2', ['b2', 'c1']])
    ran.length = 0
    await turn('c1')
    expect([shown(), ran]).toEqual(['c1@0', ['c1']])
  })

  test('goes on when it is first asked for by another function', async () => {
    const isAsking = signal(false)
    const items = signal(['a', 'b'])
    const Rows = () => {
      const row: (text: string, index: ReadonlySignal<number>) => Child = isAsking.value
        ? (text, index) => <Label text={() => `${text}@${index.value}`} />
        : (text) => <Label text={text} />
      return <For each={items}>{row}</For>
    }
    const screen = column(<Rows />)
    isAsking.value = true
    await screen.settled()
    expect(texts(screen)).toEqual(['a@0', 'b@1'])
    items.value = ['b', 'a']
    await screen.settled()
    expect(texts(screen)).toEqual(['b@0', 'a@1'])
    isAsking.value = false
    items.value = ['b', 'x', 'a']
    await screen.settled()
    expect(texts(screen)).toEqual(['b', 'x', 'a'])
  })
})

describe('a list', () => {
  test('runs only the rows whose item is another one', async () => {
    const ran: string[] = []
    const { turn } = listOf('a1 b1 c1 d1', ({ text }) => {
      ran.push(text)
      return <Label text={text} />
    })
    ran.length = 0
    await turn('d1 b2 c1 x1 a1')
    expect(ran.toSorted()).toEqual(['b2', 'x1'])
    ran.length = 0
    await turn('d2 b2 c1 x1 a2')
    expect(ran).toEqual(['d2', 'a2'])
  })

  test('runs only the row that has read a signal when that changes', async () => {
    const marks = { a: signal(''), b: signal(''), c: signal('') }
    const ran: string[] = []
    const { screen, turn, shown } = listOf('a1 b1 c1', ({ id, text }) => {
      ran.push(text)
      return <Label text={text + marks[id as 'a'].value} />
    })
    await turn('c1 b1 a1')
    ran.length = 0
    marks.b.value = '!'
    await screen.settled()
    expect([ran, shown(), screen.take()]).toEqual([
      ['b1'],
      'c1 b1! a1',
      ['v call #5 set_text "b1!"'],
    ])
  })

  test('notices items that were changed in an array that is the same', async () => {
    const items = ['a', 'b']
    const tick = signal(0)
    const screen = column(
      <For each={() => (tick.value, items)}>{(text) => <Label text={text} />}</For>,
    )
    items.reverse()
    items.push('c')
    tick.value++
    await screen.settled()
    expect(texts(screen)).toEqual(['b', 'a', 'c'])
  })

  test('says all of it again to a browser that knows nothing', async () => {
    const { screen, turn, shown } = listOf('a1 b2 c3 d0 e9', showKind)
    await turn('e1 x4 c2 a8')
    const before = shown()
    screen.reconnect()
    expect([before, shown()]).toEqual(["e1 x4 x4' c2 a8", "e1 x4 x4' c2 a8"])
    await turn('a2 c1')
    expect(shown()).toBe('a2 c1')
  })

  test('in a list moves as one, with all that it shows', async () => {
    const { screen, turn } = listOf('a9 b1 c9', showKind)
    expect(await turn('c9 b1 a9')).toHaveLength(3)
    expect(texts(screen).join(' ')).toBe("first c9 c9' b1 a9 a9' last")
  })
})
