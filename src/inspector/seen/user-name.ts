// What a user is called, of whom the application alone knows what it is.

import { types } from 'node:util'
import { cut, shortText } from './short-text.ts'

/** Fields by which applications call their users, the best first. */
const fields = ['name', 'email', 'login', 'username', 'id'] as const

/**
 * Empty for nobody. Of an object only a name is shown: what else is in it may be a secret. What is computed when it is
 * asked for is not asked.
 */
export function userName(user: unknown): string {
  if (user === undefined || user === true) return ''
  if (typeof user === 'string') return cut(user, 40)
  if (typeof user !== 'object' || user === null || types.isProxy(user)) return shortText(user)
  const values = fields.map((name): unknown => Object.getOwnPropertyDescriptor(user, name)?.value)
  const name = values.find((value) => typeof value === 'string' || typeof value === 'number')
  return name === undefined ? shortText(Object.keys(user)) : cut(String(name), 40)
}
