// The least number of messages that turns the children of one container into others, found in two ways. Neither
// shares a line, or an idea, with the reconciler.
//
// What the wire can say of the children of a container, each by one message:
//
//   put last          add_widget(child)              a child that is new, or stands there already
//   put in front      insert_before(child, sibling)  the same
//   remove one        remove(child, true)            which ends it
//   remove all        remove_all(true)               which ends them all
//
// A put says the placement too, so a child whose placement is another one has to be put again, and whoever is put
// anyhow says it for nothing. Given are the names of the children: a name that stands in both lists is the same
// widget, which must be there all the time. So it is never ended, and never taken out to be put in again, though
// the wire knows how: what leaves the page loses focus, scroll position and whatever plays in it. Nor is it parked
// in another container meanwhile.

export interface ContainerChange {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Which of those in both lists have another placement. */
  readonly misplaced: ReadonlySet<string>
}

/**
 * Tries everything: all that a container can be in the course of the change, breadth first. For up to seven names.
 *
 * What a container is, is a string: a letter for each child, in order; a capital where its placement is the old one.
 */
export function searched(change: ContainerChange): number {
  const { start, goal } = asLetters(change)
  const known = `${start} ${goal}`
  let least = found.get(known)
  if (least === undefined) found.set(known, (least = search(start, goal)))
  return least
}

/** Of searches; the same question comes back often, because names do not matter. */
const found = new Map<string, number>()

function search(start: string, goal: string): number {
  const seen = new Set([start])
  let reached = [start]
  for (let messages = 0; ; messages++) {
    if (seen.has(goal)) return messages
    const next: string[] = []
    for (const container of reached) {
      for (const other of afterOneMessage(container, goal)) {
        if (seen.has(other)) continue
        seen.add(other)
        next.push(other)
      }
    }
    reached = next
  }
}

function* afterOneMessage(container: string, goal: string): Generator<string> {
  const standing = container.toLowerCase()
  for (const child of goal) {
    const others = container.split('').filter((one) => one.toLowerCase() !== child)
    for (let at = 0; at <= others.length; at++) yield others.toSpliced(at, 0, child).join('')
  }
  for (const child of standing) {
    if (!goal.includes(child)) yield container.replace(child, '').replace(child.toUpperCase(), '')
  }
  if (!standing.split('').some((child) => goal.includes(child))) yield ''
}

function asLetters({ before, after, misplaced }: ContainerChange): {
  readonly start: string
  readonly goal: string
} {
  const names = [...new Set([...before, ...after])]
  const letter = (name: string): string => 'abcdefghijklmnopqrstuvwxyz'[names.indexOf(name)]!
  return {
    start: before
      .map((name) => (misplaced.has(name) ? letter(name).toUpperCase() : letter(name)))
      .join(''),
    goal: after.map(letter).join(''),
  }
}

/**
 * Tries every set of children that nobody puts. For up to some 16 that stay.
 *
 * Those that nobody puts keep their order among each other, and their placement: a set that is in another order
 * afterwards, or has a misplaced one, is none. Every other child that stays or is new costs one put at least, and
 * no more: from the last to the first, each goes in front of the one after it. Who goes costs a message each,
 * unless all go, because a `remove_all` would end those that stay too.
 */
export function bySubsets({ before, after, misplaced }: ContainerChange): number {
  const staying = before.filter((name) => after.includes(name))
  const gone = before.length - staying.length
  const positions = staying.map((name) => (misplaced.has(name) ? -1 : after.indexOf(name)))
  const removes = staying.length === 0 ? Math.min(gone, 1) : gone
  return removes + after.length - mostUntouched(positions)
}

/** The size of the largest subset that is in order. */
function mostUntouched(positions: readonly number[]): number {
  let most = 0
  for (let subset = 0; subset < 2 ** positions.length; subset++) {
    const chosen = positions.filter((_, at) => subset & (1 << at))
    const isInOrder = chosen.every((one, at) => one >= 0 && (at === 0 || one > chosen[at - 1]!))
    if (isInOrder && chosen.length > most) most = chosen.length
  }
  return most
}

/** By trying everything, or, where that is too much, by trying every set of children that stay where they are. */
export function leastForContainer(change: ContainerChange): number {
  const names = new Set([...change.before, ...change.after])
  return names.size <= 5 ? searched(change) : bySubsets(change)
}
