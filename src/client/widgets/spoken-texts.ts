// What a field and its server have said to each other: which text both know, and what the server has yet to hear.

interface ToldText {
  readonly text: string
  readonly seq: number
}

export class SpokenTexts {
  #agreed = ''
  /** In the order in which they were told. */
  #unheard: ToldText[] = []

  /** What the server last heard, or said. */
  get agreed(): string {
    return this.#agreed
  }

  said(text: string): void {
    this.#agreed = text
  }

  /** @param seq  the number under which the server will have heard it */
  told(text: string, seq: number): void {
    this.#unheard.push({ text, seq })
  }

  /** The server has heard all up to this number. */
  heard(count: number): void {
    const at = this.#unheard.findIndex(({ seq }) => seq > count)
    const arrived = this.#unheard.splice(0, at < 0 ? this.#unheard.length : at)
    this.#agreed = arrived.at(-1)?.text ?? this.#agreed
  }

  /** Whether the server has heard every text. */
  get areHeard(): boolean {
    return this.#unheard.length === 0
  }
}
