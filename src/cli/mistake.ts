// What whoever has typed the command can put right: it is told in a sentence, without a stack.

export class Mistake extends Error {
  override readonly name = 'Mistake'
  readonly exitCode: number

  /** @param exitCode  2 when the command was typed wrongly, 1 when what it works on is not as it should be */
  constructor(sentence: string, exitCode: 1 | 2) {
    super(sentence)
    this.exitCode = exitCode
  }
}
