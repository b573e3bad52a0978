// Lines that were entered, and come back by arrow keys.

import { userEvent } from 'vitest/browser'
import { create, listen } from '../../client/harness.ts'
import { next } from './buttons.ts'
import type { Deeds } from './deed.ts'
import { press } from './hands.ts'

const { click } = userEvent

export const enteredLines: Deeds = [
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
]
