// The mistakes of rows, and of what tells rows apart: told of where they were made, and the other rows stay.

import { describe, expect, test } from 'vitest'
import { Button, ErrorBoundary, For, Label, signal } from 'treewire'
import type { Child } from 'treewire'
import { column, mistakes, texts } from './column.tsx'
import { itemsOf, listOf } from './list-of.tsx'
import type { Item } from './list-of.tsx'

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

  test('by a throw of those who follow a position, moves its rows all the same', async () => {
    const { errors, options } = mistakes()
    const { turn, shown } = listOf(
      'a1 b1 c1',
      ({ text }, index) => {
        index.subscribe((at) => {
          if (text === 'a1' && at === 1) throw new Error('not here')
        })
        return <Label text={text} />
      },
      options,
    )
    await turn('c1 a1 d1')
    expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > For: not here'])
    expect(shown()).toBe('c1 a1 d1')
    await turn('b1 c1')
    expect([errors.length, shown()]).toEqual([1, 'b1 c1'])
  })
})
