// What mouse and keyboard do to the rows and cells of a table.

import type { Row } from './branch.ts'
import { drawBlock } from './cell-drag.ts'
import type { Column } from './column.ts'
import { Controls, isControl } from './controls.ts'
import { Editing, type Next } from './editing.ts'
import type { CellPlace } from './grid.ts'
import { hintAt } from './hint.ts'
import { type Intent, intentOf, type KeyPress, type RowIntent } from './keyboard.ts'
import { depthOf, idOf, pathOf, valuesOf } from './row.ts'
import { Selecting } from './selecting.ts'
import type { Table } from './table.ts'

/** Px that an arrow key scrolls sideways. */
const SIDE_STEP = 60

export class Interaction {
  readonly #table: Table
  readonly #selecting: Selecting
  readonly #editing: Editing
  readonly #controls: Controls
  #endBlock: () => void = () => undefined
  /** The press of the mouse has selected already, not its click. */
  #isPressed = false

  constructor(table: Table) {
    this.#table = table
    this.#selecting = new Selecting(table)
    this.#editing = new Editing(table, (row, column, next) => this.#wayOn(row, column, next))
    this.#controls = new Controls(table)
  }

  /** From now on. Listeners are on the table's own elements and go with them. The result ends what is under way. */
  start(): () => void {
    const { body, scroller } = this.#table.grid
    body.addEventListener('pointerdown', (event) => this.#pointerDown(event))
    body.addEventListener('click', (event) => this.#click(event))
    body.addEventListener('dblclick', (event) => this.#doubleClick(event))
    body.addEventListener('change', (event) => this.#controls.change(event))
    body.addEventListener('pointerover', ({ target }) => hintAt(target as Element))
    scroller.addEventListener('keydown', (event) => this.#press(event))
    this.#table.grid.drawn.add(() => this.#editing.place())
    return () => this.end()
  }

  /** Nothing is being edited or drawn any more. */
  end(): void {
    this.#endBlock()
    this.#editing.cancel()
  }

  /** Of cells a block is drawn with the mouse; fingers scroll. */
  #pointerDown(event: PointerEvent): void {
    const place = this.#table.grid.cellAt(event.target as Element)
    const { cells } = this.#table.model
    this.#isPressed =
      cells.mode === 'multiple' && event.button === 0 && event.pointerType === 'mouse'
    if (!place || !this.#isPressed || isControl(event.target as Element)) return
    this.#selecting.choose(place, event)
    if (this.#isSelectingText) return
    this.#endBlock = drawBlock(this.#table.grid, ({ row, column }) => {
      this.#selecting.extendTo(row, column)
    })
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element
    const row = this.#table.grid.rowAt(target)
    const isChosen = this.#isPressed
    this.#isPressed = false
    if (!row) return
    const place = this.#table.grid.cellAt(target)
    if (target.closest('.tw-table-twisty') && row.below) {
      this.#table.goTo(row, place?.column)
      this.#table.fold(row, !row.below.isOpen)
    } else if (place && isControl(target)) {
      this.#table.goTo(row, place.column)
      this.#controls.click(place, target)
    } else if (!isChosen) this.#selecting.choose({ row, column: place?.column }, event)
  }

  #doubleClick({ target }: MouseEvent): void {
    const element = target as Element
    const place = this.#table.grid.cellAt(element)
    if (!place || isControl(element) || element.closest('.tw-table-twisty')) return
    if (!this.#edit(place)) this.#activate(place.row, place.column.key)
  }

  #press(event: KeyboardEvent): void {
    const target = event.target as Element
    const isInRow = this.#table.grid.body.contains(target)
    if (target !== this.#table.grid.scroller && !isInRow) return
    if (isInRow && this.#controls.keeps(event)) return
    if (!isInRow && this.#type(event)) return
    const intent = intentOf(this.#mirrored(event), this.#context())
    if (!intent) return
    event.preventDefault()
    const { model } = this.#table
    model.active = this.#active
    this.#carryOut(intent)
    this.#table.changed()
  }

  #carryOut(intent: Intent): void {
    const row = this.#table.model.active
    switch (intent.kind) {
      case 'go':
        return this.#selecting.go(this.#table.model.list.at(intent.index)!, intent.select)
      case 'column':
        return this.#selecting.goSideways(intent.column, intent.select)
      case 'all':
        return this.#selecting.all()
      case 'scroll':
        this.#table.grid.scroller.scrollBy({ left: intent.way * this.#right * SIDE_STEP })
        return
      default:
        if (row) this.#carryOutAt(row, intent)
    }
  }

  #carryOutAt(row: Row, intent: RowIntent): void {
    const column = this.#cursorColumn
    switch (intent.kind) {
      case 'toggle':
      case 'only':
        if (!column || !this.#controls.use(row, column)) this.#selecting.atCursor(intent.kind)
        break
      case 'activate':
        if (column && this.#controls.use(row, column)) break
        if (!column || !this.#edit({ row, column })) this.#activate(row, null)
        break
      case 'edit':
        this.#editSome(row)
        break
      case 'fold':
        this.#table.fold(row, intent.isOpen)
        break
      case 'parent':
        if (row.parent) this.#selecting.go(row.parent, 'only')
    }
  }

  #activate(row: Row, columnKey: string | null): void {
    const values = valuesOf(row, this.#table.model.columns.all)
    this.#table.emit('activated', values, pathOf(row), columnKey)
  }

  /** A letter over a cell that can be edited takes the place of what is in it. */
  #type(event: KeyboardEvent): boolean {
    const isLetter = event.key.length === 1 && event.key !== ' '
    const isCommand = event.ctrlKey || event.metaKey || event.altKey
    const [row, column] = [this.#table.model.active, this.#cursorColumn]
    if (!isLetter || isCommand || !row || !column || !this.#editing.canEdit(column)) return false
    event.preventDefault()
    this.#editing.start(row, column, event.key)
    return true
  }

  /** @returns whether the cell can be edited */
  #edit({ row, column }: Pick<CellPlace, 'row' | 'column'>): boolean {
    if (this.#editing.canEdit(column)) {
      this.#show(row, column)
      this.#editing.start(row, column)
      return true
    }
    return column.kind === 'boolean' && this.#controls.use(row, column)
  }

  /** The cell of the keyboard, or the first that can be edited. */
  #editSome(row: Row): void {
    const { columns, activeColumn } = this.#table.model
    const own = activeColumn === undefined ? undefined : columns.find(activeColumn)
    const isCell = own && this.#editing.canEdit(own)
    const column = isCell ? own : columns.shown.find((one) => this.#editing.canEdit(one))
    if (column) this.#edit({ row, column })
  }

  /** Enter goes down, Tab to the next cell that can be edited. */
  #wayOn(row: Row, column: Column, next: Next): () => void {
    if (next === 'stay') return () => undefined
    if (next === 'below') {
      const below = this.#selecting.below(row)
      return () => below && this.#selecting.go(below, 'only')
    }
    const place = this.#neighbour(row, column, next === 'behind' ? 1 : -1)
    return () => {
      if (!place) return
      this.#selecting.choose(place)
      this.#edit(place)
    }
  }

  #neighbour(row: Row, column: Column, way: 1 | -1): { row: Row; column: Column } | undefined {
    const { shown, columns } = this.#table.model
    const editable = columns.shown.filter((one) => this.#editing.canEdit(one))
    const at = editable.findIndex(({ key }) => key === column.key) + way
    if (editable[at]) return { row, column: editable[at] }
    const other = shown[shown.indexOf(row) + way]
    const first = way > 0 ? editable[0] : editable.at(-1)
    return other && first && { row: other, column: first }
  }

  #show(row: Row, column: Column): void {
    const { grid } = this.#table
    grid.draw()
    grid.scrollTo(row)
    grid.scrollToColumn(row, column)
  }

  get #isSelectingText(): boolean {
    return this.#table.grid.scroller.closest('.tw-selectable') !== null
  }

  /** Where the keyboard is: at a row it went to, else at the first that is selected. */
  get #active(): Row | undefined {
    const { active, shown, selection } = this.#table.model
    return active ?? shown.find((row) => selection.has(idOf(row)))
  }

  /** undefined where there is no cell cursor. */
  get #cursorColumn(): Column | undefined {
    const { cells, columns, activeColumn } = this.#table.model
    if (cells.mode === 'none' || activeColumn === undefined) return undefined
    return columns.find(activeColumn)
  }

  #context() {
    const { model, grid } = this.#table
    const { list, selection, cells, columns } = model
    const active = this.#active
    const cursor = columns.shown.findIndex(({ key }) => key === model.activeColumn)
    return {
      index: active ? list.indexOf(active) : -1,
      count: list.length,
      page: grid.pageSize,
      isMultiple: selection.mode === 'multiple' || cells.mode === 'multiple',
      column: cells.mode === 'none' ? undefined : cursor,
      columns: columns.shown.length,
      areCells: cells.isShown,
      isOpen: active?.below?.isOpen,
      hasParent: active !== undefined && depthOf(active) > 0,
    }
  }

  /** From right to left, left is on. */
  #mirrored(event: KeyboardEvent): KeyPress {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const press = { key, shiftKey, ctrlKey, metaKey, altKey }
    if (this.#right > 0) return press
    if (key === 'ArrowLeft') return { ...press, key: 'ArrowRight' }
    return key === 'ArrowRight' ? { ...press, key: 'ArrowLeft' } : press
  }

  /** 1 where lines go on to the right, -1 where they go on to the left. */
  get #right(): 1 | -1 {
    return this.#table.grid.scroller.matches(':dir(rtl)') ? -1 : 1
  }
}
