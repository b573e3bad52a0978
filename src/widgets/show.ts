// Any value in a few words, for error sentences. Never fails itself.

/** Stands in front of what is said as it is, without the quotes of a text. */
const PLAIN = '\u0000'

/** At most 60 characters. */
export function show(value: unknown): string {
  return described(value).slice(0, 60)
}

function described(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  try {
    const text = JSON.stringify({ value }, telling)
    if (text === '{}') return String(value)
    const own = text.slice('{"value":'.length, -1).replaceAll(/"\\u0000([^"]*)"/g, '$1')
    const name = classOf(value)
    return name === undefined ? own : named(name, own)
  } catch {
    // It refers to itself, or holds what JSON cannot say: its kind must do.
    return Object.prototype.toString.call(value)
  }
}

/** What JSON makes something else of is told as what it is: a Date is no text, and NaN not null. */
function telling(this: Readonly<Record<string, unknown>>, key: string, told: unknown): unknown {
  const value = this[key]
  if (typeof value === 'function') return `${PLAIN}a function`
  if (typeof value === 'number' && !Number.isFinite(value)) return `${PLAIN}${value}`
  return value instanceof Date ? `${PLAIN}a Date` : told
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
