// Which components rendered, and why.

import type { Child } from '../../jsx/element.ts'
import { useComputed } from '../../reconciler/hooks.ts'
import { Label, TableView } from '../../widgets/tags.ts'
import type { Render } from '../seen/render-log.ts'
import { isIn } from './filter.ts'
import { counted, duration, moment } from './format.ts'
import { mostRows } from './message-rows.ts'
import type { View } from './view.ts'

const columns = [
  { label: '#', key: 'number', type: 'integer', colwidth: 56 },
  { label: 'Time', key: 'time', colwidth: 70, halign: 'right' },
  { label: 'Component', key: 'component', colwidth: 'minmax(120px, 1fr)' },
  { label: 'Cause', key: 'kind', colwidth: 80 },
  { label: 'Why', key: 'why', colwidth: 'minmax(200px, 4fr)' },
  { label: 'Took', key: 'took', colwidth: 80, halign: 'right' },
] as const

export function RendersTab({ view }: { readonly view: View }): Child {
  const rows = useComputed(() => {
    const start = view.watch.value?.start ?? 0
    return view.renders.value
      .map((render) => renderRow(render, start))
      .filter((row) => isIn(row, view.filter.value))
      .slice(-mostRows)
      .toReversed()
  })
  const open = (number: number): void => {
    const render = view.renders.value.find((one) => one.number === number)
    if (render) view.open(render.nodes)
  }
  return (
    <>
      <Label
        variant="caption"
        text={() =>
          `${counted(view.renders.value.length, 'render')}. Press Enter on one to see its component.`
        }
      />
      <TableView
        label="Renders"
        columns={columns}
        rowKey="number"
        rows={() => rows.value}
        onActivated={(values) => open(Number(values?.['number']))}
        placeholder="Nothing has rendered since you began to look, or nothing fits the filter."
        sortable
        showGrid={false}
        stretch={1}
      />
    </>
  )
}

function renderRow({ number, time, component, kind, why, duration: took }: Render, start: number) {
  return {
    number: String(number),
    time: moment(time, start),
    component,
    kind,
    why,
    took: duration(took),
  }
}
