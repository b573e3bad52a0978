// A session and its browsers joined without socket or page: what crosses the wire is kept as lines. It is a laboratory
// in which frames take no time, so that what is said has arrived when somebody looks.

import type { CallMessage, Json } from '../protocol/messages.ts'
import type { Clock } from '../protocol/clock.ts'
import type { Child } from '../jsx/element.ts'
import { serverClock } from '../session/server-clock.ts'
import type { Session } from '../session/session.ts'
import type { SessionOptions } from '../session/session-options.ts'
import { givenOutside } from './given-outside.ts'
import type { GivenOutside } from './given-outside.ts'
import { Laboratory } from './laboratory.ts'
import type { ModelWidget } from '../model/model.ts'
import type { ModelPage } from './model-page.ts'
import { PromptClock } from './prompt-clock.ts'
import { OpenScreen } from './screen.ts'
import type { Screen, Surroundings } from './screen.ts'
import { Stream } from './stream.ts'
import type { Naming } from './stream.ts'

/** Taken before a test can put a fake clock in its place. */
const nextTurn = setImmediate

export interface RenderOptions extends Omit<SessionOptions, 'clock' | 'outside'> {
  /** How lines call widgets: by number, `#5`, or by where they stand, `VBox/Label[2]`; `wid` unless given. */
  readonly names?: Naming
  /**
   * Time of the session and of its lines. `manual` stands still until `advance` is called; that of the machine unless
   * given.
   */
  readonly clock?: 'manual' | Clock
  /** What `session.recorded(name, …)` gives in place of what is outside: by name, what gives each answer in turn. */
  readonly outside?: GivenOutside
  /** Answers a question that the browser is asked; unanswered ones give undefined. */
  readonly answer?: (call: CallMessage, widget: ModelWidget) => Json | undefined
}

export interface Rendered extends Screen {
  readonly session: Session
  /** Opens another browser, which shows the same session. */
  open(): Screen
  /** Resolves when nothing moves any more: no flush is due, no promise has news. */
  settled(): Promise<void>
  /** Lets time go on, and settles after each timer. @throws Error unless the option `clock` is `manual` */
  advance(milliseconds: number): Promise<void>
  /** What the application did wrong so far, as `where: message`; tests that expect none say so. */
  errors(): string[]
  unmount(): void
}

/** Shows an element, or what a component returns, to a browser that is only a model. */
export function render(
  shown: Child | (() => Child | Promise<Child>),
  options: RenderOptions = {},
): Rendered {
  const stage = new Stage(typeof shown === 'function' ? shown : () => shown, options)
  return Object.assign(stage.open(), {
    session: stage.session,
    open: () => stage.open(),
    settled: () => stage.settled(),
    advance: (milliseconds: number) => stage.advance(milliseconds),
    errors: () => stage.errors(),
    unmount: () => stage.session.destroy(),
  })
}

class Stage {
  readonly session: Session
  readonly #clock = new PromptClock()
  readonly #isManual: boolean
  readonly #names: Naming
  readonly #laboratory: Laboratory
  #first: ModelPage | undefined

  constructor(component: () => Child | Promise<Child>, options: RenderOptions) {
    const { names = 'wid', clock = serverClock, answer, outside, ...session } = options
    this.#names = names
    this.#isManual = clock === 'manual'
    const met: Session[] = []
    const asked = answer && { answer }
    const onConnect = (one: Session): void => void met.push(one)
    this.#laboratory = new Laboratory(
      component,
      { onConnect, ...asked },
      {
        clock: this.#clock,
        sessionClock: clock === 'manual' ? this.#clock : clock,
        session: {
          id: 'test',
          ...session,
          ...(outside && { outside: givenOutside(outside) }),
        },
        hasTimers: this.#isManual,
      },
    )
    this.#first = this.#laboratory.open({ user: options.user }, new Stream(names))
    this.look()
    this.session = met[0]!
    this.session.flush()
    this.look()
  }

  /** The page that was opened with the session, or another one. */
  open(): Screen {
    if (this.session.isOver) throw new Error('The session has ended: no browser can come to it')
    const laboratory = this.#laboratory
    const stream = new Stream(this.#names)
    let page =
      this.#first ??
      laboratory.open({ with: laboratory.pages[0]!, user: this.session.user }, stream)
    this.#first = undefined
    const around: Surroundings = {
      names: this.#names,
      page: () => page,
      network: () => this.#mustBeManual('network', page.network),
      look: () => this.look(),
      flush: () => this.flush(),
      settled: () => this.settled(),
      reload: () => {
        page = laboratory.reload(page, page.stream)
      },
    }
    return new OpenScreen(around)
  }

  /** What is due arrives. */
  look(): void {
    this.#clock.settle()
  }

  flush(): void {
    this.look()
    if (!this.session.isOver) this.session.flush()
    this.look()
  }

  async settled(): Promise<void> {
    let before = -1
    while (before !== this.#count) {
      before = this.#count
      await new Promise((resolve) => nextTurn(resolve))
      this.flush()
    }
  }

  async advance(milliseconds: number): Promise<void> {
    const clock = this.#mustBeManual('advance', this.#clock)
    const end = clock.now() + milliseconds
    await this.settled()
    while (clock.due <= end) {
      clock.advance(clock.due - clock.now())
      await this.settled()
    }
    clock.advance(end - clock.now())
  }

  errors(): string[] {
    return this.#laboratory.errors()
  }

  /** How much has happened. */
  get #count(): number {
    const lines = this.#laboratory.pages.map(({ stream }) => stream.length)
    return lines.reduce((sum, one) => sum + one, this.#laboratory.errors().length)
  }

  #mustBeManual<Value>(what: string, value: Value): Value {
    if (this.#isManual) return value
    throw new Error(
      `"${what}" needs a clock that stands still: render(…, { clock: 'manual' }), and let time go on by advance`,
    )
  }
}
