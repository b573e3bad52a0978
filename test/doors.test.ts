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

test('what one of them wants besides nobody has to have', () => {
  const peers = Object.keys(manifest.peerDependencies)
  expect(peers).toEqual(['@opentelemetry/api', 'vite', 'vitest'])
  expect(manifest.peerDependenciesMeta).toEqual(
    Object.fromEntries(peers.map((peer) => [peer, { optional: true }])),
  )
  for (const peer of peers) expect(manifest.dependencies).not.toHaveProperty([peer])
})
