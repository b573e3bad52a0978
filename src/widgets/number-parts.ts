// What widgets for a number have in common: kind, limits, decimals.

import { combined, option, optional, param, setter } from './define.ts'
import { nullable, number, oneOf } from './types.ts'

export const numberKind = option(oneOf('int', 'float'), 'int', 'Kind of number; int rounds.')

export const set_limits = combined(
  [param('minval', number), param('maxval', number), optional('incrval', number)],
  ['min', 'max', 'step'],
  'Limits and step.',
)

export const decimalsOption = option(
  nullable(number),
  null,
  'Decimals shown; null = as the step has.',
)
export const set_decimals = setter([param('num', nullable(number))], [null], 'Decimals shown.')
