// The processes of this machine: on Linux read from /proc, elsewhere by systeminformation.
//
// On Linux systeminformation starts a `cat` for each process: with 80 of them a reading took 100 ms and a
// tenth of a core at one a second. The files read directly are the same figures for a few milliseconds.

import { processes } from 'systeminformation'
import type { Process } from './figures.ts'
import { LinuxProcesses } from './linux-processes.ts'

export const readProcesses: () => Promise<readonly Process[]> =
  process.platform === 'linux' ? readerForLinux() : readAnywhere

function readerForLinux(): () => Promise<readonly Process[]> {
  const all = new LinuxProcesses()
  return () => Promise.resolve(all.read())
}

async function readAnywhere(): Promise<readonly Process[]> {
  const { list } = await processes()
  return list.map(({ pid, name, user, state, cpu, memRss, path, command, params }) => ({
    pid,
    name,
    user,
    state,
    cpu: Number.isFinite(cpu) ? cpu : null,
    memory: Number.isFinite(memRss) ? memRss * 1024 : null,
    command: [path ? `${path}/${command}` : command, params].filter(Boolean).join(' '),
  }))
}
