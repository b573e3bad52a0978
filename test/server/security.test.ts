// SECURITY.md is true: its limits are the defaults, and the version that gets fixes is this one.

import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { checkOptions } from '../../src/server/check-options.ts'
import { settingsOf } from '../../src/server/options.ts'
import { anchorsOf } from '../../site/markdown.ts'
import { codeIn, headings, paper, ROOT, tableUnder } from '../docs/papers.ts'

const security = paper('SECURITY.md')
const text = security.prose.map((line) => line.text).join('\n')

test('every limit that has a default is told, with that default', () => {
  const told = tableUnder(security, 'Limits').map(([name, value]) => [
    name!,
    Number(value!.replaceAll(',', '')),
  ])
  const { httpPort: _, wsPort: __, ...settings } = settingsOf({})
  const limits = Object.entries(settings).filter(([, value]) => typeof value === 'number')
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(limits))
})

test('every option that it names is one', () => {
  const named = codeIn(text).filter((code) => /^(max[A-Z]\w+|origins|authenticate)$/.test(code))
  // A name that is none is refused as such; one that is, for what it was given.
  for (const name of named) {
    expect(() => checkOptions({ [name]: null })).toThrow(`The option "${name}" must be`)
  }
  expect(named.length).toBeGreaterThan(10)
})

test('the version that gets fixes is this one', () => {
  const [major, minor] = manifest.version.split('.')
  expect(tableUnder(security, 'Supported versions')).toEqual([[`${major}.${minor}`, 'yes']])
})

test('what it links to is there', () => {
  for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
    const [file, anchor] = target!.split('#')
    expect(existsSync(ROOT + file)).toBe(true)
    expect(anchorsOf(headings(paper(file!)))).toContain(anchor)
  }
})
