// What the build makes of style sheets that ask for the direction of lines.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const assets = new URL('../../dist/client/assets/', import.meta.url)

test('they still ask for it, and not for a list of languages', () => {
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'))
  const texts = sheets.map((name) => readFileSync(new URL(name, assets), 'utf8')).join('')
  expect(texts).toContain(':dir(rtl)')
  expect(texts).not.toContain(':lang(')
})
