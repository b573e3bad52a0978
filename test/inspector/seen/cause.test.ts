// Why a component rendered.

import { expect, test } from 'vitest'
import { causeOf, changedProps } from '../../../src/inspector/seen/cause.ts'
import type { Facts } from '../../../src/inspector/seen/cause.ts'

const nothing: Facts = { isFirst: false, props: undefined, parent: 'App', changes: [] }
const count = { name: 'count', kind: 'signal', before: 1, after: 2 } as const

test.each<[string, Partial<Facts>, string, string]>([
  ['at first', { isFirst: true, changes: [count] }, 'first', 'first render'],
  ['a signal', { changes: [count] }, 'signal', 'count changed from 1 to 2'],
  [
    'a hook of its own',
    { changes: [{ ...count, name: 'Row useSignal 1', kind: 'hook' }] },
    'hook',
    'Row useSignal 1 changed from 1 to 2',
  ],
  [
    'a context',
    { changes: [{ name: 'context of Theme', kind: 'context', before: 'light', after: 'dark' }] },
    'context',
    'context of Theme changed from "light" to "dark"',
  ],
  [
    'props',
    { props: ['title', 'children'] },
    'props',
    'props changed: title, children (App rendered)',
  ],
  [
    'props of the root',
    { props: ['title'], parent: '' },
    'props',
    'props changed: title (the root rendered)',
  ],
  [
    'both',
    { props: ['title'], changes: [count] },
    'props',
    'props changed: title (App rendered); count changed from 1 to 2',
  ],
  [
    'values that look the same',
    { changes: [{ ...count, before: { a: 1 }, after: { a: 1 } }] },
    'signal',
    'count changed to another { a: 1 }',
  ],
  [
    'one field of an object',
    { changes: [{ ...count, before: { a: 1, b: { c: 1 } }, after: { a: 1, b: { c: 2 } } }] },
    'signal',
    'count.b.c changed from 1 to 2',
  ],
  [
    'one field of one item',
    { changes: [{ ...count, before: [{ a: 1 }, { a: 1 }], after: [{ a: 1 }, { a: 2 }] }] },
    'signal',
    'count[1].a changed from 1 to 2',
  ],
  [
    'some fields of an object',
    { changes: [{ ...count, before: { a: 1, b: { c: 1 } }, after: { a: 2, b: { c: 2 } } }] },
    'signal',
    'count changed in a, b.c',
  ],
  [
    'many fields of an object',
    { changes: [{ ...count, before: {}, after: { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 } }] },
    'signal',
    'count changed in a, b, c, d, e, f, …',
  ],
  [
    'values too long to be shown both',
    { changes: [{ ...count, before: 'a'.repeat(60), after: 'b'.repeat(60) }] },
    'signal',
    `count changed from "${'a'.repeat(46)}… to "${'b'.repeat(46)}…`,
  ],
  [
    'long values that begin in the same way',
    { changes: [{ ...count, before: `${'a'.repeat(60)}b`, after: `${'a'.repeat(60)}c` }] },
    'signal',
    `count changed to another "${'a'.repeat(46)}…`,
  ],
  ['nothing that is left', {}, 'again', 'what it read changed, and is as it was'],
])('%s', (_what, facts, kind, text) => {
  expect(causeOf({ ...nothing, ...facts })).toEqual({ kind, text })
})

test('a prop has changed when it came, went or is another one', () => {
  const same = {}
  expect(changedProps({ a: 1, b: 2, same }, { b: 3, c: 4, same })).toEqual(['a', 'b', 'c'])
})
