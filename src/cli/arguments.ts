// Turns the words behind a command into what it is told. Pure.

import { parseArgs } from 'node:util'
import { nearest } from '../widgets/nearest.ts'
import type { Command, Order } from './command.ts'
import { Mistake } from './mistake.ts'

type Told = Pick<Order, 'things' | 'options'>

/** @throws Mistake when the command does not take these words */
export function orderOf(name: string, command: Command, words: readonly string[]): Told {
  const { tokens } = parseArgs({
    args: [...words],
    options: { ...command.options },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const things: string[] = []
  const options: Record<string, string | boolean> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') things.push(token.value)
    if (token.kind === 'option') options[token.name] = valueOf(name, command, token)
  }
  checkCount(name, command, things)
  return { things, options }
}

interface GivenOption {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

function valueOf(
  name: string,
  { options }: Command,
  { name: option, rawName, value }: GivenOption,
): string | boolean {
  if (!Object.hasOwn(options, option)) throw new Mistake(unknownOption(name, rawName, options), 2)
  const takesText = options[option]!.type === 'string'
  if (takesText && (value === undefined || value === '')) {
    throw new Mistake(`${rawName} needs something behind it, as in ${rawName} <…>.`, 2)
  }
  if (!takesText && value !== undefined) {
    throw new Mistake(`${rawName} takes nothing behind it, got "${value}".`, 2)
  }
  return value ?? true
}

function unknownOption(name: string, given: string, options: Command['options']): string {
  const known = Object.keys(options).map((option) => `--${option}`)
  const hint = known.length === 0 ? 'It has none.' : `Did you mean ${nearest(given, known)}?`
  return `treewire ${name} has no option ${given}. ${hint} \`treewire ${name} --help\` tells what there is.`
}

function checkCount(
  name: string,
  { takes: [least, most], usage }: Command,
  things: readonly string[],
) {
  if (things.length < least) {
    const missing = usage.split(' ').slice(1 + things.length, 1 + least)
    throw new Mistake(
      `treewire ${name} needs ${missing.join(' ')} behind it. \`treewire ${name} --help\` tells more.`,
      2,
    )
  }
  if (things.length <= most) return
  const surplus = things.slice(most).map((thing) => `"${thing}"`)
  throw new Mistake(
    `treewire ${name} does not know what to do with ${surplus.join(' and ')}: treewire ${usage}`,
    2,
  )
}
