// What a command is, and what it is told.

export interface Command {
  /** One line for the list of all commands. */
  readonly summary: string
  /** What stands behind `treewire`, e.g. 'dev <file>'. */
  readonly usage: string
  /** What its help says beside the options; whole sentences. */
  readonly about: string
  /** How many things it takes beside its options. */
  readonly takes: readonly [least: number, most: number]
  readonly options: Readonly<Record<string, Option>>
  /** @returns the exit code; a command that goes on for ever resolves when it has been stopped */
  readonly run: (order: Order) => Promise<number>
}

export interface Option {
  /** `--types`, or `--port 8080`. */
  readonly type: 'boolean' | 'string'
  readonly about: string
}

/** What somebody wants of a command. */
export interface Order {
  readonly things: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** The folder that everything is seen from. */
  readonly folder: string
  readonly terminal: Terminal
}

/** Where lines are printed. */
export interface Terminal {
  /** What was asked for. */
  readonly say: (line: string) => void
  /** What is wrong. */
  readonly warn: (line: string) => void
}
