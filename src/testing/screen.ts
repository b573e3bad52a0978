// One browser as a test sees and uses it. What its user does resolves when nothing moves any more.

import type { Json } from '../protocol/messages.ts'
import type { Choice } from './choices.ts'
import type { Target } from './find.ts'
import type { ModelBrowser, ModelWidget } from '../model/model.ts'
import type { ModelPage } from './model-page.ts'
import type { Network } from './network.ts'
import { outline } from './outline.ts'
import type { Naming } from './stream.ts'
import { sentOf } from './upload.ts'
import type { UserFile } from './upload.ts'
import type { User } from './user.ts'

/** What is looked for and used, in a whole browser or inside of one widget. */
export interface Within {
  /** The one widget that fits; a string is its text. @throws when there is none, or more than one */
  find(target: Target): ModelWidget
  /** Every widget that fits, in tree order. */
  findAll(target: Target): ModelWidget[]
  /** The same, looking only inside of this widget. */
  within(target: Target): Within
  /** Presses a button, ticks a box, follows a link, folds a section. A button of a dialog goes by its text. */
  click(target: Target): Promise<void>
  /** Types behind the text of a field, and rests. A line break in a field for one line is the Enter key. */
  type(target: Target, text: string): Promise<void>
  /** Empties a field, and rests. */
  clear(target: Target): Promise<void>
  /**
   * Chooses an item of a ComboBox, a tab, a row, or a RadioButton by itself. Of several rows each after the first is
   * clicked with Ctrl: selected too, or no longer if it was.
   */
  select(target: Target, ...choices: readonly Choice[]): Promise<void>
  /** Clicks what can be on or off, unless it is as wanted already; `isOn` is true unless given. */
  check(target: Target, isOn?: boolean): Promise<void>
  /** Presses a key, by the name that browsers have for it, where the focus is or at a widget. */
  press(key: string, target?: Target): Promise<void>
  /** Gives files to a FileDialog, or drops them on any other widget. */
  upload(target: Target, ...files: readonly UserFile[]): Promise<void>
  /** Any event of a widget with what it tells; told if the server listens. */
  fire(target: Target, action: string, ...args: readonly Json[]): Promise<void>
}

/** A browser. */
export interface Screen extends Within {
  readonly browser: ModelBrowser
  /** Its lines, which a test may break. @throws Error unless time stands still, see `clock: 'manual'` */
  readonly network: Network
  /** Every line so far. Answers that only acknowledge a frame are left out. */
  messages(names?: Naming): string[]
  /** The lines since the last `take`. */
  take(names?: Naming): string[]
  /** The frames since the last `takeFrames`, as text. */
  takeFrames(): string[]
  /** The widget tree as text, one widget a line. */
  tree(names?: Naming): string
  /** Loads its page again: an empty one, that is told everything. */
  reconnect(): void
}

/** What a browser stands in. */
export interface Surroundings {
  readonly names: Naming
  readonly page: () => ModelPage
  readonly network: () => Network
  /** Everything that is due arrives. */
  readonly look: () => void
  /** The session sends what it has to say, and it arrives. */
  readonly flush: () => void
  readonly settled: () => Promise<void>
  readonly reload: () => void
}

class Scope implements Within {
  readonly #around: Surroundings
  readonly #root: ModelWidget | undefined

  constructor(around: Surroundings, root?: ModelWidget) {
    this.#around = around
    this.#root = root
  }

  find(target: Target): ModelWidget {
    return this.#user.find(target)
  }

  findAll(target: Target): ModelWidget[] {
    return this.#user.findAll(target)
  }

  within(target: Target): Within {
    return new Scope(this.#around, this.find(target))
  }

  click(target: Target): Promise<void> {
    return this.#do((user) => user.click(target))
  }

  type(target: Target, text: string): Promise<void> {
    return this.#do((user) => user.type(target, text))
  }

  clear(target: Target): Promise<void> {
    return this.#do((user) => user.clear(target))
  }

  select(target: Target, ...choices: readonly Choice[]): Promise<void> {
    return this.#do((user) => user.select(target, ...choices))
  }

  check(target: Target, isOn = true): Promise<void> {
    return this.#do((user) => user.check(target, isOn))
  }

  press(key: string, target?: Target): Promise<void> {
    return this.#do((user) => user.press(key, target))
  }

  fire(target: Target, action: string, ...args: readonly Json[]): Promise<void> {
    return this.#do((user) => user.fire(target, action, ...args))
  }

  async upload(target: Target, ...files: readonly UserFile[]): Promise<void> {
    const widget = this.find(target)
    const page = this.#around.page()
    const transfer = page.nextTransfer()
    for (const [message, bytes] of sentOf(widget, files, transfer)) {
      if (page.isStopped(transfer)) break
      page.tell(message, bytes && Uint8Array.from(bytes).buffer)
      // The page hears between two pieces whether more are wanted.
      this.#around.flush()
    }
    await this.#around.settled()
  }

  get #user(): User {
    this.#around.look()
    const { user } = this.#around.page()
    return this.#root ? user.within(this.#root) : user
  }

  async #do(deed: (user: User) => void): Promise<void> {
    deed(this.#user)
    await this.#around.settled()
  }
}

export class OpenScreen extends Scope implements Screen {
  readonly #around: Surroundings

  constructor(around: Surroundings) {
    super(around)
    this.#around = around
  }

  get browser(): ModelBrowser {
    return this.#page.browser
  }

  get network(): Network {
    return this.#around.network()
  }

  messages(names?: Naming): string[] {
    return this.#page.stream.all(names)
  }

  take(names?: Naming): string[] {
    return this.#page.take(names)
  }

  takeFrames(): string[] {
    return this.#page.takeFrames()
  }

  tree(names: Naming = this.#around.names): string {
    const { windows, names: known } = this.browser
    return names === 'wid' ? outline(windows) : outline(windows, ({ wid }) => known.ownOf(wid))
  }

  reconnect(): void {
    this.#around.reload()
  }

  get #page(): ModelPage {
    this.#around.look()
    return this.#around.page()
  }
}
