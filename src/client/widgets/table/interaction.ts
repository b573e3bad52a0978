// What mouse and keyboard do to the rows of a table.

import type { Json } from '../../../protocol/messages.ts'
import type { Grid } from './grid.ts'
import { type Intent, intentOf } from './keyboard.ts'
import type { TableModel } from './model.ts'
import { type Row, valuesOf } from './row.ts'

/** Px that an arrow key scrolls sideways. */
const SIDE_STEP = 60

export interface InteractionHandlers {
  /** The model has changed. */
  changed(): void
  emit(action: string, ...args: readonly Json[]): void
}

export class Interaction {
  readonly #model: TableModel
  readonly #grid: Grid
  readonly #handlers: InteractionHandlers

  constructor(model: TableModel, grid: Grid, handlers: InteractionHandlers) {
    this.#model = model
    this.#grid = grid
    this.#handlers = handlers
  }

  /** From now on. All listeners are on the table's own elements and go with them. */
  start(): void {
    const { body, scroller } = this.#grid
    body.addEventListener('click', (event) => this.#click(event))
    body.addEventListener('dblclick', (event) => this.#doubleClick(event))
    body.addEventListener('pointerover', ({ target }) => hintAt(target as Element))
    scroller.addEventListener('keydown', (event) => this.#press(event))
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element
    const row = this.#grid.rowAt(target)
    if (!row) return
    this.#model.active = row
    const button = target.closest('.tw-table-action')
    if (button) this.#act(row, columnAt(button))
    else this.#select(row, event)
    this.#handlers.changed()
  }

  #select(row: Row, { shiftKey, ctrlKey, metaKey }: MouseEvent): void {
    const { selection } = this.#model
    const isToggled =
      (ctrlKey || metaKey) && (selection.mode === 'multiple' || selection.has(row.key))
    if (shiftKey && selection.mode === 'multiple')
      this.#told(selection.extend(row.key, this.#keys()))
    else this.#told(isToggled ? selection.toggle(row.key) : selection.only(row.key))
  }

  #doubleClick({ target }: MouseEvent): void {
    const element = target as Element
    const row = this.#grid.rowAt(element)
    if (!row || element.closest('.tw-table-action')) return
    const values = valuesOf(row, this.#model.columns)
    this.#handlers.emit('activated', values, [row.key], columnAt(element))
  }

  #act(row: Row, columnKey: string | null): void {
    const values = valuesOf(row, this.#model.columns)
    this.#handlers.emit('cell_action', [row.key], values, columnKey)
  }

  #press(event: KeyboardEvent): void {
    const target = event.target as Element
    const isInRow = this.#grid.body.contains(target)
    if (target !== this.#grid.scroller && !isInRow) return
    // Space and Enter press the button that has the focus.
    if (isInRow && (event.key === ' ' || event.key === 'Enter')) return
    const { shown, selection } = this.#model
    const at = this.#model.active ?? shown.find(({ key }) => selection.has(key))
    const intent = intentOf(event, {
      index: at ? shown.indexOf(at) : -1,
      count: shown.length,
      page: this.#grid.pageSize,
      isMultiple: selection.mode === 'multiple',
    })
    if (!intent) return
    event.preventDefault()
    this.#model.active = at
    this.#carryOut(intent)
    this.#handlers.changed()
  }

  #carryOut(intent: Intent): void {
    const { selection, active } = this.#model
    switch (intent.kind) {
      case 'go':
        this.#go(this.#model.shown[intent.index]!, intent.select)
        break
      case 'toggle':
        if (active) this.#told(selection.toggle(active.key))
        break
      case 'only':
        if (active) this.#told(selection.only(active.key))
        break
      case 'all':
        this.#told(selection.set(this.#keys()))
        break
      case 'activate':
        if (active) {
          const values = valuesOf(active, this.#model.columns)
          this.#handlers.emit('activated', values, [active.key], null)
        }
        break
      case 'scroll':
        this.#grid.scroller.scrollBy({ left: intent.way * SIDE_STEP })
    }
  }

  #go(row: Row, select: 'only' | 'extend' | 'leave'): void {
    const { selection } = this.#model
    const column = columnAt(document.activeElement)
    this.#model.active = row
    if (select === 'only') this.#told(selection.only(row.key))
    if (select === 'extend') this.#told(selection.extend(row.key, this.#keys()))
    this.#grid.draw()
    this.#grid.scrollTo(row)
    if (column !== null) this.#focusButton(row, column)
  }

  /** From the button of one row to the same one of another. */
  #focusButton(row: Row, columnKey: string): void {
    const cells = this.#grid.rowElement(row)?.querySelectorAll<HTMLElement>('.tw-table-cell') ?? []
    const cell = [...cells].find((element) => element.dataset['column'] === columnKey)
    const button = cell?.querySelector<HTMLElement>('button:enabled:not([hidden])')
    const target = button ?? this.#grid.scroller
    target.focus({ preventScroll: true })
  }

  #told(isChanged: boolean): void {
    if (isChanged) this.#handlers.emit('selected', this.#model.selectedRows())
  }

  #keys(): string[] {
    return this.#model.shown.map(({ key }) => key)
  }
}

function columnAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>('.tw-table-cell')?.dataset['column'] ?? null
}

/** The whole text of a cell that is cut off, while the mouse is over it. */
function hintAt(element: Element): void {
  const cell = element.closest<HTMLElement>('.tw-table-cell')
  if (!cell) return
  const isCut = cell.scrollWidth > cell.clientWidth
  cell.title = isCut ? cell.textContent : ''
}
