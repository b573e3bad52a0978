// Edits under way: what the user has changed and the server has not been told yet.

/** Milliseconds of rest after which an edit is told. */
const REST = 300
/** Milliseconds after which an edit without any rest is told: a long one is told in parts. */
const LONGEST = 1000

interface Edit {
  readonly report: () => void
  readonly timer: ReturnType<typeof setTimeout>
  /** When the first change was made that is not told, in milliseconds. */
  readonly since: number
}

export class Pending {
  readonly #edits = new Map<number, Edit>()

  /** The widget `wid` has an edit that `report` will tell; it takes the place of an earlier one. */
  edited(wid: number, report: () => void): void {
    const earlier = this.#edits.get(wid)
    if (earlier) clearTimeout(earlier.timer)
    const now = performance.now()
    const since = earlier?.since ?? now
    const timer = setTimeout(() => this.#tell(wid), Math.min(REST, since + LONGEST - now))
    this.#edits.set(wid, { report, timer, since })
  }

  /** Tells every edit now, in the order in which they were begun. */
  flush(): void {
    const begun = [...this.#edits.keys()]
    for (const wid of begun) this.#tell(wid)
  }

  /** Drops what the widget has not told. */
  forget(wid: number): void {
    clearTimeout(this.#edits.get(wid)?.timer)
    this.#edits.delete(wid)
  }

  clear(): void {
    for (const wid of this.#edits.keys()) this.forget(wid)
  }

  /** The edit is taken out before it is told: telling it flushes the others. */
  #tell(wid: number): void {
    const edit = this.#edits.get(wid)
    this.forget(wid)
    edit?.report()
  }
}
