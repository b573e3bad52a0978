// A text as a test says it: all of it, or a pattern.

/** Whether a text that is shown is meant. */
export function fitsText(shown: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? shown === wanted : shown.search(wanted) >= 0
}

/** In sentences: `"Save"`, `/^Save/`. */
export function shownText(value: unknown): string {
  return value instanceof RegExp ? String(value) : JSON.stringify(value)
}
