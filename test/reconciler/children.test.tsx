// What stands in a container: keys that come twice, containers for one child, nesting.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Button, ErrorBoundary, Frame, Label, signal, VBox } from 'treewire'
import type { Child } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

test('children of one key are all shown in their order, whatever came before', () => {
  const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })
  fc.assert(
    fc.property(fc.array(lists, { minLength: 2, maxLength: 6 }), (history) => {
      const order = signal<readonly string[]>([])
      const shown = (key: string, at: number) => <Label key={key} text={`${key}${at}`} />
      const screen = column(() => order.value.map(shown))
      for (const step of history) {
        order.value = step
        screen.session.flush()
        expect(texts(screen)).toEqual(step.map((key, at) => `${key}${at}`))
      }
      screen.unmount()
    }),
    { numRuns: 200 },
  )
})

describe('a container for one child', () => {
  test('gets another one after the one before is gone', async () => {
    const on = signal(true)
    const screen = column(
      <Frame>{() => (on.value ? <Label text="a" /> : <Button text="b" />)}</Frame>,
    )
    on.value = false
    await screen.settled()
    expect(screen.take()).toEqual([
      'v create #5 Button "b"',
      'v call #3 remove #4 true',
      'v call #3 set_widget #5',
    ])
  })

  test('may be empty for a while', async () => {
    const on = signal(false)
    const screen = column(<Frame>{() => on.value && <Label text="a" />}</Frame>)
    for (const now of [true, false, true]) {
      on.value = now
      await screen.settled()
      expect(screen.findAll('a')).toHaveLength(Number(now))
    }
  })

  test.each<[string, () => Child]>([
    ['an array', () => [<Label />, <Label />] as never],
    ['a fragment', () => <>{[<Label />, <Label />]}</>],
    ['a component', () => <Two />],
    ['a function', () => () => [<Label />, <Label />]],
  ])('says so when %s brings two', (_, two) => {
    const { errors, options } = mistakes()
    column(<Frame>{two() as never}</Frame>, options)
    expect(errors).toEqual([
      expect.stringMatching(/Frame #3.*: Frame takes one child, got 2\. Put them into a VBox/),
    ])
  })

  function Two(): Child {
    return [<Label />, <Label />]
  }
})

describe('a component', () => {
  test('may be 300 deep, each in a box', () => {
    const Deep = ({ left }: { readonly left: number }): Child =>
      left === 0 ? <Label text="deep" /> : <VBox>{[<Deep left={left - 1} />]}</VBox>
    const screen = column(<Deep left={300} />)
    expect(screen.findAll('deep')).toHaveLength(1)
    screen.reconnect()
    expect(screen.findAll('deep')).toHaveLength(1)
  })

  test('that shows itself without end is told of and named, and the rest is shown', () => {
    const { errors, options } = mistakes()
    const Endless = (): Child => <VBox>{[<Endless />]}</VBox>
    const screen = column(
      [
        <ErrorBoundary fallback={<Label text="sorry" />}>
          <Endless />
        </ErrorBoundary>,
        <Label text="other" />,
      ],
      options,
    )
    expect(errors).toEqual([expect.stringMatching(/Endless/)])
    expect(texts(screen)).toEqual(['sorry', 'other'])
  })
})
