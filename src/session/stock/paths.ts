// Paths in what is said of a table, with their rows called otherwise. Pure.

import type { Json } from '../../protocol/messages.ts'

/** Parameters that are paths, and nothing but paths. */
const pathNames: ReadonlySet<string> = new Set(['path', 'paths', 'items'])

/** @param names  of the parameters: some that are paths are told by theirs */
export function withPaths(
  names: readonly string[],
  args: readonly Json[],
  rename: (name: string) => string,
): readonly Json[] {
  return args.map((arg, at) =>
    pathNames.has(names[at] ?? '') ? renamed(arg, rename) : walked(arg, rename),
  )
}

/** Paths that stand in objects under their name. */
function walked(value: Json, rename: (name: string) => string): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: Json) => walked(one, rename))
  const entries = Object.entries(value).map(([name, one]: [string, Json]) => [
    name,
    name === 'path' ? renamed(one, rename) : walked(one, rename),
  ])
  return Object.fromEntries(entries) as Json
}

/** A path, or a list of paths. */
function renamed(value: Json, rename: (name: string) => string): Json {
  if (!Array.isArray(value)) return value
  return value.map((one: Json) => (typeof one === 'string' ? rename(one) : renamed(one, rename)))
}
