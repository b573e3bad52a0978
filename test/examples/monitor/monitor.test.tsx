// Sessions with the monitor, over a machine whose figures the test decides on.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render, type Rendered } from 'treewire/testing'
import { App } from '../../../examples/monitor/app.tsx'
import { Sampler } from '../../../examples/monitor/sampler.ts'
import { FakeMachine, processOf } from './fake-machine.ts'

const start = Date.UTC(2024, 0, 1)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: start })
})

afterEach(() => {
  vi.useRealTimers()
})

async function pass(ms: number, ...screens: readonly Rendered[]): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  for (const screen of screens) await screen.settled()
}

async function open(machine = new FakeMachine()) {
  const sampler = new Sampler(machine)
  const screen = render(<App sampler={sampler} />)
  await pass(0, screen)
  screen.take()
  return { machine, sampler, screen }
}

const textOf = (screen: Rendered, wid: number): unknown => screen.find({ wid }).state.get('text')

/** Chooses a tab as a user does. */
async function goTo(screen: Rendered, tab: string): Promise<void> {
  await screen.select({ type: 'TabWidget' }, tab)
  await pass(0, screen)
}

test('it shows what the machine says, and a dash for what it does not', async () => {
  const { screen } = await open()
  for (const text of ['box', 'Linux 6 · Fast · 2 cores', '15%', '1.0 KiB/s', '1 d 1 h']) {
    expect(screen.find(text)).toBeDefined()
  }
  expect(screen.find('received; – sent')).toBeDefined()
  expect(screen.find('read; – written')).toBeDefined()
  expect(screen.errors()).toEqual([])
})

test('a tick at which nothing changed sends the time and one point a chart', async () => {
  const { screen } = await open()
  await pass(1000, screen)
  const calls = screen.take().map((line) => line.split(' ')[3])
  expect(calls.filter((method) => method === 'append')).toHaveLength(4)
  expect(calls.filter((method) => method !== 'append')).toEqual(['set_text'])
})

test('a tick sends the figures that changed, and no others', async () => {
  const { machine, screen } = await open()
  const figure = screen.find('15%').wid
  machine.user = 11
  await pass(1000, screen)
  const lines = screen.take()
  expect(lines).toContain(`v call #${figure} set_text "16%"`)
  expect(lines).toContain(`v call #${screen.find({ label: 'Core 1' }).wid} set_value 0.11`)
  expect(lines.join('\n').length).toBeLessThan(900)
})

test('a volume that fills up moves its bar, and nothing else', async () => {
  const { machine, screen } = await open()
  const bar = screen.find({ label: '/' }).wid
  machine.full = 80
  await pass(9000, screen)
  screen.take()
  await pass(1000, screen)
  const lines = screen.take().filter((line) => !/append|Updated/.test(line))
  expect(lines).toEqual([
    `v call #${bar} set_value 0.8`,
    `v call #${screen.find('80%').wid} set_text "80%"`,
  ])
})

test('a process that works harder costs the cells that changed', async () => {
  const { machine, screen } = await open()
  await goTo(screen, 'Processes')
  screen.take()
  machine.processes = machine.processes.map((one) => (one.pid === 300 ? { ...one, cpu: 50 } : one))
  await pass(1000, screen)
  const table = screen.find({ label: 'Processes' })
  expect(screen.take().filter((line) => line.includes(`#${table.wid} `))).toEqual([
    `v call #${table.wid} patch_rows {"cells":{"300":{"cpu":50}}}`,
  ])
})

test('processes that come and go are put in and taken out by themselves', async () => {
  const { machine, screen } = await open()
  await goTo(screen, 'Processes')
  screen.take()
  machine.processes = [...machine.processes.slice(1), processOf(400, 'new', 1)]
  await pass(1000, screen)
  const patch = screen.take().find((line) => line.includes('patch_rows'))
  expect(patch).toMatch(/patch_rows \{"remove":\["1"\],"rows":\[\[null,\{"pid":400,/)
})

test('the filter sends away what it does not find, and says how many are left', async () => {
  const { screen } = await open()
  await goTo(screen, 'Processes')
  screen.take()
  await screen.type({ name: 'Filter processes' }, 'data')
  expect(screen.find('1 of 3')).toBeDefined()
  expect(screen.take().find((line) => line.includes('patch_rows'))).toContain(
    'patch_rows {"remove":["1","300"]}',
  )
})

test('a chosen process tells its command', async () => {
  const { machine, screen } = await open()
  machine.processes = [{ ...processOf(9, 'long', 1), command: '/bin/long --and longer' }]
  await goTo(screen, 'Processes')
  await pass(1000, screen)
  const row = { path: ['9'], values: null }
  await screen.fire({ label: 'Processes' }, 'selected', [row])
  expect(screen.find('/bin/long --and longer')).toBeDefined()
})

test('each kind of figures is read only where it is seen', async () => {
  const { machine, screen } = await open()
  await pass(3000, screen)
  expect(machine.reads).toMatchObject({ figures: 4, processes: 4, interfaces: 0, volumes: 1 })
  await goTo(screen, 'Network')
  const { processes } = machine.reads
  await pass(2000, screen)
  expect(machine.reads).toMatchObject({ figures: 6, processes, interfaces: 3 })
})

test('a tab that is not seen is not kept up to date, and catches up when it is', async () => {
  const { machine, screen } = await open()
  const figure = screen.find('15%').wid
  await goTo(screen, 'Disks')
  machine.user = 40
  await pass(5000, screen)
  expect(textOf(screen, figure)).toBe('15%')
  await goTo(screen, 'Overview')
  expect(textOf(screen, figure)).toBe('45%')
})

test('while it is paused nothing is read and nothing sent, and what was seen stays', async () => {
  const { machine, screen } = await open()
  await screen.check('Pause')
  screen.take()
  const { figures } = machine.reads
  machine.user = 90
  await pass(10_000, screen)
  expect(machine.reads.figures).toBe(figures)
  expect(screen.take()).toEqual([])
  expect(screen.find({ text: /^Paused at/ })).toBeDefined()

  await screen.check('Pause', false)
  await pass(0, screen)
  expect(screen.find('95%')).toBeDefined()
})

test('the slider says how often', async () => {
  const { machine, screen } = await open()
  await screen.fire({ type: 'Slider' }, 'activated', 5)
  expect(screen.find('Every 5.0 s')).toBeDefined()
  const { figures } = machine.reads
  await pass(10_000, screen)
  expect(machine.reads.figures).toBe(figures + 2)
})

test('two browsers share each reading, each at its own pace', async () => {
  const { machine, sampler, screen } = await open()
  const other = render(<App sampler={sampler} />)
  await pass(0, screen, other)
  await other.fire({ type: 'Slider' }, 'activated', 2)
  screen.take()
  other.take()
  const { figures } = machine.reads
  for (let second = 0; second < 4; second++) await pass(1000, screen, other)
  expect(machine.reads.figures).toBe(figures + 4)
  const ticks = (lines: readonly string[]) => lines.filter((line) => line.includes('Updated at'))
  expect(ticks(screen.take())).toHaveLength(4)
  expect(ticks(other.take())).toHaveLength(2)
})

test('what one pauses goes on for the other', async () => {
  const { machine, sampler, screen } = await open()
  const other = render(<App sampler={sampler} />)
  await pass(0, screen, other)
  await screen.check('Pause')
  machine.user = 60
  await pass(1000, screen, other)
  expect(other.find('65%')).toBeDefined()
  expect(screen.find('15%')).toBeDefined()
})

test('the machine is left in peace when the last browser is gone', async () => {
  const { machine, screen } = await open()
  screen.unmount()
  const reads = { ...machine.reads }
  await vi.advanceTimersByTimeAsync(60_000)
  expect(machine.reads).toEqual(reads)
  expect(vi.getTimerCount()).toBe(0)
})

test('the theme is chosen for the one who chooses', async () => {
  const { screen } = await open()
  const page = screen.find({ type: 'Page' })
  screen.take()
  await screen.select({ name: 'Theme' }, 'Dark theme')
  expect(screen.take().slice(1)).toEqual([`v call #${page.wid} set_theme "dark"`])
})

test('the dialog says what reading costs, and closes', async () => {
  const { screen } = await open()
  await screen.click('About')
  const dialog = screen.find({ type: 'Dialog' })
  expect(dialog.isShown).toBe(true)
  expect(screen.find('Reading the processes')).toBeDefined()
  await screen.fire(dialog, 'activated', 'close')
  expect(screen.findAll({ type: 'Dialog' })).toEqual([])
})
