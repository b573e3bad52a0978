// The tokens are the whole theme: the guide tells each of them, and no other style sheet has a colour of its own.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeIn, paper, ROOT } from '../docs/papers.ts'

const folder = join(ROOT, 'src/client')
const tokensPath = 'theme/tokens.css'
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
/** Pictures of colours. */
const colourful = new Set(['widgets/color/color-picker.css'])
const sheets = files.filter((path) => path.endsWith('.css') && path !== tokensPath)

const tokens = read(tokensPath)
const declared = [...new Set([...tokens.matchAll(/(--tw-[\w-]+):/g)].map(([, name]) => name!))]

test('the guide tells every token, and no other', () => {
  const guide = paper('docs/guide.md')
  const rows = guide.prose.filter(({ text }) => text.startsWith('| `--tw-'))
  const told = rows.map(({ text }) => codeIn(text)[0]!)
  expect(told.toSorted()).toEqual(declared.toSorted())
})

test.each(sheets.filter((path) => !colourful.has(path)))('%s has no colour of its own', (path) => {
  const colours =
    /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|lch|hwb)a?\(|:\s*(?:white|black|red|gray)\b/gi
  expect(read(path).match(colours)).toBeNull()
})

test.each(sheets)('%s uses tokens that there are', (path) => {
  const text = read(path)
  const used = [...text.matchAll(/var\((--tw-[\w-]+)\)/g)].map(([, name]) => name!)
  const unknown = used.filter((name) => !declared.includes(name) && !isLocal(name))
  expect([...new Set(unknown)]).toEqual([])
})

test.each(sheets)(
  '%s moves as the tokens say, which is not at all for those who want no movement',
  (path) => {
    const text = read(path).replaceAll(/\/\*.*?\*\//gs, '')
    expect(text.match(/\b\d*\.?\d+m?s\b/g)).toBeNull()
  },
)

test('both times are 0 where less movement is asked for', () => {
  const block = /\(prefers-reduced-motion: reduce\) \{\s*\.tw-root \{([^}]*)\}/.exec(tokens)![1]!
  expect([...block.matchAll(/--tw-(\w+): 0ms;/g)].map(([, name]) => name)).toEqual(['fast', 'slow'])
})

test('compact changes sizes only, and no colour', () => {
  const block = /\[data-density='compact'\] \{([^}]*)\}/.exec(tokens)![1]!
  const names = [...block.matchAll(/(--tw-[\w-]+):/g)].map(([, name]) => name!)
  expect(names.length).toBeGreaterThan(10)
  expect(
    names.filter((name) => !/size|line|space|control|bar|row|cell|icon|choice|thumb/.test(name)),
  ).toEqual([])
})

/** Said by a style sheet or a script for its own widget. */
function isLocal(name: string): boolean {
  const texts = files.filter((path) => /\.(css|ts)$/.test(path)).map(read)
  return (
    texts.some((text) => text.includes(`${name}:`) || text.includes(`'${name}'`)) ||
    name.startsWith('--tw-button-hover-')
  )
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}
