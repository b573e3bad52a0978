// What is typed behind `treewire`, and what is answered. No command of these does anything.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { commands } from '../../src/cli/commands.ts'
import { run } from '../../src/cli/run.ts'
import { folderWith } from './workshop.ts'

// Here, where no test waits for it: they bring most of the package with them.
await Promise.all([...commands.values()].map((load) => load()))

async function typed(words: string, folder = '/nowhere') {
  const said: string[] = []
  const warned: string[] = []
  const terminal = {
    say: (line: string) => void said.push(line),
    warn: (line: string) => void warned.push(line),
  }
  const code = await run(words === '' ? [] : words.split(' '), { folder, terminal })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}

test.each([
  [
    'dve app.tsx',
    'There is no command "dve". Did you mean "dev"? There are dev, start, build, new, replay, test-from; `treewire --help` tells more.',
  ],
  ['--verson', 'There is no option --verson. `treewire --help` tells what there is.'],
  ['dev', 'treewire dev needs <file> behind it. `treewire dev --help` tells more.'],
  ['dev a.tsx b.tsx', 'treewire dev does not know what to do with "b.tsx": treewire dev <file>'],
  [
    'dev a.tsx --no-type',
    'treewire dev has no option --no-type. Did you mean --no-types? `treewire dev --help` tells what there is.',
  ],
  ['dev a.tsx --no-types=yes', '--no-types takes nothing behind it, got "yes".'],
  [
    'start a.tsx --watch',
    'treewire start has no option --watch. It has none. `treewire start --help` tells what there is.',
  ],
  ['build a.tsx --out', '--out needs something behind it, as in --out <…>.'],
  [
    'new My_App',
    '"My_App" cannot be the name of a project: give one of small letters, digits and hyphens, such as my-app.',
  ],
])('%s is typed wrongly, and told in one sentence', async (words, sentence) => {
  expect(await typed(words)).toEqual({ code: 2, said: '', warned: `treewire: ${sentence}` })
})

test.each(['dev', 'start', 'build'])('%s needs a file that is there', async (command) => {
  expect(await typed(`${command} nope.tsx`)).toEqual({
    code: 1,
    said: '',
    warned:
      'treewire: There is no file nope.tsx in /nowhere: give the path of the program, such as app.tsx.',
  })
})

test.each(['', '--help', '-h', 'help'])('"%s" tells every command', async (words) => {
  const { code, said } = await typed(words)
  expect(code).toBe(0)
  for (const name of commands.keys()) expect(said).toMatch(RegExp(`^  ${name} <`, 'm'))
})

test.each([...commands.keys()])('%s --help tells every option of it', async (name) => {
  const { code, said } = await typed(`${name} --help`)
  expect(code).toBe(0)
  const command = await commands.get(name)!()
  expect(said).toContain(`treewire ${command.usage}\n\n${command.about}`)
  for (const option of Object.keys(command.options)) expect(said).toContain(`--${option}`)
})

test.each(['--version', '-v'])('%s says which one it is', async (words) => {
  expect(await typed(words)).toEqual({ code: 0, said: manifest.version, warned: '' })
})

test('a project is made only where there is nothing', async () => {
  const { path } = folderWith({})
  mkdirSync(join(path, 'full'))
  writeFileSync(join(path, 'full/a.txt'), '')
  writeFileSync(join(path, 'full/b.txt'), '')
  writeFileSync(join(path, 'file'), '')
  const warned = async (name: string) => (await typed(`new ${name}`, path)).warned
  expect(await warned('full')).toBe(
    'treewire: The folder full is not empty: it has a.txt and 1 more in it. Give the name of one that is empty, or not there.',
  )
  expect(await warned('file')).toBe(
    'treewire: file is a file: give the name of a folder that is empty, or not there.',
  )
  mkdirSync(join(path, 'empty'))
  const { code, said } = await typed('new empty', path)
  expect(code).toBe(0)
  expect(said).toContain('  cd empty\n  npm install\n  npm run dev')
})
