// Files that are not there: the one that imports them is named, whenever they have gone.

import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Code } from '../../src/cli/code/code.ts'
import { loadVite } from '../../src/cli/code/load-vite.ts'
import { folderWith } from './workshop.ts'

async function program() {
  const folder = folderWith({
    'app.ts': "import { word } from './word.ts'\nexport const said = word\n",
  })
  const code = await Code.open({
    vite: await loadVite('A test'),
    root: folder.path,
    isWatched: false,
  })
  onTestFinished(() => code.close())
  return { ...folder, code, app: join(folder.path, 'app.ts') }
}

const missing = 'It imports ./word.ts, and there is no such file.'

test('a file that was never there', async () => {
  const { code, app } = await program()
  await expect(code.compile(app)).rejects.toThrow(missing)
})

test('a file that goes after it was known who imports it, and one that is back', async () => {
  const { code, app, write, remove } = await program()
  write('word.ts', "export const word = 'a'")
  await code.compile(app)
  code.forget(join(app, '../word.ts'))
  remove('word.ts')
  await expect(code.compile(app)).rejects.toThrow(missing)
  await expect(code.compile(app)).rejects.toThrow(missing)
  write('word.ts', "export const word = 'b'")
  await expect(code.compile(app)).resolves.toHaveProperty('size', 2)
})
