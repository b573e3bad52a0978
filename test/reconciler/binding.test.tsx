// Props that follow signals of all kinds, and signals whose owners act up when they are watched or left.

import { Signal } from '@preact/signals-core'
import { expect, test } from 'vitest'
import { ErrorBoundary, HBox, Label, Show, signal } from 'treewire'
import type { Child } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

/** A signal of a class of its own, which reads another one. */
class Twice extends Signal<string> {
  readonly #of: Signal<string>

  constructor(of: Signal<string>) {
    super()
    this.#of = of
  }

  override get value(): string {
    return this.#of.value.repeat(2)
  }
}

/** One leaf that needs no node, and one that does. */
function pair(text: Signal<string>): Child {
  return (
    <HBox>
      <Label text={text} />
      <Label text={text} visible />
    </HBox>
  )
}

test('a signal of a class of its own is followed by what it reads', async () => {
  const text = signal('a')
  const screen = column(pair(new Twice(text)))
  text.value = 'b'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #4 set_text "bb"', 'v call #5 set_text "bb"'])
})

test('who throws when a signal is watched is told of, and the signal is followed', async () => {
  const { errors, options } = mistakes()
  const watched = () => {
    throw new Error('not now')
  }
  const [one, other] = [new Signal('a', { watched }), new Signal('b', { watched })]
  const screen = column(
    <>
      <Label text={one} visible />
      <HBox>
        <Label text={other} />
        <Label text="c" />
      </HBox>
    </>,
    options,
  )
  expect(errors).toEqual([
    'App > TopLevel #1 > VBox #2 > Label #3.text: not now',
    'App > TopLevel #1 > VBox #2 > HBox #4 > Label #5.text: not now',
  ])
  one.value = other.value = 'd'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_text "d"', 'v call #5 set_text "d"'])
})

test.each([0, 1, 2])(
  'who throws for signal %i of a leaf keeps no other from being followed',
  (bad) => {
    const watched = () => {
      throw new Error('not now')
    }
    const [text, border, tooltip] = [0, 1, 2].map(
      (at) => new Signal('a', at === bad ? { watched } : {}),
    )
    const { errors, options } = mistakes()
    const screen = column(
      <HBox>
        <Label text={text} borderColor={border} tooltip={tooltip} />
      </HBox>,
      options,
    )
    for (const one of [text, border, tooltip]) one!.value = 'b'
    screen.session.flush()
    expect(screen.take()).toEqual([
      'v call #4 set_text "b"',
      'v call #4 set_border_color "b"',
      'v call #4 set_tooltip "b"',
    ])
    expect(errors).toHaveLength(1)
  },
)

test('who throws when a signal is watched is taken by a boundary', () => {
  const text = new Signal('a', {
    watched: () => {
      throw new Error('not now')
    },
  })
  const { errors, options } = mistakes()
  const screen = column(
    <ErrorBoundary fallback={<Label text="instead" />}>{pair(text)}</ErrorBoundary>,
    options,
  )
  expect([texts(screen), errors]).toEqual([
    ['instead'],
    ['App > TopLevel #1 > VBox #2 > ErrorBoundary > HBox #3 > Label #4.text: not now'],
  ])
})

test('who throws when a signal is left is told of, and everything else ends', () => {
  const left: string[] = []
  const leaving = (name: string, isBad: boolean) =>
    new Signal(name, {
      unwatched: () => {
        left.push(name)
        if (isBad) throw new Error(`${name} stays`)
      },
    })
  const [leaf, bad, read, last] = [
    leaving('leaf', true),
    leaving('prop', true),
    leaving('read', true),
    leaving('last', false),
  ]
  const isShown = signal(true)
  const Part = () => <Label text={read.value} />
  const { errors, options } = mistakes()
  const screen = column(
    <Show when={isShown}>
      <HBox>
        <Label text={leaf} />
      </HBox>
      <Label text={bad} visible />
      <Part />
      <Label text={last} />
    </Show>,
    options,
  )
  isShown.value = false
  screen.session.flush()
  expect([left, errors, texts(screen)]).toEqual([
    ['leaf', 'prop', 'read', 'last'],
    [
      'App > TopLevel #1 > VBox #2 > Show > HBox #3 > #4.text: leaf stays',
      'App > TopLevel #1 > VBox #2 > Show > Label #5.text: prop stays',
      'App > TopLevel #1 > VBox #2 > Show > Part: read stays',
    ],
    [],
  ])
})
