// Any value in a few words, for error sentences. Never fails itself.

/** At most 60 characters. */
export function show(value: unknown): string {
  return plain(value).slice(0, 60)
}

function plain(value: unknown): string {
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'number') return String(value)
  try {
    const text = JSON.stringify(value) ?? String(value)
    const name = classOf(value)
    return name === undefined ? text : named(name, text)
  } catch {
    // It refers to itself, or holds what JSON cannot say: its kind must do.
    return Object.prototype.toString.call(value)
  }
}

/** The class of an object, where that tells more than its JSON does. */
function classOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if ('toJSON' in value || value.constructor === Object) return undefined
  return value.constructor?.name || undefined
}

function named(name: string, text: string): string {
  const article = /^[aeio]/i.test(name) ? 'an' : 'a'
  return text === '{}' ? `${article} ${name}` : `${article} ${name} ${text}`
}
