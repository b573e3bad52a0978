// What a number field and a slider do with a number: keep it within its limits, step it, show it. Pure.

export interface NumberRule {
  readonly dtype: 'int' | 'float'
  readonly min: number
  readonly max: number
  readonly step: number
  /** Digits shown behind the point; null = as many as the step has. */
  readonly decimals: number | null
}

/** More than these are noise of binary fractions. */
const DIGITS = 12

/** The allowed value nearest to `value`: within the limits, whole when they ask for it. */
export function settle(value: number, { dtype, min, max }: NumberRule): number {
  const inside = Math.max(min, Math.min(max, value))
  if (dtype === 'float') return inside
  const whole = Math.round(inside)
  if (whole > max) return Math.floor(max)
  return whole < min ? Math.ceil(min) : whole
}

/** `steps` steps up, or down when negative. 0.1 + 0.2 is 0.3. */
export function stepped(value: number, steps: number, rule: NumberRule): number {
  const digits = Math.min(DIGITS, Math.max(decimalsOf(value), decimalsOf(rule.step)))
  return settle(Number((value + steps * rule.step).toFixed(digits)), rule)
}

/** The nearest of the values that are so many steps above the least; without a step any value is. */
export function snapped(value: number, rule: NumberRule): number {
  const { min, step } = rule
  return step > 0 ? stepped(min, Math.round((value - min) / step), rule) : settle(value, rule)
}

/** How far along its limits a value is, from 0 to 1. */
export function shareOf(value: number, { min, max }: NumberRule): number {
  return max > min ? (value - min) / (max - min) : 0
}

/** The most characters that a value within the limits takes. */
export function widest(rule: NumberRule): number {
  return Math.max(shown(rule.min, rule).length, shown(rule.max, rule).length)
}

export function shown(value: number, { dtype, step, decimals }: NumberRule): string {
  if (decimals !== null) return value.toFixed(Math.max(0, Math.min(100, Math.round(decimals))))
  return dtype === 'int' ? String(Math.round(value)) : value.toFixed(decimalsOf(step))
}

/** What somebody typed; a comma may stand for the point. undefined when it is no number. */
export function parsedNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  const value = plain === '' ? Number.NaN : Number(plain)
  return Number.isFinite(value) ? value : undefined
}

/** 0.25 has 2, 1e-7 has 7. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const digits = mantissa.split('.')[1]?.length ?? 0
  return Math.min(DIGITS, Math.max(0, digits - Number(exponent)))
}
