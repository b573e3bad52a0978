// `treewire dev app.tsx`: runs a program while it is written.

import { once } from 'node:events'
import { loadVite } from '../code/load-vite.ts'
import type { Command, Order, Terminal } from '../command.ts'
import { Development } from '../dev/development.ts'
import { projectOf } from '../project.ts'
import { TypeChecker } from '../dev/types.ts'
import { programFile, standsFor } from '../program-file.ts'

export const dev: Command = {
  summary: 'runs a program while you write it: edits are live at once, and state stays',
  usage: 'dev <file>',
  about: [
    'Runs the program in <file> and shows every edit of it, or of what it imports, at once. Signals, the state of',
    'components, browsers, focus and scroll stay; what cannot stay is named. What is wrong is told here and in the',
    'browser, and the interface before it goes on until it is mended.',
  ].join('\n'),
  takes: [1, 1],
  options: {
    'no-types': { type: 'boolean', about: 'does not check types beside it' },
  },
  run: develop,
}

/** Milliseconds that everything has to come to its end. */
const GRACE = 2000

async function develop({ things, options, folder, terminal }: Order): Promise<number> {
  const file = programFile(things[0]!, folder)
  standsFor(file)
  const vite = await loadVite('treewire dev')
  process.env['NODE_ENV'] ??= 'development'
  const root = projectOf(file)
  const hasTypes = options['no-types'] !== true
  return new Promise((resolve, reject) => {
    let isEnding = false
    const end = (code: number): void => {
      if (isEnding) return
      isEnding = true
      checker.stop()
      // For what the program has left running.
      setTimeout(() => process.exit(code), GRACE).unref()
      void development.close().then(() => resolve(code), reject)
    }
    const development = new Development({
      vite,
      terminal,
      file,
      root,
      onChanged: (files) => {
        if (hasTypes && files.some((one) => TYPED_FILE.test(one))) checker.check()
      },
      onFailed: (error) => {
        terminal.warn(`treewire: ${error instanceof Error ? error.message : String(error)}`)
        end(1)
      },
    })
    const onChecked = (findings: readonly string[]) => tellTypes(findings, development, terminal)
    const checker = new TypeChecker({ root, onChecked })
    catchMistakes(development)
    // Where nobody can be told anything any more there is nothing left to do.
    for (const output of [process.stdout, process.stderr]) output.on('error', () => end(0))
    void stopped().then(() => end(0))
    development.start().then(() => hasTypes && checker.check(), reject)
  })
}

const TYPED_FILE = /\.([mc]?tsx?|json)$/

function tellTypes(
  findings: readonly string[],
  { overlay }: Development,
  terminal: Terminal,
): void {
  const wereWrong = overlay.hide('types')
  if (findings.length === 0) {
    if (wereWrong) terminal.say('treewire: the types are right again')
    return
  }
  const text = findings.join('\n')
  terminal.warn(`treewire: the types are wrong, which stops nothing:\n${text}`)
  overlay.show('types', { title: 'Types', text })
}

/** What nobody has caught would end the process; here it is told, and the program goes on. */
function catchMistakes(development: Development): void {
  process.on('uncaughtException', (error) => development.fail(error, 'nobody has caught this'))
  process.on('unhandledRejection', (error) => development.fail(error, 'nobody has caught this'))
}

/** Somebody wants it to end. A second signal ends the process the hard way. */
async function stopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}
