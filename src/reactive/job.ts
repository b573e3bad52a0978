// What a scheduler is given.

/** Something that has to be done again. */
export interface Job {
  /** Distance from the root, in components, or `LEAF` or `LATE`. A parent's run may make its children's runs needless. */
  readonly depth: number
  /** Among jobs of one depth, the lower comes first. */
  readonly order: number
  /** Whether it waits in a scheduler; kept by the scheduler. */
  isStale: boolean
  run(): void
  /** Tells people which job it is, when it never comes to rest. */
  describe(): string
}

/** The depth of jobs that have none below them: they run when all parents have. */
export const LEAF = Infinity
/** The depth of jobs that build on what all the others have done. */
export const LATE = -1
