// Has the types of a project checked beside the program, by the compiler that the project has. It is started anew for
// each check: so it looks at what we have seen change, and at nothing else.

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

export interface TypesOptions {
  readonly root: string
  /** @param findings  what is wrong, a line or more each; empty when nothing is */
  readonly onChecked: (findings: readonly string[]) => void
}

export class TypeChecker {
  readonly #options: TypesOptions
  /** Undefined where there is nothing to check, or nothing to check it with. */
  readonly #compiler: string | undefined
  #running: ChildProcess | undefined
  #isWanted = false
  #isStopped = false

  constructor(options: TypesOptions) {
    this.#options = options
    const { root } = options
    this.#compiler = existsSync(join(root, 'tsconfig.json')) ? compilerOf(root) : undefined
  }

  /** Something has changed. What changes during a check is checked after it. */
  check(): void {
    this.#isWanted = true
    if (!this.#running) void this.#checkAll()
  }

  stop(): void {
    this.#isStopped = true
    this.#running?.kill()
  }

  async #checkAll(): Promise<void> {
    while (this.#isWanted && this.#compiler !== undefined && !this.#isStopped) {
      this.#isWanted = false
      const child = this.#start(this.#compiler)
      this.#running = child
      const printed = await text(child.stdout!)
      if (!this.#isWanted && !this.#isStopped) this.#options.onChecked(findingsIn(printed))
    }
    this.#running = undefined
  }

  #start(compiler: string): ChildProcess {
    const { root } = this.#options
    const child = spawn(process.execPath, [compiler, '--noEmit', '--pretty', 'false', '-p', root], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    // Who edits waits for the program, not for this.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    return child
  }
}

/** What the compiler has found, one text each, with the lines that belong to it. Pure. */
export function findingsIn(printed: string): string[] {
  const findings: string[] = []
  for (const line of printed.split(/\r?\n/)) {
    if (/^(\S.*: )?error TS\d+: /.test(line)) findings.push(line)
    else if (/^\s+\S/.test(line) && findings.length > 0) findings.push(`${findings.pop()}\n${line}`)
  }
  return findings
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
