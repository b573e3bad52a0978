// Has the types of a project checked beside the program, by the compiler that the project has.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** What the compiler has found; empty when there is nothing to find. */
export type OnChecked = (findings: readonly string[]) => void

/** Checks now and whenever something changes. @returns nothing where there is no tsconfig.json, or no compiler */
export function checkTypes(root: string, onChecked: OnChecked): ChildProcess | undefined {
  const compiler = compilerOf(root)
  if (!compiler || !existsSync(join(root, 'tsconfig.json'))) return undefined
  const args = ['--noEmit', '--watch', '--preserveWatchOutput', '--pretty', 'false', '-p', root]
  const child = spawn(process.execPath, [compiler, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const findings = new Findings(onChecked)
  createInterface(child.stdout).on('line', (line) => findings.hear(line))
  return child
}

/** Puts together what the compiler prints of one check. */
export class Findings {
  readonly #onChecked: OnChecked
  #lines: string[] = []

  constructor(onChecked: OnChecked) {
    this.#onChecked = onChecked
  }

  hear(line: string): void {
    if (/^\S.*: error TS\d+: /.test(line)) this.#lines.push(line)
    else if (/\bFound \d+ errors?\b/.test(line)) this.#onChecked(this.#lines.splice(0))
    else if (/^\s+\S/.test(line) && this.#lines.length > 0) this.#lines.push(line)
  }
}

function compilerOf(root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('typescript/package.json')
    const path = join(dirname(manifest), 'bin/tsc')
    return existsSync(path) ? path : undefined
  } catch {
    // It is not installed: types are checked elsewhere, or not at all.
    return undefined
  }
}
