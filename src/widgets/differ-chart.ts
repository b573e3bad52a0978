// Turns old series into new ones by the points that came, went and changed. A window that slides over the
// time costs one `append`. Linear in the number of points.
//
//   before   1 2 3 4 5          what is left of it is found as the longest end of the old points
//   after        3 4 5 6        that begins the new ones; else by the time of the first new point
//                └kept┘

import type { Json } from '../protocol/messages.ts'
import type { ChartPoint, ChartSeries, PointChange } from './chart-payloads.ts'
import { isCandle, isSamePlace, isSamePoint, timeOf, valueOf } from './chart-points.ts'
import type { Differ, MethodCall } from './define.ts'
import { overlapOf } from './overlap.ts'

type Points = readonly ChartPoint[]

/** How the points of one series get from old to new. */
interface Step {
  /** Points that went from the front. */
  readonly dropped: number
  readonly added: Points
  /** In the new count. */
  readonly changed: readonly (readonly [index: number, point: ChartPoint])[]
}

const nothing: Step = { dropped: 0, added: [], changed: [] }

export const diffSeries: Differ = (before, after) => {
  const old = seriesIn(before)
  const now = seriesIn(after)
  const all: MethodCall = ['set_series', [now as Json]]
  if (old.length !== now.length || old.some(({ name }, at) => name !== now[at]!.name)) return [all]
  const steps = old.map((series, at) => stepOf(series, now[at]!))
  const keep = keepOf(steps, now)
  const isAnew = steps.length > 0 && steps.every((step) => step === undefined)
  return isAnew || keep === undefined ? [all] : callsOf(steps, now, keep)
}

/** Labels come and go as points do. */
export const diffLabels: Differ = (before, after) => {
  const old = listIn(before, 'labels') as readonly string[]
  const now = listIn(after, 'labels') as readonly string[]
  const overlap = overlapOf(old, now, (a, b) => a === b)
  if (overlap === now.length && overlap === old.length) return []
  if (overlap === 0) return [['set_labels', [now]]]
  return [['append_labels', [now.slice(overlap), now.length]]]
}

function callsOf(
  steps: readonly (Step | undefined)[],
  now: readonly ChartSeries[],
  keep: number | null,
): MethodCall[] {
  const calls: MethodCall[] = []
  if (keep !== null) calls.push(['append', [steps.map((step) => step?.added ?? []), keep]])
  const changed = steps.flatMap((step, series): PointChange[] =>
    (step?.changed ?? []).map(([index, point]) => [series, index, point]),
  )
  if (changed.length > 0) calls.push(['set_points', [changed]])
  for (const [at, step] of steps.entries()) {
    if (!step) calls.push(['replace_series', [at, now[at] as Json]])
  }
  return calls
}

/**
 * How many points `append` should keep of each series.
 *
 * @returns null when nothing is to be appended, undefined when one number does not do for all
 */
function keepOf(
  steps: readonly (Step | undefined)[],
  now: readonly ChartSeries[],
): number | null | undefined {
  const lengths = steps.map((step, at) => (step ? now[at]!.data.length : 0))
  const most = Math.max(0, ...lengths)
  if (!steps.some((step) => step && step.dropped + step.added.length > 0)) return null
  const isOne = steps.every((step, at) => !step?.dropped || lengths[at] === most)
  return isOne ? most : undefined
}

/** @returns undefined when the series is better sent whole */
function stepOf(old: ChartSeries, now: ChartSeries): Step | undefined {
  if (old === now) return nothing
  if (old.color !== now.color || old.type !== now.type) return undefined
  const [before, after] = [pointsIn(old), pointsIn(now)]
  let best: Step | undefined
  for (const dropped of offsets(before, after)) {
    const step = stepFrom(before, after, dropped)
    if (step && (!best || costOf(step) < costOf(best))) best = step
  }
  return best && costOf(best) < Math.max(after.length, 1) ? best : undefined
}

/** The numbers of dropped points that are worth trying: those after which enough is left, and no more. */
function offsets(before: Points, after: Points): number[] {
  const found = new Set([before.length - overlapOf(before, after, isSamePoint), 0])
  const first = timeOf(after[0])
  if (first !== undefined) found.add(before.findIndex((point) => timeOf(point) === first))
  return [...found].filter((dropped) => dropped >= 0 && before.length - dropped <= after.length)
}

/** @returns undefined when a point cannot be told alone */
function stepFrom(before: Points, after: Points, dropped: number): Step | undefined {
  const kept = before.length - dropped
  const changed: [number, ChartPoint][] = []
  for (let at = 0; at < kept; at++) {
    const [was, is] = [before[at + dropped], after[at]!]
    if (isSamePoint(was, is)) continue
    if (!isTellable(was, is)) return undefined
    changed.push([at, changeOf(was, is)])
  }
  return { dropped, added: after.slice(kept), changed }
}

/** Roughly in points sent: a change names its place too. */
function costOf({ added, changed }: Step): number {
  return added.length + changed.length * 1.5
}

/** A number alone is taken for another value at the same time, or under the same name. */
function isTellable(was: ChartPoint | undefined, is: ChartPoint): boolean {
  return typeof is !== 'number' || isSamePlace(was, is)
}

/** The value alone where that says it. */
function changeOf(was: ChartPoint | undefined, is: ChartPoint): ChartPoint {
  const isSameKind = isSamePlace(was, is) && !isCandle(was) && !isCandle(is)
  return isSameKind ? (valueOf(is) ?? is) : is
}

function pointsIn({ name, data }: ChartSeries): Points {
  if (Array.isArray(data)) return data
  throw new TypeError(`The series "${name}" of a Chart needs "data" to be a list of points`)
}

function seriesIn(value: unknown): readonly ChartSeries[] {
  return listIn(value, 'series') as readonly ChartSeries[]
}

function listIn(value: unknown, what: string): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  throw new TypeError(`The ${what} of a Chart must be a list, got ${typeof value}`)
}
