// All sessions, and the browsers of the one that is looked at.

import type { Child } from '../../jsx/element.ts'
import { Label, Splitter, TableView, VBox } from '../../widgets/tags.ts'
import type { SessionRow } from '../inspection.ts'
import { browsersThere } from '../seen/figures.ts'
import type { BrowserFigures } from '../seen/figures.ts'
import { age, bytes, counted, duration } from './format.ts'
import { isIn } from './filter.ts'
import { recordedOf, Recordings } from './recordings.tsx'
import { chosenIn } from './view.ts'
import type { View } from './view.ts'

const columns = [
  { label: 'Session', key: 'name', colwidth: 90 },
  { label: 'User', key: 'user', colwidth: 'minmax(64px, 1fr)' },
  { label: 'Browsers', key: 'browsers', type: 'integer', colwidth: 80 },
  { label: 'Latency', key: 'latency', colwidth: 72, halign: 'right' },
  { label: 'Backlog', key: 'backlog', type: 'float', format: 'bytes', colwidth: 76 },
  { label: 'Window', key: 'window', type: 'float', format: 'bytes', colwidth: 76 },
  { label: 'Components', key: 'components', type: 'integer', colwidth: 100 },
  { label: 'Widgets', key: 'widgets', type: 'integer', colwidth: 80 },
  { label: 'Bound props', key: 'bindings', type: 'integer', colwidth: 106 },
  { label: 'Memory, about', key: 'memory', type: 'float', format: 'bytes', colwidth: 110 },
  { label: 'Age', key: 'age', colwidth: 68, halign: 'right' },
  { label: 'Recorded', key: 'recorded', colwidth: 110, halign: 'right' },
] as const

const browserColumns = [
  { label: 'Browser', key: 'number', colwidth: 80 },
  { label: 'Page', key: 'page', colwidth: 'minmax(90px, 1fr)' },
  { label: 'Line', key: 'line', colwidth: 80 },
  { label: 'Latency', key: 'latency', colwidth: 90, halign: 'right' },
  { label: 'Backlog', key: 'backlog', colwidth: 90, halign: 'right' },
  { label: 'Window', key: 'window', colwidth: 90, halign: 'right' },
] as const

export function SessionsTab({ view }: { readonly view: View }): Child {
  return (
    <>
      <Recordings view={view} />
      <Splitter orientation="vertical" sizes={[3, 2]} stretch={1}>
        <TableView
          label="Sessions"
          columns={columns}
          rowKey="name"
          rows={() => rowsOf(view)}
          selected={() => [[view.session.value]]}
          onSelected={([row]) => row && view.choose(row.path[0]!)}
          placeholder="No browser has come yet."
          sortable
          showGrid={false}
        />
        <VBox spacing={4} padding={[0, 6, 0, 0]}>
          <Label variant="caption" text={() => titleOf(view)} />
          <TableView
            label="Browsers of the session"
            columns={browserColumns}
            rowKey="number"
            rows={() => (chosenIn(view)?.browsers ?? []).map(browserRow)}
            placeholder="No browser is there, or remembered."
            showGrid={false}
            stretch={1}
          />
        </VBox>
      </Splitter>
    </>
  )
}

function rowsOf({ rows, filter }: View) {
  return rows.value.map(sessionRow).filter((row) => isIn(row, filter.value))
}

function sessionRow(row: SessionRow) {
  const { name, user, components, widgets, bindings, memory, browsers } = row
  const there = browsersThere(row)
  return {
    name,
    user,
    browsers: there.length,
    latency: duration(there[0]?.roundTrip),
    backlog: sum(browsers.map(({ backlog }) => backlog)),
    window: sum(browsers.map(({ window }) => window)),
    components,
    widgets,
    bindings,
    memory,
    age: age(row.age),
    recorded: recordedOf(row),
  }
}

function browserRow({ number, isOfOurs, isThere, roundTrip, backlog, window }: BrowserFigures) {
  return {
    number: String(number),
    page: isOfOurs ? 'treewire' : 'pgwidgets',
    line: isThere ? 'up' : 'away',
    latency: duration(roundTrip),
    backlog: bytes(backlog),
    window: bytes(window),
  }
}

function titleOf(view: View): string {
  const chosen = chosenIn(view)
  if (!chosen) return 'No session is chosen.'
  const there = browsersThere(chosen).length
  const away = chosen.browsers.length - there
  return `Session ${chosen.name}: ${counted(there, 'browser')}${away > 0 ? `, ${away} away` : ''}`
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
