// Collects the files that change, and tells of them together: an editor may save many at once, and save one in steps.

import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FSWatcher } from 'vite'

/** Milliseconds of quiet after which what has changed is told. */
const QUIET = 10
/** So often, and so many milliseconds apart, an empty file is looked at again: it may be about to be written. */
const LOOKS = 10
const LOOK_TIME = 20

/** The watcher says nothing of what becomes of a file in so many milliseconds after it has told of it, so we look. */
const SILENCE = 60

/** @param tell  is not called again before it is through */
export class Changes {
  readonly #tell: (files: readonly string[]) => Promise<void>
  readonly #files = new Set<string>()
  /** When the files were written that have been told: milliseconds since 1970, -1 where there is none. */
  readonly #times = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #isTelling = false

  constructor(watcher: FSWatcher, tell: (files: readonly string[]) => Promise<void>) {
    this.#tell = tell
    const note = (name: string): void => {
      const file = name.replaceAll('\\', '/')
      this.note(file)
      setTimeout(() => this.note(file), SILENCE)
    }
    watcher.on('change', note).on('add', note).on('unlink', note)
  }

  /** A file may have changed. */
  note(file: string): void {
    this.#files.add(file)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#tellAll(), QUIET)
  }

  async #tellAll(): Promise<void> {
    if (this.#isTelling) return
    this.#isTelling = true
    try {
      while (this.#files.size > 0) await this.#tellNews()
    } finally {
      this.#isTelling = false
    }
  }

  async #tellNews(): Promise<void> {
    const files = [...this.#files]
    this.#files.clear()
    await Promise.all(files.map(written))
    const touched = await Promise.all(files.map((file) => this.#isTouched(file)))
    const news = files.filter((_, at) => touched[at])
    if (news.length > 0) await this.#tell(news)
  }

  /** Whether it has been written since it was told. */
  async #isTouched(file: string): Promise<boolean> {
    const before = this.#times.get(file)
    const time = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => -1,
    )
    this.#times.set(file, time)
    return time !== before
  }
}

/** Resolves when there is something in the file, or it may be that nothing is meant to be. */
async function written(file: string): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_TIME))
  }
}
