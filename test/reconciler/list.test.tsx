// The rows of a list: what each is made of, what becomes of it when its item changes, and where it goes.

import { describe, expect, test } from 'vitest'
import { Button, computed, effect, For, HBox, Label, onCleanup, signal, useSignal } from 'treewire'
import type { Child, Handle } from 'treewire'
import type { Node } from '../../src/reconciler/node.ts'
import { Watching } from '../reactive/watching.ts'
import { column, texts } from './column.tsx'
import { itemsOf, listOf } from './list-of.tsx'
import type { Item } from './list-of.tsx'
import { plantInWindow } from './plant.tsx'

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
      'v call #4 add_widget #6',
      'v create #7 Label "it"',
      'v call #4 add_widget #7',
    ])
    expect(await turn('a1')).toEqual(['v call #4 remove_all true'])
  })

  test('has its placement said again', async () => {
    const { turn } = listOf('a1 b1', ({ text }) => (
      <Label text={text.slice(0, 1)} stretch={Number(text.slice(1))} />
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
      'v call #2 remove #5 true',
      'v create #8 Button "b2"',
      'v call #2 insert_before #8 #6',
    ])
  })

  test('is replaced where it moves to', async () => {
    const { turn } = listOf('a1 b1 c1', showKind)
    expect(await turn('c2 a1 b1')).toEqual([
      'v call #2 remove #6 true',
      'v create #8 Button "c2"',
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
