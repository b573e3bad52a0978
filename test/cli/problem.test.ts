// What is wrong with a program, as it is told.

import { expect, test } from 'vitest'
import { BrokenText, mistakeIn, MissingFile, problemOf } from '../../src/cli/problem.ts'

const text = 'const a = 1\nfunction b( {\n}\nconst c = 2'

test('text that is no program is shown with the lines around it', () => {
  const error = new BrokenText('Expected `)`', {
    file: '/p/src/a.tsx',
    text,
    at: text.indexOf('{'),
  })
  expect(problemOf(error, '/p')).toEqual({
    title: 'src/a.tsx:2:13',
    text: 'Expected `)`\n\n1 | const a = 1\n2 | function b( {\n  |             ^\n3 | }',
  })
})

test('it is found in what others have made of it, and named whole outside of the project', () => {
  const cause = new BrokenText('No', { file: '/q/a.tsx', text: '{', at: 0 })
  expect(problemOf(new Error('Transform failed', { cause }), '/p')).toEqual({
    title: '/q/a.tsx:1:1',
    text: 'No\n\n1 | {\n  | ^',
  })
})

test.each([
  ['    at App (/p/src/a.tsx:3:7)', 'src/a.tsx:3:7'],
  ['    at file:///p/a.ts:1:2', 'a.ts:1:2'],
  ['    at x (/p/node_modules/z/i.js:1:1)\n    at y (/p/b.ts:9:9)', 'b.ts:9:9'],
  ['    at z (node:internal/x:1:1)', 'The program does not run'],
])('the first place of the program in a stack is where it is: %s', (stack, title) => {
  const error = Object.assign(new TypeError('no'), { stack: `TypeError: no\n${stack}` })
  expect(problemOf(error, '/p')).toEqual({ title, text: 'TypeError: no' })
})

test.each([
  ['./b.ts', 'It imports ./b.ts, and there is no such file.'],
  [
    undefined,
    'The program begins with this file, and it is gone: put it back, or start with another one.',
  ],
])('a file that is not there is named as it is imported: %s', (wanted, text) => {
  expect(problemOf(new MissingFile('/p/src/a.tsx', wanted), '/p')).toEqual({
    title: 'src/a.tsx',
    text,
  })
})

test('what the compiler finds is told as it tells it', () => {
  const error = new Error('Build failed with 1 error:\n\n[PARSE_ERROR] no\n /p/a.tsx:1:2\n\n')
  expect(problemOf(error, '/p')).toEqual({
    title: 'The program cannot be compiled',
    text: '[PARSE_ERROR] no\n a.tsx:1:2',
  })
})

test('colours of a terminal are left out, and what is thrown may be anything', () => {
  const error = Object.assign(new Error('\u001b[31mred\u001b[0m'), { stack: '' })
  expect(problemOf(error, '/p').text).toBe('red')
  expect(problemOf('a text', '/p')).toEqual({ title: 'The program throws', text: 'a text' })
})

test('a mistake of a program that goes on is told with its place and the components around it', () => {
  const error = new TypeError('No number')
  error.stack = 'TypeError: No number\n    at Row (/p/src/row.tsx:3:9)'
  const where = 'App > Row'
  const stack = 'in Row (src/app.tsx:9:5)\nin App'
  expect(mistakeIn(error, { where, stack, root: '/p' })).toEqual({
    title: where,
    text: 'TypeError: No number\n\nsrc/row.tsx:3:9\n\nin Row (src/app.tsx:9:5)\nin App',
  })
  error.stack = 'TypeError: No number\n    at ours (/p/node_modules/treewire/a.js:1:1)'
  expect(mistakeIn(error, { where, stack: undefined, root: '/p' })).toEqual({
    title: where,
    text: 'TypeError: No number',
  })
})
