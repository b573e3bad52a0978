// What a key means on the rows and cells of a table. Pure.

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
  /** Index of the column that the cell cursor is in, -1 for none yet; undefined where there is no cursor. */
  readonly column?: number | undefined
  readonly columns?: number
  /** Cells are selected rather than rows. */
  readonly areCells?: boolean
  /** Of a row with others below it. */
  readonly isOpen?: boolean | undefined
  readonly hasParent?: boolean
}

/** What becomes of the selection. */
type Select = 'only' | 'extend' | 'leave'

/** What is done at the row where the keyboard is. */
export type RowIntent =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'only' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'fold'; readonly isOpen: boolean }
  | { readonly kind: 'parent' }

export type Intent =
  | RowIntent
  | { readonly kind: 'go'; readonly index: number; readonly select: Select }
  | { readonly kind: 'column'; readonly column: number; readonly select: Select }
  | { readonly kind: 'all' }
  | { readonly kind: 'scroll'; readonly way: -1 | 1 }

/** @returns undefined for keys that are none of the table's */
export function intentOf(press: KeyPress, context: KeyContext): Intent | undefined {
  const { key, altKey } = press
  if (altKey || context.count === 0) return undefined
  const row = rowGoal(press, context)
  if (row !== undefined) return { kind: 'go', index: row, select: selectionFor(press, context) }
  if (key === 'ArrowLeft' || key === 'ArrowRight') return sideways(press, context)
  const isCommand = press.ctrlKey || press.metaKey
  switch (key) {
    case 'Home':
    case 'End':
      return columnGoal(key === 'Home' ? 0 : Infinity, press, context)
    case ' ':
      return { kind: context.isMultiple || isCommand ? 'toggle' : 'only' }
    case 'Enter':
      return { kind: 'activate' }
    case 'F2':
      return { kind: 'edit' }
    case 'a':
    case 'A':
      return isCommand && context.isMultiple ? { kind: 'all' } : undefined
    default:
      return undefined
  }
}

function selectionFor({ shiftKey, ctrlKey, metaKey }: KeyPress, context: KeyContext): Select {
  if (!context.isMultiple) return 'only'
  if (shiftKey) return 'extend'
  return (ctrlKey || metaKey) && !context.areCells ? 'leave' : 'only'
}

/** The index of the row that a key goes to. The first press only shows where the keyboard is. */
function rowGoal(
  { key, ctrlKey, metaKey }: KeyPress,
  { index, count, page, areCells }: KeyContext,
): number | undefined {
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
      return areCells && !ctrlKey && !metaKey ? undefined : 0
    case 'End':
      return areCells && !ctrlKey && !metaKey ? undefined : last
    default:
      return undefined
  }
}

/** Branches are opened and closed from their first cell; from there on the arrows go through the cells. */
function sideways(press: KeyPress, context: KeyContext): Intent | undefined {
  const way = press.key === 'ArrowLeft' ? -1 : 1
  const { column, isOpen, hasParent, index } = context
  if (!press.shiftKey && (column ?? 0) <= 0) {
    if (isOpen === false && way > 0) return { kind: 'fold', isOpen: true }
    if (isOpen === true && way < 0) return { kind: 'fold', isOpen: false }
    if (way < 0 && hasParent) return { kind: 'parent' }
    if (isOpen === true && column === undefined) {
      return { kind: 'go', index: index + 1, select: 'only' }
    }
  }
  if (column === undefined) return { kind: 'scroll', way }
  return columnGoal(column + way, press, context)
}

function columnGoal(wanted: number, press: KeyPress, context: KeyContext): Intent | undefined {
  const { column, columns = 0 } = context
  if (column === undefined || columns === 0) return undefined
  const goal = Math.min(columns - 1, Math.max(0, wanted))
  return { kind: 'column', column: goal, select: selectionFor(press, context) }
}
