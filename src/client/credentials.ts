// What the page shows to come back to its session. It is kept in memory; where scripts and other tabs could find it,
// only while the page is out of sight or going away. So a reload keeps the session, and a duplicated tab gets its own.

import type { Credentials } from '../line/index.ts'

export interface KnownCredentials extends Credentials {
  /** Of a server that is not ours: it asks for them by itself. */
  readonly isForeign?: boolean
}

/** As much of `sessionStorage` as is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export class CredentialsInHand {
  readonly #key: string
  readonly #store: () => Store
  #own: KnownCredentials | undefined
  /** Brought by an address. The page's own are kept until they have led to their session. */
  #shared: Credentials | undefined
  #isAway = false

  /**
   * @param key    under which they are put away, see `claimKey`
   * @param store  gives `sessionStorage`; may throw, for that does too where the user forbids it
   */
  constructor(key: string, store: () => Store = () => sessionStorage) {
    this.#key = key
    this.#store = store
  }

  get known(): Credentials | undefined {
    const known = this.#shared ?? this.#own
    return known && { session_id: known.session_id, token: known.token }
  }

  /** What a line to a server of ours shows by itself. */
  get shown(): Credentials | undefined {
    return this.#shared || !this.#own?.isForeign ? this.known : undefined
  }

  /** At the start: what an address has brought comes before what was put away. */
  find(shared: Credentials | undefined): void {
    let text: string | null = null
    this.#try((store) => (text = store.getItem(this.#key)))
    this.#remove()
    this.#own = knownIn(text)
    this.#shared = shared
  }

  /** An address has brought them to a page that is there already. */
  tryOut(shared: Credentials): void {
    this.#shared = shared
  }

  /**
   * The server has let the page into this session.
   *
   * @returns false when an address was to lead into another one, and there are own ones to go back with: these stay
   */
  joined(session: KnownCredentials): boolean {
    const isAstray = this.#shared && String(this.#shared.session_id) !== String(session.session_id)
    this.#shared = undefined
    if (isAstray && this.#own) return false
    this.#own = session
    if (this.#isAway) this.putAway()
    return true
  }

  /** What was shown leads nowhere any more, not even after a reload. */
  drop(): void {
    if (!this.#shared) this.#own = undefined
    this.#shared = undefined
    if (!this.#own) this.#remove()
  }

  /** The page is out of sight, and may go without another word. What comes from here on is put away too. */
  putAway(): void {
    this.#isAway = true
    const kept = this.#own ?? this.#shared
    if (kept) this.#try((store) => store.setItem(this.#key, JSON.stringify(kept)))
  }

  /** The page is in sight, or at its end: nobody else is to find them. */
  takeBack(): void {
    this.#isAway = false
    this.#remove()
  }

  #remove(): void {
    this.#try((store) => store.removeItem(this.#key))
  }

  /** Without a store a reload starts anew, and that is all. */
  #try(use: (store: Store) => void): void {
    try {
      use(this.#store())
    } catch (error) {
      console.debug('The session will not outlive a reload:', error)
    }
  }
}

/** Takes `#session=<session_id>.<token>` out of the address at once: it must not be copied, or stand in the history. */
export function takeShared(): Credentials | undefined {
  const [, session_id, token] = /^#session=([\w-]+)\.([\w-]+)$/.exec(location.hash) ?? []
  if (session_id === undefined || token === undefined) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  return { session_id, token }
}

function knownIn(text: string | null): KnownCredentials | undefined {
  const value: unknown = text === null ? undefined : parsed(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { session_id, token, isForeign } = value as Readonly<Record<string, unknown>>
  if (typeof session_id !== 'string' && typeof session_id !== 'number') return undefined
  if (typeof token !== 'string') return undefined
  return { session_id, token, isForeign: isForeign === true }
}

/** Undefined for what is not JSON: anybody can write into the store. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
