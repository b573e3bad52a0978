// One row a site.

import { TableView, type Signal } from 'treewire'
import { sites, type Site } from './checks.ts'

const columns = [
  { key: 'url', label: 'Address', colwidth: '3fr' },
  { key: 'state', label: 'State', colwidth: '1fr' },
  { key: 'last', label: 'Answered in', type: 'integer', unit: ' ms', colwidth: '1fr' },
  { key: 'share', label: 'Up', type: 'float', format: 'percent', colwidth: '1fr' },
] as const

export function SiteTable({ selected }: { readonly selected: Signal<string | undefined> }) {
  return (
    <TableView
      label="Sites"
      columns={columns}
      rowKey="url"
      rows={() => sites.value.map(rowOf)}
      onSelected={([row]) => (selected.value = row?.path[0])}
      placeholder="Nothing is watched yet."
      sortable
      size={[null, 200]}
    />
  )
}

function rowOf({ url, checks }: Site) {
  const last = checks.at(-1)
  const answered = checks.filter(({ milliseconds }) => milliseconds !== null).length
  return {
    url,
    state: !last ? 'new' : last.milliseconds === null ? 'down' : 'up',
    last: last?.milliseconds ?? null,
    share: checks.length === 0 ? null : (100 * answered) / checks.length,
  }
}
