// The figures of the machine we run on, by systeminformation. Only here is it known where they come from.

import { hostname, loadavg, networkInterfaces, uptime } from 'node:os'
import { cpu, currentLoad, fsSize, fsStats, mem, networkStats, osInfo } from 'systeminformation'
import type { Figure, Figures, Host, Interface, Source, Volume } from './figures.ts'
import { readProcesses } from './processes.ts'

/** Reads this machine. What it does not tell is null; nothing here fails for a figure that is missing. */
export const machine: Source = {
  readHost,
  readFigures,
  readProcesses,
  readInterfaces,
  readVolumes,
}

async function readHost(): Promise<Host> {
  const [system, processor] = await Promise.all([orNull(osInfo()), orNull(cpu())])
  return {
    name: hostname(),
    system: joined(system?.distro, system?.release),
    processor: joined(processor?.manufacturer, processor?.brand),
    cores: processor?.cores ?? 0,
  }
}

async function readFigures(): Promise<Figures> {
  const [load, memory, network, disk] = await Promise.all([
    orNull(currentLoad()),
    orNull(mem()),
    orNull(networkStats()),
    orNull(fsStats()),
  ])
  return {
    time: Date.now(),
    cpu: {
      user: figure(load?.currentLoadUser),
      system: figure(load?.currentLoadSystem),
      cores: (load?.cpus ?? []).map((core) => figure(core.load)),
    },
    load: process.platform === 'win32' ? null : (loadavg() as [number, number, number]),
    memory: {
      total: figure(memory?.total),
      used: memory ? figure(memory.total - memory.available) : null,
      swapTotal: figure(memory?.swaptotal),
      swapUsed: figure(memory?.swapused),
    },
    network: { received: figure(network?.[0]?.rx_sec), sent: figure(network?.[0]?.tx_sec) },
    disk: { read: figure(disk?.rx_sec), written: figure(disk?.wx_sec) },
    uptime: figure(uptime()),
  }
}

async function readInterfaces(): Promise<readonly Interface[]> {
  const all = (await orNull(networkStats('*'))) ?? []
  const addresses = networkInterfaces()
  return all.map((one) => ({
    name: one.iface,
    state: one.operstate,
    addresses: (addresses[one.iface] ?? []).map(({ address }) => address).join(', '),
    receiving: figure(one.rx_sec),
    sending: figure(one.tx_sec),
    received: figure(one.rx_bytes),
    sent: figure(one.tx_bytes),
  }))
}

async function readVolumes(): Promise<readonly Volume[]> {
  const all = (await orNull(fsSize())) ?? []
  return all.map((one) => ({
    mount: one.mount,
    device: one.fs,
    type: one.type,
    size: figure(one.size),
    used: figure(one.used),
    free: figure(one.available),
  }))
}

/** The library says null, NaN, nothing at all or a negative number for what it cannot find. */
function figure(value: number | null | undefined): Figure {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : null
}

/** What cannot be read at all is missing like a figure that is not told. */
function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  return reading.catch(() => null)
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
