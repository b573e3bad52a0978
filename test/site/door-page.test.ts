import { expect, test } from 'vitest'
import { doorPage } from '../../site/door-page.ts'

const places = new Map([['docs/guide.md#render', '/names/testing#render']])

test('a name has its comment, its declaration, and leads to where it is told in words', () => {
  const render = {
    name: 'render',
    doc: 'Shows an element.\n\n@param shown  what `<Page>` has\n@returns what is on the screen',
    code: ['export declare function render(shown: Element): Rendered;'],
  }
  expect(doorPage('treewire/testing', [render], places)).toBe(
    [
      '# treewire/testing',
      'What `treewire/testing` exports, as the compiler sees it, with its comments.',
      '## `render`',
      'Shows an element.',
      '- `shown`: what `<Page>` has\n- Returns what is on the screen',
      '```ts\nfunction render(shown: Element): Rendered\n```',
      '[In words, with an example](/names/testing#render)\n',
    ].join('\n\n'),
  )
})

test('what only the compiler needs is left out of a class, and it is indented as the house does', () => {
  const code = [
    'export declare class Clock {',
    '    #private;',
    '    /** ms */',
    '    now(): number;',
    '}',
  ]
  const page = doorPage('treewire', [{ name: 'Clock', doc: '', code: [code.join('\n')] }], places)
  expect(page).toContain('```ts\nclass Clock {\n  /** ms */\n  now(): number\n}\n```')
})

test('names stand in the order of the alphabet', () => {
  const named = ['b', 'C', 'a'].map((name) => ({ name, doc: '', code: [] }))
  const page = doorPage('treewire', named, places)
  expect(page.match(/(?<=^## `)\w/gm)).toEqual(['a', 'b', 'C'])
})

test('what is handed on from another package says so', () => {
  const page = doorPage(
    'treewire',
    [{ name: 'signal', doc: '', code: [], from: '@preact/signals-core' }],
    places,
  )
  expect(page).toContain('From [@preact/signals-core](')
})
