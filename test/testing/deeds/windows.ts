// Dialogs and messages.

import { userEvent } from 'vitest/browser'
import { call, create, listen, ref } from '../../client/harness.ts'
import { button } from './buttons.ts'
import type { Deeds } from './deed.ts'
import { focus, press } from './hands.ts'

const { click, keyboard } = userEvent

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
const toast = [
  create(3, 'Toast', 'Deleted', { action: 'Undo', timeout: 0 }),
  call(3, 'show'),
  listen(3, 'activated'),
  listen(3, 'close'),
]

export const windows: Deeds = [
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
    'the button of a message is used, which goes then',
    {
      made: toast,
      inModel: (user) => user.click('Deleted'),
      onPage: (at) => click(at(3, '.tw-toast-action')),
      told: ['^ callback #3 activated', '^ callback #3 close'],
    },
  ],
]
