// Components that are promises: when they show something, and what becomes of a rejection.

import { describe, expect, test } from 'vitest'
import { ErrorBoundary, Label, signal, Suspense } from 'treewire'
import type { Child } from 'treewire'
import { setUp } from './answers.tsx'
import { column, mistakes, texts } from './column.tsx'

describe('an async component', () => {
  test('shows nothing until its promise settles, then takes its place', async () => {
    const { answers, Async } = setUp()
    const screen = column([<Label text="a" />, <Async name="b" />, <Label text="c" />])
    expect(texts(screen)).toEqual(['a', 'c'])
    answers.come('b')
    await screen.settled()
    expect(texts(screen)).toEqual(['a', 'b', 'c'])
    expect(screen.takeFrames()).toHaveLength(1)
  })

  test('is sent by itself when it is there', async () => {
    const { answers, Async } = setUp()
    const screen = column(<Async name="a" />)
    answers.come('a')
    await new Promise((resolve) => setImmediate(resolve))
    expect(screen.take()).toEqual(['v create #3 Label "a"', 'v call #2 add_widget #3'])
  })

  test('that is gone shows nothing when its promise settles', async () => {
    const { answers, Async } = setUp()
    const on = signal(true)
    const screen = column(() => on.value && <Async name="a" />)
    on.value = false
    await screen.settled()
    answers.come('a')
    await screen.settled()
    expect(screen.take()).toEqual([])
  })

  test('keeps what it shows while it runs again', async () => {
    const { answers, Async } = setUp()
    const name = signal('a')
    const screen = column(() => <Async name={name.value} />)
    answers.come('a')
    await screen.settled()
    screen.take()
    name.value = 'b'
    await screen.settled()
    expect(texts(screen)).toEqual(['a'])
    answers.come('b')
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 set_text "b"'])
  })

  test('shows what its latest run gives, in whatever order the promises settle', async () => {
    const { answers, Async } = setUp()
    const name = signal('a')
    const screen = column(() => <Async name={name.value} />)
    name.value = 'b'
    await screen.settled()
    answers.come('b')
    await screen.settled()
    answers.come('a')
    await screen.settled()
    expect(texts(screen)).toEqual(['b'])
  })

  test('follows signals that it read before its first await', async () => {
    const { answers } = setUp()
    const name = signal('a')
    const Reads = async () => {
      const now = name.value
      return <Label text={await answers.ask(now)} />
    }
    const screen = column(<Reads />)
    for (const next of ['a', 'b']) {
      name.value = next
      answers.come(next)
      await screen.settled()
      expect(texts(screen)).toEqual([next])
    }
  })

  test('that gives what cannot be shown is reported', async () => {
    const { errors, options } = mistakes()
    const Wrong = async () => 'text' as unknown as Child
    const screen = column([<Wrong />, <Label text="other" />], options)
    await screen.settled()
    expect(texts(screen)).toEqual(['other'])
    expect(errors).toEqual([
      expect.stringMatching(/> Wrong: A container takes widgets, got the text/),
    ])
  })
})

describe('a promise that is rejected', () => {
  test('reaches the boundary around the Suspense', async () => {
    const { errors, options } = mistakes()
    const { answers, Async } = setUp()
    const screen = column(
      <ErrorBoundary fallback={(error) => <Label text={(error as Error).message} />}>
        <Suspense fallback={<Label text="waiting" />}>
          <Async name="a" />
        </Suspense>
      </ErrorBoundary>,
      options,
    )
    answers.fail('a')
    await screen.settled()
    expect(texts(screen)).toEqual(['no a'])
    expect(errors).toEqual([expect.stringMatching(/ErrorBoundary > Suspense > Async: no a$/)])
  })

  test('reaches the boundary inside the Suspense, which then shows the rest', async () => {
    const { options } = mistakes()
    const { answers, Async } = setUp()
    const screen = column(
      <Suspense fallback={<Label text="waiting" />}>
        <ErrorBoundary fallback={(error) => <Label text={(error as Error).message} />}>
          <Async name="a" />
        </ErrorBoundary>
        <Label text="rest" />
      </Suspense>,
      options,
    )
    answers.fail('a')
    await screen.settled()
    expect(texts(screen)).toEqual(['no a', 'rest'])
  })

  test('without boundary is reported, and the rest is shown', async () => {
    const { errors, options } = mistakes()
    const { answers, Async } = setUp()
    const screen = column(
      <Suspense fallback={<Label text="waiting" />}>
        <Async name="a" />
        <Label text="rest" />
      </Suspense>,
      options,
    )
    answers.fail('a')
    await screen.settled()
    expect(texts(screen)).toEqual(['rest'])
    expect(errors).toHaveLength(1)
  })

  test('of a component that is gone, or has a newer one, is of no interest', async () => {
    const { answers, Async } = setUp()
    const name = signal<string | undefined>('a')
    const screen = column(() => name.value !== undefined && <Async name={name.value} />)
    name.value = 'b'
    await screen.settled()
    answers.fail('a')
    await screen.settled()
    name.value = undefined
    await screen.settled()
    answers.fail('b')
    await screen.settled()
    expect(texts(screen)).toEqual([])
  })
})
