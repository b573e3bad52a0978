// Any value in a few words, for error sentences. Never fails itself.

/** At most 60 characters. */
export function show(value: unknown): string {
  return plain(value).slice(0, 60)
}

function plain(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'bigint') return `${value}n`
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    // It refers to itself, or holds what JSON cannot say: its kind must do.
    return Object.prototype.toString.call(value)
  }
}
