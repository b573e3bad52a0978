// The texts of `treewire --help` and `treewire <command> --help`.

import type { Command } from './command.ts'
import { commands } from './commands.ts'

export async function helpOfAll(): Promise<string> {
  const all = await Promise.all([...commands.values()].map((load) => load()))
  return [
    'JSX and signals on the server, widgets in the browser.',
    '',
    'treewire <command>',
    '',
    ...columns(all.map(({ usage, summary }) => [usage, summary])),
    '',
    ...columns([
      ['<command> --help', 'tells more of a command'],
      ['--version', 'says which treewire this is'],
    ]),
  ].join('\n')
}

export function helpOf({ usage, about, options }: Command): string {
  const rows = Object.entries(options).map(([name, option]): Row => {
    const value = option.type === 'string' ? ' <…>' : ''
    return [`--${name}${value}`, option.about]
  })
  const end = rows.length === 0 ? [] : ['', ...columns(rows)]
  return [`treewire ${usage}`, '', about, ...end].join('\n')
}

type Row = readonly [left: string, right: string]

function columns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
