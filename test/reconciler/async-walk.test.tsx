// Async components that come, go, run again and settle in any order: in the end all is shown that should be.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Label, signal, Suspense, TopLevel, VBox } from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'

/** Which async components there are, in which order and group, and what each waits for. */
type Step =
  | { readonly kind: 'show'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'ask'; readonly key: string; readonly question: string }
  | { readonly kind: 'answer'; readonly at: number }
  | { readonly kind: 'reconnect' }

const keys = ['a', 'b', 'c', 'd'] as const

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('show' as const),
    groups: fc
      .shuffledSubarray([...keys])
      .chain((some) => fc.nat(some.length).map((cut) => [some.slice(0, cut), some.slice(cut)])),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    key: fc.constantFrom(...keys),
    question: fc.constantFrom('1', '2', '3'),
  }),
  fc.record({ kind: fc.constant('answer' as const), at: fc.nat(10) }),
  fc.record({ kind: fc.constant('answer' as const), at: fc.nat(10) }),
  fc.record({ kind: fc.constant('reconnect' as const) }),
)

test('whatever the order, in the end everything is shown as it was asked for last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 20 }), async (history) => {
      const waiting: (() => void)[] = []
      const questions = new Map(keys.map((key) => [key as string, signal('0')]))
      const groups = signal<readonly (readonly string[])[]>([['a'], ['b']])
      const Async = async ({ name }: { readonly name: string }): Promise<Child> => {
        const question = questions.get(name)!.value
        await new Promise<void>((resolve) => waiting.push(resolve))
        return <Label text={name + question} />
      }
      const group = (names: readonly string[], at: number): Child => (
        <Suspense key={at} fallback={<Label text="waiting" />}>
          <Label text={`group ${at}`} />
          {names.map((name) => (
            <Async key={name} name={name} />
          ))}
        </Suspense>
      )
      const screen = render(() => (
        <TopLevel>
          <VBox>{() => groups.value.map(group)}</VBox>
        </TopLevel>
      ))
      const texts = (): unknown[] =>
        screen.find({ wid: 2 }).children.map(({ state }) => state.get('text'))
      for (const step of history) {
        if (step.kind === 'show') groups.value = step.groups
        if (step.kind === 'ask') questions.get(step.key)!.value = step.question
        if (step.kind === 'answer') waiting.splice(step.at % (waiting.length || 1), 1)[0]?.()
        await screen.settled()
        const before = texts()
        if (step.kind === 'reconnect') screen.reconnect()
        expect(texts()).toEqual(before)
      }
      while (waiting.length > 0) {
        waiting.pop()!()
        await screen.settled()
      }
      const shown = (names: readonly string[], at: number): string[] => [
        `group ${at}`,
        ...names.map((name) => name + questions.get(name)!.value),
      ]
      expect(texts()).toEqual(groups.value.flatMap(shown))
      expect(screen.browser.widgets.size).toBe(2 + texts().length)
      expect(screen.errors()).toEqual([])
      screen.unmount()
    }),
    { numRuns: 100 },
  )
}, 30_000)
