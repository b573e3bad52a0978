// What users are called.

import { expect, test } from 'vitest'
import { userName } from '../../../src/inspector/seen/user-name.ts'

class Lazy {
  readonly id = 7
  get name(): string {
    throw new Error('Nobody is to ask')
  }
}

test.each<[string, unknown, string]>([
  ['nobody', undefined, ''],
  ['somebody of whom no more is known', true, ''],
  ['a text', 'ada@example.com', 'ada@example.com'],
  ['a number', 12, '12'],
  ['a symbol', Symbol('ada'), 'Symbol(ada)'],
  ['an object with a name', { id: 1, name: 'Ada', password: 'secret' }, 'Ada'],
  ['an object without one', { password: 'secret' }, '[ "password" ]'],
  ['one that computes its name', new Lazy(), '7'],
  ['a proxy', new Proxy({ name: 'Ada' }, {}), 'proxy'],
])('%s', (_what, user, name) => {
  expect(userName(user)).toBe(name)
})
