// Many values at once.

import { Chart, TableView, TreeView } from 'treewire'

const rows = Array.from({ length: 200 }, (_, at) => ({
  pid: 100 + at,
  name: ['node', 'postgres', 'nginx', 'redis'][at % 4]!,
  share: (at * 37) % 100,
}))

const points = Array.from({ length: 40 }, (_, at) => Math.round(50 + 40 * Math.sin(at / 5)))

export const data = [
  <TableView
    label="Processes"
    size={[null, 260]}
    rowKey="pid"
    sortable
    selectionMode="multiple"
    columns={[
      { label: 'PID', key: 'pid', type: 'integer' },
      { label: 'Name', key: 'name' },
      { label: 'Share', key: 'share', widget: 'progress', format: 'percent' },
    ]}
    rows={rows}
  />,
  <TreeView
    label="Files"
    size={[null, 220]}
    columns={[
      { label: 'Name', key: 'name' },
      { label: 'Size', key: 'size', type: 'integer', format: 'bytes' },
    ]}
    tree={{
      src: {
        __values__: { name: 'src' },
        widgets: {
          __values__: { name: 'widgets' },
          'button.ts': { name: 'button.ts', size: 2140 },
        },
        'main.ts': { name: 'main.ts', size: 812 },
      },
      'README.md': { name: 'README.md', size: 5120 },
    }}
  />,
  <Chart
    label="Load"
    size={[null, 240]}
    type="area"
    title="Load"
    unit=" %"
    series={[{ name: 'Processor', data: points }]}
  />,
]
