// Menus and tool bars.

import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ServerMessage } from '../../../src/protocol/messages.ts'
import { call, create, listen, ref } from '../../client/harness.ts'
import type { Deeds } from './deed.ts'
import { press } from './hands.ts'

const { click } = userEvent

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

export const menus: Deeds = [
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
    'an area that tells Ctrl+Enter has it before an entry of a menu',
    {
      made: [
        ...withKeys(3, 'Ctrl+Enter'),
        create(6, 'TextArea', ''),
        create(7, 'TextArea', ''),
        listen(6, 'activated'),
      ],
      inModel: (user) => {
        for (const wid of [6, 7]) user.press('Ctrl+Enter', { wid })
      },
      onPage: async (at) => {
        for (const wid of [6, 7]) {
          await press(at(wid, 'textarea'), '{Control>}{Enter}{/Control}')
        }
      },
      told: ['^ callback #6 activated ""', '^ callback #5 activated'],
    },
  ],
  ...['StackWidget', 'TabWidget'].map((pages): Deeds[number] => [
    `of two entries with the same keys the one is chosen whose page of a ${pages} is shown`,
    {
      made: [
        create(3, pages),
        ...withKeys(4, 'Ctrl+S'),
        ...withKeys(7, 'Ctrl+S'),
        call(3, 'add_widget', ref(4)),
        call(3, 'add_widget', ref(7)),
        create(10, 'TextEntry', ''),
        call(3, 'set_index', 1),
      ],
      inModel: (user) => user.press('Ctrl+S', { wid: 10 }),
      onPage: (at) => press(at(10, 'input'), '{Control>}s{/Control}'),
      told: ['^ callback #9 activated'],
    },
  ]),
  [
    'of two entries with the same keys the one is chosen that is not behind a dialog',
    {
      made: [
        ...withKeys(3, 'Ctrl+S'),
        create(6, 'Dialog', 'Sure?', [['Yes', true]], { modal: true }),
        create(10, 'VBox'),
        ...withKeys(7, 'Ctrl+S'),
        create(11, 'TextEntry', ''),
        call(10, 'add_widget', ref(7)),
        call(10, 'add_widget', ref(11)),
        call(6, 'add_widget', ref(10)),
        call(6, 'popup'),
      ],
      inModel: (user) => user.press('Ctrl+S', { wid: 11 }),
      onPage: (at) => press(at(11, 'input'), '{Control>}s{/Control}'),
      told: ['^ callback #9 activated'],
    },
  ],
  [
    'keys by which text is edited are kept by what text is typed into, and by nothing else',
    {
      made: [
        ...withKeys(3, 'Delete'),
        ...withKeys(9, 'Home'),
        create(6, 'ComboBox', { editable: true }),
        create(7, 'ComboBox', {}),
        create(8, 'Button', 'B'),
      ],
      inModel: (user) => {
        expect(() => user.press('Delete', { wid: 6 })).toThrow('does not hear')
        for (const wid of [7, 8]) user.press('Delete', { wid })
        expect(() => user.press('Home', { wid: 7 })).toThrow('does not hear')
      },
      onPage: async (at) => {
        await press(at(6, 'input'), '{Delete}')
        for (const wid of [7, 8]) await press(wid === 7 ? at(7, 'button') : at(8), '{Delete}')
        await press(at(7, 'button'), '{Home}')
      },
      told: ['^ callback #5 activated', '^ callback #5 activated'],
    },
  ],
]

/** A menu bar of this number, with a menu that has one entry: the two numbers after it. */
function withKeys(wid: number, keys: string): ServerMessage[] {
  return [
    create(wid, 'MenuBar'),
    create(wid + 1, 'Menu', { text: 'File' }),
    create(wid + 2, 'MenuAction', { text: 'Do' }),
    call(wid + 2, 'set_shortcut', keys),
    call(wid + 1, 'add_widget', ref(wid + 2)),
    call(wid, 'add_widget', ref(wid + 1)),
    listen(wid + 2, 'activated'),
  ]
}
