// Work for a module that is fetched only when first needed. It is done in the order it came, and never
// before the caller has gone on: the promise of the module is the queue.

/** A module that may still be on its way. Each widget that needs one has its own. */
export class Lazy<Module> {
  readonly #module: Promise<Module>
  #isClosed = false

  /**
   * @param load    fetches it, e.g. `() => import('dompurify')`; called once
   * @param failed  told, once, when it cannot be had; all work is dropped then
   */
  constructor(load: () => Promise<Module>, failed: (reason: unknown) => void) {
    this.#module = load()
    this.#module.catch((reason: unknown) => {
      if (!this.#isClosed) failed(reason)
    })
  }

  run(work: (module: Module) => void): void {
    const start = (module: Module): void => {
      if (!this.#isClosed) work(module)
    }
    this.#module.then(start, () => 'told to `failed` already')
  }

  /** @throws what `load` threw, or an Error when the widget ended in the meantime */
  async ask<Answer>(question: (module: Module) => Answer): Promise<Answer> {
    const module = await this.#module
    if (this.#isClosed) throw new Error('The widget was destroyed before it could answer')
    return question(module)
  }

  /** Nothing is done from now on, not even what waits. */
  close(): void {
    this.#isClosed = true
  }
}
