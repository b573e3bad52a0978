// One specimen of every widget class of the browser, as messages. A class joins by being in the class map: what is
// not in the table below is made without arguments.

import type { Json, ServerMessage } from '../../src/protocol/messages.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import { eager, lazy } from '../../src/client/widgets/index.ts'
import { call, create, listen, ready, ref } from './harness.ts'

const everyClass = [...Object.keys(eager), ...Object.keys(lazy)]
await ready(...everyClass)

interface Specimen {
  readonly args?: readonly Json[]
  readonly calls?: readonly (readonly [method: string, ...args: readonly Json[]])[]
  /** Places of labels that are put in. */
  readonly children?: readonly (readonly Json[])[]
}

const specimens: Readonly<Record<string, readonly Specimen[]>> = {
  Page: [{ children: [[]] }],
  TopLevel: [
    { args: [{ title: 'Window' }], children: [[]] },
    {
      args: [{ title: 'Tool', minimizable: true, maximizable: true, lowerable: true }],
      calls: [['resize', 300, 200]],
      children: [[]],
    },
  ],
  VBox: [{ children: [[], [1]] }],
  HBox: [{ children: [[], [1]] }, { args: [{ wrap: true }], children: [[], []] }],
  GridBox: [
    {
      children: [
        [0, 0],
        [1, 1],
      ],
    },
    { args: [{ min_column_width: 100 }], children: [[0, 0]] },
  ],
  Frame: [{ args: [{ title: 'Frame' }], children: [[]] }],
  Expander: [
    { args: [{ title: 'Folded' }], children: [[]] },
    { args: [{ title: 'Open' }], calls: [['set_collapsed', false]], children: [[]] },
    { args: [{ title: 'Fixed', collapsible: false }], children: [[]] },
  ],
  TabWidget: [
    { children: [[{ title: 'One' }], [{ title: 'Two' }]] },
    {
      args: [{ closable: true, reorderable: true, tab_position: 'left' }],
      children: [[{ title: 'One' }], [{ title: 'Two' }]],
    },
  ],
  Splitter: [
    { children: [[], [], []] },
    { args: [{ orientation: 'vertical' }], children: [[], []] },
  ],
  ScrollArea: [{ children: [[]], calls: [['resize', 80, 40]] }],
  Separator: [{}, { args: ['vertical'] }],
  Label: [
    ...['title', 'heading', 'body', 'caption', 'figure', 'code'].map((variant) => ({
      args: ['Label', { variant }],
    })),
    ...['muted', 'accent', 'success', 'warning', 'danger'].map((tone) => ({
      args: ['Label', { tone }],
    })),
    { args: ['Interactive', { interactive: true }] },
  ],
  Button: [
    ...['default', 'primary', 'danger', 'quiet'].map((variant) => ({
      args: ['Button', { variant }],
    })),
    { args: ['Disabled'], calls: [['set_enabled', false]] },
  ],
  ToggleButton: [{ args: ['Released'] }, { args: ['Pressed'], calls: [['set_state', true]] }],
  CheckBox: [{ args: ['Clear'] }, { args: ['Ticked'], calls: [['set_state', true]] }],
  RadioButton: [
    { args: ['One', { group: 'gallery' }] },
    { args: ['Two', { group: 'gallery' }], calls: [['set_state', true]] },
  ],
  TextEntry: [{ args: ['Text'] }, { args: ['', { placeholder: 'Hint', error: 'Needed' }] }],
  TextArea: [{ args: ['Text\nText'] }],
  ComboBox: [
    { args: [{ items: ['One', 'Two'] }], calls: [['set_index', 0]] },
    { args: [{ editable: true }] },
  ],
  Slider: [{ args: [{ show_value: true }] }],
  ProgressBar: [{ calls: [['set_value', 0.4]] }],
  TableView: [
    {
      args: [
        {
          columns: [
            { label: 'Name', key: 'name' },
            { label: 'Size', key: 'size' },
          ],
          sortable: true,
        },
      ],
      calls: [
        ['resize', 300, 120],
        [
          'set_data',
          [
            ['One', '1'],
            ['Two', '2'],
          ],
        ],
      ],
    },
  ],
  StatusBar: [{ calls: [['set_message', 'Ready']] }],
  HtmlView: [{ args: ['<p>Text with a <a href="https://example.org">link</a></p>'] }],
  Dialog: [
    {
      args: [
        'Question',
        [
          ['OK', 1],
          ['Cancel', 0],
        ],
      ],
      children: [[]],
    },
  ],
}

export interface Exhibit {
  readonly wid: number
  readonly className: string
}

/** Makes the specimens of one class, with all its events listened to, from wid `first` up. */
function exhibitsOf(
  className: string,
  first: number,
): { exhibits: Exhibit[]; messages: ServerMessage[] } {
  const widgetClass = widgetClasses.get(className)!
  const isNamed = widgetClass.methods.has('set_label')
  const exhibits: Exhibit[] = []
  const messages: ServerMessage[] = []
  let wid = first
  for (const { args = [], calls = [], children = [] } of specimens[className] ?? [{}]) {
    const parent = wid++
    exhibits.push({ wid: parent, className })
    messages.push(create(parent, className, ...args))
    if (isNamed && widgetClass.text === undefined) {
      messages.push(call(parent, 'set_label', `${className} ${parent}`))
    }
    for (const place of children) {
      // A page begins with a title.
      messages.push(
        create(wid, 'Label', 'Child', { variant: className === 'Page' ? 'title' : 'body' }),
      )
      messages.push(call(parent, widgetClass.children!.add, ref(wid++), ...place))
    }
    messages.push(...calls.map(([method, ...rest]) => call(parent, method, ...rest)))
    messages.push(...[...widgetClass.events.keys()].map((action) => listen(parent, action)))
  }
  return { exhibits, messages }
}

/** Everything that stands in a window, in a column in a Page (#1); then each window by itself. */
export function gallery(): {
  inPage: ServerMessage[]
  windows: (readonly [string, ServerMessage[]])[]
} {
  const inPage: ServerMessage[] = [
    create(1, 'Page'),
    create(2, 'VBox'),
    call(2, 'set_spacing', 8),
    call(2, 'set_padding', 12),
  ]
  const windows: (readonly [string, ServerMessage[]])[] = []
  let next = 3
  for (const className of everyClass) {
    const { exhibits, messages } = exhibitsOf(className, next)
    next += messages.length
    const { declaration, isPlaced } = widgetClasses.get(className)!
    const { window } = declaration
    if (window) {
      windows.push([className, [...messages, ...exhibits.map(({ wid }) => call(wid, window))]])
      continue
    }
    inPage.push(...messages)
    if (isPlaced) inPage.push(...exhibits.map(({ wid }) => call(2, 'add_widget', ref(wid))))
  }
  inPage.push(call(1, 'set_widget', ref(2)), call(1, 'show'))
  return { inPage, windows }
}
