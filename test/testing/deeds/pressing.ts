// Buttons, boxes, links and what else is pressed or clicked.

import { userEvent } from 'vitest/browser'
import { create, listen } from '../../client/harness.ts'
import { button } from './buttons.ts'
import type { Deeds } from './deed.ts'
import { focus, press } from './hands.ts'

const { click, keyboard } = userEvent

const radios = [
  create(3, 'RadioButton', 'S', { group: 'size' }),
  create(4, 'RadioButton', 'M', { group: 'size' }),
  listen(3, 'activated'),
  listen(4, 'activated'),
]

export const pressing: Deeds = [
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
