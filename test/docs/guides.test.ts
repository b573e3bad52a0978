// What the guides say of other papers is what stands there.

import { expect, test } from 'vitest'
import { paper, tableUnder } from './papers.ts'

test('the memory of a session in the guide is that of the paper on performance', () => {
  const told = tableUnder(paper('docs/guides/scaling.md'), 'One process')
  const measured = tableUnder(paper('docs/performance.md'), 'The server')
  const rows = measured.filter(([first]) => told.some(([name]) => name === first))
  expect(told).toEqual(rows.map((row) => row.slice(0, 3)))
})
