// Evaluates what has changed, and what imports it up to the program's own file. What cannot be read or compiled is
// found out before anything rests; what throws when it is evaluated leaves the interface as it was.

import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type { EvaluatedModuleNode } from 'vite/module-runner'
import type { Code } from '../code/code.ts'

export interface ReloaderOptions {
  readonly code: Code
  /** The texts of the files as they were compiled last. */
  readonly texts: ReadonlyMap<string, string>
  /** The program's own file. */
  readonly file: string
  /** A file is about to be evaluated anew, or is not wanted any more. */
  readonly rest: (file: string) => void
  /** Resolves when a program that does not come to its end has done what it is evaluated for. */
  readonly enough: () => Promise<void>
  /** A program whose evaluation was found to be enough has thrown after that. */
  readonly onLateError: (error: unknown) => void
}

export class Reloader {
  readonly #options: ReloaderOptions
  /** The modules whose evaluation holds. */
  #sound = new Set<string>()
  /** Files that have changed and are not evaluated yet. */
  readonly #changed = new Set<string>()
  #isSound = false

  constructor(options: ReloaderOptions) {
    this.#options = options
  }

  /** The files that say something else than when they were compiled. */
  get news(): readonly string[] {
    return [...this.#options.texts.keys()].filter((file) => this.#isNews(file))
  }

  /** Those of the files for which the program has to be evaluated again. */
  concerned(files: readonly string[]): readonly string[] {
    const { code } = this.#options
    if (this.#isSound) return files.filter((file) => code.has(file) && this.#isNews(file))
    // Of what could not be evaluated nobody knows which file it wants.
    return files.filter((file) => code.has(file) || MAY_BE_WANTED.test(file))
  }

  /** Evaluates the program, or what has to be after files have changed. @throws what is wrong with it */
  async run(files: readonly string[] = []): Promise<void> {
    const { code, file } = this.#options
    // What it has imported since, when it wanted it, is as sound as the rest.
    if (this.#isSound) this.#sound = this.#evaluated()
    this.#isSound = false
    for (const changed of files) {
      this.#changed.add(changed)
      code.forget(changed)
    }
    const reached = await code.compile(file)
    const stale = this.#forgetStale(reached)
    await this.#evaluate()
    // What is imported only when it is wanted was there, and has to be what it is now.
    for (const module of stale) {
      if (!isEvaluated(module) && reached.has(module.file)) await code.run(module.id)
    }
    this.#changed.clear()
    this.#sound = this.#evaluated()
    this.#isSound = true
  }

  #evaluated(): Set<string> {
    const all = [...this.#options.code.modules.idToModuleMap.values()]
    return new Set(all.filter(isEvaluated).map(({ id }) => id))
  }

  /** A program may wait for its own end. */
  async #evaluate(): Promise<void> {
    const { code, file, enough, onLateError } = this.#options
    let isEnough = false
    const evaluated = code.run(file).catch((error: unknown) => {
      if (!isEnough) throw error
      onLateError(error)
    })
    await Promise.race([evaluated, enough()])
    isEnough = true
  }

  /** What has to be evaluated anew, and what the program does not want any more, rests. @returns what was evaluated of it */
  #forgetStale(reached: ReadonlySet<string>): readonly EvaluatedModuleNode[] {
    const { code, rest } = this.#options
    const stale = this.#staleModules()
    const forgotten = [...code.modules.idToModuleMap.values()].filter(({ id, file }) => {
      const isWanted = reached.has(file) || !isAbsolute(file)
      return stale.has(id) || !this.#sound.has(id) || !isWanted
    })
    const evaluated = forgotten.filter(isEvaluated)
    for (const module of forgotten) {
      rest(module.file)
      code.modules.invalidateModule(module)
    }
    return evaluated
  }

  /** What has changed, and what imports it. */
  #staleModules(): ReadonlySet<string> {
    const { modules } = this.#options.code
    const stale = new Set<string>()
    const add = (id: string): void => {
      if (stale.has(id)) return
      stale.add(id)
      for (const importer of modules.getModuleById(id)?.importers ?? []) add(importer)
    }
    for (const file of this.#changed) {
      for (const { id } of modules.getModulesByFile(file) ?? []) add(id)
    }
    return stale
  }

  #isNews(file: string): boolean {
    return textOf(file) !== this.#options.texts.get(file)
  }
}

/** Whether its evaluation has at least begun. */
function isEvaluated({ promise }: EvaluatedModuleNode): boolean {
  return promise !== undefined
}

const MAY_BE_WANTED = /\.([mc]?[jt]sx?|json)$/

/** Undefined for what is no file. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It has been taken away, or never was one.
    return undefined
  }
}
