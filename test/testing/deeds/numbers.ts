// Numbers that are typed, stepped, slid and turned.

import { userEvent } from 'vitest/browser'
import { create, listen } from '../../client/harness.ts'
import { next } from './buttons.ts'
import type { Deeds } from './deed.ts'
import { focus, press } from './hands.ts'

const { click, keyboard } = userEvent

const spin = [create(3, 'SpinBox', { value: 5, max: 50 }), listen(3, 'activated')]
const slider = [create(3, 'Slider', { value: 50 }), listen(3, 'activated')]

export const numbers: Deeds = [
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
]
