// What a user is called, of whom the application alone knows what it is.

import { cut, shortText } from './short-text.ts'

/** Fields by which applications call their users, the best first. */
const fields = ['name', 'email', 'login', 'username', 'id'] as const

/** Empty for nobody. Of an object only a name is shown: what else is in it may be a secret. */
export function userName(user: unknown): string {
  if (user === undefined || user === true) return ''
  if (typeof user !== 'object' || user === null) return cut(`${user as string | number}`, 40)
  const all = user as Readonly<Record<string, unknown>>
  const field = fields.find((name) => ['string', 'number'].includes(typeof all[name]))
  return field ? cut(String(all[field]), 40) : shortText(Object.keys(user))
}
