// One specimen of every widget class of the browser, as messages. A class joins by being in the class map: what is
// not in the table below is made without arguments.

import { expect } from 'vitest'
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

const icon = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')}`

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
  Box: [{ children: [[], [1]] }, { args: [{ orientation: 'vertical' }], children: [[], []] }],
  ButtonBox: [{ children: [[], []] }, { args: [{ orientation: 'vertical' }], children: [[], []] }],
  MenuBar: [
    {
      calls: [
        ['add_name', 'File'],
        ['add_name', 'Edit'],
      ],
    },
  ],
  Menu: [{ args: [{ text: 'File' }], calls: [['add_name', 'Open']] }],
  // An entry is one only in a menu.
  MenuAction: [],
  ToolBar: [
    {
      calls: [
        ['add_action', 'Save'],
        ['add_separator'],
        ['add_action', { text: 'Bold', toggle: true }],
      ],
    },
    { args: [{ orientation: 'vertical' }], calls: [['add_action', 'Save'], ['add_spacer']] },
  ],
  ToolBarAction: [
    { args: [{ icon_url: icon, toggle: true }], calls: [['set_state', true]] },
    { args: [{ icon_url: icon }], calls: [['set_enabled', false]] },
  ],
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
  AbstractScrollArea: [
    {
      children: [[]],
      calls: [
        ['resize', 120, 90],
        ['set_thumb_percent', 0.5, 0.3],
      ],
    },
  ],
  ScrollBar: [
    { calls: [['set_scroll_percent', 0.3]] },
    { args: [{ orientation: 'vertical', thickness: 10 }], calls: [['resize', null, 90]] },
  ],
  FixedLayout: [
    {
      children: [
        [0, 0],
        [80, 20],
      ],
    },
  ],
  StackWidget: [{ children: [[{ title: 'One' }], [{ title: 'Two' }]], calls: [['set_index', 1]] }],
  MDIWidget: [
    {
      children: [
        [{ title: 'One', x: 10, y: 10, width: 220, height: 140 }],
        [{ title: 'Two', x: 180, y: 60, width: 240, height: 160 }],
      ],
    },
  ],
  MDISubWindow: [{ args: [{ title: 'Window' }], children: [[]] }],
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
  TextEntrySet: [
    { args: ['Text', { label: 'Rename' }] },
    { args: ['', { placeholder: 'Hint', error: 'Needed' }] },
    { args: ['Off'], calls: [['set_enabled', false]] },
  ],
  TextSource: [
    { args: ['const text = 1\n', { line_numbers: true, icon_gutter: true }] },
    { args: ['Text', { editable: false, wrap: 'word' }] },
  ],
  // A place in a text, which needs one.
  TextBufferRef: [],
  ComboBox: [
    { args: [{ items: ['One', 'Two'] }], calls: [['set_index', 0]] },
    { args: [{ editable: true }] },
  ],
  Slider: [{ args: [{ show_value: true }] }],
  Dial: [
    { args: [{ show_value: true, value: 70 }] },
    { args: [{ show_value: true, show_value_position: 'ur' }], calls: [['set_enabled', false]] },
  ],
  ProgressBar: [{ calls: [['set_value', 0.4]] }],
  TableView: [
    {
      args: [
        {
          columns: [
            { label: 'Name', key: 'name', editable: true },
            { label: 'Size', key: 'size', type: 'integer' },
            { label: 'Kind', key: 'kind', widget: 'combobox', choices: ['a', 'b'] },
            { label: 'Seen', key: 'seen', widget: 'checkbox' },
          ],
          sortable: true,
          selection_mode: 'multiple-cell',
        },
      ],
      calls: [
        ['resize', 400, 120],
        [
          'set_data',
          [
            ['One', 1, 'a', true],
            ['Two', 2, 'b', false],
          ],
        ],
        ['select_cell', ['row0'], 'name'],
      ],
    },
    { args: [{ columns: ['Name'], placeholder: 'Nothing' }], calls: [['resize', 200, 80]] },
  ],
  TreeView: [
    {
      args: [{ columns: [{ label: 'Name', key: 'name' }], selection_mode: 'multiple' }],
      calls: [
        ['resize', 300, 120],
        ['set_tree', { a: { name: 'Branch', b: { name: 'Leaf' } }, c: { name: 'Closed', d: {} } }],
        ['set_collapsed', [['c']]],
        ['set_selected', ['a', 'b']],
      ],
    },
  ],
  Toast: [
    { args: ['Saved', { tone: 'success', timeout: 0 }] },
    { args: ['Deleted', { action: 'Undo', timeout: 0 }] },
    { args: ['Lost', { tone: 'danger', timeout: 0 }] },
  ],
  Chart: [
    {
      args: [{ title: 'Lines', series: [{ name: 'n', data: [1, 3, 2] }] }],
      calls: [['resize', 300, 120]],
    },
    {
      args: [
        {
          type: 'scatter',
          zoomable: true,
          visible_range: [1, 2],
          series: [
            {
              name: 'n',
              data: [
                [0, 1],
                [3, 2],
              ],
            },
          ],
        },
      ],
      calls: [['resize', 300, 120]],
    },
    {
      args: [{ type: 'heatmap', labels: ['a', 'b'], series: [{ name: 'One', data: [1, 2] }] }],
      calls: [['resize', 300, 120]],
    },
    {
      args: [{ type: 'gauge', series: [{ name: 'n', data: [42] }] }],
      calls: [['resize', 300, 120]],
    },
  ],
  StatusBar: [{ calls: [['set_message', 'Ready']] }],
  Markdown: [
    {
      args: ['## Report\n\n- [x] done\n- [ ] to do\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> `code`'],
    },
  ],
  Link: [
    { args: ['Manual', 'https://example.org'] },
    { args: ['Here', '/here', { target: '_self' }] },
    { args: ['In the application'] },
  ],
  ExternalWidget: [{ calls: [['set_content', '<p>Text of <b>others</b></p>']] }],
  Image: [
    { args: [{ url: picture }] },
    { args: [{ url: picture, interactive: true }], calls: [['resize', 60, 40]] },
    { args: [{ url: picture, use_animation_frame: true }] },
  ],
  Canvas: [
    {
      args: [
        {
          interactive: true,
          drawing: [
            ['fillStyle', 'var(--tw-accent)'],
            ['fillRect', 10, 10, 60, 40],
          ],
        },
      ],
    },
  ],
  VideoWidget: [{ args: [{ controls: true }], calls: [['resize', 240, 120]] }],
  ColorWidget: [{ args: [{ color: '#2563eb' }] }],
  ColorDialog: [{ args: [{ color: '#16a34a' }] }],
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
    const shows = window ? exhibits.map(({ wid }) => call(wid, window)) : []
    // A toast is no page: it is looked at over one.
    if (window && declaration.base === 'container') {
      windows.push([className, [...messages, ...shows]])
      continue
    }
    inPage.push(...messages, ...shows)
    if (isPlaced) inPage.push(...exhibits.map(({ wid }) => call(2, 'add_widget', ref(wid))))
  }
  inPage.push(call(1, 'set_widget', ref(2)), call(1, 'show'))
  return { inPage, windows }
}

/** Waits for what is drawn by code that is fetched when it is first needed. */
export async function drawn(): Promise<void> {
  const missing = () => document.querySelectorAll('.tw-chart:not(:has(canvas))').length
  await expect.poll(missing, { timeout: 10_000 }).toBe(0)
}
