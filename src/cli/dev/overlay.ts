// Shows in every session what is wrong with the program, in a window that goes when it is mended. It takes no focus,
// and what stands behind it goes on.

import { Session } from '../../session/session.ts'
import type { AnyHandle } from '../../widgets/handle.ts'
import type { AnyFunction } from './family.ts'
import type { Loss } from './loss.ts'
import { sentencesOf } from './loss.ts'
import type { Problem } from '../problem.ts'

/** What the windows of one kind are about. */
export type Concern = 'code' | 'types'

/** Milliseconds that is shown what could not be kept. */
const LOSS_TIME = 15_000
/** Pixels. */
const WIDTH = 640
const PADDING = 12

export class Overlay {
  readonly #sessions: () => readonly Session[]
  readonly #problems = new Map<Concern, Problem>()
  #windows: { readonly concern: Concern; readonly window: AnyHandle }[] = []

  /** @param sessions  those that are there now */
  constructor(sessions: () => readonly Session[]) {
    this.#sessions = sessions
  }

  show(concern: Concern, problem: Problem): void {
    this.hide(concern)
    this.#problems.set(concern, problem)
    for (const session of this.#sessions()) this.#open(session, concern, problem)
  }

  /** @returns whether there was anything to hide */
  hide(concern: Concern): boolean {
    const wasShown = this.#problems.delete(concern)
    for (const { window } of this.#windows.filter((one) => one.concern === concern)) {
      if (window.isAlive) window.destroy()
    }
    this.#windows = this.#windows.filter(({ window }) => window.isAlive)
    return wasShown
  }

  /** Shows a session that has begun what the others see. */
  greet(session: Session): void {
    for (const [concern, problem] of this.#problems) this.#open(session, concern, problem)
  }

  tellLosses(losses: readonly Loss[]): void {
    for (const session of this.#sessions()) {
      for (const text of sentencesOf(losses)) {
        session.toast(text, { tone: 'warning', timeout: LOSS_TIME })
      }
    }
  }

  #open(session: Session, concern: Concern, { title, text }: Problem): void {
    const window = create(session, 'TopLevel', [{ title, shadeable: false }])
    const box = create(session, 'VBox', [])
    box.call('set_padding', PADDING)
    box.call('add_widget', create(session, 'Label', [text, { variant: 'code' }]))
    window.call('set_widget', box)
    window.call('resize', WIDTH, null)
    window.on('close', () => window.destroy())
    window.call('show')
    window.call('raise_')
    this.#windows.push({ concern, window })
  }
}

/** Not by way of the program, which has not made it; see visit.ts. */
function create(session: Session, className: string, args: readonly unknown[]): AnyHandle {
  const method = Reflect.get(Session.prototype, 'create') as AnyFunction
  return Reflect.apply(method, session, [className, args]) as AnyHandle
}
