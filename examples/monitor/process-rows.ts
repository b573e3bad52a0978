// Processes as rows of a table. Pure.

import type { Process } from './figures.ts'

/** Steps that are seen: a row whose figures moved less than these is the same row, and is not sent. */
const steps = { cpu: 0.1, memory: 100 * 1024 }

/** Those that a text is found in, by name, user, number or command; an empty text is found in all. */
export function filtered(all: readonly Process[], text: string): readonly Process[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return all
  return all.filter(({ pid, name, user, command }) =>
    `${pid} ${name} ${user} ${command}`.toLowerCase().includes(wanted),
  )
}

/** In the order of their numbers: the browser sorts them as its user likes, and nothing has to move here. */
export function rowsOf(all: readonly Process[]) {
  return all.map(rowOf).toSorted((a, b) => a.pid - b.pid)
}

/** The most used first. */
export function busiest(all: readonly Process[], count: number) {
  const most = (one: Process): number => one.cpu ?? 0
  return all
    .toSorted((a, b) => most(b) - most(a) || (b.memory ?? 0) - (a.memory ?? 0))
    .slice(0, count)
    .map(rowOf)
}

/** Letters of a command that a row shows. */
const commandLength = 120

function rowOf({ pid, name, user, state, cpu, memory, command }: Process) {
  return {
    pid,
    name,
    user,
    state,
    cpu: rounded(cpu, steps.cpu),
    memory: rounded(memory, steps.memory),
    command: command.slice(0, commandLength),
  }
}

function rounded(value: number | null, step: number): number | null {
  // The last rounding takes away what division by a tenth leaves behind.
  return value === null ? null : Number((Math.round(value / step) * step).toFixed(1))
}
