// Sessions with the monitor, over a machine whose figures the test decides on.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render, type Rendered } from 'treewire/testing'
import { App } from '../../examples/monitor/app.tsx'
import { Sampler } from '../../examples/monitor/sampler.ts'
import { FakeMachine, processOf } from './fake-machine.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_700_000_000_000 })
})

afterEach(() => {
  vi.useRealTimers()
})

test('look', async () => {
  const machine = new FakeMachine()
  const screen = render(<App sampler={new Sampler(machine)} />)
  await pass(screen, 0)
  console.log(screen.tree())
  screen.take()
  machine.user = 11
  await pass(screen, 1000)
  console.log(screen.take().join('\n').slice(0,3000))
  console.log(machine.reads, screen.errors())
})

async function pass(screen: Rendered, ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await screen.settled()
}
