// What a user does, in the model and on a page, and what is told of it.

import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CallMessage, Json, ServerMessage } from '../../src/protocol/messages.ts'
import type { User } from '../../src/testing/user.ts'
import { call, create, listen, ref } from '../client/harness.ts'

export interface Deed {
  /** Put into a column, numbers from 3 on; what is no `create` follows. */
  readonly made: readonly ServerMessage[]
  readonly inModel: (user: User) => void
  readonly onPage: (elements: Elements) => Promise<void>
  /** What the server says then. */
  readonly afterwards?: readonly CallMessage[]
  readonly told: readonly string[]
}

type Elements = (wid: number, selector?: string) => Element

const { click, keyboard } = userEvent

const entry = [create(3, 'TextEntry', ''), listen(3, 'modified'), listen(3, 'activated')]
const button = [create(3, 'Button', 'Save'), listen(3, 'activated')]
const next = [create(4, 'Button', 'Next'), listen(4, 'activated')]
const spin = [create(3, 'SpinBox', { value: 5, max: 50 }), listen(3, 'activated')]
const slider = [create(3, 'Slider', { value: 50 }), listen(3, 'activated')]
const combo = (editable: boolean) => [
  create(3, 'ComboBox', { items: ['One', 'Two'], editable }),
  listen(3, 'activated'),
  listen(3, 'modified'),
]
const radios = [
  create(3, 'RadioButton', 'S', { group: 'size' }),
  create(4, 'RadioButton', 'M', { group: 'size' }),
  listen(3, 'activated'),
  listen(4, 'activated'),
]
const tabs = [
  create(3, 'TabWidget', { closable: true }),
  create(4, 'Label', 'a'),
  create(5, 'Label', 'b'),
  call(3, 'add_widget', ref(4), { title: 'One' }),
  call(3, 'add_widget', ref(5), { title: 'Two' }),
  listen(3, 'page-switch'),
  listen(3, 'page-close'),
]
const answers = [
  ['No', false],
  ['Yes', true],
]
const dialog = [
  create(3, 'Dialog', 'Sure?', answers, { default_button: true }),
  create(4, 'TextEntry', ''),
  call(3, 'add_widget', ref(4)),
  call(3, 'popup'),
  ...['activated', 'close'].map((action) => listen(3, action)),
  listen(4, 'activated'),
]
const table = [
  create(3, 'TableView', {
    columns: [
      { key: 'id', label: 'Id' },
      { key: 'n', label: 'N' },
    ],
    row_key: 'id',
  }),
  call(3, 'set_rows', [
    { id: 'a', n: 1 },
    { id: 'b', n: 2 },
  ]),
  listen(3, 'selected'),
  listen(3, 'cell_selected'),
]
const tree = [
  create(3, 'TreeView', { columns: [{ key: 'n', label: 'N' }] }),
  call(3, 'set_tree', { fruit: { apple: { n: 1 }, pear: { n: 2 } } }),
  listen(3, 'selected'),
  listen(3, 'cell_selected'),
]
const menu = [
  create(3, 'MenuBar'),
  create(4, 'Menu', { text: 'File' }),
  create(5, 'MenuAction', { text: 'Save' }),
  create(6, 'MenuAction', { text: 'Wrap', checkable: true }),
  call(4, 'add_widget', ref(5)),
  call(4, 'add_widget', ref(6)),
  call(3, 'add_widget', ref(4)),
  listen(5, 'activated'),
  listen(6, 'activated'),
]
const toast = [
  create(3, 'Toast', 'Deleted', { action: 'Undo', timeout: 0 }),
  call(3, 'show'),
  listen(3, 'activated'),
  listen(3, 'close'),
]

const rowsByNumber: Readonly<Record<string, object>> = {
  a: { id: 'a', n: '10' },
  b: { id: 'b' },
  c: { id: 'c', n: 9 },
  d: { id: 'd', n: 9 },
}
const nodes: Readonly<Record<string, object | null>> = {
  herb: null,
  apple: { n: 1 },
  pear: { n: 2 },
  salt: { n: 9 },
}

export const deeds: readonly (readonly [string, Deed])[] = [
  [
    'a button is clicked',
    {
      made: button,
      inModel: (user) => user.click('Save'),
      onPage: (at) => click(at(3)),
      told: ['^ callback #3 activated'],
    },
  ],
  [
    'a button is used by Enter and by the space bar',
    {
      made: button,
      inModel: (user) => {
        user.press('Enter', 'Save')
        user.press(' ')
      },
      onPage: (at) => press(at(3), '{Enter} '),
      told: ['^ callback #3 activated', '^ callback #3 activated'],
    },
  ],
  [
    'a box is ticked and cleared',
    {
      made: [create(3, 'CheckBox', 'Follow'), listen(3, 'activated')],
      inModel: (user) => {
        user.check('Follow')
        user.click('Follow')
        user.press(' ')
      },
      onPage: async (at) => {
        await click(at(3))
        await click(at(3))
        await keyboard(' ')
      },
      told: [true, false, true].map((state) => `^ callback #3 activated ${state}`),
    },
  ],
  [
    'a button stays pressed',
    {
      made: [create(3, 'ToggleButton', 'Bold'), listen(3, 'activated')],
      inModel: (user) => {
        user.click('Bold')
        user.press('Enter')
      },
      onPage: async (at) => {
        await click(at(3))
        await keyboard('{Enter}')
      },
      told: ['^ callback #3 activated true', '^ callback #3 activated false'],
    },
  ],
  [
    'one of a group is chosen, by the mouse and by an arrow, and what is chosen tells nothing',
    {
      made: radios,
      inModel: (user) => {
        user.select('M')
        user.click('M')
        user.press('ArrowDown')
      },
      onPage: async (at) => {
        await click(at(4))
        await click(at(4))
        await keyboard('{ArrowDown}')
      },
      told: ['^ callback #4 activated true', '^ callback #3 activated true'],
    },
  ],
  [
    'a link is followed',
    {
      made: [create(3, 'Link', 'Help', ''), listen(3, 'activated')],
      inModel: (user) => {
        user.click('Help')
        user.press('Enter')
      },
      onPage: async (at) => {
        await click(at(3))
        await keyboard('{Enter}')
      },
      told: ['^ callback #3 activated', '^ callback #3 activated'],
    },
  ],
  [
    'a section is opened and folded',
    {
      made: [create(3, 'Expander', { title: 'More' }), listen(3, 'toggled')],
      inModel: (user) => {
        user.click('More')
        user.press('Enter')
      },
      onPage: async (at) => {
        await click(at(3, 'button'))
        await keyboard('{Enter}')
      },
      told: ['^ callback #3 toggled false', '^ callback #3 toggled true'],
    },
  ],
  [
    'a text is typed, and told when its user rests',
    {
      made: entry,
      inModel: (user) => user.type({ type: 'TextEntry' }, 'Ada'),
      onPage: (at) => press(at(3, 'input'), 'Ada'),
      told: ['^ callback #3 modified "Ada"'],
    },
  ],
  [
    'a text is typed and entered',
    {
      made: entry,
      inModel: (user) => {
        user.type({ type: 'TextEntry' }, 'Ada')
        user.press('Enter')
      },
      onPage: (at) => press(at(3, 'input'), 'Ada{Enter}'),
      told: ['^ callback #3 modified "Ada"', '^ callback #3 activated "Ada"'],
    },
  ],
  [
    'a line break is the Enter key',
    {
      made: entry,
      inModel: (user) => user.type({ type: 'TextEntry' }, 'a\nb'),
      onPage: (at) => press(at(3, 'input'), 'a{Enter}b'),
      told: [
        '^ callback #3 modified "a"',
        '^ callback #3 activated "a"',
        '^ callback #3 modified "ab"',
      ],
    },
  ],
  [
    'lines that were entered come back by arrow keys, and what was being written after them',
    {
      made: [
        create(3, 'TextEntry', '', { linehistory: 2 }),
        ...['modified', 'activated'].map((action) => listen(3, action)),
        ...next,
      ],
      inModel: (user) => {
        user.type({ type: 'TextEntry' }, 'a\nb\nc\nd')
        user.click('Next')
        for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
          user.press(key, { type: 'TextEntry' })
          user.click('Next')
        }
        user.press('ArrowDown', { type: 'TextEntry' })
      },
      onPage: async (at) => {
        const up = ['{ArrowUp}', '{ArrowUp}', '{ArrowUp}']
        for (const keys of ['a{Enter}b{Enter}c{Enter}d', ...up, '{ArrowDown}', '{ArrowDown}']) {
          await press(at(3, 'input'), keys)
          await click(at(4))
        }
        await press(at(3, 'input'), '{ArrowDown}')
      },
      told: [
        ...['a', 'ab', 'abc'].flatMap((line) => [
          `^ callback #3 modified "${line}"`,
          `^ callback #3 activated "${line}"`,
        ]),
        ...['abcd', 'abc', 'ab', '', 'abc', 'abcd'].flatMap((line) => [
          ...(line === '' ? [] : [`^ callback #3 modified "${line}"`]),
          '^ callback #4 activated',
        ]),
      ],
    },
  ],
  [
    'a line that a button has entered comes back once, and is told though it stands there',
    {
      made: [
        create(3, 'TextEntrySet', ''),
        ...['modified', 'activated'].map((action) => listen(3, action)),
        ...next,
      ],
      inModel: (user) => {
        user.type({ type: 'TextEntrySet' }, 'x')
        user.click({ type: 'TextEntrySet' })
        for (let count = 0; count < 2; count++) {
          user.press('ArrowUp', { type: 'TextEntrySet' })
          user.click('Next')
        }
      },
      onPage: async (at) => {
        await press(at(3, 'input'), 'x')
        await click(at(3, 'button'))
        for (let count = 0; count < 2; count++) {
          await press(at(3, 'input'), '{ArrowUp}')
          await click(at(4))
        }
      },
      told: [
        '^ callback #3 modified "x"',
        '^ callback #3 activated "x"',
        '^ callback #3 modified "x"',
        '^ callback #4 activated',
        '^ callback #4 activated',
      ],
    },
  ],
  [
    'a password does not come back, nor anything in a field that is only read',
    {
      made: [
        create(3, 'TextEntry', '', { password: true }),
        listen(3, 'modified'),
        ...next,
        create(5, 'TextEntry', 'x', { editable: false }),
        ...['modified', 'activated'].map((action) => listen(5, action)),
      ],
      inModel: (user) => {
        user.type({ wid: 3 }, 'a\n')
        user.press('ArrowUp')
        user.press('Enter', { wid: 5 })
        user.press('ArrowUp')
        user.click('Next')
      },
      onPage: async (at) => {
        await press(at(3, 'input'), 'a{Enter}{ArrowUp}')
        await press(at(5, 'input'), '{Enter}{ArrowUp}')
        await click(at(4))
      },
      told: [
        '^ callback #3 modified "a"',
        '^ callback #5 activated "x"',
        '^ callback #4 activated',
      ],
    },
  ],
  [
    'a text that is typed is told before a button is',
    {
      made: [...entry, ...next],
      inModel: (user) => {
        user.type({ type: 'TextEntry' }, 'Ada')
        user.click('Next')
      },
      onPage: async (at) => {
        await press(at(3, 'input'), 'Ada')
        await click(at(4))
      },
      told: ['^ callback #3 modified "Ada"', '^ callback #4 activated'],
    },
  ],
  [
    'a field is emptied',
    {
      made: [create(3, 'TextEntry', 'Ada'), listen(3, 'modified')],
      inModel: (user) => user.clear('Ada'),
      onPage: (at) => userEvent.clear(at(3, 'input')),
      told: ['^ callback #3 modified ""'],
    },
  ],
  [
    'an entry of a menu is chosen by its keys, but for those that a field wants',
    {
      made: [
        create(3, 'Menu', { text: 'File' }),
        ...[
          [4, 'Save', 'Ctrl+S'],
          [5, 'Find', 'F3'],
          [6, 'Delete', 'Enter'],
        ].flatMap(([wid, text, keys]) => [
          create(wid as number, 'MenuAction', { text: text! }),
          call(wid as number, 'set_shortcut', keys!),
          call(3, 'add_widget', ref(wid as number)),
          listen(wid as number, 'activated'),
        ]),
        create(7, 'TextEntry', ''),
        ...['modified', 'activated'].map((action) => listen(7, action)),
      ],
      inModel: (user) => {
        user.type({ wid: 7 }, 'a')
        for (const key of ['Ctrl+S', 'F3', 'Enter']) user.press(key)
      },
      onPage: (at) => press(at(7, 'input'), 'a{Control>}s{/Control}{F3}{Enter}'),
      told: [
        '^ callback #7 modified "a"',
        '^ callback #4 activated',
        '^ callback #5 activated',
        '^ callback #7 activated "a"',
      ],
    },
  ],
  [
    'lines are typed and entered',
    {
      made: [
        create(3, 'TextArea', ''),
        ...['modified', 'activated'].map((action) => listen(3, action)),
      ],
      inModel: (user) => {
        user.type({ type: 'TextArea' }, 'a\nb')
        user.press('Ctrl+Enter')
      },
      onPage: (at) => press(at(3, 'textarea'), 'a{Enter}b{Control>}{Enter}{/Control}'),
      told: [String.raw`^ callback #3 modified "a\nb"`, String.raw`^ callback #3 activated "a\nb"`],
    },
  ],
  [
    'the button of a field enters it',
    {
      made: [create(3, 'TextEntrySet', ''), listen(3, 'modified'), listen(3, 'activated')],
      inModel: (user) => {
        user.type({ type: 'TextEntrySet' }, 'x')
        user.click({ type: 'TextEntrySet' })
      },
      onPage: async (at) => {
        await press(at(3, 'input'), 'x')
        await click(at(3, 'button'))
      },
      told: ['^ callback #3 modified "x"', '^ callback #3 activated "x"'],
    },
  ],
  [
    'an item is chosen',
    {
      made: combo(false),
      inModel: (user) => user.select({ type: 'ComboBox' }, 'Two'),
      onPage: async (at) => {
        await click(at(3, 'button'))
        await click(at(3, '[role=option]:nth-child(2)'))
      },
      told: ['^ callback #3 activated 1 "Two"'],
    },
  ],
  [
    'a text that is no item is entered',
    {
      made: combo(true),
      inModel: (user) => {
        user.type({ type: 'ComboBox' }, 'Six')
        user.press('Enter')
      },
      onPage: (at) => press(at(3, 'input'), 'Six{Enter}'),
      told: ['^ callback #3 modified "Six"', '^ callback #3 activated 2 "Six"'],
    },
  ],
  [
    'a number that is typed is told when its field is left, before what it is left for',
    {
      made: [...spin, ...next],
      inModel: (user) => {
        user.clear({ type: 'SpinBox' })
        user.type({ type: 'SpinBox' }, '12')
        user.click('Next')
      },
      onPage: async (at) => {
        await userEvent.clear(at(3, 'input'))
        await keyboard('12')
        await click(at(4))
      },
      told: ['^ callback #3 activated 12', '^ callback #4 activated'],
    },
  ],
  [
    'a number is typed behind the one that stands there, entered, kept within its limits, and stepped',
    {
      made: spin,
      inModel: (user) => {
        user.type({ type: 'SpinBox' }, '9')
        user.press('Enter')
        user.press('ArrowDown')
        user.press('PageDown')
        user.press('Enter')
      },
      onPage: async (at) => {
        await press(at(3, 'input'), '{End}9{Enter}{ArrowDown}{PageDown}{Enter}')
      },
      told: [50, 49, 39, 39].map((value) => `^ callback #3 activated ${value}`),
    },
  ],
  [
    'a slider is moved by keys',
    {
      made: slider,
      inModel: (user) => {
        for (const key of ['ArrowRight', 'ArrowDown', 'End', 'End', 'Home']) {
          user.press(key, { type: 'Slider' })
        }
      },
      onPage: async (at) => {
        await focus(at(3, 'input'))
        await keyboard('{ArrowRight}{ArrowDown}{End}{End}{Home}')
      },
      told: [51, 50, 100, 0].map((value) => `^ callback #3 activated ${value}`),
    },
  ],
  [
    'another tab is shown, by mouse and keys, and one is asked to close',
    {
      made: tabs,
      inModel: (user) => {
        user.select({ type: 'TabWidget' }, 'Two')
        user.select({ type: 'TabWidget' }, 'Two')
        user.press('ArrowRight')
        user.press('End')
        user.press('Delete')
      },
      onPage: async (at) => {
        await click(at(3, '.tw-tab:nth-child(2) [role=tab]'))
        await click(at(3, '.tw-tab:nth-child(2) [role=tab]'))
        await keyboard('{ArrowRight}{End}{Delete}')
      },
      told: [
        '^ callback #3 page-switch #5 1',
        '^ callback #3 page-switch #4 0',
        '^ callback #3 page-switch #5 1',
        '^ callback #3 page-close #5',
      ],
    },
  ],
  [
    'a knob is turned by keys',
    {
      made: [create(3, 'Dial', { value: 10, step: 5 }), listen(3, 'activated')],
      inModel: (user) => {
        for (const key of ['ArrowUp', 'ArrowLeft', 'End', 'Home']) user.press(key, { type: 'Dial' })
      },
      onPage: async (at) => {
        await focus(at(3, '[role=slider]'))
        await keyboard('{ArrowUp}{ArrowLeft}{End}{Home}')
      },
      told: [15, 10, 100, 0].map((value) => `^ callback #3 activated ${value}`),
    },
  ],
  [
    'a fraction is stepped',
    {
      made: [
        create(3, 'SpinBox', { dtype: 'float', value: 0.1, step: 0.2, max: 1 }),
        listen(3, 'activated'),
      ],
      inModel: (user) => {
        user.press('ArrowUp', { type: 'SpinBox' })
        user.clear({ type: 'SpinBox' })
        user.type({ type: 'SpinBox' }, '0,75')
        user.press('ArrowDown')
        user.press('PageUp')
        user.press('ArrowUp')
      },
      onPage: async (at) => {
        await press(at(3, 'input'), '{ArrowUp}')
        await userEvent.clear(at(3, 'input'))
        await keyboard('0,75{ArrowDown}{PageUp}{ArrowUp}')
      },
      told: [0.3, 0.55, 1].map((value) => `^ callback #3 activated ${value}`),
    },
  ],
  [
    'what is no number gives way to the one before',
    {
      made: [...spin, ...next],
      inModel: (user) => {
        user.clear({ type: 'SpinBox' })
        user.type({ type: 'SpinBox' }, 'x')
        user.click('Next')
      },
      onPage: async (at) => {
        await userEvent.clear(at(3, 'input'))
        await keyboard('x')
        await click(at(4))
      },
      told: ['^ callback #3 activated 5', '^ callback #4 activated'],
    },
  ],
  [
    'of buttons that stay pressed one is, and the one before does not tell',
    {
      made: [
        create(3, 'ToggleButton', 'Left', { group: 'side' }),
        create(4, 'ToggleButton', 'Right', { group: 'side' }),
        listen(3, 'activated'),
        listen(4, 'activated'),
      ],
      inModel: (user) => {
        user.check('Left')
        user.check('Right')
        user.check('Left')
      },
      onPage: async (at) => {
        for (const wid of [3, 4, 3]) await click(at(wid))
      },
      told: [3, 4, 3].map((wid) => `^ callback #${wid} activated true`),
    },
  ],
  [
    'the same item is chosen twice',
    {
      made: combo(false),
      inModel: (user) => {
        user.select({ type: 'ComboBox' }, 0)
        user.select({ type: 'ComboBox' }, 'One')
      },
      onPage: async (at) => {
        for (let count = 0; count < 2; count++) {
          await click(at(3, 'button'))
          await click(at(3, '[role=option]'))
        }
      },
      told: ['^ callback #3 activated 0 "One"', '^ callback #3 activated 0 "One"'],
    },
  ],
  [
    'a label opens its menu, of which an entry is chosen',
    {
      made: [
        create(3, 'Label', 'More'),
        create(4, 'Menu', {}),
        create(5, 'MenuAction', { text: 'Copy' }),
        call(4, 'add_widget', ref(5)),
        call(3, 'set_menu', ref(4)),
        listen(5, 'activated'),
      ],
      inModel: (user) => {
        user.click('More')
        user.click({ type: 'MenuAction' })
      },
      onPage: async (at) => {
        await click(at(3))
        await click(at(5))
      },
      told: ['^ callback #5 activated'],
    },
  ],
  [
    'a message is closed by a key',
    {
      made: toast,
      inModel: (user) => user.press('Escape', 'Deleted'),
      onPage: async (at) => {
        await focus(at(3, '.tw-toast-action'))
        await keyboard('{Escape}')
      },
      told: ['^ callback #3 close'],
    },
  ],
  [
    'cells are selected where that is the mode',
    {
      made: [
        create(3, 'TableView', { columns: ['A', 'B'], selection_mode: 'single-cell' }),
        call(3, 'set_rows', [
          [1, 2],
          [3, 4],
        ]),
        listen(3, 'selected'),
        listen(3, 'cell_selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 1),
      onPage: async (at) => click(await cellOf(at, 3)),
      told: ['^ callback #3 cell_selected [{"path":["row1"],"col_key":"_col0","value":3}]'],
    },
  ],
  [
    'a row is selected, and no row twice',
    {
      made: table,
      inModel: (user) => {
        user.select({ type: 'TableView' }, 'b')
        user.select({ type: 'TableView' }, 1)
        user.select({ type: 'TableView' }, 0)
      },
      onPage: async (at) => {
        for (const row of [3, 3, 2]) await click(await cellOf(at, row))
      },
      told: [
        '^ callback #3 selected [{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["b"],"col_key":"id","value":"b"}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":1}}]',
        '^ callback #3 cell_selected [{"path":["a"],"col_key":"id","value":"a"}]',
      ],
    },
  ],
  [
    'a node is selected',
    {
      made: tree,
      inModel: (user) => {
        user.select({ type: 'TreeView' }, ['fruit', 'pear'])
        user.select({ type: 'TreeView' }, 'fruit')
      },
      onPage: async (at) => {
        await click(await cellOf(at, 4))
        await click(await cellOf(at, 2))
      },
      told: [
        '^ callback #3 selected [{"path":["fruit","pear"],"values":{"n":2}}]',
        '^ callback #3 selected [{"path":["fruit"],"values":null}]',
      ],
    },
  ],
  [
    'several rows are selected with Ctrl, told in the order shown, and one no longer',
    {
      made: [
        create(3, 'TableView', {
          columns: [{ key: 'id' }, { key: 'n', type: 'int' }],
          row_key: 'id',
          selection_mode: 'multiple',
          cell_cursor: false,
        }),
        call(3, 'set_rows', [{ id: 'a', n: '10' }, { id: 'b' }, { id: 'c', n: 9 }, ['d', 9]]),
        call(3, 'sort_by_column', 'n', false),
        listen(3, 'selected'),
        listen(3, 'cell_selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 'b', 'd', 'c', 'a', 'd'),
      onPage: async (at) => {
        await click(await cellOf(at, 5))
        for (const row of [4, 3, 2, 4]) await clickToo(await cellOf(at, row))
      },
      told: ['b', 'db', 'cdb', 'acdb', 'acb'].map((keys) => {
        const rows = Array.from(keys, (id) => ({ path: [id], values: rowsByNumber[id] }))
        return `^ callback #3 selected ${JSON.stringify(rows)}`
      }),
    },
  ],
  [
    'the cell cursor goes along with each row',
    {
      made: [...severalOf(table), call(3, 'set_column_order', ['n'])],
      inModel: (user) => user.select({ type: 'TableView' }, 'b', 'a'),
      onPage: async (at) => {
        await click(await cellOf(at, 3))
        await clickToo(await cellOf(at, 2))
      },
      told: [
        '^ callback #3 selected [{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["b"],"col_key":"n","value":2}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":1}},{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["a"],"col_key":"n","value":1}]',
      ],
    },
  ],
  [
    'several cells are selected with Ctrl where that is the mode',
    {
      made: [
        create(3, 'TableView', { columns: ['A', 'B'], selection_mode: 'multiple-cell' }),
        call(3, 'set_rows', [
          [1, 2],
          [3, 4],
        ]),
        call(3, 'set_selected_cells', [{ path: ['row0'], col_key: '_col1' }]),
        listen(3, 'selected'),
        listen(3, 'cell_selected'),
      ],
      inModel: (user) => {
        user.select({ type: 'TableView' }, 1, 0)
        user.select({ type: 'TableView' }, 0, 0)
      },
      onPage: async (at) => {
        await click(await cellOf(at, 3))
        await clickToo(await cellOf(at, 2))
        await click(await cellOf(at, 2))
        await clickToo(await cellOf(at, 2))
      },
      told: [
        '^ callback #3 cell_selected [{"path":["row1"],"col_key":"_col0","value":3}]',
        '^ callback #3 cell_selected [{"path":["row0"],"col_key":"_col0","value":1},{"path":["row1"],"col_key":"_col0","value":3}]',
        '^ callback #3 cell_selected [{"path":["row0"],"col_key":"_col0","value":1}]',
        '^ callback #3 cell_selected []',
      ],
    },
  ],
  [
    'several nodes are selected, those below a sorted one too',
    {
      made: [
        create(3, 'TreeView', { columns: [{ key: 'n' }], selection_mode: 'multiple' }),
        call(3, 'set_tree', { herb: {}, fruit: { apple: { n: 1 }, pear: { n: 2 } }, salt: [9] }),
        call(3, 'set_sorts', [['n', false]]),
        listen(3, 'selected'),
      ],
      inModel: (user) => {
        user.select({ type: 'TreeView' }, ['fruit', 'apple'], 'herb', 2, ['fruit', 'pear'])
      },
      onPage: async (at) => {
        await click(await cellOf(at, 6))
        for (const row of [3, 2, 5]) await clickToo(await cellOf(at, row))
      },
      told: [
        [['fruit', 'apple']],
        [['herb'], ['fruit', 'apple']],
        [['salt'], ['herb'], ['fruit', 'apple']],
        [['salt'], ['herb'], ['fruit', 'pear'], ['fruit', 'apple']],
      ].map((paths) => {
        const rows = paths.map((path) => ({ path, values: nodes[path.at(-1)!] }))
        return `^ callback #3 selected ${JSON.stringify(rows)}`
      }),
    },
  ],
  [
    'rows go that were selected, which a page tells by itself',
    {
      made: severalOf(table),
      inModel: (user) => user.select({ type: 'TableView' }, 'b', 'a'),
      onPage: async (at) => {
        await click(await cellOf(at, 3))
        await clickToo(await cellOf(at, 2))
      },
      afterwards: [
        call(3, 'patch_rows', { cells: { a: { n: 5 } } }),
        call(3, 'patch_rows', { remove: ['b'] }),
        call(3, 'set_rows', [{ id: 'a', n: 7 }, { id: 'c' }]),
        call(3, 'set_rows', [{ id: 'c' }]),
        call(3, 'clear'),
      ],
      told: [
        '^ callback #3 selected [{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["b"],"col_key":"id","value":"b"}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":1}},{"path":["b"],"values":{"id":"b","n":2}}]',
        '^ callback #3 cell_selected [{"path":["a"],"col_key":"id","value":"a"}]',
        '^ callback #3 selected [{"path":["a"],"values":{"id":"a","n":5}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
  [
    'rows that go by their place are others when all are set, but not when they are updated',
    {
      made: [
        create(3, 'TableView', { columns: ['A'] }),
        call(3, 'set_rows', [[1], [2]]),
        listen(3, 'selected'),
      ],
      inModel: (user) => user.select({ type: 'TableView' }, 1),
      onPage: async (at) => click(await cellOf(at, 3)),
      afterwards: [call(3, 'update_rows', [[3], [4]]), call(3, 'set_rows', [[3], [4]])],
      told: [
        '^ callback #3 selected [{"path":["row1"],"values":{"_col0":2}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
  [
    'nodes go that were selected',
    {
      made: severalOf(tree),
      inModel: (user) => user.select({ type: 'TreeView' }, ['fruit', 'pear'], ['fruit', 'apple']),
      onPage: async (at) => {
        await click(await cellOf(at, 4))
        await clickToo(await cellOf(at, 3))
      },
      afterwards: [
        call(3, 'patch_tree', { in: { fruit: { remove: ['pear'], cells: { apple: { n: 3 } } } } }),
        call(3, 'set_tree', { fruit: { apple: { n: 1 } } }),
      ],
      told: [
        '^ callback #3 selected [{"path":["fruit","pear"],"values":{"n":2}}]',
        '^ callback #3 selected [{"path":["fruit","apple"],"values":{"n":1}},{"path":["fruit","pear"],"values":{"n":2}}]',
        '^ callback #3 selected [{"path":["fruit","apple"],"values":{"n":3}}]',
        '^ callback #3 selected []',
      ],
    },
  ],
  [
    'a dialog is answered',
    {
      made: dialog,
      inModel: (user) => {
        user.click('No')
        user.click({ role: 'button', name: 'Yes' })
      },
      onPage: async (at) => {
        await click(at(3, '.tw-dialog-buttons button:nth-child(1)'))
        await click(at(3, '.tw-dialog-buttons button:nth-child(2)'))
      },
      told: ['^ callback #3 activated false', '^ callback #3 activated true'],
    },
  ],
  [
    'Enter in a field uses the default button of its dialog, Escape asks to close it',
    {
      made: dialog,
      inModel: (user) => {
        user.press('Enter', { type: 'TextEntry' })
        user.press('Escape')
      },
      onPage: async (at) => {
        await press(at(4, 'input'), '{Enter}{Escape}')
      },
      told: ['^ callback #4 activated ""', '^ callback #3 activated true', '^ callback #3 close'],
    },
  ],
  [
    'a dialog that lets nothing else be used has the keyboard: its default button',
    {
      made: [
        ...button,
        create(4, 'Dialog', 'Sure?', answers, { modal: true, default_button: true }),
        call(4, 'popup'),
        ...['activated', 'close'].map((action) => listen(4, action)),
      ],
      inModel: (user) => {
        for (const key of ['Enter', ' ', 'Escape']) user.press(key)
      },
      onPage: () => keyboard('{Enter} {Escape}'),
      told: ['^ callback #4 activated true', '^ callback #4 activated true', '^ callback #4 close'],
    },
  ],
  [
    'a dialog without a default button has the keyboard at its first',
    {
      made: [
        create(3, 'Dialog', 'Sure?', answers, { modal: true }),
        call(3, 'popup'),
        listen(3, 'activated'),
      ],
      inModel: (user) => user.press('Enter'),
      onPage: () => keyboard('{Enter}'),
      told: ['^ callback #3 activated false'],
    },
  ],
  [
    'a dialog with something to fill in has the keyboard there',
    {
      made: [
        create(3, 'Dialog', 'Who?', answers, { modal: true, default_button: true }),
        create(4, 'VBox'),
        create(5, 'Label', 'Name'),
        create(6, 'TextEntry', ''),
        ...[5, 6].map((wid) => call(4, 'add_widget', ref(wid))),
        call(3, 'add_widget', ref(4)),
        call(3, 'popup'),
        listen(3, 'activated'),
        listen(6, 'activated'),
      ],
      inModel: (user) => user.press('Enter'),
      onPage: () => keyboard('{Enter}'),
      told: ['^ callback #6 activated ""', '^ callback #3 activated true'],
    },
  ],
  [
    'entries of a menu are chosen',
    {
      made: menu,
      inModel: (user) => {
        user.click('Save')
        user.click('Wrap')
      },
      onPage: async (at) => {
        for (const wid of [5, 6]) {
          await click(at(4, 'button'))
          await click(at(wid))
        }
      },
      told: ['^ callback #5 activated', '^ callback #6 activated true'],
    },
  ],
  [
    'actions of a tool bar are used',
    {
      made: [
        create(3, 'ToolBar'),
        create(4, 'ToolBarAction', { text: 'Save' }),
        create(5, 'ToolBarAction', { text: 'Bold', toggle: true }),
        call(3, 'add_widget', ref(4)),
        call(3, 'add_widget', ref(5)),
        listen(4, 'activated'),
        listen(5, 'activated'),
      ],
      inModel: (user) => {
        user.click('Save')
        user.check('Bold')
        user.check('Bold', false)
      },
      onPage: async (at) => {
        for (const wid of [4, 5, 5]) await click(at(wid))
      },
      told: [
        '^ callback #4 activated',
        '^ callback #5 activated true',
        '^ callback #5 activated false',
      ],
    },
  ],
  [
    'the button of a message is used, which goes then',
    {
      made: toast,
      inModel: (user) => user.click('Deleted'),
      onPage: (at) => click(at(3, '.tw-toast-action')),
      told: ['^ callback #3 activated', '^ callback #3 close'],
    },
  ],
  [
    'code is typed and entered',
    {
      made: [
        create(3, 'TextSource', 'let'),
        ...['edited', 'activated'].map((action) => listen(3, action)),
      ],
      inModel: (user) => {
        user.type({ type: 'TextSource' }, ' a')
        user.press('Ctrl+Enter')
      },
      onPage: async (at) => {
        await focus(at(3, '.cm-content'))
        await keyboard('{End} a{Control>}{Enter}{/Control}')
      },
      told: [
        '^ callback #3 edited [{"from":3,"to":3,"insert":" a"}] 1 0',
        '^ callback #3 activated',
      ],
    },
  ],
  [
    'a key is pressed on what is interactive',
    {
      made: [
        create(3, 'Label', 'Play', { interactive: true }),
        ...['key-down', 'key-press', 'key-up'].map((action) => listen(3, action)),
      ],
      inModel: (user) => user.press('a', 'Play'),
      onPage: async (at) => {
        await focus(at(3))
        await keyboard('a')
      },
      told: ['keydown', 'keypress', 'keyup'].map(
        (type) =>
          `^ callback #3 ${type.replace('key', 'key-')} {"type":"${type}","time_stamp":0,"key":"a","keycode":"KeyA","repeat":false,"modifiers":[]}`,
      ),
    },
  ],
  [
    'what is interactive is clicked',
    {
      made: [
        create(3, 'Label', 'Play', { interactive: true }),
        ...['pointer-down', 'pointer-up', 'click'].map((action) => listen(3, action)),
      ],
      inModel: (user) => user.click('Play'),
      onPage: (at) => click(at(3)),
      told: [
        ['pointer-down', 'pointerdown', 1],
        ['pointer-up', 'pointerup', 0],
        ['click', 'click', 0],
      ].map(
        ([action, type, mask]) =>
          `^ callback #3 ${action} {"type":"${type}","time_stamp":0,"viewport_x":0,"viewport_y":0,"x":0,"y":0,"button_trigger":1,"button_mask":${mask},"modifiers":[],"pointer_id":1,"pointer_type":"mouse","pressure":${Number(mask) / 2},"is_primary":${action !== 'click'}}`,
      ),
    },
  ],
]

/** The same, with several selected at once. */
function severalOf(made: readonly ServerMessage[]): ServerMessage[] {
  return made.map((message) =>
    message.type === 'create'
      ? create(3, message.class, {
          ...(message.args?.[0] as Readonly<Record<string, Json>>),
          selection_mode: 'multiple',
        })
      : message,
  )
}

/** The first cell of a row of the widget #3, when it is drawn; the header is the first row. */
async function cellOf(at: Elements, row: number): Promise<Element> {
  const cell = () => at(3, `[aria-rowindex="${row}"] [role=gridcell]`)
  await expect.poll(cell).toBeDefined()
  return cell()
}

/** With Ctrl held. */
function clickToo(element: Element): Promise<void> {
  return click(element, { modifiers: ['Control'] })
}

async function press(element: Element, keys: string): Promise<void> {
  await focus(element)
  await keyboard(keys)
}

async function focus(element: Element): Promise<void> {
  ;(element as HTMLElement).focus()
  await expect.poll(() => element.contains(document.activeElement)).toBe(true)
}
