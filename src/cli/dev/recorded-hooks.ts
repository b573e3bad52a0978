// The hooks of a component whose code may become another: which ones it calls is known, so that new code which calls
// others is found out before it is given what is not its own.

import { Hooks } from '../../reconciler/hooks.ts'

/** New code calls other hooks than the code before. */
export class HooksChanged extends Error {
  override readonly name = 'HooksChanged'
}

export class RecordedHooks extends Hooks {
  readonly #names: string[] = []
  #at = 0
  #isChecked = false
  #isGivenUp = false

  /** In the order of their calls. */
  get names(): readonly string[] {
    return this.#names
  }

  override begin(): void {
    super.begin()
    this.#at = 0
    this.#isGivenUp = false
  }

  /** The render has thrown somewhere in the middle, so it has not called all of them. */
  giveUp(): void {
    this.#isGivenUp = true
    this.#isChecked = false
  }

  override end(): void {
    if (!this.#isGivenUp) super.end()
  }

  /** From now on to the end of the render, it is new code that calls. */
  check(): void {
    this.#isChecked = true
    this.renew()
  }

  /** @throws HooksChanged when the new code has called fewer hooks */
  endCheck(): void {
    if (this.#isChecked && this.#at < this.#names.length) throw new HooksChanged()
    this.#isChecked = false
  }

  /** @throws HooksChanged when the new code calls another hook here, or one more */
  override cell<Cell>(make: () => Cell, hook: string): Cell {
    const known = this.#names[this.#at]
    if (this.#isChecked && known !== hook) throw new HooksChanged()
    const cell = super.cell(make, hook)
    this.#names[this.#at++] = hook
    return cell
  }
}
