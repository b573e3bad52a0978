// The machine that the tests run on: whatever it is, its figures are figures or missing.

import { expect, test } from 'vitest'
import { LinuxProcesses } from '../../../examples/monitor/linux-processes.ts'
import { machine } from '../../../examples/monitor/machine.ts'

const isFigure = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0)

test('figures are numbers from 0 on, or null', async () => {
  const { cpu, load, memory, network, disk, uptime } = await machine.readFigures()
  const all = [cpu.user, cpu.system, ...cpu.cores, ...(load ?? []), uptime]
  for (const group of [memory, network, disk]) all.push(...Object.values(group))
  expect(all.filter((value) => !isFigure(value))).toEqual([])
  expect(cpu.cores.length).toBeGreaterThan(0)
})

test('the process that asks is among those that run', async () => {
  await machine.readProcesses()
  const all = await machine.readProcesses()
  expect(all.find(({ pid }) => pid === process.pid)).toMatchObject({
    name: expect.any(String),
    memory: expect.any(Number),
  })
})

test('interfaces, volumes and the host can be read', async () => {
  const all = await Promise.all([machine.readInterfaces(), machine.readVolumes()])
  expect(all.every(Array.isArray)).toBe(true)
  expect((await machine.readHost()).name).not.toBe('')
})

test.runIf(process.platform === 'linux')('shares of the processor need two readings', () => {
  const processes = new LinuxProcesses()
  const own = () => processes.read().find(({ pid }) => pid === process.pid)
  expect(own()?.cpu).toBeNull()
  for (const until = Date.now() + 60; Date.now() < until;) continue
  expect(own()?.cpu).toBeGreaterThan(0)
})
