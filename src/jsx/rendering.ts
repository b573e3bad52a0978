// Which component renders right now. Elements remember it: those that a component has made by itself are new with
// each of its renders, those that it was given may come again.

/** A component, as its tree knows it. */
interface Maker {
  /** Its number in the tree. Elements keep the number, not the component: they may outlive it. */
  readonly order: number
}

/** Set and put back around each synchronous render. */
let maker: Maker | undefined

export function currentMaker(): Maker | undefined {
  return maker
}

/** Makes `one` the component that renders while `work` runs. */
export function renderAs<One extends Maker, Result>(one: One, work: (one: One) => Result): Result {
  const outer = maker
  maker = one
  try {
    return work(one)
  } finally {
    maker = outer
  }
}
