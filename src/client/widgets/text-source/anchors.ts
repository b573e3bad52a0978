// Places in a text that move with what stands around them. Pure: an edit is a mapping of offsets.

/** What happens to a place when text is put in exactly there: it goes behind, or stays. */
export type Gravity = 'left' | 'right'

/** Where an offset is after an edit; `side` below 0 stays in front of what is put in there. */
export interface Mapping {
  mapPos(offset: number, side: number): number
}

/** A place; it is lost when its text is replaced, or when it is removed. */
export class Anchor {
  offset: number
  readonly gravity: Gravity
  isValid = true
  readonly #lost: () => void

  constructor(offset: number, gravity: Gravity, lost: () => void) {
    this.offset = offset
    this.gravity = gravity
    this.#lost = lost
  }

  map(mapping: Mapping): void {
    this.offset = mapping.mapPos(this.offset, this.gravity === 'left' ? -1 : 1)
  }

  lose(): void {
    this.isValid = false
    this.#lost()
  }
}

/** All places of one text. */
export class Anchors {
  readonly #all = new Set<Anchor>()

  get count(): number {
    return this.#all.size
  }

  /** @param lost  told when the place is none any more */
  add(offset: number, gravity: Gravity, lost: () => void): Anchor {
    const anchor = new Anchor(offset, gravity, lost)
    this.#all.add(anchor)
    return anchor
  }

  map(mapping: Mapping): void {
    for (const anchor of this.#all) anchor.map(mapping)
  }

  /** Nobody looks at it any more. */
  forget(anchor: Anchor): void {
    this.#all.delete(anchor)
  }

  lose(anchor: Anchor): void {
    if (this.#all.delete(anchor)) anchor.lose()
  }

  loseAll(): void {
    for (const anchor of this.#all) this.lose(anchor)
  }
}
