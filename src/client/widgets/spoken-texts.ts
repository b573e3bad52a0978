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

  /** @param heard  the number up to which the server has heard */
  told(text: string, seq: number, heard: number): void {
    this.#unheard.push({ text, seq })
    this.areHeard(heard)
  }

  /** Whether the server has heard every text. */
  areHeard(heard: number): boolean {
    const at = this.#unheard.findIndex(({ seq }) => seq > heard)
    const arrived = this.#unheard.splice(0, at < 0 ? this.#unheard.length : at)
    this.#agreed = arrived.at(-1)?.text ?? this.#agreed
    return this.#unheard.length === 0
  }
}
