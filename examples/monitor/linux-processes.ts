// Reads /proc. A share of the processor is what a process ran since the last reading, of what all ran and idled.
//
// Source: man 5 proc, `/proc/[pid]/stat` (numbered from 1 there; here from the state on, which is the third).

import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Process } from './figures.ts'

/** What stays the same while a process lives. */
interface Identity {
  readonly startedAt: string
  readonly user: string
  readonly command: string
}

interface Stat {
  readonly name: string
  readonly state: string
  readonly ticks: number
  readonly startedAt: string
  readonly pages: number
}

const states: ReadonlyMap<string, string> = new Map([
  ['R', 'running'],
  ['S', 'sleeping'],
  ['D', 'blocked'],
  ['I', 'idle'],
  ['T', 'stopped'],
  ['t', 'stopped'],
  ['Z', 'zombie'],
])

export class LinuxProcesses {
  readonly #pageSize = pageSize()
  readonly #users = userNames()
  #identities = new Map<number, Identity>()
  #ticks = new Map<number, number>()
  #total = 0

  read(): Process[] {
    const total = totalTicks()
    const passed = total - this.#total
    const [identities, ticks] = [new Map<number, Identity>(), new Map<number, number>()]
    const all: Process[] = []
    for (const pid of pids()) {
      const stat = statOf(pid)
      if (!stat) continue
      const identity = this.#identityOf(pid, stat)
      identities.set(pid, identity)
      ticks.set(pid, stat.ticks)
      all.push(this.#processOf(pid, stat, identity, passed))
    }
    ;[this.#identities, this.#ticks, this.#total] = [identities, ticks, total]
    return all
  }

  #processOf(pid: number, stat: Stat, { user, command }: Identity, passed: number): Process {
    const { name, state, ticks, pages } = stat
    const before = this.#ticks.get(pid)
    const cpu = before === undefined || passed <= 0 ? null : ((ticks - before) / passed) * 100
    return { pid, name, user, state, cpu, memory: pages * this.#pageSize, command }
  }

  /** A number is given out again after a while: then the process was started at another time. */
  #identityOf(pid: number, { name, startedAt }: Stat): Identity {
    const known = this.#identities.get(pid)
    if (known?.startedAt === startedAt) return known
    const uid = statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid
    const command = contentOf(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim()
    const user = uid === undefined ? '' : (this.#users.get(String(uid)) ?? String(uid))
    return { startedAt, user, command: command || name }
  }
}

function pids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** @returns undefined for a process that has ended in between */
function statOf(pid: number): Stat | undefined {
  const line = contentOf(`/proc/${pid}/stat`)
  if (line === undefined) return undefined
  // The name may hold spaces and brackets: it ends at the last one.
  const end = line.lastIndexOf(')')
  const fields = line.slice(end + 2).split(' ')
  return {
    name: line.slice(line.indexOf('(') + 1, end),
    state: states.get(fields[0]!) ?? 'unknown',
    ticks: Number(fields[11]) + Number(fields[12]),
    startedAt: fields[19]!,
    pages: Number(fields[21]),
  }
}

/** Of all cores, idle ones too. The last two fields are counted in the first two already. */
function totalTicks(): number {
  const line = contentOf('/proc/stat')?.split('\n')[0] ?? ''
  return line
    .split(/\s+/)
    .slice(1, 9)
    .reduce((sum, ticks) => sum + Number(ticks), 0)
}

/** In bytes. */
function pageSize(): number {
  const found = /^KernelPageSize:\s+(\d+) kB/m.exec(contentOf('/proc/self/smaps') ?? '')
  return Number(found?.[1] ?? 4) * 1024
}

function userNames(): ReadonlyMap<string, string> {
  const lines = contentOf('/etc/passwd')?.split('\n') ?? []
  return new Map(lines.map((line) => line.split(':')).map(([name = '', , uid = '']) => [uid, name]))
}

/** @returns undefined when there is no such file, or it may not be read */
function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
