// Show chooses, For repeats.

import { describe, expect, test } from 'vitest'
import { Button, For, HBox, Label, Show, signal, useSignal } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

describe('Show', () => {
  test.each([
    [true, 'yes'],
    ['text', 'yes'],
    [1, 'yes'],
    [[], 'yes'],
    [false, 'no'],
    ['', 'no'],
    [0, 'no'],
    [null, 'no'],
    [undefined, 'no'],
    [Number.NaN, 'no'],
  ])('shows for %j: %s', (when, shown) => {
    const screen = column(
      <Show<unknown> when={when} fallback={<Label text="no" />}>
        <Label text="yes" />
      </Show>,
    )
    expect(texts(screen)).toEqual([shown])
  })

  test('without fallback shows nothing, and takes its place again', async () => {
    const on = signal(true)
    const screen = column([
      <Show when={on}>
        <Label text="a" />
      </Show>,
      <Label text="b" />,
    ])
    on.value = false
    await screen.settled()
    expect(texts(screen)).toEqual(['b'])
    on.value = true
    await screen.settled()
    expect(texts(screen)).toEqual(['a', 'b'])
  })

  test.each([
    ['a signal', (user: { value: string | undefined }) => user],
    ['a function', (user: { value: string | undefined }) => () => user.value],
  ])('follows %s, and gives its value to a function', async (_, form) => {
    const user = signal<string | undefined>(undefined)
    const screen = column(
      <Show when={form(user) as typeof user} fallback={<Label text="nobody" />}>
        {(name) => <Label text={`Hello ${name.toUpperCase()}`} />}
      </Show>,
    )
    expect(texts(screen)).toEqual(['nobody'])
    user.value = 'Ada'
    await screen.settled()
    expect(texts(screen)).toEqual(['Hello ADA'])
    screen.take()
    user.value = 'Bob'
    await screen.settled()
    expect(screen.take()).toEqual(['v call #4 set_text "Hello BOB"'])
  })

  test('keeps the state of what it shows from one truthy value to the next', async () => {
    const count = signal(1)
    const Clicks = () => {
      const clicks = useSignal(0)
      return <Button text={`${clicks.value}`} onActivated={() => clicks.value++} />
    }
    const screen = column(
      <Show when={count}>
        <Clicks />
      </Show>,
    )
    await screen.fire('0', 'activated')
    screen.take()
    count.value = 2
    await screen.settled()
    expect(screen.take()).toEqual([])
    expect(texts(screen)).toEqual(['1'])
  })

  test('inside Show shows what both say', async () => {
    const [a, b] = [signal(true), signal(true)]
    const screen = column(
      <Show when={a} fallback={<Label text="not a" />}>
        <Show when={b} fallback={<Label text="not b" />}>
          <Label text="both" />
        </Show>
      </Show>,
    )
    const seen: unknown[] = []
    for (const [isA, isB] of [
      [true, true],
      [true, false],
      [false, false],
      [true, true],
    ] as const) {
      a.value = isA
      b.value = isB
      await screen.settled()
      seen.push(...texts(screen))
    }
    expect(seen).toEqual(['both', 'not b', 'not a', 'both'])
  })
})

interface Task {
  readonly id: number
  readonly text: string
}

/** Rows of tasks, and which of them rendered. */
function tasksOf(start: readonly Task[], by?: 'id' | ((task: Task) => number)) {
  const tasks = signal(start)
  const rendered: string[] = []
  const screen = column(
    <For each={tasks} {...(by && { by })} fallback={<Label text="nothing to do" />}>
      {({ text }) => {
        rendered.push(text)
        return <Label text={text} />
      }}
    </For>,
  )
  const turn = async (next: readonly Task[]) => {
    rendered.length = 0
    screen.take()
    tasks.value = next
    await screen.settled()
    return { rendered: [...rendered], lines: screen.take(), texts: texts(screen) }
  }
  return { screen, turn }
}

const task = (id: number, text: string): Task => ({ id, text })

describe('For', () => {
  test('shows a row for each item, and the fallback for none', async () => {
    const { screen, turn } = tasksOf([task(1, 'a'), task(2, 'b')])
    expect(texts(screen)).toEqual(['a', 'b'])
    expect((await turn([])).texts).toEqual(['nothing to do'])
    expect((await turn([task(3, 'c')])).texts).toEqual(['c'])
  })

  test.each<[string, 'id' | ((task: Task) => number)]>([
    ['a field', 'id'],
    ['a function', ({ id }) => id],
  ])('by %s updates the row of an item that was replaced', async (_, by) => {
    const { turn } = tasksOf([task(1, 'a'), task(2, 'b')], by)
    expect(await turn([task(1, 'a'), task(2, 'B')])).toEqual({
      rendered: ['a', 'B'],
      lines: ['v call #4 set_text "B"'],
      texts: ['a', 'B'],
    })
  })

  test('without a key makes another row of an item that was replaced', async () => {
    const [a, b] = [task(1, 'a'), task(2, 'b')]
    const { turn } = tasksOf([a, b])
    expect(await turn([{ ...a }, b])).toEqual({
      rendered: ['a'],
      lines: ['v create #5 Label "a"', 'v call #2 remove #3 true', 'v call #2 insert_before #5 #4'],
      texts: ['a', 'b'],
    })
  })

  test('of 1,000 rows with one changed renders one row and sends one message', async () => {
    const rows = Array.from({ length: 1000 }, (_, id) => task(id, `${id}`))
    const { turn } = tasksOf(rows, 'id')
    const { rendered, lines } = await turn(rows.with(500, task(500, 'changed')))
    expect(rendered).toEqual(['changed'])
    expect(lines).toEqual(['v call #503 set_text "changed"'])
  })

  test('of 1,000 rows, one gone, one new, two exchanged: only that', async () => {
    const rows = Array.from({ length: 1000 }, (_, id) => task(id, `${id}`))
    const { turn } = tasksOf(rows, 'id')
    const [first, second, ...rest] = rows
    const { rendered, lines } = await turn([second!, first!, ...rest.slice(1), task(1000, 'new')])
    expect(rendered).toEqual(['new'])
    expect(lines).toEqual([
      'v create #1003 Label "new"',
      'v call #2 remove #5 true',
      'v call #2 add_widget #1003',
      'v call #2 insert_before #4 #3',
    ])
  })

  test('gives each row its index, which follows it', async () => {
    const names = signal(['a', 'b', 'c'])
    const rendered: string[] = []
    const screen = column(
      <For each={names}>
        {(name, index) => {
          rendered.push(name)
          return <Label text={() => `${index.value}${name}`} />
        }}
      </For>,
    )
    rendered.length = 0
    names.value = ['c', 'a']
    await screen.settled()
    expect(texts(screen)).toEqual(['0c', '1a'])
    expect(rendered).toEqual([])
  })

  test('shows every item, also where keys or items are the same', async () => {
    const names = signal(['x', 'y', 'x', 'x'])
    const screen = column(
      <For each={names}>{(name, index) => <Label text={() => `${name}${index.value}`} />}</For>,
    )
    expect(texts(screen)).toEqual(['x0', 'y1', 'x2', 'x3'])
    names.value = ['x', 'x', 'y', 'x (2)', 'x']
    await screen.settled()
    expect(texts(screen)).toEqual(['x0', 'x1', 'y2', 'x (2)3', 'x4'])
    names.value = ['y']
    await screen.settled()
    expect(texts(screen)).toEqual(['y0'])
  })

  test.each([
    ['numbers', [3, 1, 2], [1, 2, 3]],
    ['nothings', [null, undefined, false], [false, null, undefined]],
    ['no numbers', [Number.NaN, 1], [1, Number.NaN]],
  ])('keeps the rows of items that are %s', async (_, before, after) => {
    const items = signal<readonly unknown[]>(before)
    let renders = 0
    const screen = column(
      <For each={items}>
        {(item) => {
          renders++
          return <Label text={String(item)} />
        }}
      </For>,
    )
    items.value = after
    await screen.settled()
    expect(texts(screen)).toEqual(after.map(String))
    expect(renders).toBe(before.length)
  })

  test('keeps the state of a row wherever it goes', async () => {
    const names = signal(['a', 'b'])
    const Clicks = ({ name }: { readonly name: string }) => {
      const clicks = useSignal(0)
      return <Button text={() => `${name}${clicks.value}`} onActivated={() => clicks.value++} />
    }
    const screen = column(<For each={names}>{(name) => <Clicks name={name} />}</For>)
    await screen.fire('b0', 'activated')
    names.value = ['b', 'c', 'a']
    await screen.settled()
    expect(texts(screen)).toEqual(['b1', 'c0', 'a0'])
  })

  test('renders a row again that reads a signal, and no other', async () => {
    const chosen = signal('a')
    const rendered: string[] = []
    const screen = column(
      <For each={['a', 'b']}>
        {(name) => {
          rendered.push(name)
          return <Label text={name === 'a' ? `${name} ${chosen.value}` : name} />
        }}
      </For>,
    )
    rendered.length = 0
    chosen.value = 'b'
    await screen.settled()
    expect(rendered).toEqual(['a'])
    expect(texts(screen)).toEqual(['a b', 'b'])
  })

  test('renders its rows again when its function is another one', async () => {
    const mark = signal('.')
    const Rows = () => {
      const sign = mark.value
      return <For each={['a', 'b']}>{(name) => <Label text={name + sign} />}</For>
    }
    const screen = column(<Rows />)
    mark.value = '!'
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_text "a!"', 'v call #4 set_text "b!"'])
  })

  test('inside For keeps the rows of both', async () => {
    const groups = signal([
      { name: 'x', of: ['1', '2'] },
      { name: 'y', of: ['3'] },
    ])
    const screen = column(
      <For each={groups} by="name">
        {({ name, of }) => (
          <HBox label={name}>
            <For each={of}>{(item) => <Label text={item} />}</For>
          </HBox>
        )}
      </For>,
    )
    groups.value = [
      { name: 'y', of: ['4', '3'] },
      { name: 'x', of: ['2'] },
    ]
    await screen.settled()
    const rows = screen.find({ wid: 2 }).children
    expect(rows.map(({ children }) => children.map(({ state }) => state.get('text')))).toEqual([
      ['4', '3'],
      ['2'],
    ])
    expect(screen.take()).toHaveLength(4)
  })

  test.each([
    [undefined, 'undefined'],
    ['text', '"text"'],
    [null, 'null'],
    [{ length: 1 }, '{"length":1}'],
    [new Set(['a']), 'a Set'],
  ])('of %j says that it needs an array', (each, given) => {
    const { errors, options } = mistakes()
    column(<For each={each as unknown as string[]}>{() => null}</For>, options)
    expect(errors).toEqual([
      `App > TopLevel #1 > VBox #2 > For: For needs "each" to be an array, got ${given}`,
    ])
  })

  test('whose child is no function says what it needs', () => {
    const { errors, options } = mistakes()
    column(<For each={['a']}>{(<Label />) as never}</For>, options)
    expect(errors).toEqual([
      expect.stringContaining(
        'VBox #2 > For: For needs a function as its child, as in {(item) => …}, got {"type":"Label"',
      ),
    ])
  })
})
