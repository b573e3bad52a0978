// An item of several, and a tab.

import { userEvent } from 'vitest/browser'
import { call, create, listen, ref } from '../../client/harness.ts'
import type { Deeds } from './deed.ts'
import { press } from './hands.ts'

const { click, keyboard } = userEvent

const combo = (editable: boolean) => [
  create(3, 'ComboBox', { items: ['One', 'Two'], editable }),
  listen(3, 'activated'),
  listen(3, 'modified'),
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

export const choosing: Deeds = [
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
]
