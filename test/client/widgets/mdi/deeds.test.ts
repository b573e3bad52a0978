import { expect, test } from 'vitest'
import { deedsFor } from '../../../../src/client/widgets/mdi/deeds.ts'

const all = { isShadeable: true, canAsk: true }

test.each([
  ['normal', all, 'minimize maximize shade lower close'],
  ['maximized', all, 'restore minimize maximize lower close'],
  ['shaded', { isShadeable: true, canAsk: false }, 'restore minimize maximize shade lower'],
  ['normal', { isShadeable: false, canAsk: true }, 'minimize maximize lower close'],
] as const)('one that is %s with %j may be told: %s', (state, leave, deeds) => {
  expect(deedsFor(state, leave).join(' ')).toBe(deeds)
})
