// Finds the command that is meant, and runs it. What is typed wrongly is told in a sentence, with exit code 2.

import { nearest } from '../widgets/nearest.ts'
import { orderOf } from './arguments.ts'
import type { Terminal } from './command.ts'
import { commands } from './commands.ts'
import { helpOf, helpOfAll } from './help.ts'
import { Mistake } from './mistake.ts'
import { ownVersion } from './package.ts'

interface Surroundings {
  readonly folder: string
  readonly terminal: Terminal
}

const here: Surroundings = {
  folder: process.cwd(),
  terminal: { say: (line) => console.log(line), warn: (line) => console.error(line) },
}

/**
 * @param words  what stands behind `treewire`
 * @returns      the exit code
 */
export async function run(
  words: readonly string[],
  { folder, terminal }: Surroundings = here,
): Promise<number> {
  try {
    return await runCommand(words, { folder, terminal })
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    terminal.warn(`treewire: ${error.message}`)
    return error.exitCode
  }
}

async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = words
  const { terminal } = surroundings
  if (name === undefined || isHelp(name)) return say(terminal, await helpOfAll())
  if (['--version', '-v'].includes(name)) return say(terminal, ownVersion())
  const load = commands.get(name)
  if (!load) throw new Mistake(unknownCommand(name), 2)
  const command = await load()
  if (rest.some(isHelp)) return say(terminal, helpOf(command))
  return command.run({ ...orderOf(name, command, rest), ...surroundings })
}

function isHelp(word: string): boolean {
  return ['--help', '-h', 'help'].includes(word)
}

function say({ say }: Terminal, text: string): number {
  say(text)
  return 0
}

function unknownCommand(name: string): string {
  const known = [...commands.keys()]
  if (name.startsWith('-')) {
    return `There is no option ${name}. \`treewire --help\` tells what there is.`
  }
  return `There is no command "${name}". Did you mean "${nearest(name, known)}"? There are ${known.join(', ')}; \`treewire --help\` tells more.`
}
