// The code blocks of the papers as files that can be compiled and run, in a folder of their own inside test/.
//
// Each stands in the line that it has in its paper: what the compiler says of guide.tsx(57,3) is line 57 of the paper.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CodeBlock, type Paper, papers, ROOT } from './papers.ts'

export interface Extracted extends CodeBlock {
  /** The whole path of the file that it is in. */
  readonly path: string
}

/** Settings of the project, for this folder only. A name with a dot in front keeps other compilers out. */
const SETTINGS = {
  extends: '../../../tsconfig.json',
  include: ['**/*.ts', '**/*.tsx', '../../testing/jest.d.ts'],
}

/** Every block of TypeScript. The folder is gone when `stop` is called. */
export function extract(): {
  readonly blocks: Extracted[]
  readonly folder: string
  stop: () => void
} {
  const folder = mkdtempSync(join(ROOT, 'test/docs/.blocks-'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS))
  const blocks = papers().flatMap((from) => extractFrom(from, folder))
  return { blocks, folder, stop: () => rmSync(folder, { recursive: true, force: true }) }
}

function extractFrom({ path, blocks }: Paper, folder: string): Extracted[] {
  const own = join(folder, path.replace('.md', '').replaceAll('/', '-'))
  const code = blocks.filter(({ language }) => ['ts', 'tsx'].includes(language))
  return code.map((block) => {
    const home = isLast(block, code) ? own : asItWas(block, code, join(own, `line-${block.line}`))
    return writeInto(home, block)
  })
}

/** A file that a paper changes step by step is the last that it says of it. */
function isLast({ file, line }: CodeBlock, blocks: readonly CodeBlock[]): boolean {
  return file === undefined || !blocks.some((other) => other.file === file && other.line > line)
}

/** A folder with the files that a reader has made before this block, as they were then. @returns the folder */
function asItWas({ line }: CodeBlock, blocks: readonly CodeBlock[], folder: string): string {
  for (const block of blocks)
    if (block.file !== undefined && block.line < line) writeInto(folder, block)
  return folder
}

/** `README/counter.tsx`, `docs-guide/line-57.tsx`. With an export in it, it is a module, and may `await`. */
function writeInto(folder: string, block: CodeBlock): Extracted {
  const path = join(folder, block.file ?? `line-${block.line}.${block.language}`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${'\n'.repeat(block.line - 1)}${block.code}\nexport {}\n`)
  return { ...block, path }
}
