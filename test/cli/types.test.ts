// What the compiler of types prints, taken apart.

import { expect, test } from 'vitest'
import { findingsIn } from '../../src/cli/dev/types.ts'

test.each([
  ['nothing', '', []],
  ['one', 'a.ts(1,2): error TS1: no\n', ['a.ts(1,2): error TS1: no']],
  [
    'one with more lines, and another',
    'a.tsx(3,7): error TS2322: no\n  Because of x\n    and of y\r\nb.ts(1,1): error TS1005: so\n',
    ['a.tsx(3,7): error TS2322: no\n  Because of x\n    and of y', 'b.ts(1,1): error TS1005: so'],
  ],
  [
    'one of no file',
    'error TS18003: No inputs were found.',
    ['error TS18003: No inputs were found.'],
  ],
  ['what is no error', '  indented\nDone.\n', []],
])('%s', (_what, printed, findings) => {
  expect(findingsIn(printed)).toEqual(findings)
})
