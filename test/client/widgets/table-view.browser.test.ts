import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, ready } from '../harness.ts'
import { events, expectAccessible, expectEvents, type Shown, shown } from './shown.ts'

await ready('TableView')

const people = [
  { id: 1, name: 'ann', cpu: 10 },
  { id: 2, name: 'bob', cpu: 30 },
  { id: 3, name: 'cyd', cpu: 20 },
]
const columns = [
  { key: 'id', label: 'ID', type: 'integer' },
  { key: 'name', label: 'Name' },
  { key: 'cpu', label: 'CPU', format: 'percent', decimals: 0 },
]
const actions = ['selected', 'sorted', 'activated', 'cell_action']

/** However slow the machine is. */
const patient = { timeout: 10_000 }

type Options = { readonly [name: string]: Json }

/** 500 by 300 px, drawn. */
async function table(rows: readonly Json[] = people, options: Options = {}): Promise<Shown> {
  const here = shown(actions, 'TableView', { columns, row_key: 'id', ...options })
  here.element.style.cssText = 'inline-size: 500px; block-size: 300px'
  here.calls(['set_rows', rows])
  await drawn(here)
  return here
}

async function drawn(here: Shown): Promise<void> {
  await expect
    .poll(() => here.find('.tw-table-scroller').style.getPropertyValue('--tw-row-height'))
    .toMatch(/\d/)
  await settled()
}

/** Sizes are told, and what scrolled is drawn. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
}

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: at, name: `row ${at}`, cpu: at % 100 }))

const rowElements = ({ element }: Shown) => [
  ...element.querySelectorAll<HTMLElement>('.tw-table-body .tw-table-row'),
]
const texts = (here: Shown) =>
  rowElements(here).map((row) => [...row.children].map((cell) => cell.textContent).join(' '))
const names = (here: Shown) => texts(here).map((text) => text.split(' ')[1])
const selectedNames = (here: Shown) =>
  rowElements(here)
    .filter((row) => row.ariaSelected === 'true')
    .map((row) => row.children[1]!.textContent)

function cellAt(here: Shown, name: string, column = 'name'): HTMLElement {
  const row = rowElements(here).find((row) => row.textContent.includes(name))
  return row!.querySelector<HTMLElement>(`[data-column="${column}"]`)!
}

function button(here: Shown, label: string): HTMLElement {
  const all = [...here.element.querySelectorAll<HTMLElement>('.tw-table-sort')]
  return all.find(({ textContent }) => textContent === label)!
}

const scroller = (here: Shown) => here.find('.tw-table-scroller')
const told = (row: (typeof people)[number]) => ({ path: [String(row.id)], values: row })
const [ann, bob, cyd] = [told(people[0]!), told(people[1]!), told(people[2]!)]

/** One event as `expectEvents` prints it. */
const line = (action: string, ...args: readonly Json[]) =>
  `${action}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`

describe('rows', () => {
  test('stand under their columns, and numbers read as the column says', async () => {
    const here = await table()
    expect(texts(here)).toEqual(['1 ann 10%', '2 bob 30%', '3 cyd 20%'])
    expect(getComputedStyle(cellAt(here, 'ann', 'cpu')).textAlign).toBe('end')
  })

  test('a patch touches the cells that changed, and no others', async () => {
    const here = await table()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(here.find('.tw-table-body'), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    here.calls(['patch_rows', { cells: { 2: { cpu: 31, name: 'bob' } } }])
    await settled()
    observer.disconnect()
    expect(texts(here)).toEqual(['1 ann 10%', '2 bob 31%', '3 cyd 20%'])
    expect(changes.map(({ type }) => type)).toEqual(['characterData'])
  })

  test('come, go and move', async () => {
    const here = await table()
    here.calls([
      'patch_rows',
      { remove: ['1'], move: [['3', '2']], rows: [['2', { id: 4, name: 'dot' }]] },
    ])
    await expect.poll(() => names(here), patient).toEqual(['cyd', 'dot', 'bob'])
  })

  test('are counted, put in, set and taken out one by one', async () => {
    const here = await table()
    expect(here.answer('append_row', { id: 9, name: 'zed' })).toEqual(['9'])
    expect(here.answer('insert_row', 1, [7, 'amy', 5])).toEqual(['7'])
    here.calls(['delete_row', 0], ['set_cell', ['3'], 'name', 'cee'])
    await expect.poll(() => names(here), patient).toEqual(['amy', 'bob', 'cee', 'zed'])
    expect([here.answer('get_row_count'), here.answer('get_column_count')]).toEqual([4, 3])
    here.calls(['clear'])
    await expect.poll(() => names(here), patient).toEqual([])
  })

  test('ten thousand of them need the elements of those in sight', async () => {
    const here = await table(many(10_000))
    expect(rowElements(here).length).toBeLessThan(30)
    expect(scroller(here).ariaRowCount).toBe('10001')
    scroller(here).scrollTop = 100_000
    await expect.poll(() => rowElements(here)[8]?.ariaRowIndex, patient).toMatch(/^35\d\d$/)
    expect(rowElements(here).length).toBeLessThan(40)
    here.calls(['scroll_to_end'])
    await expect
      .poll(() => names(here).length > 0 && texts(here).at(-1), patient)
      .toBe('9999 row 9999 99%')
  })
})

describe('columns', () => {
  test('come and go', async () => {
    const here = await table()
    here.calls(
      ['delete_column', 'id'],
      ['insert_column', { key: 'id', label: 'No.' }, 'cpu'],
      ['append_column', 'Extra'],
    )
    await expect.poll(() => texts(here)[0], patient).toBe('ann 1 10% ')
    const labels = [...here.element.querySelectorAll('[role=columnheader]')]
    expect(labels.map(({ textContent }) => textContent)).toEqual(['Name', 'No.', 'CPU', 'Extra'])
    here.calls(['set_columns', [{ key: 'cpu', label: 'CPU' }]])
    await expect.poll(() => texts(here)[0], patient).toBe('10')
  })

  test('have the width they were given, and the rest share the room', async () => {
    const here = await table(people, {
      columns: [{ key: 'id', colwidth: 60 }, { key: 'name' }, { key: 'cpu', colwidth: '100px' }],
    })
    expect(here.answer('get_column_widths')).toEqual([60, 338, 100])
    here.calls(['set_column_width', 'cpu', 200])
    expect(here.answer('get_column_widths')).toEqual([60, 238, 200])
    expect(cellAt(here, 'ann', 'cpu').offsetWidth).toBe(200)
  })

  test('that share the room leave the label its own, and some letters', async () => {
    const here = await table(people, {
      columns: [
        { key: 'name', colwidth: '1fr' },
        { key: 'id', colwidth: 1000 },
      ],
    })
    const [name] = here.answer('get_column_widths') as number[]
    expect(name).toBeGreaterThan(80)
  })

  test.each(['left', 'center', 'right'])(
    'cut no label that fits, and never its arrow: %s',
    async (halign) => {
      const column = { key: 'id', label: 'Label', halign, colwidth: 60 }
      const here = await table(people, { columns: [column], sortable: true })
      const label = here.find('.tw-table-head .tw-table-label')
      expect(label.scrollWidth).toBe(label.clientWidth)
      here.calls(['set_column_width', 'id', 45], ['sort_by_column', 'id'])
      await settled()
      const [head, arrow] = ['.tw-table-sort', '.tw-table-arrow'].map((part) =>
        here.find(`.tw-table-head ${part}`).getBoundingClientRect(),
      )
      expect(label.scrollWidth).toBeGreaterThan(label.clientWidth)
      expect([arrow!.left >= head!.left, arrow!.right <= head!.right]).toEqual([true, true])
    },
  )

  test('follow the first finger on their edge, and no other', async () => {
    const here = await table()
    const edge = here.find('[role=columnheader]:nth-child(2) .tw-table-edge')
    const width = () => (here.answer('get_column_widths') as number[])[1]!
    edge.setPointerCapture = () => undefined
    edge.hasPointerCapture = () => true
    const finger = (pointerId: number, type: string, clientX = 0) => {
      const press = { pointerId, clientX, isPrimary: pointerId === 1, bubbles: true }
      edge.dispatchEvent(new PointerEvent(type, press))
    }
    const before = width()
    finger(2, 'pointerdown')
    finger(2, 'pointermove', 30)
    expect(width()).toBe(before)
    finger(1, 'pointerdown')
    finger(1, 'pointermove', 40)
    finger(2, 'pointermove', 90)
    finger(1, 'pointerup', 40)
    finger(1, 'pointermove', 70)
    expect(width()).toBe(before + 40)
  })

  test('are dragged by their edge, and the edge stays under the mouse', async () => {
    const here = await table()
    const before = here.answer('get_column_widths') as number[]
    const edge = here.find('[role=columnheader]:nth-child(2) .tw-table-edge')
    const head = here.find('.tw-table-head')
    const from = edge.getBoundingClientRect()
    const [x, y] = [from.left + from.width / 2 - head.getBoundingClientRect().left, from.height / 2]
    await userEvent.dragAndDrop(edge, head, { targetPosition: { x: x + 40, y } })
    const after = here.answer('get_column_widths') as number[]
    expect(after.slice(0, 2)).toEqual([before[0], before[1]! + 40])
  })

  test('are changed by Shift and the arrows', async () => {
    const here = await table(people, { sortable: true })
    const [id] = here.answer('get_column_widths') as number[]
    button(here, 'ID').focus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}')
    expect((here.answer('get_column_widths') as number[])[0]).toBe(id! + 10)
  })

  test('are made as wide as what is in them', async () => {
    const long = 'a very long name for somebody who is called ann'
    const here = await table([{ id: 1, name: long }])
    here.calls(['set_column_width', 'name', 50], ['set_optimal_column_widths'])
    const cell = cellAt(here, long)
    expect(cell.scrollWidth).toBe(cell.clientWidth)
    const [id, name] = here.answer('get_column_widths') as number[]
    expect(name).toBeGreaterThan(200)
    expect(id).toBeLessThan(80)
  })

  test('that are too many scroll inside of it', async () => {
    const here = await table(people, {
      columns: Array.from({ length: 20 }, (_, at) => ({ key: `c${at}`, label: `Column ${at}` })),
    })
    const box = scroller(here)
    expect(box.scrollWidth).toBeGreaterThan(1500)
    expect(here.element.scrollWidth).toBe(here.element.clientWidth)
    await userEvent.click(rowElements(here)[0]!)
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => box.scrollLeft, patient).toBeGreaterThan(0)
  })

  test('that are too many scroll to the left where lines go on there', async () => {
    const here = await table(people, {
      columns: Array.from({ length: 20 }, (_, at) => ({ key: `c${at}`, label: `Column ${at}` })),
      cell_cursor: false,
    })
    here.root.dir = 'rtl'
    scroller(here).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(() => scroller(here).scrollLeft, patient).toBe(-60)
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => scroller(here).scrollLeft, patient).toBe(0)
  })
})

describe('sorting', () => {
  test('a click on a label sorts, a second one turns it around', async () => {
    const here = await table(people, { sortable: true })
    await userEvent.click(button(here, 'CPU'))
    await expectEvents(here, [line('sorted', 'cpu', true)])
    expect(names(here)).toEqual(['ann', 'cyd', 'bob'])
    expect(button(here, 'CPU').parentElement!.ariaSort).toBe('ascending')
    await userEvent.click(button(here, 'CPU'))
    await expectEvents(here, [line('sorted', 'cpu', false)])
    expect(names(here)).toEqual(['bob', 'cyd', 'ann'])
  })

  test('a call sorts silently, and rows stay sorted as cells change', async () => {
    const here = await table()
    here.calls(['sort_by_column', 'cpu', false])
    await expect.poll(() => names(here), patient).toEqual(['bob', 'cyd', 'ann'])
    here.calls(['patch_rows', { cells: { 1: { cpu: 25 } } }])
    await expect.poll(() => names(here), patient).toEqual(['bob', 'ann', 'cyd'])
    here.calls(['sort_by_column', ''])
    await expect.poll(() => names(here), patient).toEqual(['ann', 'bob', 'cyd'])
    expect(here.sent()).toEqual([])
  })

  test('the header is one stop for Tab, the arrows go along it, and Enter sorts', async () => {
    const here = await table(people, { sortable: true })
    await userEvent.tab()
    expect(document.activeElement).toBe(scroller(here))
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}{Enter}')
    expect(document.activeElement).toBe(button(here, 'Name'))
    await expectEvents(here, [line('sorted', 'name', true)])
    await userEvent.tab()
    expect(here.element.contains(document.activeElement)).toBe(false)
  })

  test('a header that cannot sort has no buttons', async () => {
    const here = await table()
    expect(here.element.querySelector('.tw-table-sort')).toBeNull()
    here.calls(['set_sortable', true])
    await expect.poll(() => here.element.querySelectorAll('.tw-table-sort').length, patient).toBe(3)
  })
})

describe('selecting one', () => {
  test('a click selects the row, and it alone', async () => {
    const here = await table()
    await userEvent.click(cellAt(here, 'ann'))
    await userEvent.click(cellAt(here, 'bob'))
    await expectEvents(here, [line('selected', [ann]), line('selected', [bob])])
    expect(selectedNames(here)).toEqual(['bob'])
    await userEvent.click(cellAt(here, 'bob'))
    await userEvent.click(cellAt(here, 'bob'), { modifiers: ['Control'] })
    await expectEvents(here, [line('selected', [])])
  })

  test('the arrows take the selection along, and the row comes into sight', async () => {
    const here = await table(many(100))
    await userEvent.click(cellAt(here, 'row 3'))
    await userEvent.keyboard('{ArrowDown}{End}')
    await expect.poll(() => selectedNames(here), patient).toEqual(['row 99'])
    const { activeElement } = document
    const active = activeElement?.getAttribute('aria-activedescendant')
    expect(document.getElementById(active!)?.textContent).toContain('row 99')
    await userEvent.keyboard('{PageUp}')
    await expect.poll(() => selectedNames(here), patient).toEqual(['row 90'])
    await userEvent.keyboard('{Home}')
    await expect.poll(() => selectedNames(here), patient).toEqual(['row 0'])
    expect(scroller(here).scrollTop).toBe(0)
    expect(here.sent()).toHaveLength(5)
  })

  test('Space selects, Enter and two clicks activate', async () => {
    const here = await table()
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{Control>} {/Control} {Enter}')
    await expectEvents(here, [
      line('selected', [ann]),
      line('selected', []),
      line('selected', [ann]),
      line('activated', people[0]!, ['1'], null),
    ])
    await userEvent.dblClick(cellAt(here, 'cyd', 'cpu'))
    await expectEvents(here, [line('selected', [cyd]), line('activated', people[2]!, ['3'], 'cpu')])
  })
})

describe('selecting many', () => {
  const multiple = { selection_mode: 'multiple' }

  test('Control adds, Shift goes on to there', async () => {
    const here = await table(many(20), multiple)
    await userEvent.click(cellAt(here, 'row 1'))
    await userEvent.click(cellAt(here, 'row 3'), { modifiers: ['Control'] })
    expect(selectedNames(here)).toEqual(['row 1', 'row 3'])
    await userEvent.click(cellAt(here, 'row 5'), { modifiers: ['Shift'] })
    expect(selectedNames(here)).toEqual(['row 3', 'row 4', 'row 5'])
    await userEvent.click(cellAt(here, 'row 4'), { modifiers: ['Control'] })
    expect(selectedNames(here)).toEqual(['row 3', 'row 5'])
    expect(here.sent()).toHaveLength(4)
  })

  test('the keyboard does the same', async () => {
    const here = await table(people, multiple)
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}')
    await expect.poll(() => selectedNames(here), patient).toEqual(['ann', 'bob'])
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control} ')
    await expect.poll(() => selectedNames(here), patient).toEqual(['ann', 'bob', 'cyd'])
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(() => selectedNames(here), patient).toEqual(['bob'])
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.poll(() => selectedNames(here), patient).toEqual(['ann', 'bob', 'cyd'])
    expect(events(here.sent()).at(-1)).toBe(line('selected', [ann, bob, cyd]))
  })
})

test('where nothing can be selected, a click selects nothing', async () => {
  const here = await table(people, { selection_mode: 'none' })
  await userEvent.click(cellAt(here, 'ann'))
  await userEvent.keyboard('{ArrowDown} ')
  expect(rowElements(here).map((row) => row.ariaSelected)).toEqual([null, null, null])
  expect(here.sent()).toEqual([])
})

test('calls select silently, also before there are rows', async () => {
  const here = await table([], { selection_mode: 'multiple' })
  here.calls(['set_selected', [['2'], ['3']]], ['set_rows', people])
  await expect.poll(() => selectedNames(here), patient).toEqual(['bob', 'cyd'])
  here.calls(['select_path', ['1'], true], ['select_paths', [['2']], false])
  expect(here.answer('get_selected')).toEqual([ann, cyd])
  here.calls(['select_all', true])
  expect(here.answer('get_selected')).toEqual([ann, bob, cyd])
  here.calls(['set_selected', ['1']])
  expect(here.answer('get_selected')).toEqual([ann])
  here.calls(['clear_selection'])
  await expect.poll(() => selectedNames(here), patient).toEqual([])
  expect(here.sent()).toEqual([])
})

test('selection and scroll position outlive every update; a selected row that goes is told', async () => {
  const here = await table(many(1000), { selection_mode: 'multiple' })
  here.calls(['sort_by_column', 'cpu'], ['set_selected', [['5'], ['7']]])
  scroller(here).scrollTop = 5000
  await settled()
  for (let round = 1; round <= 3; round++) {
    here.calls(['patch_rows', { cells: { 5: { cpu: round }, 500: { cpu: 99 - round } } }])
    await settled()
  }
  here.calls(['set_rows', many(999).toReversed()])
  await settled()
  expect(scroller(here).scrollTop).toBe(5000)
  expect(here.sent()).toEqual([])
  here.calls(['patch_rows', { remove: ['5', '6'] }])
  await expectEvents(here, [
    line('selected', [{ path: ['7'], values: { id: 7, name: 'row 7', cpu: 7 } }]),
  ])
})

describe('cells', () => {
  const tools = [
    { key: 'id' },
    { key: 'done', label: 'Done', widget: 'progress', max: 50 },
    { key: 'ok', label: 'OK', type: 'boolean' },
    { key: 'stop', label: 'Stop', widget: 'button', text: 'Stop', enabled_key: 'on' },
  ]
  const jobs = [
    { id: 1, done: 25, ok: true, stop: true, on: true },
    { id: 2, done: null, ok: false, stop: 'Kill', on: false },
    { id: 3, stop: null },
    { id: 4, on: true },
  ]

  test('show bars, ticks and buttons', async () => {
    const here = await table(jobs, { columns: tools })
    const bars = [...here.element.querySelectorAll<HTMLElement>('.tw-table-bar')]
    expect(bars.map((bar) => bar.hidden || bar.ariaValueNow)).toEqual(['25', true, true, true])
    expect(texts(here)).toEqual(['1 50% ✓ Stop', '2  – Kill', '3   ', '4   Stop'])
    const buttons = [...here.element.querySelectorAll<HTMLButtonElement>('.tw-table-action')]
    const looks = buttons.map(({ hidden, disabled }) => [hidden, disabled])
    expect(looks).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [false, false],
    ])
  })

  test('a press of a button is told with its row, and selects nothing', async () => {
    const here = await table(jobs, { columns: tools })
    await userEvent.click(cellAt(here, '1', 'stop').firstElementChild!)
    await expectEvents(here, [line('cell_action', ['1'], jobs[0]!, 'stop')])
  })

  test('the buttons of the row that the keyboard is at are reached by Tab and by arrows', async () => {
    const here = await table(jobs, { columns: tools })
    scroller(here).focus()
    await userEvent.keyboard('{Home}')
    await userEvent.tab()
    await userEvent.tab()
    expect(document.activeElement).toBe(cellAt(here, '50%', 'stop').firstElementChild)
    await userEvent.keyboard('{End}{Enter}')
    here.sent()
    await userEvent.keyboard(' ')
    await expectEvents(here, [line('cell_action', ['4'], jobs[3]!, 'stop')])
  })

  test('a cell that is cut off tells its text to the mouse', async () => {
    const here = await table([{ id: 1, name: 'x'.repeat(200) }])
    await userEvent.hover(cellAt(here, 'xxx'))
    expect(cellAt(here, 'xxx').title).toBe('x'.repeat(200))
  })
})

describe('scrolling', () => {
  test('a row is scrolled into sight, also before the table is on the page', async () => {
    const here = shown(actions, 'TableView', { columns, row_key: 'id' })
    here.element.remove()
    here.element.style.cssText = 'inline-size: 500px; block-size: 300px'
    here.calls(['set_rows', many(1000)], ['scroll_to_path', ['500']])
    await settled()
    here.root.append(here.element)
    await expect.poll(() => texts(here).some((text) => text.startsWith('500 ')), patient).toBe(true)
  })

  test('where it came to rest is told', async () => {
    const here = await table(many(1000))
    here.send({ type: 'listen', wid: 1, action: 'scrolled' })
    here.calls(['set_scroll_position', 0, 1])
    await expectEvents(here, ['scrolled(0, 1)'])
    expect(here.answer('get_scroll_position')).toEqual([0, 1])
  })
})

test('header, row numbers, stripes and lines are shown as wanted', async () => {
  const here = await table(people, {
    show_header: false,
    show_row_numbers: true,
    show_grid: false,
    alternate_row_colors: true,
  })
  expect(texts(here)).toEqual(['1 1 ann 10%', '2 2 bob 30%', '3 3 cyd 20%'])
  expect(here.find('.tw-table-head').offsetHeight).toBe(0)
  expect(rowElements(here)[0]!.ariaRowIndex).toBe('1')
  expect([...here.element.classList]).toEqual(expect.arrayContaining(['tw-striped']))
  expect(here.element.classList.contains('tw-lines')).toBe(false)
  const [, odd] = rowElements(here).map((row) => getComputedStyle(row).backgroundColor)
  expect(odd).not.toBe('rgba(0, 0, 0, 0)')
})

test('spacing makes rows higher, and the rows still fit each other', async () => {
  const here = await table(many(100))
  here.calls(['set_row_spacing', 12], ['set_column_spacing', 20])
  await expect.poll(() => rowElements(here)[0]!.offsetHeight, patient).toBe(44)
  expect(here.find('.tw-table-body').offsetHeight).toBe(4400)
  here.calls(['set_header_font', null, 20, '700'])
  await expect
    .poll(() => getComputedStyle(here.find('.tw-table-label')).fontSize, patient)
    .toBe('20px')
})

test('without a height of its own it is as high as its rows, up to a dozen', async () => {
  const here = await table(people)
  here.element.style.blockSize = ''
  await expect.poll(() => here.element.offsetHeight, patient).toBe(2 + 26 + 3 * 28)
  here.calls(['set_rows', many(500)])
  await expect.poll(() => here.element.offsetHeight, patient).toBe(2 + 26 + 12 * 28)
})

test('axe has nothing to say', async () => {
  const here = await table(people, {
    columns: [
      ...columns,
      { key: 'load', label: 'Load', widget: 'progress' },
      { key: 'stop', label: 'Stop', widget: 'button', text: 'Stop' },
    ],
    sortable: true,
    selection_mode: 'multiple',
    show_row_numbers: true,
    alternate_row_colors: true,
  })
  here.calls(['set_selected', [['2']]], ['patch_rows', { cells: { 1: { load: 5 } } }])
  scroller(here).focus()
  await userEvent.keyboard('{ArrowDown}')
  await settled()
  await expectAccessible(here)
})

test('after its end nothing is watched', async () => {
  const here = await table(many(1000))
  here.send({ type: 'listen', wid: 1, action: 'scrolled' })
  const disconnect = vi.spyOn(ResizeObserver.prototype, 'disconnect')
  const box = scroller(here)
  const drawnRows = texts(here)
  here.calls(['patch_rows', { cells: { 1: { cpu: 50 } } }])
  here.send(call(1, 'destroy'))
  expect(disconnect.mock.contexts.length).toBeGreaterThanOrEqual(3)
  onTestFinished(() => box.remove())
  document.body.append(box)
  box.scrollTop = 10_000
  await settled()
  expect(texts({ ...here, element: box })).toEqual(drawnRows)
  expect(here.sent()).toEqual([])
})

test('a table that is out of sight for a while is found where it was', async () => {
  const here = await table(many(1000))
  const scroller = here.find('.tw-table-scroller')
  scroller.scrollTop = 5000
  await settled()
  here.calls(['hide'])
  await settled()
  here.calls(['set_cell', ['1'], 'name', 'changed'])
  await settled()
  here.calls(['show'])
  await settled()
  expect(scroller.scrollTop).toBe(5000)
  expect(names(here)).not.toContain('changed')
})

test('a table that goes out of sight while it is scrolled is found where it was scrolled to', async () => {
  const here = await table(many(1000))
  const scroller = here.find('.tw-table-scroller')
  scroller.scrollTop = 5000
  here.calls(['hide'])
  await settled()
  here.calls(['show'])
  await settled()
  expect([scroller.scrollTop, names(here).length > 10, texts(here)[0]?.startsWith('17')]).toEqual([
    5000,
    true,
    true,
  ])
})
