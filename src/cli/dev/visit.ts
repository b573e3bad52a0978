// One session of the program, and what the program's code has shown in it.

import type { Child } from '../../jsx/element.ts'
import type { AnyHandle } from '../../widgets/handle.ts'
import type { Session } from '../../session/session.ts'
import type { AnyFunction, Family } from './family.ts'
import type { Loss } from './loss.ts'

type Root = () => Child | Promise<Child>

interface FamiliesOfRoots {
  familyOf(component: object): Family | undefined
  newFamily(name: string, first: AnyFunction): Family
}

export class Visit {
  readonly session: Session
  /** Whether it shows what the program has decided on later than at its beginning: that is not taken away. */
  isOnItsOwn = false
  readonly #families: FamiliesOfRoots
  #root: Family | undefined
  /** Whether the root is a function that no module has named. */
  #isUnnamed = false
  /** Whether the next to be mounted is what was mounted before, with other code. */
  #isAgain = false
  #handles: AnyHandle[] = []

  constructor(session: Session, families: FamiliesOfRoots) {
    this.session = session
    this.#families = families
    this.#takeOver()
  }

  /** New code shows the session from its beginning. @returns what is lost by it */
  beginAgain(): Loss[] {
    this.#isAgain = true
    const alive = this.#handles.filter(({ isAlive }) => isAlive)
    this.#handles = []
    for (const handle of alive) handle.destroy()
    if (alive.length === 0) return []
    return [{ name: 'session.create', why: 'widgets made by hand were made anew' }]
  }

  /** The session is the program's own, so what it does has to be seen from inside of it. */
  #takeOver(): void {
    const { session } = this
    const mount = session.mount.bind(session)
    const create = session.create.bind(session)
    Object.assign(session, {
      mount: (component: Root) => this.#mount(component, mount),
      create: (className: string, args?: readonly unknown[]) => {
        const handle = create(className, args)
        // Those that `toast` shows go by themselves.
        if (className !== 'Toast') this.#handles.push(handle)
        return handle
      },
    })
  }

  #mount(component: Root, mount: (component: Root) => void): void {
    if (typeof component !== 'function') return mount(component)
    const known = this.#families.familyOf(component)
    const isAgain = this.#isAgain && this.#root !== undefined
    this.#isAgain = false
    if (isAgain && known === this.#root) return
    if (isAgain && !known && this.#isUnnamed) return this.#root?.adopt(component)
    if (this.#root && !isAgain) this.isOnItsOwn = true
    this.#isUnnamed = !known
    this.#root = known ?? this.#families.newFamily(component.name, component)
    mount(this.#root.component as Root)
  }
}
