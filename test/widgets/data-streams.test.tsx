// What tables and charts cost on the wire, through a whole session.

import { expect, test } from 'vitest'
import { Chart, signal, TableView, TopLevel, VBox } from 'treewire'
import { render } from 'treewire/testing'

type Row = { readonly pid: number; readonly name: string; readonly cpu: number }

const columns = [
  { key: 'pid', label: 'PID', type: 'integer' },
  { key: 'name', label: 'Name' },
  { key: 'cpu', label: 'CPU', format: 'percent' },
] as const

function processes() {
  const rows = signal<readonly Row[]>([
    { pid: 1, name: 'init', cpu: 0 },
    { pid: 7, name: 'node', cpu: 12 },
  ])
  const chosen = signal<readonly (readonly string[])[]>([])
  const screen = render(
    <TopLevel title="t">
      <VBox>
        <TableView
          columns={columns}
          rows={rows}
          rowKey="pid"
          sortable
          sort={['cpu', false]}
          selected={chosen}
          onSelected={(all) => (chosen.value = all.map(({ path }) => path))}
          label="Processes"
        />
      </VBox>
    </TopLevel>,
  )
  return { screen, rows, chosen }
}

test('new rows cost one patch with the cells that changed', async () => {
  const { screen, rows } = processes()
  expect(screen.take().join('\n')).toContain('"sortable":true')
  rows.value = [
    { pid: 1, name: 'init', cpu: 0 },
    { pid: 7, name: 'node', cpu: 13 },
    { pid: 9, name: 'sh', cpu: 1 },
  ]
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #3 patch_rows {"rows":[[null,{"pid":9,"name":"sh","cpu":1}]],"cells":{"7":{"cpu":13}}}',
  ])
  rows.value = rows.value.map((row) => ({ ...row }))
  await screen.settled()
  expect(screen.take()).toEqual([])
})

test('what the user selects and sorts by is not sent back', async () => {
  const { screen, chosen } = processes()
  screen.take()
  const node = { path: ['7'], values: { pid: 7, name: 'node', cpu: 12 } }
  await screen.fire({ type: 'TableView' }, 'selected', [node])
  expect(chosen.value).toEqual([['7']])
  await screen.fire({ type: 'TableView' }, 'sorted', 'name', true)
  expect(screen.take().filter((line) => line.startsWith('v'))).toEqual([])
  chosen.value = [['1']]
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_selected [["1"]]'])
})

test('a chart is made with its series, and a window that slides costs one append', async () => {
  const window = (from: number) =>
    Array.from({ length: 60 }, (_, at) => [from + at, at % 5] as const)
  const cpu = signal(window(1000))
  const screen = render(
    <TopLevel title="t">
      <Chart type="area" series={() => [{ name: 'CPU', data: cpu.value }]} min={0} max={100} />
    </TopLevel>,
  )
  const lines = screen.take().filter((line) => line.includes('#2'))
  expect(lines).toEqual([
    expect.stringMatching(/^v create #2 Chart .*"series":\[\{"name":"CPU","data":\[\[1000,0\]/),
    'v call #1 set_widget #2',
  ])
  cpu.value = [...cpu.value.slice(1), [1060, 7]]
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 append [[[1060,7]]] 60'])
})
