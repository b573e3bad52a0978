// What a key means on the rows of a table. Pure.

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Where the keyboard is. */
export interface KeyContext {
  /** Index of the active row; -1 for none. */
  readonly index: number
  readonly count: number
  /** Rows in sight. */
  readonly page: number
  readonly isMultiple: boolean
}

export type Intent =
  | {
      readonly kind: 'go'
      readonly index: number
      /** What becomes of the selection. */
      readonly select: 'only' | 'extend' | 'leave'
    }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'only' }
  | { readonly kind: 'all' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'scroll'; readonly way: -1 | 1 }

/** @returns undefined for keys that are none of the table's */
export function intentOf(press: KeyPress, context: KeyContext): Intent | undefined {
  const { key, shiftKey, altKey } = press
  const isCommand = press.ctrlKey || press.metaKey
  if (altKey || context.count === 0) return undefined
  const index = goal(key, context)
  if (index !== undefined) {
    if (!context.isMultiple) return { kind: 'go', index, select: 'only' }
    return { kind: 'go', index, select: shiftKey ? 'extend' : isCommand ? 'leave' : 'only' }
  }
  switch (key) {
    case 'ArrowLeft':
      return { kind: 'scroll', way: -1 }
    case 'ArrowRight':
      return { kind: 'scroll', way: 1 }
    case ' ':
      return { kind: context.isMultiple || isCommand ? 'toggle' : 'only' }
    case 'Enter':
      return { kind: 'activate' }
    case 'a':
    case 'A':
      return isCommand && context.isMultiple ? { kind: 'all' } : undefined
    default:
      return undefined
  }
}

/** The index of the row that a key goes to. The first press only shows where the keyboard is. */
function goal(key: string, { index, count, page }: KeyContext): number | undefined {
  const last = count - 1
  const within = (wanted: number): number => Math.min(last, Math.max(0, wanted))
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return index < 0 ? last : within(index - 1)
    case 'PageDown':
      return within(Math.max(index, 0) + page)
    case 'PageUp':
      return within(index - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
