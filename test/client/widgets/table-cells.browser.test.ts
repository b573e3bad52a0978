// Cells of a table: the cursor, selection, editing, controls, colours, the clipboard; and columns that are moved.

import { beforeAll, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { expectAccessible, expectEvents, type Shown, shown } from './shown.ts'

const people = [
  { id: 1, name: 'ann', age: 30, role: 'dev', on: true },
  { id: 2, name: 'bob', age: null, role: 'ops', on: false },
  { id: 3, name: 'cyd', age: 50, role: 'dev' },
]
const columns = [
  { key: 'id', label: 'ID', type: 'integer' },
  { key: 'name', label: 'Name', editable: true },
  { key: 'age', label: 'Age', type: 'integer', editable: true },
  { key: 'role', label: 'Role', widget: 'combobox', choices: ['dev', 'ops'] },
  { key: 'on', label: 'On', widget: 'checkbox' },
]
const actions = [
  'cell_selected',
  'cell_edited',
  'copy',
  'cut',
  'paste',
  'sorted',
  'sorts_changed',
  'columns_resized',
  'columns_reordered',
]

/** However slow the machine is. */
const patient = { timeout: 10_000 }

type Options = { readonly [name: string]: Json }

beforeAll(() => ready('TableView'))

/** 600 by 300 px, drawn. */
async function table(options: Options = {}, heard = actions, rows: Json[] = people) {
  const here = shown(heard, 'TableView', { columns, row_key: 'id', ...options })
  here.element.style.cssText = 'inline-size: 600px; block-size: 300px'
  here.calls(['set_rows', rows])
  await expect.poll(() => rowElements(here).length, patient).toBeGreaterThan(0)
  await settled()
  return here
}

async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
}

const scroller = (here: Shown) => here.find('.tw-table-scroller')
const rowElements = ({ element }: Shown) => [
  ...element.querySelectorAll<HTMLElement>('.tw-table-body .tw-table-row'),
]
const cell = (here: Shown, row: number, column: string) =>
  rowElements(here)[row]!.querySelector<HTMLElement>(`[data-column="${column}"]`)!
const head = (here: Shown, column: string) =>
  [...here.element.querySelectorAll<HTMLElement>('.tw-table-head .tw-table-head-cell')].find(
    (one) => one.textContent.startsWith(column),
  )!
const labels = ({ element }: Shown) =>
  [...element.querySelectorAll('.tw-table-head .tw-table-head-cell')].map(
    ({ textContent }) => textContent,
  )
const cursor = (here: Shown) => here.element.querySelector<HTMLElement>('.tw-cursor')?.textContent
const editor = ({ element }: Shown) => element.querySelector<HTMLInputElement>('.tw-table-editor')
const chosen = ({ element }: Shown) =>
  [...element.querySelectorAll('.tw-table-cell[aria-selected=true]')]
    .map(({ textContent }) => textContent)
    .join(' ')

/** One event as `expectEvents` prints it. */
const line = (action: string, ...args: readonly Json[]) =>
  `${action}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
const at = (id: number, column: string, value: Json) => ({
  path: [String(id)],
  col_key: column,
  value,
})

describe('the cell cursor', () => {
  test('goes with the arrows, is named to assistive technology, and is told', async () => {
    const here = await table()
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}{ArrowLeft}{ArrowLeft}')
    await expectEvents(here, [
      line('cell_selected', [at(1, 'id', 1)]),
      line('cell_selected', [at(1, 'name', 'ann')]),
      line('cell_selected', [at(2, 'name', 'bob')]),
      line('cell_selected', [at(2, 'id', 2)]),
    ])
    const active = document.activeElement!.getAttribute('aria-activedescendant')
    expect(document.getElementById(active!)).toBe(cell(here, 1, 'id'))
    expect(cursor(here)).toBe('2')
    expect(here.answer('get_selected_cells')).toEqual([at(2, 'id', 2)])
  })

  test('is not there where it is not wanted', async () => {
    const here = await table({ cell_cursor: false })
    await userEvent.click(cell(here, 0, 'name'))
    await userEvent.keyboard('{ArrowDown}')
    await settled()
    expect(cursor(here)).toBeUndefined()
    expect(here.sent()).toEqual([])
  })

  test('comes into sight sideways', async () => {
    const here = await table({
      columns: Array.from({ length: 12 }, (_, each) => ({ key: `c${each}`, colwidth: 120 })),
    })
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}' + '{ArrowRight}'.repeat(11))
    await expect
      .poll(() => cell(here, 0, 'c11').getBoundingClientRect().right, patient)
      .toBeLessThanOrEqual(Math.ceil(scroller(here).getBoundingClientRect().right))
  })
})

describe('cells that are selected', () => {
  const many = { selection_mode: 'multiple-cell' }

  test('by a click one, with Control another, with Shift all between', async () => {
    const here = await table(many)
    await userEvent.click(cell(here, 0, 'id'))
    await userEvent.click(cell(here, 2, 'name'), { modifiers: ['Control'] })
    await settled()
    expect(chosen(here)).toBe('1 cyd')
    await userEvent.click(cell(here, 1, 'id'), { modifiers: ['Shift'] })
    await settled()
    expect(chosen(here)).toBe('1 2 bob 3 cyd')
    await expectEvents(here, [
      line('cell_selected', [at(1, 'id', 1)]),
      line('cell_selected', [at(1, 'id', 1), at(3, 'name', 'cyd')]),
      line('cell_selected', [
        at(1, 'id', 1),
        at(2, 'id', 2),
        at(2, 'name', 'bob'),
        at(3, 'id', 3),
        at(3, 'name', 'cyd'),
      ]),
    ])
  })

  test('by the mouse that is dragged over them', async () => {
    const here = await table(many, [])
    await userEvent.dragAndDrop(cell(here, 0, 'id'), cell(here, 1, 'name'))
    await expect.poll(() => chosen(here), patient).toBe('1 ann 2 bob')
    await userEvent.hover(cell(here, 2, 'name'))
    expect(chosen(here)).toBe('1 ann 2 bob')
  })

  test('by the keyboard', async () => {
    const here = await table(many, [])
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{ArrowRight}{/Shift}')
    await expect.poll(() => chosen(here), patient).toBe('1 ann 2 bob')
    await userEvent.keyboard('{End}')
    await expect.poll(() => chosen(here), patient).toBe('')
    expect(here.answer('get_selected_cells')).toEqual([at(2, 'on', false)])
    await userEvent.keyboard('{Control>}{Home}a{/Control}')
    expect(here.answer('get_selected_cells')).toHaveLength(15)
  })

  test('one at a time where one is wanted, and no row is', async () => {
    const here = await table({ selection_mode: 'single-cell' }, ['selected', 'cell_selected'])
    await userEvent.click(cell(here, 0, 'name'))
    await userEvent.click(cell(here, 1, 'name'), { modifiers: ['Shift'] })
    await expectEvents(here, [
      line('cell_selected', [at(1, 'name', 'ann')]),
      line('cell_selected', [at(2, 'name', 'bob')]),
    ])
    expect(rowElements(here).map((row) => row.ariaSelected)).toEqual([null, null, null])
  })

  test('by calls silently, and they outlive updates', async () => {
    const here = await table(many)
    here.calls(
      ['select_cell', ['1'], 'name'],
      ['select_cells', [{ path: ['3'], col_key: 'id' }]],
      ['patch_rows', { cells: { 1: { name: 'amy' } }, move: [['3', '1']] }],
    )
    await expect.poll(() => chosen(here), patient).toBe('3 amy')
    expect(here.answer('get_selected_cells')).toEqual([at(3, 'id', 3), at(1, 'name', 'amy')])
    here.calls(['select_cell', ['1'], 'name', false], ['patch_rows', { remove: ['3'] }])
    expect(here.answer('get_selected_cells')).toEqual([])
    here.calls(['set_selected_cells', [{ path: ['2'], col_key: 'age' }]])
    expect(here.answer('get_selected_cells')).toEqual([at(2, 'age', '')])
    here.calls(['clear_cell_selection'])
    expect(here.answer('get_selected_cells')).toEqual([])
    expect(here.sent()).toEqual([])
  })
})

describe('editing', () => {
  const edited = ['cell_edited']

  test('begins with two clicks, and Enter takes what was typed and goes down', async () => {
    const here = await table({}, edited)
    await userEvent.dblClick(cell(here, 0, 'name'))
    expect(document.activeElement).toBe(editor(here))
    expect(editor(here)!.ariaLabel).toBe('Name')
    await userEvent.keyboard('amy{Enter}')
    await expectEvents(here, [line('cell_edited', ['1'], 'name', 'ann', 'amy')])
    await settled()
    expect([cell(here, 0, 'name').textContent, cursor(here)]).toEqual(['amy', 'bob'])
    expect(document.activeElement).toBe(scroller(here))
  })

  test('goes on below where the cell stood, also when what was typed is sorted elsewhere', async () => {
    const here = await table({}, edited)
    here.calls(['sort_by_column', 'name', true])
    await settled()
    await userEvent.dblClick(cell(here, 0, 'name'))
    await userEvent.keyboard('zoe{Enter}')
    await settled()
    expect([cell(here, 2, 'name').textContent, cursor(here)]).toEqual(['zoe', 'bob'])
    await userEvent.keyboard('{Enter}abe{Enter}{Enter}amy')
    await userEvent.tab()
    expect(editor(here)!.value).toBe('50')
  })

  test('begins with Enter, F2 or a letter, and Escape leaves everything as it was', async () => {
    const here = await table({}, edited)
    await userEvent.click(cell(here, 0, 'name'))
    await userEvent.keyboard('{Enter}x{Escape}')
    expect([editor(here), cell(here, 0, 'name').textContent]).toEqual([null, 'ann'])
    await userEvent.keyboard('{F2}{End}e{Enter}')
    await userEvent.keyboard('bo{Enter}')
    await expectEvents(here, [
      line('cell_edited', ['1'], 'name', 'ann', 'anne'),
      line('cell_edited', ['2'], 'name', 'bob', 'bo'),
    ])
  })

  test('goes on with Tab from cell to cell and to the next row', async () => {
    const here = await table({}, edited)
    await userEvent.dblClick(cell(here, 0, 'name'))
    await userEvent.tab()
    expect(editor(here)!.value).toBe('30')
    await userEvent.keyboard('31')
    await userEvent.tab()
    expect(editor(here)!.value).toBe('bob')
    await userEvent.tab({ shift: true })
    expect(editor(here)!.value).toBe('31')
    await expectEvents(here, [line('cell_edited', ['1'], 'age', 30, 31)])
  })

  test('what is no number is not taken into a column of numbers', async () => {
    const here = await table({}, edited)
    await userEvent.dblClick(cell(here, 0, 'age'))
    await userEvent.keyboard('old{Enter}')
    expect(editor(here)!.ariaInvalid).toBe('true')
    await userEvent.keyboard('{Control>}a{/Control}41{Enter}')
    await userEvent.dblClick(cell(here, 1, 'age'))
    await userEvent.keyboard('never')
    await userEvent.click(cell(here, 2, 'name'))
    await expectEvents(here, [line('cell_edited', ['1'], 'age', 30, 41)])
    expect(editor(here)).toBeNull()
  })

  test('survives updates, sorting and scrolling, and ends with its row', async () => {
    const rows = Array.from({ length: 500 }, (_, id) => ({ id, name: `row ${id}` }))
    const here = await table({}, edited, rows)
    await userEvent.dblClick(cell(here, 2, 'name'))
    await userEvent.keyboard('typing')
    const field = editor(here)!
    here.calls(['patch_rows', { remove: ['0'], cells: { 2: { age: 5 } } }])
    here.calls(['sort_by_column', 'id', false])
    await settled()
    expect([editor(here), document.activeElement, field.value]).toEqual([field, field, 'typing'])
    scroller(here).scrollTop = 1e6
    await expect
      .poll(
        () =>
          field.getBoundingClientRect().top -
          cell(here, rowElements(here).length - 2, 'name').getBoundingClientRect().top,
      )
      .toBeGreaterThan(0)
    here.calls(['patch_rows', { remove: ['2'] }])
    await expect.poll(() => editor(here), patient).toBeNull()
    expect(here.sent()).toEqual([])
  })

  test('is for the columns that allow it', async () => {
    const here = await table({}, ['activated', 'cell_edited'])
    await userEvent.dblClick(cell(here, 0, 'id'))
    await expectEvents(here, [line('activated', people[0]!, ['1'], 'id')])
    here.calls(['set_column_editable', 'name', false], ['set_column_editable', 'age', false])
    await settled()
    await userEvent.dblClick(cell(here, 0, 'name'))
    await expectEvents(here, [line('activated', people[0]!, ['1'], 'name')])
    here.calls(['set_editable', true])
    await settled()
    await userEvent.dblClick(cell(here, 0, 'name'))
    expect(editor(here)).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await userEvent.dblClick(cell(here, 0, 'id'))
    expect(editor(here)).toBeNull()
  })

  test('after the end of the table nothing is told', async () => {
    const here = await table({}, edited)
    await userEvent.dblClick(cell(here, 0, 'name'))
    await userEvent.keyboard('x')
    here.send({ type: 'call', wid: 1, method: 'destroy', args: [] })
    expect(here.sent()).toEqual([])
  })
})

describe('controls in cells', () => {
  test('a box and a choice change the value', async () => {
    const here = await table({}, ['cell_edited', 'selected'])
    await userEvent.click(cell(here, 0, 'on').firstElementChild!)
    await userEvent.selectOptions(cell(here, 1, 'role').querySelector('select')!, 'dev')
    await expectEvents(here, [
      line('cell_edited', ['1'], 'on', true, false),
      line('cell_edited', ['2'], 'role', 'ops', 'dev'),
    ])
    const boxes = rowElements(here).map((row) => row.querySelector('input')!)
    expect(boxes.map(({ hidden, ariaLabel }) => [hidden, ariaLabel])).toEqual([
      [false, 'On'],
      [false, 'On'],
      [true, 'On'],
    ])
  })

  test('Space on the cursor ticks, and writes of the server are shown', async () => {
    const here = await table({}, ['cell_edited'])
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}' + '{ArrowRight}'.repeat(4) + ' ')
    await expectEvents(here, [line('cell_edited', ['1'], 'on', true, false)])
    here.calls(['set_cell', ['1'], 'on', true], ['set_cell', ['1'], 'role', 'boss'])
    await settled()
    expect(rowElements(here)[0]!.querySelector('input')!.checked).toBe(true)
    expect(rowElements(here)[0]!.querySelector('select')!.selectedOptions[0]!.text).toBe('boss')
  })

  test('fields of the row say whether they can be used and are there', async () => {
    const here = await table(
      {
        columns: [
          { key: 'on', label: 'On', widget: 'checkbox', enabled_key: 'may', visible_key: 'seen' },
        ],
      },
      [],
      [
        { id: 1, on: true, may: false },
        { id: 2, on: true, seen: false },
      ],
    )
    const boxes = rowElements(here).map((row) => row.querySelector('input')!)
    expect(boxes.map(({ disabled, hidden }) => [disabled, hidden])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('a tick that can be edited is turned by two clicks', async () => {
    const here = await table(
      { columns: [{ key: 'on', label: 'On', type: 'boolean', editable: true }] },
      ['cell_edited'],
    )
    await userEvent.dblClick(cell(here, 1, 'on'))
    await expectEvents(here, [line('cell_edited', ['2'], 'on', false, true)])
  })
})

describe('the clipboard', () => {
  const many = { selection_mode: 'multiple-cell' }
  const clipboard = ['copy', 'cut', 'paste', 'cell_edited']

  /** As the browser does it for its keys. */
  function press(action: 'copy' | 'cut' | 'paste', text = ''): string {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent(action, { clipboardData, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
    return clipboardData.getData('text/plain')
  }

  test('takes selected cells as lines with tabs between', async () => {
    const here = await table(many, clipboard)
    await userEvent.click(cell(here, 0, 'id'))
    await userEvent.click(cell(here, 1, 'name'), { modifiers: ['Shift'] })
    expect(press('copy')).toBe('1\tann\n2\tbob')
    await expectEvents(here, [line('copy', '1\tann\n2\tbob')])
  })

  test('takes selected rows where rows are selected', async () => {
    const here = await table({}, clipboard)
    await userEvent.click(cell(here, 1, 'name'))
    expect(press('copy')).toBe('2\tbob\t\tops\tfalse')
    await expectEvents(here, [line('copy', '2\tbob\t\tops\tfalse')])
  })

  test('cutting empties what can be edited', async () => {
    const here = await table(many, clipboard)
    await userEvent.click(cell(here, 0, 'id'))
    await userEvent.click(cell(here, 0, 'name'), { modifiers: ['Shift'] })
    expect(press('cut')).toBe('1\tann')
    await expectEvents(here, [line('cell_edited', ['1'], 'name', 'ann', ''), line('cut', '1\tann')])
    await settled()
    expect([cell(here, 0, 'id'), cell(here, 0, 'name')].map((one) => one.textContent)).toEqual([
      '1',
      '',
    ])
  })

  test('pasting writes texts from the selection on, as far as there are cells that can be edited', async () => {
    const here = await table(many, clipboard)
    await userEvent.click(cell(here, 1, 'name'))
    press('paste', 'x\t7\tdev\ny\t8\nz\t9\n')
    await expectEvents(here, [
      line('cell_edited', ['2'], 'name', 'bob', 'x'),
      line('cell_edited', ['2'], 'age', null, '7'),
      line('cell_edited', ['3'], 'name', 'cyd', 'y'),
      line('cell_edited', ['3'], 'age', 50, '8'),
      line('paste', 'x\t7\tdev\ny\t8\nz\t9\n'),
    ])
  })

  test('where rows are selected, pasting begins at the cell cursor', async () => {
    const here = await table({}, clipboard)
    await userEvent.click(cell(here, 1, 'age'))
    press('paste', '7')
    await expectEvents(here, [line('cell_edited', ['2'], 'age', null, '7'), line('paste', '7')])
  })

  test('is filled and read by the keys of the system', async () => {
    const here = await table(many, clipboard)
    await userEvent.click(cell(here, 0, 'name'))
    await userEvent.copy()
    await userEvent.click(cell(here, 2, 'name'))
    await userEvent.paste()
    await userEvent.click(cell(here, 1, 'name'))
    await userEvent.cut()
    await expectEvents(here, [
      line('copy', 'ann'),
      line('cell_edited', ['3'], 'name', 'cyd', 'ann'),
      line('paste', 'ann'),
      line('cell_edited', ['2'], 'name', 'bob', ''),
      line('cut', 'bob'),
    ])
  })

  test('is left alone by a table that the keyboard is not at, and while a cell is edited', async () => {
    const here = await table(many, clipboard)
    here.calls(['select_cell', ['1'], 'name'])
    expect(press('copy', 'before')).toBe('before')
    await userEvent.dblClick(cell(here, 0, 'name'))
    expect(press('paste', 'x')).toBe('x')
    expect(here.sent()).toEqual([])
  })

  test('is reached by calls', async () => {
    const here = await table(many, clipboard)
    let held = ''
    const fake = {
      writeText: (text: string) => Promise.resolve(void (held = text)),
      readText: () => Promise.resolve('new'),
    }
    Object.defineProperty(navigator, 'clipboard', { value: fake, configurable: true })
    here.calls(['select_cell', ['1'], 'name'], ['copy_selection'])
    await expectEvents(here, [line('copy', 'ann')])
    here.calls(['cut_selection'])
    await expectEvents(here, [line('cell_edited', ['1'], 'name', 'ann', ''), line('cut', 'ann')])
    here.calls(['paste_selection'])
    await expectEvents(here, [line('cell_edited', ['1'], 'name', '', 'new'), line('paste', 'new')])
    expect(held).toBe('ann')
    Reflect.deleteProperty(navigator, 'clipboard')
  })
})

test('colours of cell, row, column and table are shown, the most specific counts', async () => {
  const here = await table({ selection_mode: 'multiple' }, [])
  const looks = (row: number, column: string) => {
    const { color, backgroundColor, fontWeight } = cell(here, row, column).style
    return [color, backgroundColor, fontWeight]
  }
  here.calls(
    ['set_table_color', null, 'white'],
    ['set_column_color', 'name', 'green'],
    ['set_row_color', ['2'], null, 'yellow', true],
    ['set_cell_color', ['2'], 'name', 'red'],
  )
  await settled()
  expect(looks(0, 'id')).toEqual(['', 'white', ''])
  expect(looks(0, 'name')).toEqual(['green', 'white', ''])
  expect(looks(1, 'name')).toEqual(['red', 'yellow', 'bold'])
  here.calls(['set_selected', [['2']]])
  await settled()
  expect(looks(1, 'name')).toEqual(['', '', 'bold'])
  here.calls(['set_selected', null])
  await settled()
  expect(looks(1, 'name')).toEqual(['red', 'yellow', 'bold'])
  here.calls(
    ['clear_cell_color', ['2'], 'name'],
    ['clear_row_color', ['2']],
    ['clear_column_color', 'name'],
  )
  await settled()
  expect(looks(1, 'name')).toEqual(['', 'white', ''])
  here.calls(['clear_all_colors'])
  await settled()
  expect(looks(1, 'name')).toEqual(['', '', ''])
  here.calls(['set_colors', { rows: [{ path: ['1'], bg: 'blue' }], clear: true }])
  await settled()
  expect(looks(0, 'id')).toEqual(['', 'blue', ''])
})

test('a text covers the empty cells behind it', async () => {
  const here = await table(
    { columns: ['a', 'b', 'c'].map((key) => ({ key, label: key })) },
    [],
    [
      { a: 'long', c: 'x' },
      { a: 'y', b: 'z' },
    ],
  )
  const spans = rowElements(here).map((row) =>
    [...row.children].map((one) => `${(one as HTMLElement).hidden}${one.ariaColSpan ?? ''}`),
  )
  expect(spans).toEqual([
    ['false2', 'true', 'false'],
    ['false', 'false2', 'true'],
  ])
  await userEvent.click(cell(here, 0, 'a'))
  await userEvent.keyboard('{ArrowRight}')
  await settled()
  expect(cursor(here)).toBe('x')
})

describe('sorting by several', () => {
  const sorting = ['sorted', 'sorts_changed']

  test('Shift adds columns, each is told and shown with its rank', async () => {
    const here = await table({ sortable: true }, sorting)
    await userEvent.click(head(here, 'Role').querySelector('button')!)
    await userEvent.click(head(here, 'ID').querySelector('button')!, { modifiers: ['Shift'] })
    await userEvent.click(head(here, 'ID').querySelector('button')!, { modifiers: ['Shift'] })
    await expectEvents(here, [
      line('sorted', 'role', true),
      line('sorts_changed', [['role', true]]),
      line('sorts_changed', [
        ['role', true],
        ['id', true],
      ]),
      line('sorts_changed', [
        ['role', true],
        ['id', false],
      ]),
    ])
    expect(rowElements(here).map((row) => row.firstElementChild!.textContent)).toEqual([
      '3',
      '1',
      '2',
    ])
    expect(labels(here)).toEqual(['ID2', 'Name', 'Age', 'Role1', 'On'])
    expect([head(here, 'Role').ariaSort, head(here, 'ID').ariaSort]).toEqual([
      'ascending',
      'descending',
    ])
  })

  test('a call does it silently', async () => {
    const here = await table({}, sorting)
    here.calls([
      'set_sorts',
      [
        ['role', false],
        ['id', true],
      ],
    ])
    await settled()
    expect(rowElements(here).map((row) => row.firstElementChild!.textContent)).toEqual([
      '2',
      '1',
      '3',
    ])
    expect(here.sent()).toEqual([])
  })
})

describe('columns', () => {
  const heard = ['columns_resized', 'columns_reordered', 'sorted']

  test('are dragged to another place, which sorts nothing', async () => {
    const here = await table({ sortable: true }, heard)
    await userEvent.dragAndDrop(head(here, 'Role'), head(here, 'ID'), {
      targetPosition: { x: 4, y: 8 },
    })
    await expectEvents(here, [line('columns_reordered', ['role', 'id', 'name', 'age', 'on'])])
    expect(labels(here)).toEqual(['Role', 'ID', 'Name', 'Age', 'On'])
    expect(rowElements(here)[0]!.firstElementChild!.getAttribute('data-column')).toBe('role')
  })

  test('are moved by Control, Shift and the arrows, and the focus goes along', async () => {
    const here = await table({ sortable: true }, heard)
    head(here, 'Name').querySelector('button')!.focus()
    await userEvent.keyboard('{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}')
    await expectEvents(here, [line('columns_reordered', ['id', 'age', 'name', 'role', 'on'])])
    expect(document.activeElement!.textContent).toBe('Name')
  })

  test('stay where they are when that is wanted', async () => {
    const here = await table({ reorderable_columns: false }, heard)
    await userEvent.dragAndDrop(head(here, 'Role'), head(here, 'ID'))
    expect(labels(here)).toEqual(['ID', 'Name', 'Age', 'Role', 'On'])
    here.calls(['set_column_order', ['on', 'name']], ['set_reorderable_columns', true])
    await settled()
    expect(labels(here)).toEqual(['On', 'Name', 'ID', 'Age', 'Role'])
    expect(here.sent()).toEqual([])
  })

  test('tell their widths when the user is done, in the order of the server', async () => {
    const wide = columns.map((column) => ({ ...column, colwidth: 80 }))
    const here = await table({ columns: wide }, heard)
    here.calls(['set_column_order', ['on']])
    await settled()
    head(here, 'Name').focus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await expectEvents(here, [line('columns_resized', { on: 80, id: 80, name: 90 })])
    expect(here.answer('get_column_widths')).toEqual([80, 90, 80, 80, 80])
    here.calls(['set_column_widths', { age: 100 }])
    expect(here.answer('get_column_widths')).toEqual([80, 80, 100, 80, 80])
  })
})

test('rows, columns and cells are numbered for assistive technology, and what cannot be edited is marked', async () => {
  const here = await table({ show_row_numbers: true })
  const indexes = (selector: string) =>
    [...here.find(selector).children].map(({ ariaColIndex }) => ariaColIndex)
  expect(indexes('.tw-table-header-row')).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(indexes('.tw-table-body .tw-table-row')).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(rowElements(here).map(({ ariaRowIndex }) => ariaRowIndex)).toEqual(['2', '3', '4'])
  expect([scroller(here).ariaRowCount, scroller(here).ariaColCount]).toEqual(['4', '6'])
  expect([cell(here, 0, 'id').ariaReadOnly, cell(here, 0, 'name').ariaReadOnly]).toEqual([
    'true',
    null,
  ])
})

test('without rows a text is shown', async () => {
  const here = await table({ placeholder: 'Nobody here' })
  const text = here.find('.tw-table-placeholder')
  expect(text.hidden).toBe(true)
  here.calls(['clear'], ['set_placeholder', 'Nobody left'])
  await expect.poll(() => text.hidden, patient).toBe(false)
  expect(scroller(here).getAttribute('aria-describedby')).toBe(text.id)
  expect(text.textContent).toBe('Nobody left')
})

test.each<[string, Json[], string]>([
  ['set_cell', [['1'], 'name', {}], 'TableView.set_cell needs "value" to be CellValue'],
  ['set_colors', [{ rows: [{ bg: 'red' }] }], 'TableView.set_colors needs "spec" to be ColorSpec'],
  ['set_sorts', [['id']], 'TableView.set_sorts needs "sorts" to be'],
  ['set_columns', [[{ widget: 'lamp' }]], 'TableView.set_columns needs "columns" to be'],
])('%s with wrong arguments is answered, and the table goes on', async (method, args, error) => {
  const here = await table()
  expect(() => here.answer(method, ...args)).toThrow(error)
  expect(here.answer('get_row_count')).toBe(3)
})

test('axe has nothing to say, also while a cell is edited', async () => {
  const here = await table({ sortable: true, selection_mode: 'multiple-cell' })
  here.calls([
    'set_sorts',
    [
      ['role', true],
      ['id', true],
    ],
  ])
  await userEvent.dblClick(cell(here, 0, 'name'))
  await settled()
  await expectAccessible(here)
})
