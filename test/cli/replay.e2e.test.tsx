// `treewire replay` and `treewire test-from`: what they say, and how they end.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { render } from 'treewire/testing'
import { App } from './replayed-program.tsx'
import { folderWith, treewire } from './workshop.ts'
import type { Folder } from './workshop.ts'

const program = readFileSync(new URL('./replayed-program.tsx', import.meta.url), 'utf8')
const entry = `import { serve } from 'treewire'
import { App } from './app.tsx'
await serve(() => <App />)
`

async function recording(): Promise<string> {
  const ui = render(<App />, { record: { inMemory: true, app: 'main.tsx' } })
  await ui.click('Greet')
  ui.unmount()
  return ui.session.recording!.text()
}

async function folder(): Promise<Folder> {
  return folderWith({ 'app.tsx': program, 'main.tsx': entry, 'greet.jsonl': await recording() })
}

/** Runs it to its end. */
async function ending({ path }: Folder, ...words: readonly string[]) {
  const running = treewire(path, ...words)
  const code = await running.ended
  return { code, printed: running.printed().trim() }
}

const same = { code: 0, printed: 'The same: 13 messages, byte for byte.' }

test('what is as it was ends with 0', async () => {
  const here = await folder()
  expect(await ending(here, 'replay', 'greet.jsonl')).toEqual(same)
  expect(await ending(here, 'replay', 'greet.jsonl', 'app.tsx')).toEqual(same)
})

test('the first difference is told, and ends with 1', async () => {
  const here = await folder()
  here.edit('app.tsx', 'Hello, ${name}', 'Hello, ${name}, ${Math.random() > 2 ? 1 : 2}')
  const { code, printed } = await ending(here, 'replay', 'greet.jsonl')
  expect(code).toBe(1)
  expect(printed.replaceAll(/\b\d+ ms/g, '… ms')).toBe(
    [
      'The stream differs at message 13 (line 12 of the recording, at … ms), after the end of recorded("name"):',
      '  recorded  v call #3 set_text "Hello, Ann"',
      '  now       v call #3 set_text "Hello, Ann, 2"',
      'in App > TopLevel #1 > Greeter > VBox #2 > Label #3',
      'No recording holds what the program has asked for here; let it ask session.clock, or by session.recorded:',
      '  Math.random at app.tsx:18:42',
    ].join('\n'),
  )
})

test.each([
  ['no recording', ['app.tsx', 'main.tsx'], /^treewire: app\.tsx: This is no recording: /],
  ['no file', ['gone.jsonl'], /^treewire: There is no file gone\.jsonl in /],
  ['no program', ['greet.jsonl', 'gone.tsx'], /^treewire: There is no file gone\.tsx in /],
  [
    'nothing to show',
    ['greet.jsonl', 'nothing.ts'],
    /^treewire: nothing\.ts neither serves anything/,
  ],
  [
    'what does not run',
    ['greet.jsonl', 'broken.ts'],
    /^treewire: broken\.ts cannot be run: Transform failed/,
  ],
])('%s ends with 2', async (_what, words, sentence) => {
  const here = await folder()
  here.write('nothing.ts', 'export {}')
  here.write('broken.ts', 'const = 3')
  const { code, printed } = await ending(here, 'replay', ...words)
  expect(printed).toMatch(sentence)
  expect(code).toBe(2)
})

test('a test is made, and a file that is there is not touched', async () => {
  const here = await folder()
  const words = ['test-from', 'greet.jsonl', '--out', 'greet.test.tsx', '--title', 'greets']
  expect(await ending(here, ...words)).toEqual({ code: 0, printed: '' })
  const text = readFileSync(join(here.path, 'greet.test.tsx'), 'utf8')
  expect(text).toContain("import { App } from './app.tsx'")
  expect(text).toContain("test('greets', async () => {")
  expect(text).toContain("await ui.click('Greet')")
  expect(await ending(here, ...words)).toEqual({
    code: 2,
    printed: 'treewire: greet.test.tsx is there already, and is not touched: name another file.',
  })
  expect((await ending(here, 'test-from', 'greet.jsonl')).printed).toContain("test('greet', async")
})
