import { expect, expectTypeOf, test } from 'vitest'
import { shortcut } from '../../src/widgets/shortcut.ts'
import {
  boolean,
  bytes,
  dictionary,
  either,
  inWords,
  isRef,
  json,
  list,
  named,
  nullable,
  number,
  object,
  oneOf,
  string,
  tuple,
  widgetRef,
  type Type,
  type ValueOf,
} from '../../src/widgets/types.ts'

const point = object('Point', { x: number }, { label: string })

const cases: readonly [
  type: Type<unknown>,
  accepted: readonly unknown[],
  refused: readonly unknown[],
][] = [
  [string, ['', 'a'], [1, null, undefined]],
  [boolean, [true, false], [0, 'true', null]],
  [number, [0, -1.5], [Number.NaN, Infinity, '1', null]],
  [bytes, [new ArrayBuffer(1), Uint8Array.of(1), Float32Array.of(1)], [[1], 'a', null, {}]],
  [json, [null, 0, '', [], {}], [undefined]],
  [oneOf('a', 'b'), ['a', 'b'], ['c', '', null]],
  [oneOf(true), [true], [false, 'true']],
  [nullable(number), [1, null], ['1', undefined]],
  [either(number, string), [1, 'a'], [true, null]],
  [list(number), [[], [1, 2]], [1, [1, 'a'], {}]],
  [tuple(number, string), [[1, 'a']], [[1], [1, 'a', 2], ['a', 1], 1]],
  [dictionary(number), [{}, { a: 1 }], [{ a: 'b' }, [1], null]],
  [
    point,
    [{ x: 1 }, { x: 1, label: 'a' }, { x: 1, more: true }],
    [{}, { x: 1, label: 2 }, [1], null],
  ],
  [named('Share', number), [1], ['1']],
  [widgetRef, [{ __wid__: 3 }, { wid: 3 }], [3, { __wid__: '3' }, { __wid__: 1.5 }, {}, null]],
]

test.each(cases.map(([type, accepted, refused]) => [type.text, type, accepted, refused] as const))(
  '%s accepts its values and no others',
  (_text, type, accepted, refused) => {
    expect(accepted.filter((value) => !type.accepts(value))).toEqual([])
    expect(refused.filter((value) => type.accepts(value))).toEqual([])
  },
)

test.each([
  [oneOf<string | number | boolean>('a', 1, true), "'a'|1|true"],
  [nullable(string), 'string|null'],
  [either(number, string), 'number|string'],
  [list(number), 'number[]'],
  [list(nullable(number)), '(number|null)[]'],
  [tuple(number, string), '[number,string]'],
  [dictionary(number), '{[key:string]:number}'],
  [point, 'Point'],
])('a type is written as TypeScript writes it (%#)', (type: Type<unknown>, text) => {
  expect(type.text).toBe(text)
})

test('a name tells what it stands for', () => {
  expect(point.meaning).toBe('{ x: number, label?: string }')
  expect(named('Share', number).meaning).toBe('number')
  expect(number.meaning).toBeUndefined()
})

test('an error sentence tells it too, also where null may be instead', () => {
  expect(inWords(named('Share', number))).toBe('Share (number)')
  expect(inWords(nullable(shortcut))).toBe(
    'Shortcut|null (keys such as Ctrl+Shift+S, Alt+1, F2 or Delete; Ctrl is ⌘ on a Mac)',
  )
  expect(inWords(nullable(number))).toBe('number|null')
})

test('a reference is an own property, not an inherited one', () => {
  expect(isRef(Object.create({ __wid__: 1 }))).toBe(false)
})

test('the compiler knows the values', () => {
  const maybe = list(nullable(oneOf('a', 'b')))
  expectTypeOf<ValueOf<typeof maybe>>().toEqualTypeOf<readonly ('a' | 'b' | null)[]>()
  const pair = tuple(number, string)
  expectTypeOf<ValueOf<typeof pair>>().toEqualTypeOf<readonly [number, string]>()
  expectTypeOf<ValueOf<typeof point>['label']>().toEqualTypeOf<string | undefined>()
})
