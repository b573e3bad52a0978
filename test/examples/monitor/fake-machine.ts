// A machine whose figures a test decides on.

import type { Figures, Process, Source } from '../../../examples/monitor/figures.ts'

export class FakeMachine implements Source {
  /** How often each kind was read. */
  readonly reads = { host: 0, figures: 0, processes: 0, interfaces: 0, volumes: 0 }
  /** Percent of the processor. */
  user = 10
  /** Percent of the volume. */
  full = 25
  processes: Process[] = [
    processOf(1, 'init', 0.5),
    processOf(20, 'database', 12),
    processOf(300, 'editor', 3),
  ]

  readHost() {
    this.reads.host++
    return Promise.resolve({ name: 'box', system: 'Linux 6', processor: 'Fast', cores: 2 })
  }

  readFigures(): Promise<Figures> {
    this.reads.figures++
    return Promise.resolve({
      time: Date.now(),
      cpu: { user: this.user, system: 5, cores: [20, this.user] },
      load: [0.5, 0.4, 0.3],
      memory: { total: 8 * 2 ** 30, used: 2 * 2 ** 30, swapTotal: null, swapUsed: null },
      network: { received: 1024, sent: null },
      disk: { read: null, written: null },
      uptime: 90_000,
    })
  }

  readProcesses() {
    this.reads.processes++
    return Promise.resolve(this.processes)
  }

  readInterfaces() {
    this.reads.interfaces++
    const figures = { receiving: 1, sending: 2, received: 3, sent: 4 }
    return Promise.resolve([{ name: 'eth0', state: 'up', addresses: '10.0.0.2', ...figures }])
  }

  readVolumes() {
    this.reads.volumes++
    const figures = { size: 100, used: this.full, free: 100 - this.full }
    return Promise.resolve([{ mount: '/', device: '/dev/sda', type: 'ext4', ...figures }])
  }
}

export function processOf(pid: number, name: string, cpu: number): Process {
  return { pid, name, user: 'ann', state: 'running', cpu, memory: pid * 2 ** 20, command: name }
}
