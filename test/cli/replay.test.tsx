// What cannot be replayed is told in one sentence, and a test is made of what can.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { render } from 'treewire/testing'
import { run } from '../../src/cli/run.ts'
import { App } from './replayed-program.tsx'
import { folderWith } from './workshop.ts'

async function typed(folder: string, ...words: readonly string[]) {
  const said: string[] = []
  const warned: string[] = []
  const terminal = {
    say: (line: string) => void said.push(line),
    warn: (line: string) => void warned.push(line),
  }
  const code = await run(words, { folder, terminal })
  return { code, said: said.join('\n'), warned: warned.join('\n') }
}

async function recording(script: 'once' | 'twice' = 'once'): Promise<string> {
  const ui = render(<App />, { record: { inMemory: true } })
  await ui.click('Greet')
  if (script === 'twice') ui.reconnect()
  await ui.settled()
  ui.unmount()
  return ui.session.recording!.text()
}

test.each([
  ['no recording', ['replay', 'text.txt', 'a.tsx'], 'text.txt: This is no recording: '],
  ['no file', ['replay', 'gone.jsonl', 'a.tsx'], 'There is no file gone.jsonl in '],
  ['a folder', ['replay', '.', 'a.tsx'], 'There is no file . in '],
  ['no program', ['replay', 'greet.jsonl', 'gone.tsx'], 'There is no file gone.tsx in '],
  [
    'no program named',
    ['replay', 'greet.jsonl'],
    'greet.jsonl does not say which program it is of: treewire replay greet.jsonl app.tsx',
  ],
  [
    'no component',
    ['test-from', 'greet.jsonl', '--component', 'App'],
    '--component needs a module',
  ],
  [
    'no test',
    ['test-from', 'lines.jsonl'],
    'lines.jsonl: A test can be made of what one browser has done over one line; this recording has more of them: replay it.',
  ],
])('%s ends with 2', async (_what, words, sentence) => {
  const { path } = folderWith({
    'text.txt': 'Dear Ann,\n',
    'greet.jsonl': await recording(),
    'lines.jsonl': await recording('twice'),
  })
  const { code, warned } = await typed(path, ...words)
  expect(warned).toContain(`treewire: ${sentence}`)
  expect(code).toBe(2)
})

test('a test is made, and a file that is there is not touched', async () => {
  const { path } = folderWith({ 'greet.jsonl': await recording() })
  const words = ['test-from', 'greet.jsonl', '--out', 'greet.test.tsx', '--title', 'greets']
  expect(await typed(path, ...words)).toEqual({ code: 0, said: '', warned: '' })
  const text = readFileSync(join(path, 'greet.test.tsx'), 'utf8')
  expect(text).toContain("import { App } from './app.tsx'")
  expect(text).toContain("test('greets', async () => {")
  expect(text).toContain("await ui.click('Greet')")
  expect(await typed(path, ...words)).toEqual({
    code: 2,
    said: '',
    warned: 'treewire: greet.test.tsx is there already, and is not touched: name another file.',
  })
  expect(await typed(path, 'test-from', 'greet.jsonl', '--out', 'away/a.test.tsx')).toEqual({
    code: 2,
    said: '',
    warned: 'treewire: There is no folder for away/a.test.tsx: make it, or name another file.',
  })
})

test('a test is printed, of any component', async () => {
  const { path } = folderWith({ 'greet.jsonl': await recording() })
  const words = ['test-from', 'greet.jsonl', '--component', '../src/greeter.tsx#Greeter']
  const { said } = await typed(path, ...words)
  expect(said).toContain("import { Greeter } from '../src/greeter.tsx'")
  expect(said).toContain("test('greet', async () => {")
})
