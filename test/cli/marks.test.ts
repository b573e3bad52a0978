// What is written into a module so that it can be evaluated again. `M` stands for the object that the marks are called on.

import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { withMarks } from '../../src/cli/dev/marks.ts'

function marked(text: string): string {
  const { program, errors } = parseSync('app.js', text)
  expect(errors).toEqual([])
  const { code } = withMarks(text, program, 'app.js')
  return code.replaceAll('import.meta.treewire', 'M').replace('M.begins();', '')
}

test('a module says that it begins, in front of all that it has', () => {
  const text = '#!/usr/bin/env node\n// App\nfunction App() {}'
  const { program } = parseSync('app.js', text)
  expect(withMarks(text, program, 'app.js').code).toBe(
    '#!/usr/bin/env node\n// App\nimport.meta.treewire.begins();App=import.meta.treewire.component("App",App);function App() {}',
  )
})

const ours = "import { createContext, effect, shared, signal as make } from 'treewire';"

test.each([
  ['a component', 'function App() {}', 'App=M.component("App",App);function App() {}'],
  [
    'an exported one',
    'export function App() {}',
    'App=M.component("App",App);export function App() {}',
  ],
  [
    'the default one',
    'export default async function App() {}',
    'App=M.component("App",App);export default async function App() {}',
  ],
  [
    'the default one without a name',
    'export default () => null',
    'export default M.component("default",() => null)',
  ],
  [
    'a default function without a name',
    'export default function () {}',
    'export default M.component("default",function () {})',
  ],
  ['a variable', 'const App = () => null', 'const App = M.component("App",() => null)'],
  [
    'what a function gives',
    'export const App = withTheme(Bare)',
    'export const App = M.component("App",withTheme(Bare))',
  ],
  [
    'a component behind others',
    'run(); function A() {} function B() {}',
    'A=M.component("A",A);B=M.component("B",B);run(); function A() {} function B() {}',
  ],
  [
    'a name in another alphabet',
    'const Übersicht = () => 1',
    'const Übersicht = M.component("Übersicht",() => 1)',
  ],
])('%s is marked', (_what, text, expected) => {
  expect(marked(text)).toBe(expected)
})

test.each([
  'function format() {}',
  'const format = () => 1',
  'const Limit = 5',
  'class Store {}',
  'function* App() {}',
  'const run = () => { function Inner() {} const Other = () => 1 }',
  "import { signal } from 'elsewhere'; const count = signal(0)",
  'const signal = (n) => n; const count = signal(0)',
  'clearInterval(1)',
])('%s is left as it is', (text) => {
  expect(marked(text)).toBe(text)
})

test.each([
  ['const a = make(0)', 'const a = M.keep("a","make(0)",make(0))'],
  ['export const a = shared([])', 'export const a = M.keep("a","shared([])",shared([]))'],
  ['const a = (make(0))', 'const a = M.keep("a","(make(0))",(make(0)))'],
  [
    'const a = make(jsxDEV(B, {}, void 0, false, {\n\tfileName: f,\n\tlineNumber: 2,\n\tcolumnNumber: 41\n}))',
    'const a = M.keep("a","make(jsxDEV(B, {}, void 0, false, {\\n\\tfileName: f,\\n\\t\\n}))",make(jsxDEV(B, {}, void 0, false, {\n\tfileName: f,\n\tlineNumber: 2,\n\tcolumnNumber: 41\n})))',
  ],
  [
    'const Theme = createContext("x")',
    'const Theme = M.keep("Theme","createContext(\\"x\\")",createContext("x"))',
  ],
  [
    'const a = { b: make(0), c: { d: make(1) }, e: 2 }',
    'const a = { b: M.keep("a.b","make(0)",make(0)), c: { d: M.keep("a.c.d","make(1)",make(1)) }, e: 2 }',
  ],
  ['effect(() => {})', 'M.effect(effect)(() => {})'],
  ['const stop = effect(() => {})', 'const stop = M.effect(effect)(() => {})'],
  ['setInterval(tick, 5)', 'M.interval(setInterval)(tick, 5)'],
])('%s is kept, or begun', (text, expected) => {
  expect(marked(ours + text)).toBe(ours + expected)
})

test('a whole import is known by its name', () => {
  const text = "import * as tw from 'treewire';const a = tw.signal(0);tw.effect(a)"
  expect(marked(text)).toContain('M.keep("a","tw.signal(0)",tw.signal(0));M.effect(tw.effect)(a)')
})

test.each(['let a = 0', 'var a = 0', 'const a = new Map()', 'const a = [1]'])(
  'the value of %s is watched',
  (text) => {
    expect(marked(text)).toBe(`${text}\nM.watch("a",()=>a);`)
  },
)

test('positions hold behind letters of any length, and no line moves', () => {
  const text =
    '#!/usr/bin/env node\n// 😀 first\nconst App = () => "😀"\nconst Row = () => 1 // last'
  expect(marked(text)).toBe(
    '#!/usr/bin/env node\n// 😀 first\nconst App = M.component("App",() => "😀")\nconst Row = M.component("Row",() => 1) // last',
  )
})

test('a comment at the end swallows nothing', () => {
  expect(marked('let a = 0 // note')).toBe('let a = 0 // note\nM.watch("a",()=>a);')
})

test.each(['', '// nothing'])('a module of nothing stays one: "%s"', (text) => {
  expect(marked(text)).toBe(text)
})
