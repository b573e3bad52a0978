// Menus and tool bars.

import { userEvent } from 'vitest/browser'
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
]
