// Two renders of the same must say the same; what does not is told, with a guess why.

import { expect, test } from 'vitest'
import { Button, Label, Page, useSignal, VBox } from 'treewire'
import type { Child } from 'treewire'
import { assertDeterministic, type Rendered } from 'treewire/testing'
import { Counter } from './counter.tsx'

const show = (text: () => string) => (): Child => (
  <Page>
    <Label>{text()}</Label>
  </Page>
)

const differs = (text: () => string): Promise<unknown> =>
  assertDeterministic(show(text)).catch((error: unknown) => (error as Error).message)

test('what is the same twice passes', async () => {
  await expect(assertDeterministic(Counter, (ui) => ui.click('Count'))).resolves.toBeUndefined()
})

test('chance is found', async () => {
  const message = await differs(() => `${Math.random()}`)
  expect(message).toMatch(
    /^Two renders of it differ in line 2:\n {2}first: {2}v create #2 Label "0\.\d+"\n {2}second: v create #2 Label "0\.\d+"\n/,
  )
  expect(message).toContain('That usually is chance: Math.random, crypto.randomUUID')
})

test.each<[string, () => string]>([
  ['Date.now', () => `${Date.now()}`],
  ['new Date', () => new Date().toISOString().slice(0, 10)],
  ['the month', () => `${new Date().getMonth()}`],
  ['a class of dates', () => new (class Day extends Date {})().toISOString().slice(0, 10)],
  ['Date as a function', () => Date().slice(0, 10)],
])('a clock is found: %s', async (_, text) => {
  expect(await differs(text)).toContain('That usually is a clock (Date.now, new Date)')
})

test('a date that is handed in is no clock, and the clock is as before afterwards', async () => {
  const real = Date
  const date = new Date(2020, 1, 2)
  const text = (): string => new Date(date).toISOString() + String(date instanceof Date)
  await expect(assertDeterministic(show(text))).resolves.toBeUndefined()
  await differs(() => `${Date.now()}`)
  expect(Date).toBe(real)
})

test('a number that goes on counting from one render to the next is found', async () => {
  let last = 0
  expect(await differs(() => `label ${++last}`)).toContain(
    'an id that goes on counting from one render to the next',
  )
})

test('another order is found', async () => {
  const orders = [
    ['a', 'b'],
    ['b', 'a'],
  ]
  const Rows = () => {
    const order = useSignal(orders.shift() ?? [])
    return (
      <Page>
        <VBox>
          <Button onActivated={() => (order.value = [])} />
          {order.value.map((key) => (
            <Label key={key} text={key} />
          ))}
        </VBox>
      </Page>
    )
  }
  await expect(assertDeterministic(Rows)).rejects.toThrow('the same in another order')
})

test('what the script brings about is compared', async () => {
  const Dice = () => {
    const thrown = useSignal(0)
    return (
      <Page>
        <Button text={() => `${thrown.value}`} onActivated={() => (thrown.value = Math.random())} />
      </Page>
    )
  }
  const throwIt = (ui: Rendered) => ui.click({ type: 'Button' })
  await expect(assertDeterministic(Dice)).resolves.toBeUndefined()
  await expect(assertDeterministic(Dice, throwIt)).rejects.toThrow('differ in line 7:')
})

test('what goes wrong is told', async () => {
  const Bad = (): never => {
    throw new Error('boom')
  }
  await expect(assertDeterministic(Bad)).rejects.toThrow(
    'It goes wrong when it is shown: Bad: boom',
  )
})

test('a line that one of them has only is found', async () => {
  const sizes = [1, 2]
  const Some = () => (
    <Page>
      <VBox>
        {Array.from({ length: sizes.shift() ?? 0 }, (_, key) => (
          <Label key={key}>x</Label>
        ))}
      </VBox>
    </Page>
  )
  await expect(assertDeterministic(Some)).rejects.toThrow('second: v create #4 Label "x"')
})

test('two at the same time are refused, and Date is as before', async () => {
  const { Date: before } = globalThis
  const Nothing = () => <Page />
  const [one, other] = await Promise.allSettled([
    assertDeterministic(Nothing),
    assertDeterministic(Nothing),
  ])
  expect([one.status, other.status]).toEqual(['fulfilled', 'rejected'])
  expect(String((other as PromiseRejectedResult).reason)).toContain('await one before the next')
  expect(globalThis.Date).toBe(before)
})
