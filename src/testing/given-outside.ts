// What `session.recorded` gives in a test, in place of asking anybody.

/** By name, what gives each answer; in the order in which they are asked for. */
export type GivenOutside = Readonly<Record<string, readonly (() => unknown)[]>>

/** @returns what is asked instead; a name that nothing is given for asks the outside */
export function givenOutside(given: GivenOutside) {
  const answers = new Map(Object.entries(given))
  const calls = new Map<string, number>()
  return (name: string, outside: () => unknown): unknown => {
    const list = answers.get(name)
    if (!list) return outside()
    const call = calls.get(name) ?? 0
    calls.set(name, call + 1)
    const answer = list[call]
    if (answer) return answer()
    throw new Error(
      `recorded(${JSON.stringify(name)}) is asked ${call + 1} times, and the option "outside" gives ${list.length} answers: give more`,
    )
  }
}
