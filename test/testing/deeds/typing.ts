// Texts that are typed.

import { userEvent } from 'vitest/browser'
import { create, listen } from '../../client/harness.ts'
import { next } from './buttons.ts'
import type { Deeds } from './deed.ts'
import { focus, press } from './hands.ts'

const { click, keyboard } = userEvent

const entry = [create(3, 'TextEntry', ''), listen(3, 'modified'), listen(3, 'activated')]

export const typing: Deeds = [
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
]
