// Programs that are run from here see each door of the package.

import { expect, test } from 'vitest'
import { isOwnModule, ownModule } from '../../src/cli/code/own-modules.ts'
import manifest from '../../package.json' with { type: 'json' }

/** By which they are imported; what is no code is left out. */
const names = Object.entries(manifest.exports)
  .filter(([, target]) => typeof target !== 'string')
  .map(([door]) => door.replace(/^\./, 'treewire'))

test('every door of the package is one of them, and nothing else', () => {
  expect(names.filter((name) => !isOwnModule(name))).toEqual([])
  expect(['treewire/widgets', 'treewire/client.css', 'vite'].filter(isOwnModule)).toEqual([])
})

test.each([
  ['treewire', 'signal'],
  ['treewire/jsx-runtime', 'jsx'],
  ['treewire/jsx-dev-runtime', 'jsxDEV'],
  ['treewire/protocol', 'CloseCode'],
  ['treewire/testing', 'render'],
  ['treewire/opentelemetry', 'openTelemetry'],
])('%s has %s', async (name, wanted) => {
  expect(await ownModule(name, {})).toHaveProperty([wanted])
})

test('what takes the place of an export does so in the first of them alone', async () => {
  const instead = { render: 'another', signal: 'another' }
  expect(await ownModule('treewire', instead)).toMatchObject(instead)
  expect((await ownModule('treewire/testing', instead))['render']).toBeTypeOf('function')
})
