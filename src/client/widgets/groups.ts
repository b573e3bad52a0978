// Groups of which one member is on: radio buttons and toggle buttons. They span the whole page, and each page
// has its own.

/** A member, as its group sees it. */
export interface Member {
  /** Another member is on now. */
  turnOff(): void
}

export class Group {
  /** For the `name` of radio inputs: arrow keys go around among those that share it. */
  readonly name: string
  readonly #members = new Set<Member>()
  readonly #groupOf: WeakMap<object, Group>

  /** @param groupOf  where it enters its members */
  constructor(name: string, groupOf: WeakMap<object, Group>) {
    this.name = name
    this.#groupOf = groupOf
  }

  join(member: Member): void {
    this.#members.add(member)
    this.#groupOf.set(member, this)
  }

  leave(member: Member): void {
    this.#members.delete(member)
    this.#groupOf.delete(member)
  }

  /** `member` is on, so the others are not. */
  turnedOn(member: Member): void {
    for (const other of this.#members) if (other !== member) other.turnOff()
  }
}

/** The groups of one page. */
export class Groups {
  readonly #prefix: string
  readonly #named = new Map<string, Group>()
  readonly #groupOf = new WeakMap<object, Group>()
  #count = 0

  /** @param prefix  what names of inputs begin with: two pages in one document must not share one */
  constructor(prefix: string) {
    this.#prefix = prefix
  }

  /** A group that only its members know. */
  create(): Group {
    return new Group(`${this.#prefix}-${++this.#count}`, this.#groupOf)
  }

  /** The group that this is a member of. */
  of(member: object): Group | undefined {
    return this.#groupOf.get(member)
  }

  /** @param key the kind of member and the name of the group: kinds do not mix */
  named(key: string): Group {
    const known = this.#named.get(key)
    if (known) return known
    const group = this.create()
    this.#named.set(key, group)
    return group
  }
}
