import { expect, test } from 'vitest'
import { topLevelDeeds } from '../../../src/client/widgets/top-level-deeds.ts'

const all = { minimizable: true, maximizable: true, shadeable: true, lowerable: true }
const normal = { state: 'normal', isFloating: true, canClose: true } as const

test.each([
  ['all that it is made with', all, {}, 'minimize maximize shade lower close'],
  ['to be rolled up where nothing is said', {}, {}, 'shade close'],
  ['not to be closed where nobody hears it', {}, { canClose: false }, 'shade'],
  ['to be as before', {}, { state: 'shaded' }, 'restore shade close'],
  ['nothing where it fills the page', all, { isFloating: false }, ''],
] as const)('a window offers %s', (_, options, situation, deeds) => {
  expect(topLevelDeeds(options, { ...normal, ...situation }).join(' ')).toBe(deeds)
})
