// The code blocks of the papers as files that can be compiled and run, in a folder of their own inside test/.
//
// Each stands in the line that it has in its paper: what the compiler says of guide.tsx(57,3) is line 57 of the paper.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type CodeBlock, papers, ROOT } from './papers.ts'

export interface Extracted extends CodeBlock {
  /** The whole path of the file that it is in. */
  readonly path: string
}

/** Settings of the project, for this folder only. A name with a dot in front keeps other compilers out. */
const SETTINGS = { extends: '../../../tsconfig.json', include: ['**/*.ts', '**/*.tsx'] }

/** Every block of TypeScript. The folder is gone when `stop` is called. */
export function extract(): {
  readonly blocks: Extracted[]
  readonly folder: string
  stop: () => void
} {
  const all = papers().flatMap(({ blocks }) => blocks)
  const folder = mkdtempSync(join(ROOT, 'test/docs/.blocks-'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS))
  const blocks = all
    .filter(({ language }) => ['ts', 'tsx'].includes(language))
    .map((block) => ({ ...block, path: join(folder, fileOf(block)) }))
  for (const block of blocks) write(block)
  return { blocks, folder, stop: () => rmSync(folder, { recursive: true, force: true }) }
}

/** `README/counter.tsx`, `docs-guide/line-57.tsx` */
function fileOf({ paper, line, language, file }: CodeBlock): string {
  const folder = join(dirname(paper), basename(paper, '.md')).replaceAll(/[/\\]/g, '-')
  return join(folder, file ?? `line-${line}.${language}`)
}

/** With an export in it, it is a module, which has names of its own and may `await`. */
function write({ path, line, code }: Extracted): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${'\n'.repeat(line - 1)}${code}\nexport {}\n`)
}
