// What the steps of a patch make of entries that stand in an order: taken out, moved, put in. Pure. Each step costs the
// same wherever it happens, as the entries form a ring:
//
//   end ⇄ first ⇄ … ⇄ last ⇄ end

export interface Steps<Value> {
  readonly remove?: readonly string[]
  readonly move?: readonly (readonly [key: string, before: string | null])[]
  /** In front of the entry `before`, null for the end; under a key that is there it takes that one's place. */
  readonly put?: readonly (readonly [before: string | null, key: string, value: Value])[]
}

interface Link<Value> {
  before: Link<Value>
  after: Link<Value>
  readonly key: string
  readonly value: Value
}

/**
 * Keys that are not there are passed over, and stand for the end where something is to be put in front of them. What is
 * put in front of itself stays where it is.
 */
export function arranged<Value>(
  entries: Iterable<readonly [key: string, value: Value]>,
  { remove = [], move = [], put = [] }: Steps<Value>,
): ReadonlyMap<string, Value> {
  const ring = new Ring(entries)
  for (const key of remove) ring.takeOut(key)
  for (const [key, before] of move) {
    const moved = ring.at(key)
    if (moved) ring.put(before, key, moved.value)
  }
  for (const [before, key, value] of put) ring.put(before, key, value)
  return new Map(ring.entries())
}

class Ring<Value> {
  readonly #end: Link<Value>
  readonly #links = new Map<string, Link<Value>>()

  constructor(entries: Iterable<readonly [key: string, value: Value]>) {
    const end = { key: '' } as Link<Value>
    end.before = end.after = end
    this.#end = end
    for (const [key, value] of entries) this.put(null, key, value)
  }

  at(key: string): Link<Value> | undefined {
    return this.#links.get(key)
  }

  takeOut(key: string): void {
    const link = this.#links.get(key)
    if (!link) return
    this.#links.delete(key)
    link.before.after = link.after
    link.after.before = link.before
  }

  /** In front of itself it stays where it is. */
  put(before: string | null, key: string, value: Value): void {
    const anchor = before === null ? undefined : this.#links.get(before)
    const after = (before === key ? anchor?.after : anchor) ?? this.#end
    this.takeOut(key)
    const link = { before: after.before, after, key, value }
    after.before.after = link
    after.before = link
    this.#links.set(key, link)
  }

  *entries(): Generator<[string, Value]> {
    for (let link = this.#end.after; link !== this.#end; link = link.after) {
      yield [link.key, link.value]
    }
  }
}
