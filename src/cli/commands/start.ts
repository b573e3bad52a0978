// `treewire start app`: runs a program as it is, for those who use it.

import { pathToFileURL } from 'node:url'
import { loadVite } from '../code/load-vite.ts'
import type { Command, Order } from '../command.ts'
import { Mistake } from '../mistake.ts'
import { problemOf } from '../problem.ts'
import { programFile, standsFor } from '../program-file.ts'
import { projectOf } from '../project.ts'

export const start: Command = {
  summary: 'runs a program for those who use it',
  usage: 'start <file>',
  about: [
    'Runs the program in <file>: JavaScript as it is, as `treewire build` writes it; TypeScript and JSX are compiled',
    'first, which needs Vite. Nothing is watched. NODE_ENV is "production" unless it is given.',
  ].join('\n'),
  takes: [1, 1],
  options: {},
  run: startProgram,
}

/** What Node runs by itself. */
const JAVASCRIPT = /\.[mc]?js$/

/** The program goes on, or ends by itself: the process has the exit code that the program gives it. */
async function startProgram({ things, folder }: Order): Promise<number> {
  const file = programFile(things[0]!, folder)
  standsFor(file)
  process.env['NODE_ENV'] ??= 'production'
  process.setSourceMapsEnabled(true)
  try {
    if (JAVASCRIPT.test(file)) await import(pathToFileURL(file).href)
    else await runCompiled(file)
  } catch (error) {
    if (!isOfListening(error)) throw error
    throw new Mistake(error.message, 1)
  }
  return Number(process.exitCode ?? 0)
}

/** Whether an application cannot have its port, and says what to do. */
function isOfListening(error: unknown): error is Error {
  const cause =
    error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
  return cause?.syscall === 'listen'
}

async function runCompiled(file: string): Promise<void> {
  const vite = await loadVite('treewire start with TypeScript or JSX')
  const { Code } = await import('../code/code.ts')
  const root = projectOf(file)
  const code = await Code.open({ vite, root, isWatched: false })
  try {
    await code.compile(file)
  } catch (error) {
    const { title, text } = problemOf(error, root)
    throw new Mistake(`${title}:\n${text}`, 1)
  }
  await code.run(file)
}
