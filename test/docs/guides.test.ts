// What the guides say of other papers is what stands there.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paper, ROOT, tableUnder } from './papers.ts'

test('the memory of a session in the guide is that of the paper on performance', () => {
  const told = tableUnder(paper('docs/guides/scaling.md'), 'One process')
  const measured = tableUnder(paper('docs/performance.md'), 'The server')
  const rows = measured.filter(([first]) => told.some(([name]) => name === first))
  expect(told).toEqual(rows.map((row) => row.slice(0, 3)))
})

test('the Dockerfile in the guide is that of a new project', () => {
  const [told, ...parts] = paper('docs/guides/deploying.md').blocks.filter(
    ({ language }) => language === 'dockerfile',
  )
  const made = readFileSync(`${ROOT}templates/new/Dockerfile`, 'utf8')
  expect(told!.code).toBe(made.trimEnd())
  // With the package as a file, the first COPY takes one more.
  const copies = parts.map(({ code }) => code.replace(/treewire-[\d.]+\.tgz /, ''))
  expect(made.split('\n')).toEqual(expect.arrayContaining(copies))
})
