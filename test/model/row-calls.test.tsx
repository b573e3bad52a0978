// Rows that an application changes by a handle are there for a test as for a user.

import { expect, test } from 'vitest'
import { Button, Page, TableView, TreeView, useRef, VBox } from 'treewire'
import { render } from 'treewire/testing'

const columns = ['id', 'n'].map((key) => ({ key, label: key }))

function Table({ onAdded }: { readonly onAdded: (path: readonly string[]) => void }) {
  const table = useRef<TableView>()
  const add = async () => {
    const path = await table.current!.appendRow({ id: 'b', n: 2 })
    table.current!.setCell(path, 'n', 3)
    onAdded(path)
  }
  return (
    <VBox>
      <TableView ref={table} columns={columns} rowKey="id" rows={[{ id: 'a', n: 1 }]} />
      <Button onActivated={add}>Add</Button>
      <Button onActivated={() => table.current!.deleteRow(0)}>Delete</Button>
    </VBox>
  )
}

test('a row that is added to a table has a path, can be changed by it and selected, and goes again', async () => {
  const paths: unknown[] = []
  const screen = render(
    <Page>
      <Table onAdded={(path) => paths.push(path)} />
    </Page>,
  )
  await screen.click('Add')
  await screen.settled()
  const rows = () => screen.find({ type: 'TableView' }).state.get('rows')
  expect([paths, rows()]).toEqual([
    [['b']],
    [
      { id: 'a', n: 1 },
      { id: 'b', n: 3 },
    ],
  ])
  await screen.select({ type: 'TableView' }, 'b')
  await screen.click('Delete')
  expect(rows()).toEqual([{ id: 'b', n: 3 }])
})

test('of a tree a node is added below another, and none where there is no other', async () => {
  const answers: unknown[] = []
  function Tree() {
    const tree = useRef<TreeView>()
    const add = async (parent: string[]) =>
      answers.push(await tree.current!.addItem(parent, 'leaf', { id: 'leaf', n: 1 }))
    return (
      <VBox>
        <TreeView ref={tree} columns={columns} tree={{ branch: {} }} />
        <Button onActivated={() => add(['branch'])}>Add</Button>
        <Button onActivated={() => add(['nowhere'])}>Add elsewhere</Button>
      </VBox>
    )
  }
  const screen = render(
    <Page>
      <Tree />
    </Page>,
  )
  await screen.click('Add')
  await screen.click('Add elsewhere')
  await screen.settled()
  expect(answers).toEqual([['branch', 'leaf'], null])
  expect(screen.find({ type: 'TreeView' }).state.get('tree')).toEqual({
    branch: { leaf: { id: 'leaf', n: 1 } },
  })
})

test('rows that stay on the server are not there to be added to or taken from', async () => {
  function Table() {
    const table = useRef<TableView>()
    return (
      <VBox>
        <TableView
          ref={table}
          columns={['A']}
          source={() => ({ rows: [['a'], ['b']], total: 2 })}
        />
        <Button onActivated={() => void table.current!.appendRow(['c'])}>Add</Button>
        <Button onActivated={() => table.current!.deleteRow(0)}>Delete</Button>
      </VBox>
    )
  }
  const screen = render(
    <Page>
      <Table />
    </Page>,
  )
  await screen.click('Add')
  await screen.click('Delete')
  await screen.settled()
  expect(screen.find({ type: 'TableView' }).state.has('rows')).toBe(false)
})
