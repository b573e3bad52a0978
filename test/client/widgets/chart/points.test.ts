import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Points } from '../../../../src/client/widgets/chart/points.ts'

type Step =
  | readonly ['append', number[]]
  | readonly ['keep', number]
  | readonly ['set', number, number]

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('append' as const), fc.array(fc.integer(), { maxLength: 6 })),
  fc.tuple(fc.constant('keep' as const), fc.integer({ min: -1, max: 12 })),
  fc.tuple(fc.constant('set' as const), fc.integer({ min: -2, max: 12 }), fc.integer()),
)

test('it is the list that one would get by copying', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(step, { maxLength: 40 }), (first, steps) => {
      const points = new Points(first)
      let plain = [...first]
      for (const [what, ...args] of steps) {
        if (what === 'append') {
          points.append(args[0] as number[])
          plain.push(...(args[0] as number[]))
        } else if (what === 'keep') {
          const count = Math.max(0, args[0] as number)
          points.keep(count)
          plain = count < plain.length ? plain.slice(plain.length - count) : plain
        } else {
          const [index, value] = args as [number, number]
          points.set(index, value)
          if (index >= 0 && index < plain.length) plain[index] = value
        }
        expect(points.all).toEqual(plain)
        expect(points.length).toBe(plain.length)
        expect(points.last(3)).toEqual(plain.slice(-3))
        expect(points.get(0)).toBe(plain[0])
      }
    }),
  )
})
