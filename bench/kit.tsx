// What a test of a user interface costs: showing it, clicking, comparing the lines.

import assert from 'node:assert/strict'
import { Button, createElement, HBox, Label, Page, useSignal, VBox } from 'treewire'
import { render, type RenderOptions } from 'treewire/testing'

const tests = 1000

/** A row that counts, among so many others: four widgets each. */
function Counters({ rows }: { readonly rows: number }) {
  return (
    <Page>
      <VBox>
        {Array.from({ length: rows }, (_, at) => (
          <Counter key={at} name={`Count ${at}`} />
        ))}
      </VBox>
    </Page>
  )
}

function Counter({ name }: { readonly name: string }) {
  const count = useSignal(0)
  return (
    <HBox>
      <Label>{name}</Label>
      <Label text={() => `${count.value}`} />
      <Button onActivated={() => count.value++}>{name}</Button>
    </HBox>
  )
}

export async function kitFigures(): Promise<Readonly<Record<string, object>>> {
  return {
    '10 widgets, by number': await timed(2, { names: 'wid' }),
    '10 widgets, by path': await timed(2, { names: 'path' }),
    '102 widgets, by number': await timed(25, { names: 'wid' }),
    '102 widgets, by path': await timed(25, { names: 'path' }),
  }
}

async function timed(rows: number, options: RenderOptions): Promise<object> {
  for (let round = 0; round < tests / 5; round++) await test(rows, options)
  const times: number[] = []
  const before = process.cpuUsage()
  for (let round = 0; round < tests; round++) {
    const start = performance.now()
    await test(rows, options)
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  return { ...summary(times), 'processor ms': rounded((user + system) / 1000 / tests) }
}

/** As an application would write it. */
async function test(rows: number, options: RenderOptions): Promise<void> {
  const ui = render(createElement(Counters, { rows }), options)
  ui.take()
  await ui.click({ role: 'button', name: 'Count 1' })
  const names =
    options.names === 'path' ? ['Button(Count 1)', 'VBox/HBox[2]/Label[2]'] : ['#10', '#9']
  assert.deepEqual(ui.take(), [
    `^ callback ${names[0]} activated`,
    `v call ${names[1]} set_text "1"`,
  ])
  ui.unmount()
}

function summary(times: readonly number[]): object {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    'median ms': rounded(sorted[sorted.length >> 1]!),
    'p95 ms': rounded(sorted[Math.floor(sorted.length * 0.95)]!),
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
