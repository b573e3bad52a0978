import { expect, test } from 'vitest'
import { anchorOf, anchorsOf, headingsOf, mapProse, partsOf } from '../../site/markdown.ts'

const paper = [
  'first',
  '',
  '# One',
  'a',
  '```sh',
  '# no heading',
  '```',
  '## Two',
  'b',
  '# Three',
  '',
].join('\n')

test('a paper is cut at the headings of one level, and not in code', () => {
  expect(partsOf(paper, 1)).toEqual([
    { heading: '', text: 'first' },
    { heading: 'One', text: 'a\n```sh\n# no heading\n```\n## Two\nb' },
    { heading: 'Three', text: '' },
  ])
})

test('the headings of all levels, and not those in code', () => {
  expect(headingsOf(paper)).toEqual(['One', 'Two', 'Three'])
})

test('only prose is changed', () => {
  expect(mapProse('a\n```\na\n```\na', () => 'b')).toBe('b\n```\na\n```\nb')
})

test.each([
  ['What is there, and how', 'what-is-there-and-how'],
  ['`useSignal`', 'usesignal'],
  ['The browser’s part', 'the-browsers-part'],
  ['`map` or `For`', 'map-or-for'],
  ['2. A page', '2-a-page'],
])('the anchor of %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor)
})

test('of two equal headings the second has a number', () => {
  expect(anchorsOf(['Options', 'Files', 'Options'])).toEqual(['options', 'files', 'options-1'])
})
