// What an edit of the program has not left as it was. It is named, never dropped without a word.

export interface Loss {
  /** Whose state it was: a component, or a variable of a module. */
  readonly name: string
  /** Why it is lost: '… was reset, because …'. */
  readonly why: string
}

/** Why something is not as it is written now: an application that listens cannot be told it. */
export const LATER = 'counts from the next `treewire dev` on'

/** One sentence for each, the same one once. */
export function sentencesOf(losses: readonly Loss[]): string[] {
  return [...new Set(losses.map(({ name, why }) => `${name}: ${why}.`))]
}
