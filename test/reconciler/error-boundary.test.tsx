// What becomes of the mistakes of an application: the nearest boundary shows something else, or all else goes on.

import { describe, expect, test } from 'vitest'
import { Button, Dialog, ErrorBoundary, Label, signal, useEffect, useSignal, VBox } from 'treewire'
import type { Child } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

const top = 'App > TopLevel #1 > VBox #2'

function Broken({ text = 'broken' }: { readonly text?: string }): Child {
  throw new Error(text)
}

/** Throws while the signal says so. */
function Fragile({ when }: { readonly when: { readonly value: boolean } }) {
  if (when.value) throw new Error('fragile')
  return <Label text="fine" />
}

const fallback = (error: unknown) => <Label text={`sorry: ${(error as Error).message}`} />

describe('a boundary', () => {
  test('shows the fallback when a component below it throws as it is mounted', () => {
    const { errors, options } = mistakes()
    const screen = column(
      [
        <Label text="before" />,
        <ErrorBoundary fallback={fallback}>
          <Label text="child" />
          <Broken />
        </ErrorBoundary>,
        <Label text="after" />,
      ],
      options,
    )
    expect(texts(screen)).toEqual(['before', 'sorry: broken', 'after'])
    expect(errors).toEqual([`${top} > ErrorBoundary > Broken: broken`])
  })

  test('shows it when a component throws later, and leaves the siblings alone', async () => {
    const { errors, options } = mistakes()
    const isBroken = signal(false)
    const Clicks = () => {
      const clicks = useSignal(0)
      return <Button text={`${clicks.value}`} onActivated={() => clicks.value++} />
    }
    const screen = column(
      [
        <Clicks />,
        <ErrorBoundary fallback={<Label text="sorry" />}>
          <Fragile when={isBroken} />
        </ErrorBoundary>,
      ],
      options,
    )
    await screen.fire('0', 'activated')
    isBroken.value = true
    await screen.settled()
    expect(texts(screen)).toEqual(['1', 'sorry'])
    await screen.fire('1', 'activated')
    expect(texts(screen)).toEqual(['2', 'sorry'])
    expect(errors).toHaveLength(1)
  })

  const late = signal(false)
  test.each<[string, () => Child, string]>([
    ['an effect', () => useLate('effect', useEffect), ' effect'],
    ['a bound prop', () => <Label text={() => boomIf(late.value)} />, ' > Label #4.text'],
    [
      'a bound placement',
      () => <Label stretch={() => boomIf(late.value)} />,
      ' > Label #4.stretch',
    ],
    ['a child that is text', () => (late.value ? ('text' as unknown as Child) : <Label />), ''],
    ['a child that is no element', () => (late.value ? ({} as Child) : <Label />), ''],
    ['an unknown prop', () => <Label {...(late.value && { colour: 1 })} />, ' > Label #4'],
    ['a wrong value', () => <Label text={late.value ? (5 as never) : 'x'} />, ' > Label #4'],
    ['an unknown class', () => (late.value ? <Named name="Buton" /> : <Label />), ' > Named'],
  ])('takes the mistake of %s, at first and later', async (_, Show, part) => {
    const where = `${top} > ErrorBoundary > Part${part}`
    for (const isLate of [false, true]) {
      const { errors, options } = mistakes()
      late.value = !isLate
      const Part = () => Show()
      const screen = column(
        [
          <Label text="other" />,
          <ErrorBoundary fallback={<Label text="sorry" />}>
            <Part />
          </ErrorBoundary>,
        ],
        options,
      )
      late.value = true
      await screen.settled()
      expect(texts(screen)).toEqual(['other', 'sorry'])
      expect(errors).toEqual([expect.stringContaining(`${where}: `)])
      screen.unmount()
    }
  })

  function useLate(text: string, use: typeof useEffect): Child {
    const now = late.value
    use(() => {
      if (now) throw new Error(text)
    }, [now])
    return <Label />
  }

  function boomIf(now: boolean): never {
    if (now) throw new Error('boom')
    return undefined as never
  }

  function Named({ name }: { readonly name: string }): Child {
    const Tag = name as 'Button'
    return <Tag />
  }

  test.each([
    [
      'throws',
      () => {
        throw new Error('pressed')
      },
    ],
    [
      'rejects',
      async () => {
        await Promise.resolve()
        throw new Error('pressed')
      },
    ],
  ])('is told of a handler that %s, and what is shown stays', async (_, press) => {
    const { errors, options } = mistakes()
    const told: string[] = []
    const tell = (error: unknown, where: string) =>
      told.push(`${where}: ${(error as Error).message}`)
    const screen = column(
      <ErrorBoundary fallback={fallback} onError={tell}>
        <Button text="press" onActivated={press} />
      </ErrorBoundary>,
      options,
    )
    await screen.fire('press', 'activated')
    expect(texts(screen)).toEqual(['press'])
    const line = `${top} > ErrorBoundary > Button #3.onActivated: pressed`
    expect([told, errors]).toEqual([[line], [line]])
  })

  test('tries its children again after reset', async () => {
    const { errors, options } = mistakes()
    const isBroken = signal(true)
    const screen = column(
      <ErrorBoundary fallback={(_, reset) => <Button text="again" onActivated={reset} />}>
        <Fragile when={isBroken} />
      </ErrorBoundary>,
      options,
    )
    await screen.fire('again', 'activated')
    expect([texts(screen), errors.length]).toEqual([['again'], 2])
    isBroken.value = false
    await screen.settled()
    expect(texts(screen)).toEqual(['again'])
    await screen.fire('again', 'activated')
    expect([texts(screen), errors.length]).toEqual([['fine'], 2])
    isBroken.value = true
    await screen.settled()
    expect([texts(screen), errors.length]).toEqual([['again'], 3])
  })

  test('that is inside another takes the mistake alone', () => {
    const { errors, options } = mistakes()
    const screen = column(
      <ErrorBoundary fallback={<Label text="outer" />}>
        <Label text="kept" />
        <ErrorBoundary fallback={<Label text="inner" />}>
          <Broken />
        </ErrorBoundary>
      </ErrorBoundary>,
      options,
    )
    expect(texts(screen)).toEqual(['kept', 'inner'])
    expect(errors).toHaveLength(1)
  })

  test.each<[string, Child | (() => Child)]>([
    [
      'throws',
      () => {
        throw new Error('in the fallback')
      },
    ],
    ['has a component that throws', <Broken text="in the fallback" />],
    [
      'has a prop that throws',
      <Label
        text={() => {
          throw new Error('in the fallback')
        }}
      />,
    ],
  ])('whose fallback %s hands that on to the next above', (_, broken) => {
    const { errors, options } = mistakes()
    const screen = column(
      <ErrorBoundary fallback={fallback}>
        <ErrorBoundary fallback={broken}>
          <Broken text="first" />
        </ErrorBoundary>
      </ErrorBoundary>,
      options,
    )
    expect(texts(screen)).toEqual(['sorry: in the fallback'])
    expect(errors).toHaveLength(2)
  })

  test('takes all mistakes of one flush, not the first one only', () => {
    const { errors, options } = mistakes()
    const screen = column(
      <ErrorBoundary fallback={<Label text="outer" />}>
        <Label text="kept" />
        <ErrorBoundary fallback={fallback}>
          <Broken text="one" />
          <Broken text="two" />
          <Label
            text={() => {
              throw new Error('three')
            }}
          />
        </ErrorBoundary>
      </ErrorBoundary>,
      options,
    )
    expect(texts(screen)).toEqual(['kept', 'sorry: one'])
    expect(errors.map((line) => line.split(': ')[1])).toEqual(['one', 'two', 'three'])
  })

  test('is the one that takes the mistake of a cleanup of what it has just taken away', async () => {
    const { errors, options } = mistakes()
    const isBroken = signal(false)
    const Ends = () => {
      useEffect(
        () => () => {
          throw new Error('end')
        },
        [],
      )
      return <Fragile when={isBroken} />
    }
    const screen = column(
      <ErrorBoundary fallback={<Label text="outer" />}>
        <Label text="kept" />
        <ErrorBoundary fallback={fallback}>
          <Ends />
        </ErrorBoundary>
      </ErrorBoundary>,
      options,
    )
    isBroken.value = true
    await screen.settled()
    expect(texts(screen)).toEqual(['kept', 'sorry: fragile'])
    expect(errors.map((line) => line.split(': ')[1])).toEqual(['fragile', 'end'])
  })

  test('whose onError throws shows its fallback all the same', () => {
    const { errors, options } = mistakes()
    const onError = () => {
      throw new Error('in onError')
    }
    const screen = column(
      [
        <ErrorBoundary fallback={fallback} onError={onError}>
          <Broken />
        </ErrorBoundary>,
        <Label text="other" />,
      ],
      options,
    )
    expect(texts(screen)).toEqual(['sorry: broken', 'other'])
    expect(errors.map((line) => line.replace(/.*: /, '')).toSorted()).toEqual([
      'broken',
      'in onError',
    ])
  })

  test('lets go of what it has taken away', async () => {
    const { options } = mistakes()
    const isBroken = signal(false)
    const screen = column(
      <ErrorBoundary fallback={<Label text="sorry" />}>
        <VBox>
          <Label text="a" />
          <Fragile when={isBroken} />
        </VBox>
      </ErrorBoundary>,
      options,
    )
    isBroken.value = true
    await screen.settled()
    expect(screen.browser.widgets.size).toBe(3)
    screen.reconnect()
    expect(screen.browser.widgets.size).toBe(3)
    expect(texts(screen)).toEqual(['sorry'])
  })
})

describe('without a boundary', () => {
  test('a component that throws shows nothing, is reported with its path, and recovers', async () => {
    const { errors, options } = mistakes()
    const isBroken = signal(true)
    const screen = column([<Fragile when={isBroken} />, <Label text="other" />], options)
    expect(texts(screen)).toEqual(['other'])
    isBroken.value = false
    await screen.settled()
    expect(texts(screen)).toEqual(['fine', 'other'])
    expect(errors).toEqual([`${top} > Fragile: fragile`])
  })

  test('a prop that throws leaves what is shown, is reported with its path, and recovers', async () => {
    const { errors, options } = mistakes()
    const count = signal(1)
    const text = () => {
      if (count.value === 2) throw new Error('odd')
      return `${count.value}`
    }
    const screen = column(<Label text={text} />, options)
    for (const next of [2, 3]) {
      count.value = next
      await screen.settled()
    }
    expect(screen.take()).toEqual(['v call #3 set_text "3"'])
    expect(errors).toEqual([`${top} > Label #3.text: odd`])
  })

  test('a handler that throws is reported with its path', async () => {
    const { errors, options } = mistakes()
    const press = () => {
      throw new Error('pressed')
    }
    const Save = () => <Button text="save" onClick={press} />
    const screen = column(<Save />, options)
    await screen.fire('save', 'activated')
    await screen.fire('save', 'activated')
    const line = `${top} > Save > Button #3.onClick: pressed`
    expect(errors).toEqual([line, line])
  })

  test.each<[string, () => Child]>([
    ['bind where nothing can be bound', () => <Button {...({ bind: signal(1) } as object)} />],
    ['a text child that is no text', () => <Label>{{} as never}</Label>],
    ['rows that are no rows', () => <TableOf rows={5} />],
    ['two children where one is taken', () => <Framed />],
    ['children where none are taken', () => <Slide />],
    ['what JSON cannot carry', () => <Dialog buttons={[['OK', 5n as never]]} />],
  ])('%s: reported with its path, the rest is shown, at first and later', async (_, Wrong) => {
    const where = `${top} > Part > `
    for (const isLate of [false, true]) {
      const { errors, options } = mistakes()
      const isWrong = signal(!isLate)
      const Part = () => (isWrong.value ? Wrong() : <Label text="part" />)
      const screen = column([<Label text="a" />, <Part />, <Label text="b" />], options)
      isWrong.value = true
      await screen.settled()
      expect(errors).toEqual([expect.stringContaining(where)])
      const shown = texts(screen).filter((text) => text === 'a' || text === 'b')
      expect(shown).toEqual(['a', 'b'])
      isWrong.value = false
      await screen.settled()
      expect(texts(screen)).toEqual(['a', 'part', 'b'])
      screen.unmount()
    }
  })

  function TableOf({ rows }: { readonly rows: unknown }) {
    const Tag = 'TableView' as const
    return <Tag rows={rows as never} />
  }

  function Framed() {
    const Tag = 'Frame' as const
    return <Tag {...{ children: [<Label />, <Label />] as never }} />
  }

  function Slide() {
    const Tag = 'Slider' as const
    return <Tag {...({ children: <Label /> } as object)} />
  }
})
