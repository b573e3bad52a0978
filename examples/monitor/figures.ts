// What is known of a machine. Not every system tells everything: what it does not tell is null.

/** A figure, or null where this machine does not give it. */
export type Figure = number | null

export interface Host {
  readonly name: string
  /** e.g. `Debian GNU/Linux 12`; empty when unknown. */
  readonly system: string
  readonly processor: string
  readonly cores: number
}

export interface Figures {
  /** ms since 1970 */
  readonly time: number
  readonly cpu: Cpu
  /** Processes that run or wait to, averaged over 1, 5 and 15 minutes; null on Windows. */
  readonly load: readonly [number, number, number] | null
  readonly memory: Memory
  readonly network: Network
  readonly disk: Disk
  /** Seconds. */
  readonly uptime: Figure
}

/** In percent of all cores, but for `cores`: percent of each. */
export interface Cpu {
  readonly user: Figure
  readonly system: Figure
  readonly cores: readonly Figure[]
}

/** In bytes. `used` is what programs hold; caches, which give way, do not count. */
export interface Memory {
  readonly total: Figure
  readonly used: Figure
  readonly swapTotal: Figure
  readonly swapUsed: Figure
}

/** In bytes per second. */
export interface Network {
  readonly received: Figure
  readonly sent: Figure
}

/** In bytes per second. */
export interface Disk {
  readonly read: Figure
  readonly written: Figure
}

export interface Process {
  readonly pid: number
  readonly name: string
  readonly user: string
  readonly state: string
  /** In percent of all cores. */
  readonly cpu: Figure
  /** Bytes in memory. */
  readonly memory: Figure
  readonly command: string
}

export interface Interface {
  readonly name: string
  readonly state: string
  readonly addresses: string
  /** Bytes per second. */
  readonly receiving: Figure
  readonly sending: Figure
  /** Bytes since the machine was started. */
  readonly received: Figure
  readonly sent: Figure
}

/** Sizes in bytes. */
export interface Volume {
  readonly mount: string
  readonly device: string
  readonly type: string
  readonly size: Figure
  readonly used: Figure
  readonly free: Figure
}

/** Where figures come from: the machine, or a test. */
export interface Source {
  readHost(): Promise<Host>
  readFigures(): Promise<Figures>
  readProcesses(): Promise<readonly Process[]>
  readInterfaces(): Promise<readonly Interface[]>
  readVolumes(): Promise<readonly Volume[]>
}
