// The number of a widget that has one, as its page would have it.

import { parsedNumber, settle } from '../widgets/numbers.ts'
import type { NumberRule } from '../widgets/numbers.ts'
import { stateOf } from '../model/state-of.ts'
import type { ModelWidget } from '../model/model.ts'

export function numberRule(widget: ModelWidget): NumberRule {
  const read = (prop: string): number => Number(stateOf(widget, prop))
  const decimals = stateOf(widget, 'decimals')
  return {
    dtype: stateOf(widget, 'dtype') === 'float' ? 'float' : 'int',
    min: read('min'),
    max: read('max'),
    step: read('step'),
    decimals: typeof decimals === 'number' ? decimals : null,
  }
}

/** @param draft  what was typed; what is no number counts for nothing */
export function typedNumber(widget: ModelWidget, draft: string | undefined): number {
  const rule = numberRule(widget)
  const value = stateOf(widget, 'value')
  const typed = draft === undefined ? undefined : parsedNumber(draft)
  return settle(typed ?? (typeof value === 'number' ? value : rule.min), rule)
}
