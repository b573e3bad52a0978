// `treewire replay`: what it says of a program, and how it ends.

import { readFileSync } from 'node:fs'
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
  ['nothing to show', 'nothing.ts', /^treewire: nothing\.ts neither serves anything/],
  ['what does not run', 'broken.ts', /^treewire: broken\.ts cannot be run: .*Unexpected token/s],
])('%s ends with 2', async (_what, file, sentence) => {
  const here = await folder()
  here.write('nothing.ts', 'export {}')
  here.write('broken.ts', 'const = 3')
  const { code, printed } = await ending(here, 'replay', 'greet.jsonl', file)
  expect(printed).toMatch(sentence)
  expect(code).toBe(2)
})
