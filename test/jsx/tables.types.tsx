// What must compile, and what must not: tables and trees. Checked by the compiler; nothing here runs.

import { signal, TableView, TreeView, useRef } from 'treewire'

const chosen = signal<readonly (readonly string[])[]>([])
const files = signal({ docs: { name: 'Documents', 'a.txt': { name: 'a', size: 1 } } })

export const right = [
  <TableView
    columns={['Name', { key: 'size', label: 'Size', type: 'integer', editable: true }]}
    rows={[['a', 1], { size: 2 }, 'b']}
    rowKey="name"
    selectionMode="multiple-cell"
    bind={chosen}
    sorts={[['size', false]]}
    columnWidths={{ size: 80, name: '2fr' }}
    columnOrder={['size']}
    colors={{ rows: [{ path: ['a'], bg: 'red', bold: true }], clear: true }}
    tableColor={['black', null]}
    placeholder="Nothing"
    onCellEdited={(path, column, before, after) => [path[0], column.length, before, after]}
    onCellSelected={(cells) => cells.map(({ path, col_key, value }) => [path, col_key, value])}
    onColumnsResized={(widths) => widths['size']}
  />,
  <TableView columns={[{ key: 'on', widget: 'combobox', choices: ['a', 1, null] }]} />,
  <TreeView
    tree={files}
    collapsed={[['docs']]}
    onFolded={(paths) => paths.map((path) => path.join('/'))}
    onExpanded={(values, path) => [values?.['name'], path]}
    onChanged={() => undefined}
  />,
]

export async function asked(): Promise<unknown> {
  const tree = useRef<TreeView>()
  tree.current?.addTree({ new: { name: 'new' } }, ['docs'])
  tree.current?.deleteTree({ docs: { 'a.txt': null } }, false)
  const path: readonly string[] | null | undefined = await tree.current?.addItem(null, 'x', {
    y: 1,
  })
  return [
    path,
    await tree.current?.getSubtree('selected'),
    await tree.current?.getSubtree(['docs']),
  ]
}

export const wrong = [
  // @ts-expect-error no such mode
  <TableView selectionMode="rows" />,
  // @ts-expect-error no such control
  <TableView columns={[{ key: 'on', widget: 'lamp' }]} />,
  // @ts-expect-error a path is a list
  <TreeView collapsed={['docs']} />,
  // @ts-expect-error a tree is no list
  <TreeView tree={[{ name: 'a' }]} />,
  // @ts-expect-error tables have no levels
  <TableView collapsed={[['docs']]} />,
  // @ts-expect-error a pair of column and direction
  <TableView sorts={['size']} />,
]
