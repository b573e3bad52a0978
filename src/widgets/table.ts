// A table that is made once and looked up very often: of all that V8 has, an object is found in fastest by a name that is
// not known beforehand. It has no prototype, so nothing is in it but what was put there.

export type Table<Value> = Readonly<Record<string, Value | undefined>>

export function tableOf<Value>(entries: Iterable<readonly [string, Value]>): Table<Value> {
  const table = Object.create(null) as Record<string, Value | undefined>
  for (const [name, value] of entries) table[name] = value
  return table
}
