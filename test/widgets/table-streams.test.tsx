// What tables and trees cost on the wire when the user has changed them, through a whole session.

import { describe, expect, test } from 'vitest'
import { signal, TableView, TopLevel, TreeView } from 'treewire'
import type { Json } from '../../src/protocol/messages.ts'
import { render } from 'treewire/testing'

type Cell = string | number | boolean | null
interface Row {
  readonly [column: string]: Cell
}

const columns = [
  { key: 'pid', label: 'PID', type: 'integer' },
  { key: 'name', label: 'Name', editable: true },
] as const

const downIn = (lines: readonly string[]) => lines.filter((line) => line.startsWith('v'))

describe('a table that is edited', () => {
  const init: Row = { pid: 1, name: 'init' }
  const node: Row = { pid: 7, name: 'node' }

  test('sends nothing when the handler writes what was typed', async () => {
    const rows = signal<readonly Row[]>([init, node])
    const screen = render(
      <TopLevel title="t">
        <TableView
          columns={columns}
          rowKey="pid"
          rows={rows}
          onCellEdited={([pid], column, _old, value) => {
            rows.value = rows.value.map((row) =>
              String(row['pid']) === pid ? { ...row, [column]: value } : row,
            )
          }}
        />
      </TopLevel>,
    )
    screen.take()
    await screen.fire({ type: 'TableView' }, 'cell_edited', ['7'], 'name', 'node', 'deno')
    expect(rows.value[1]).toEqual({ pid: 7, name: 'deno' })
    expect(downIn(screen.take())).toEqual([])
    rows.value = [init, { pid: 7, name: 'bun' }]
    await screen.settled()
    expect(screen.take()).toEqual(['v call #2 patch_rows {"cells":{"7":{"name":"bun"}}}'])
  })

  test('takes an edit back that nobody agreed to', async () => {
    const rows = signal<readonly Row[]>([init, node])
    const screen = render(
      <TopLevel title="t">
        <TableView columns={columns} rowKey="pid" rows={rows} onCellEdited={() => undefined} />
      </TopLevel>,
    )
    screen.take()
    await screen.fire({ type: 'TableView' }, 'cell_edited', ['7'], 'name', 'node', 'deno')
    expect(downIn(screen.take())).toEqual(['v call #2 patch_rows {"cells":{"7":{"name":"node"}}}'])
  })

  test.each<[string, readonly Json[], string[], Json]>([
    [
      'by place',
      [
        [1, 'a'],
        [2, 'b'],
      ],
      ['row1'],
      { row1: { '1': 'b' } },
    ],
    ['by place and name', [{ name: 'a' }, { name: 'b' }], ['row1'], { row1: { name: 'b' } }],
  ])('knows its rows %s', async (_what, given, path, cells) => {
    const rows = signal(given as readonly Row[])
    const screen = render(
      <TopLevel title="t">
        <TableView columns={columns} rows={rows} onCellEdited={() => undefined} />
      </TopLevel>,
    )
    screen.take()
    await screen.fire({ type: 'TableView' }, 'cell_edited', path, 'name', 'b', 'c')
    expect(downIn(screen.take())).toEqual([`v call #2 patch_rows ${JSON.stringify({ cells })}`])
  })
})

test('what the user sorts by, widens, moves and selects is not sent back', async () => {
  const screen = render(
    <TopLevel title="t">
      <TableView
        columns={columns}
        sorts={[]}
        columnWidths={{}}
        columnOrder={[]}
        selectedCells={[]}
        onSortsChanged={() => undefined}
        onColumnsResized={() => undefined}
        onColumnsReordered={() => undefined}
        onCellSelected={() => undefined}
      />
    </TopLevel>,
  )
  screen.take()
  const table = { type: 'TableView' }
  await screen.fire(table, 'sorts_changed', [
    ['pid', true],
    ['name', false],
  ])
  await screen.fire(table, 'columns_resized', { pid: 80 })
  await screen.fire(table, 'columns_reordered', ['name', 'pid'])
  await screen.fire(table, 'cell_selected', [{ path: ['row0'], col_key: 'pid', value: 1 }])
  expect(downIn(screen.take())).toEqual([])
})

test('a bound selection is written and followed', async () => {
  const chosen = signal<readonly (readonly string[])[]>([])
  const screen = render(
    <TopLevel title="t">
      <TreeView columns={columns} tree={{ a: { pid: 1 } }} bind={chosen} />
    </TopLevel>,
  )
  expect(screen.take().join('\n')).toContain('listen #2 selected')
  await screen.fire({ type: 'TreeView' }, 'selected', [{ path: ['a'], values: { pid: 1 } }])
  expect(chosen.value).toEqual([['a']])
  expect(downIn(screen.take())).toEqual([])
  chosen.value = []
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 set_selected []'])
})

describe('a tree', () => {
  const files = () => ({
    docs: { name: 'Documents', a: { name: 'a', size: 1 }, b: { name: 'b', size: 2 } },
    readme: { name: 'readme', size: 9 },
  })

  test('costs one patch with what changed', async () => {
    const tree = signal<ReturnType<typeof files>>(files())
    const screen = render(
      <TopLevel title="t">
        <TreeView columns={columns} tree={tree} />
      </TopLevel>,
    )
    screen.take()
    tree.value = { ...files(), docs: { ...files().docs, b: { name: 'b', size: 3 } } }
    await screen.settled()
    expect(screen.take()).toEqual([
      'v call #2 patch_tree {"in":{"docs":{"cells":{"b":{"size":3}}}}}',
    ])
    tree.value = { ...tree.value }
    await screen.settled()
    expect(screen.take()).toEqual([])
  })

  test('sends nothing when the signal is set to what was typed', async () => {
    const tree = signal(files())
    const screen = render(
      <TopLevel title="t">
        <TreeView
          columns={columns}
          tree={tree}
          onCellEdited={(_path, _column, _old, value) => {
            tree.value = {
              ...tree.value,
              docs: { ...tree.value.docs, a: { name: String(value), size: 1 } },
            }
          }}
        />
      </TopLevel>,
    )
    screen.take()
    await screen.fire({ type: 'TreeView' }, 'cell_edited', ['docs', 'a'], 'name', 'a', 'x')
    expect(downIn(screen.take())).toEqual([])
    await screen.fire({ type: 'TreeView' }, 'cell_edited', ['docs', 'b'], 'name', 'b', 'y')
    expect(downIn(screen.take())).toEqual([
      'v call #2 patch_tree {"in":{"docs":{"cells":{"a":{"name":"y"},"b":{"name":"b"}}}}}',
    ])
  })

  test('what the user opens and closes is not sent back', async () => {
    const closed = signal<readonly (readonly string[])[]>([['docs']])
    const screen = render(
      <TopLevel title="t">
        <TreeView
          columns={columns}
          tree={files()}
          collapsed={closed}
          onFolded={(paths) => (closed.value = paths)}
        />
      </TopLevel>,
    )
    const first = screen.take().join('\n')
    expect(first.indexOf('set_tree')).toBeLessThan(first.indexOf('set_collapsed'))
    await screen.fire({ type: 'TreeView' }, 'folded', [])
    expect(closed.value).toEqual([])
    expect(downIn(screen.take())).toEqual([])
  })
})

test('another value of colours takes the place of the one before', async () => {
  const colors = signal({ rows: [{ path: ['row0'], bg: 'red' }] })
  const screen = render(
    <TopLevel title="t">
      <TableView columns={columns} rows={[[1, 'a']]} colors={colors} />
    </TopLevel>,
  )
  screen.take()
  colors.value = { rows: [{ path: ['row0'], bg: 'blue' }] }
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 set_colors {"rows":[{"path":["row0"],"bg":"blue"}],"clear":true}',
  ])
})
