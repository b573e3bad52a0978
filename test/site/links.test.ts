import { expect, test } from 'vitest'
import { mended, placesOf } from '../../site/links.ts'

const places = placesOf([
  { paper: 'docs/guide.md', page: 'names/index', text: '# Every name', moved: { guide: '' } },
  {
    paper: 'docs/guide.md',
    page: 'names/hooks',
    text: '# Hooks\n\n## `useRef`',
    moved: { hooks: '' },
  },
  { paper: 'README.md', page: 'introduction', text: '# treewire\n\n## Install', moved: {} },
])

test.each([
  ['[all](guide.md)', '[all](/names/)'],
  ['[hooks](guide.md#hooks)', '[hooks](/names/hooks)'],
  ['see [`useRef`](guide.md#useref).', 'see [`useRef`](/names/hooks#useref).'],
  ['[install](../README.md#install)', '[install](/introduction#install)'],
  ['[elsewhere](https://example.com/)', '[elsewhere](https://example.com/)'],
  ['[tokens.css](../src/client/theme/tokens.css)', 'tokens.css'],
  ['![A monitor](monitor.png)', '![A monitor](/monitor.png)'],
  ['<img src="docs/monitor.png">', '<img src="/monitor.png">'],
  ['[one](guide.md) and [two](guide.md#hooks)', '[one](/names/) and [two](/names/hooks)'],
])('%s becomes %s', (before, after) => {
  expect(mended({ paper: 'docs/widgets.md', text: before }, places)).toBe(after)
})

test('a link inside of its own paper leads to where the heading is now', () => {
  const text = '[`useRef`](#useref)'
  expect(mended({ paper: 'docs/guide.md', text }, places)).toBe('[`useRef`](/names/hooks#useref)')
})

test('a link to a heading that is not there is an error', () => {
  const wrong = () => mended({ paper: 'README.md', text: '[x](docs/guide.md#gone)' }, places)
  expect(wrong).toThrow('README.md links to docs/guide.md#gone, and there is no such heading.')
})

test('code is left alone', () => {
  const text = '```md\n[all](guide.md)\n```'
  expect(mended({ paper: 'docs/widgets.md', text }, places)).toBe(text)
})
