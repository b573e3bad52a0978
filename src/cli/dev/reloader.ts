// Evaluates what has changed, and what imports it up to the program's own file. What cannot be read or compiled is
// found out before anything ends; what throws when it is evaluated leaves the interface as it was.

import { readFileSync, statSync } from 'node:fs'
import type { Code } from '../code/code.ts'

export interface ReloaderOptions {
  readonly code: Code
  /** The texts of the files as they were compiled last. */
  readonly texts: ReadonlyMap<string, string>
  /** The program's own file. */
  readonly file: string
  /** A file is about to be evaluated anew. */
  readonly end: (file: string) => void
}

export class Reloader {
  readonly #code: Code
  readonly #file: string
  readonly #end: (file: string) => void
  readonly #texts: ReadonlyMap<string, string>
  /** When the files that have been looked at were written: milliseconds since 1970, -1 where there is none. */
  readonly #times = new Map<string, number>()
  /** The modules whose evaluation holds. */
  #sound = new Set<string>()
  /** Files that have changed and are not evaluated yet. */
  readonly #changed = new Set<string>()
  #isSound = false

  constructor({ code, texts, file, end }: ReloaderOptions) {
    this.#code = code
    this.#texts = texts
    this.#file = file
    this.#end = end
  }

  /** All files that have been compiled. */
  get files(): readonly string[] {
    return [...this.#texts.keys()]
  }

  /** Those of the files for which the program has to be evaluated again. */
  concerned(files: readonly string[]): readonly string[] {
    const touched = files.filter((file) => this.#isTouched(file))
    if (this.#isSound) return touched.filter((file) => this.#code.has(file) && this.#isNews(file))
    // Of what could not be evaluated nobody knows which file it wants.
    return touched.filter((file) => this.#code.has(file) || MAY_BE_WANTED.test(file))
  }

  /** Evaluates the program, or what has to be after files have changed. @throws what is wrong with it */
  async run(files: readonly string[] = []): Promise<void> {
    this.#isSound = false
    for (const file of files) {
      this.#changed.add(file)
      this.#code.forget(file)
    }
    await this.#code.compile(this.#file)
    this.#forgetStale()
    await this.#code.run(this.#file)
    this.#changed.clear()
    this.#sound = new Set(this.#code.modules.idToModuleMap.keys())
    this.#isSound = true
  }

  #forgetStale(): void {
    const { modules } = this.#code
    const stale = this.#staleModules()
    for (const module of modules.idToModuleMap.values()) {
      if (!stale.has(module.id) && this.#sound.has(module.id)) continue
      this.#sound.delete(module.id)
      this.#end(module.file)
      modules.invalidateModule(module)
    }
  }

  /** What has changed, and what imports it. */
  #staleModules(): ReadonlySet<string> {
    const { modules } = this.#code
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

  /** Whether it has been written since it was looked at last. */
  #isTouched(file: string): boolean {
    const before = this.#times.get(file)
    const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1
    this.#times.set(file, time)
    return before === undefined ? this.#isNews(file) : time !== before
  }

  #isNews(file: string): boolean {
    return textOf(file) !== this.#texts.get(file)
  }
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
