// All commands: one file each in commands/. A new one is a file and a line here.

import type { Command } from './command.ts'

/** Loaded when it is its turn: what one needs the others do not wait for. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['dev', async () => (await import('./commands/dev.ts')).dev],
  ['start', async () => (await import('./commands/start.ts')).start],
  ['build', async () => (await import('./commands/build.ts')).build],
  ['new', async () => (await import('./commands/new.ts')).newProject],
  ['replay', async () => (await import('./commands/replay.ts')).replay],
  ['test-from', async () => (await import('./commands/test-from.ts')).testFrom],
])
