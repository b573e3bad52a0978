// The doors of the package: each leads to a source, tests and examples go through the same ones, and none wants more
// than it says.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))

/** By the name that they are imported by: the source. */
const doors = new Map(
  Object.entries(manifest.exports).flatMap(([door, target]) =>
    typeof target === 'string'
      ? []
      : [
          [
            door.replace(/^\./, 'treewire'),
            target.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, './$1.ts'),
          ],
        ],
  ),
)

test('each leads to a source', () => {
  expect([...doors.values()].filter((source) => !existsSync(root + source))).toEqual([])
})

test('the names of the package mean its sources to tests and examples', async () => {
  const config = await readFile(`${root}tsconfig.json`, 'utf8')
  const paths = [...config.matchAll(/^ {6}"(treewire[^"]*)": \["([^"]*)"\]/gm)]
  expect(new Map(paths.map(([, name, source]) => [name, source]))).toEqual(doors)
})

test('what is imported for what it does stays when it is bundled', () => {
  expect(manifest.sideEffects).toContain('**/testing/vitest.*')
})

test('Vitest is wanted by one of them only, and nobody has to have it', () => {
  expect(manifest.peerDependenciesMeta).toEqual({ vitest: { optional: true } })
  expect(Object.keys(manifest.peerDependencies)).toEqual(['vitest'])
  expect(manifest.dependencies).not.toHaveProperty('vitest')
})
