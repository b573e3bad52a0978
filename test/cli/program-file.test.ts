// The file of a program, and what it finds of itself.

import { afterEach, expect, test } from 'vitest'
import { standsFor } from '../../src/cli/program-file.ts'

const before = [...process.argv]
afterEach(() => void process.argv.splice(0, Infinity, ...before))

test('a program finds its own file where Node would have put it', () => {
  process.argv.splice(1, Infinity, '/bin/treewire', 'start', 'app.tsx')
  standsFor('/project/app.tsx')
  expect(process.argv).toEqual([before[0], '/project/app.tsx'])
})
