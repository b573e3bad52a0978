import { beforeAll, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { ready } from '../harness.ts'
import { expectAccessible, expectEvents, type Shown, shown } from './shown.ts'

const columns = [
  { key: 'name', label: 'Name' },
  { key: 'size', label: 'Size', type: 'integer', editable: true },
]
const files = {
  docs: {
    name: 'Documents',
    b: { name: 'b.txt', size: 2 },
    a: { name: 'a.txt', size: 1 },
    deep: { name: 'Deep', c: { name: 'c.txt', size: 3 } },
  },
  readme: { name: 'readme', size: 9 },
}
const actions = ['selected', 'activated', 'expanded', 'collapsed', 'folded', 'changed']

/** However slow the machine is. */
const patient = { timeout: 10_000 }

type Options = { readonly [name: string]: Json }

beforeAll(() => ready('TreeView'))

/** 500 by 300 px, drawn. */
async function tree(options: Options = {}, heard = actions, nodes: Json = files): Promise<Shown> {
  const here = shown(heard, 'TreeView', { columns, ...options })
  here.element.style.cssText = 'inline-size: 500px; block-size: 300px'
  here.calls(['set_tree', nodes])
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
const nameIn = (row: Element) => row.querySelector('[data-column=name]')!.textContent
const names = (here: Shown) => rowElements(here).map(nameIn).join(' ')
const row = (here: Shown, name: string) => rowElements(here).find((one) => nameIn(one) === name)!
const twisty = (here: Shown, name: string) => row(here, name).querySelector('.tw-table-twisty')!
const selected = (here: Shown) =>
  rowElements(here)
    .filter(({ ariaSelected }) => ariaSelected === 'true')
    .map(nameIn)
    .join(' ')
async function show(here: Shown, expected: string): Promise<void> {
  await expect.poll(() => names(here), patient).toBe(expected)
}

/** One event as `expectEvents` prints it. */
const line = (action: string, ...args: readonly Json[]) =>
  `${action}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
const all = 'Documents b.txt a.txt Deep c.txt readme'

test('names are to be read where there is little room', async () => {
  const here = await tree({
    columns: [
      { key: 'name', colwidth: '1fr' },
      { key: 'size', colwidth: 1000 },
    ],
  })
  const cell = row(here, 'b.txt').querySelector('[data-column=name]')!
  expect(cell.scrollWidth).toBe(cell.clientWidth)
})

describe('levels', () => {
  test('are told to assistive technology, and indented', async () => {
    const here = await tree()
    expect(scroller(here).role).toBe('treegrid')
    expect(names(here)).toBe(all)
    expect(
      rowElements(here).map(({ ariaLevel, ariaExpanded }) => [ariaLevel, ariaExpanded]),
    ).toEqual([
      ['1', 'true'],
      ['2', null],
      ['2', null],
      ['2', 'true'],
      ['3', null],
      ['1', null],
    ])
    const left = (name: string) => twisty(here, name).getBoundingClientRect().left
    expect([left('b.txt') - left('Documents'), left('c.txt') - left('b.txt')]).toEqual([18, 18])
  })

  test('are closed and opened by the mouse, without selecting anything', async () => {
    const here = await tree()
    await userEvent.click(twisty(here, 'Deep'))
    await show(here, 'Documents b.txt a.txt Deep readme')
    expect(row(here, 'Deep').ariaExpanded).toBe('false')
    await userEvent.click(twisty(here, 'Deep'))
    await show(here, all)
    await expectEvents(here, [
      line('collapsed', { name: 'Deep' }, ['docs', 'deep']),
      line('folded', [['docs', 'deep']]),
      line('expanded', { name: 'Deep' }, ['docs', 'deep']),
      line('folded', []),
    ])
  })

  test('are walked, closed and opened by the arrows', async () => {
    const here = await tree({}, ['collapsed', 'expanded'])
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}')
    await show(here, 'Documents readme')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await show(here, all)
    await expect.poll(() => selected(here), patient).toBe('b.txt')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(() => selected(here), patient).toBe('Documents')
    await expectEvents(here, [
      line('collapsed', { name: 'Documents' }, ['docs']),
      line('expanded', { name: 'Documents' }, ['docs']),
    ])
  })

  test('with a cell cursor the arrows fold from the first cell only', async () => {
    const here = await tree({ cell_cursor: true }, ['collapsed'])
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowLeft}{ArrowLeft}')
    await expectEvents(here, [line('collapsed', { name: 'Documents' }, ['docs'])])
  })

  test('from right to left the arrows are turned around', async () => {
    const here = await tree({}, ['collapsed'])
    here.element.dir = 'rtl'
    scroller(here).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    await expectEvents(here, [line('collapsed', { name: 'Documents' }, ['docs'])])
  })

  test('are opened and closed by calls', async () => {
    const here = await tree()
    here.calls(['collapse_item', ['docs', 'deep']], ['collapse_item', ['docs', 'deep']])
    await expectEvents(here, [
      line('collapsed', { name: 'Deep' }, ['docs', 'deep']),
      line('folded', [['docs', 'deep']]),
    ])
    expect(here.answer('get_collapsed')).toEqual([['docs', 'deep']])
    expect(here.answer('get_expanded')).toEqual([['docs']])
    here.calls(['expand_item', ['docs', 'deep']], ['expand_item', ['nowhere']])
    await expectEvents(here, [
      line('expanded', { name: 'Deep' }, ['docs', 'deep']),
      line('folded', []),
    ])
    here.calls(['set_collapsed', [['docs']]])
    await show(here, 'Documents readme')
    expect(here.sent()).toEqual([])
    here.calls(['expand_all'], ['collapse_all'])
    await expectEvents(here, [line('folded', []), line('folded', [['docs'], ['docs', 'deep']])])
  })
})

describe('nodes', () => {
  test('come, go and change, and what was open, selected and coloured stays so', async () => {
    const here = await tree({ selection_mode: 'multiple' })
    here.calls(
      [
        'set_selected',
        [
          ['docs', 'b'],
          ['docs', 'deep', 'c'],
        ],
      ],
      ['set_row_color', ['docs', 'a'], null, 'yellow'],
      ['set_collapsed', [['docs', 'deep']]],
      [
        'update_tree',
        {
          new: { name: 'new' },
          docs: { ...files.docs, a: { name: 'A.txt', size: 1 } },
        },
      ],
    )
    await show(here, 'new Documents b.txt A.txt Deep')
    expect(selected(here)).toBe('b.txt')
    expect(
      row(here, 'A.txt').querySelector<HTMLElement>('.tw-table-cell')!.style.backgroundColor,
    ).toBe('yellow')
    expect(here.sent()).toEqual([])
    here.calls(['patch_tree', { in: { docs: { remove: ['deep'] } } }])
    await expectEvents(here, [
      line('selected', [{ path: ['docs', 'b'], values: { name: 'b.txt', size: 2 } }]),
    ])
  })

  test('are added and taken away one by one', async () => {
    const here = await tree()
    expect(here.answer('add_item', ['docs', 'deep'], 'd', { name: 'd.txt' })).toEqual([
      'docs',
      'deep',
      'd',
    ])
    expect(here.answer('add_item', ['nowhere'], 'd', { name: 'd.txt' })).toBeNull()
    expect(here.answer('add_item', null, 'readme', { name: 'README' })).toEqual(['readme'])
    expect(here.answer('insert_row', { name: 'first' }, null, 'docs')).toEqual(['row2'])
    expect(here.answer('append_row', ['last', 7])).toEqual(['row3'])
    here.calls(
      ['remove_item', ['docs', 'a']],
      ['remove_items', [['docs', 'b'], ['x']]],
      ['add_tree', { e: { name: 'e.txt' } }, ['docs']],
      ['set_cell', ['docs'], 'name', 'Docs'],
      ['set_cell', ['x'], 'name', 'x'],
    )
    await show(here, 'first Docs Deep c.txt d.txt e.txt README last')
    expect(here.answer('get_row_count')).toBe(4)
    here.calls(['delete_row', 'row2'], ['delete_row', ['docs', 'e']])
    await show(here, 'Docs Deep c.txt d.txt README last')
    here.calls(['clear'])
    await show(here, '')
  })

  test('that are named are deleted, and emptied branches if asked', async () => {
    const here = await tree()
    here.calls(['delete_tree', { docs: { deep: { c: {} } } }])
    await show(here, 'Documents b.txt a.txt readme')
    here.calls(['delete_tree', { nothing: null }])
    await expectEvents(here, [line('changed')])
  })

  test('may be rows without levels', async () => {
    const here = await tree()
    here.calls(['set_data', [{ name: 'x', size: 1 }, ['y', 2], 'z']])
    await show(here, 'x y z')
    here.calls(['select_path', ['row1'], true])
    expect(here.answer('get_selected')).toEqual([
      { path: ['row1'], values: { name: 'y', size: 2 } },
    ])
    here.calls(['update_data', [{ name: 'x', size: 1 }, ['Y', 2]]])
    await show(here, 'x Y')
    expect(here.answer('get_selected')).toEqual([
      { path: ['row1'], values: { name: 'Y', size: 2 } },
    ])
  })

  test('are given back as a tree that can be set', async () => {
    const here = await tree()
    const given = here.answer('get_subtree') as Json
    expect(given).toEqual({
      docs: {
        b: files.docs.b,
        a: files.docs.a,
        deep: { c: files.docs.deep.c, __values__: { name: 'Deep' } },
        __values__: { name: 'Documents' },
      },
      readme: files.readme,
    })
    here.calls(['clear'], ['set_tree', given])
    await show(here, all)
    expect(() => here.answer('get_subtree', ['x'])).toThrow('There is no node ["x"]')
  })

  test('may come after what is said of them', async () => {
    const here = await tree({}, [], { old: { name: 'old' } })
    here.calls(
      ['set_selected', [['docs', 'a']]],
      ['set_row_color', ['docs', 'b'], 'red'],
      ['set_collapsed', [['docs', 'deep']]],
      ['set_tree', files],
    )
    await show(here, 'Documents b.txt a.txt Deep readme')
    expect(selected(here)).toBe('a.txt')
    const first = row(here, 'b.txt').firstElementChild as HTMLElement
    expect(first.style.color).toBe('red')
  })

  test('a new tree has nothing selected and no colours of rows, but its sorting', async () => {
    const here = await tree({}, [])
    here.calls(
      ['sort_by_column', 'name', false],
      ['set_selected', ['readme']],
      ['set_row_color', ['readme'], 'red'],
      ['set_column_color', 'size', 'green'],
      ['set_tree', files],
    )
    await show(here, 'readme Documents Deep c.txt b.txt a.txt')
    expect(selected(here)).toBe('')
    const colors = [...rowElements(here)[0]!.children].map(
      (one) => (one as HTMLElement).style.color,
    )
    expect(colors).toEqual(['', 'green'])
  })
})

describe('the user', () => {
  test('selects, activates and edits by the path of a node', async () => {
    const here = await tree({}, ['selected', 'activated', 'cell_edited'])
    const c = { name: 'c.txt', size: 3 }
    const path = ['docs', 'deep', 'c']
    await userEvent.click(row(here, 'c.txt').firstElementChild!)
    await userEvent.keyboard('{Enter}{F2}4{Enter}')
    await expectEvents(here, [
      line('selected', [{ path, values: c }]),
      line('activated', c, path, null),
      line('cell_edited', path, 'size', 3, 4),
      line('selected', [{ path: ['readme'], values: files.readme }]),
    ])
    await userEvent.dblClick(row(here, 'b.txt').firstElementChild!)
    await expectEvents(here, [
      line('selected', [{ path: ['docs', 'b'], values: files.docs.b }]),
      line('activated', files.docs.b, ['docs', 'b'], 'name'),
    ])
  })

  test('selects several, and all', async () => {
    const here = await tree({ selection_mode: 'multiple' }, [])
    await userEvent.click(row(here, 'b.txt'))
    await userEvent.click(row(here, 'c.txt'), { modifiers: ['Shift'] })
    await expect.poll(() => selected(here), patient).toBe('b.txt a.txt Deep c.txt')
    here.calls(['collapse_all'])
    expect(here.answer('get_selected')).toHaveLength(4)
    here.calls(['select_all', true])
    expect(here.answer('get_selected')).toHaveLength(6)
    here.calls(['select_all', false], ['select_paths', [['docs', 'a']], true])
    expect(here.answer('get_selected')).toEqual([{ path: ['docs', 'a'], values: files.docs.a }])
    here.calls(['clear_selection'])
    expect(here.answer('get_selected')).toEqual([])
  })
})

test('the name of a branch covers the empty cells behind it', async () => {
  const here = await tree()
  const [docs, b] = rowElements(here)
  expect([docs!.firstElementChild!.ariaColSpan, b!.firstElementChild!.ariaColSpan]).toEqual([
    '2',
    null,
  ])
})

test('a node is scrolled into sight, and what it stands in is opened', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`n${at}`, { name: `n${at}` }]),
  )
  const here = await tree({}, [], { ...many, last: { name: 'last', in: { x: { name: 'x' } } } })
  here.calls(['collapse_all'], ['scroll_to_path', ['last', 'in', 'x']])
  await expect.poll(() => names(here).endsWith('last  x'), patient).toBe(true)
})

test('looks are as wanted', async () => {
  const here = await tree({ alternate_row_colors: true, show_row_numbers: true, show_grid: true })
  expect([...here.element.classList]).toEqual(expect.arrayContaining(['tw-striped', 'tw-lines']))
  expect(
    rowElements(here)
      .map((one) => one.firstElementChild!.textContent)
      .join(''),
  ).toBe('123456')
  here.calls(['set_show_grid', false])
  expect(here.element.classList.contains('tw-lines')).toBe(false)
})

test.each<[string, Json[], string]>([
  ['set_tree', [[1]], 'TreeView.set_tree needs "tree" to be TreeData'],
  ['patch_tree', [{ remove: 'x' }], 'TreeView.patch_tree needs "patch" to be TreePatch'],
  ['delete_tree', [{ x: 1 }], 'TreeView.delete_tree needs "tree" to be TreeDeleteSpec'],
  ['expand_item', ['docs'], 'TreeView.expand_item needs "path" to be TreePath'],
])('%s with wrong arguments is answered, and the tree goes on', async (method, args, error) => {
  const here = await tree()
  expect(() => here.answer(method, ...args)).toThrow(error)
  expect(here.answer('get_row_count')).toBe(2)
})

test('axe has nothing to say', async () => {
  const here = await tree({ sortable: true, selection_mode: 'multiple', show_row_numbers: true })
  here.calls(['set_selected', [['docs', 'a']]], ['collapse_item', ['docs', 'deep']])
  scroller(here).focus()
  await userEvent.keyboard('{ArrowDown}')
  await settled()
  await expectAccessible(here)
})
