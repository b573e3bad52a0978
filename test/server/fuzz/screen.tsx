// What the door is fuzzed with: a counter for who is honest, and one of nearly every widget, each heard in every event.

import {
  Button,
  createElement,
  type Element,
  FileDialog,
  Label,
  type RowRange,
  TableView,
  TabWidget,
  TopLevel,
  useSignal,
  VBox,
} from 'treewire'
import { widgetClasses } from '../../../src/widgets/catalog.ts'
import type { WidgetClass } from '../../../src/widgets/widget-class.ts'

export const COUNTER = 'Count'

/** What the label beside the counter says after so many clicks. */
export function counted(clicks: number): string {
  return `Clicked ${clicks} times`
}

const columns = [
  { key: 'name', label: 'Name', editable: true },
  { key: 'size', label: 'Size' },
]
const rows = Array.from({ length: 20 }, (_, at) => ({ name: `row ${at}`, size: at }))

/** What makes a widget take more of what it could be told. */
const filled: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ComboBox: { items: ['a', 'b', 'c'], editable: true },
  TextArea: { text: 'some\ntext' },
  TextSource: { text: 'some\ntext' },
  TextEntry: { text: 'text', onDropEnd: ignore, onDropProgress: ignore },
  TableView: { columns, rows, sortable: true, selectionMode: 'multiple' },
}

export function Screen() {
  const clicks = useSignal(0)
  return (
    <TopLevel onResize={ignore} onClose={ignore}>
      <VBox>
        <Button text={COUNTER} onActivated={() => void clicks.value++} />
        <Label text={() => counted(clicks.value)} />
        <TabWidget onPageSwitch={ignore}>
          <Label tab="a" />
          <Label tab="b" />
        </TabWidget>
        {[...widgetClasses.values()].filter(standsAlone).map(specimen)}
        <TableView columns={columns} source={source} onSelected={ignore} />
        <FileDialog onActivated={ignore} onProgress={ignore} />
      </VBox>
    </TopLevel>
  )
}

/** Those that need nothing around them, and nothing in them. */
function standsAlone({ name, isPlaced, declaration }: WidgetClass): boolean {
  const isFine = !['MenuAction', 'ToolBarAction', 'MDISubWindow', 'TextBufferRef'].includes(name)
  return isPlaced && isFine && declaration.base !== 'container'
}

function specimen({ name, props }: WidgetClass): Element {
  const heard = [...props]
    .filter(([, { kind }]) => kind === 'event')
    .map(([prop]) => [prop, ignore])
  return createElement(name, { ...Object.fromEntries(heard), ...filled[name] })
}

function source({ start }: RowRange) {
  return { rows: rows.slice(start % rows.length), total: 1_000_000 }
}

function ignore(): void {}
