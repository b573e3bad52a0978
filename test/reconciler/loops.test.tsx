// Writing while rendering is allowed; never coming to rest is stopped, and says who it was.

import { describe, expect, test } from 'vitest'
import { Label, signal, useComputed, useEffect, useSignal, useSignalEffect } from 'treewire'
import type { Child } from 'treewire'
import { column, mistakes, texts } from './column.tsx'

const other = <Label text="other" />

describe('a component that writes while it renders', () => {
  test('what it has not read yet shows what it wrote', () => {
    const Derived = () => {
      const double = useSignal(0)
      double.value = 21 * 2
      return <Label text={`${double.value}`} />
    }
    expect(texts(column(<Derived />))).toEqual(['42'])
  })

  test('what it has read renders again until it comes to rest, in one frame', () => {
    const AtLeastFive = () => {
      const count = useSignal(0)
      if (count.value < 5) count.value++
      return <Label text={`${count.value}`} />
    }
    const screen = column(<AtLeastFive />)
    expect(texts(screen)).toEqual(['5'])
    expect(screen.takeFrames()).toEqual([])
  })

  test('what another one shows makes that render after it', async () => {
    const source = signal(1)
    const copy = signal(0)
    const Writer = () => {
      copy.value = source.value
      return null
    }
    const Reader = () => <Label text={`${copy.value}`} />
    const screen = column([<Reader />, <Writer />])
    source.value = 2
    await screen.settled()
    expect(texts(screen)).toEqual(['2'])
  })
})

describe('never coming to rest', () => {
  const endless: [string, (count: { value: number }) => Child, string][] = [
    [
      'in a render',
      (count) => {
        count.value++
        return <Label text={`${count.value}`} />
      },
      'App > TopLevel #1 > VBox #2 > Endless',
    ],
    [
      'by an effect',
      (count) => {
        const now = count.value
        useEffect(() => {
          count.value = now + 1
        })
        return <Label text={`${now}`} />
      },
      'App > TopLevel #1 > VBox #2 > Endless',
    ],
    [
      'by a signal effect',
      (count) => {
        useSignalEffect(() => {
          count.value = count.value + 1
        })
        return <Label text="x" />
      },
      'App > TopLevel #1 > VBox #2 > Endless effect',
    ],
    [
      'in a prop',
      (count) => <Label text={() => `${count.value++}`} />,
      'The prop "text" of Label #3',
    ],
  ]

  test.each(endless)('%s is stopped, named, and troubles nobody else', async (_, show, where) => {
    const { errors, options } = mistakes()
    const tick = signal(0)
    const Endless = () => show(useSignal(0))
    const screen = column([<Endless />, <Label text={() => `${tick.value}`} />], options)
    await screen.settled()
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.length).toBeLessThan(5)
    expect(errors[0]).toContain(where)
    expect(errors[0]).toMatch(/became stale 100 times|Cycle detected/)
    tick.value = 1
    await screen.settled()
    expect(texts(screen).at(-1)).toBe('1')
  })

  test('of two components that write for each other is stopped too', async () => {
    const { errors, options } = mistakes()
    const [a, b] = [signal(0), signal(0)]
    const Ping = () => {
      b.value = a.value + 1
      return null
    }
    const Pong = () => {
      a.value = b.value + 1
      return null
    }
    const screen = column([<Ping />, <Pong />, other], options)
    await screen.settled()
    expect(errors).toEqual([expect.stringMatching(/Ping|Pong/)])
    expect(texts(screen)).toEqual(['other'])
  })

  test('of computed signals is told of where they are read', () => {
    const { errors, options } = mistakes()
    const Circle = () => {
      const first: { readonly value: number } = useComputed(() => second.value + 1)
      const second: { readonly value: number } = useComputed(() => first.value + 1)
      return <Label text={`${first.value}`} />
    }
    const screen = column([<Circle />, other], options)
    expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > Circle: Cycle detected'])
    expect(texts(screen)).toEqual(['other'])
  })
})
