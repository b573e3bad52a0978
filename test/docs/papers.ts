// The papers as data: their headings, code blocks, tables and links. What is in a code block is nothing else.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the repository; ends with a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
}

export interface CodeBlock {
  readonly paper: string
  /** Of the first line of code, from 1. */
  readonly line: number
  readonly language: string
  /** The file that the code is in, where the paper names one: ```tsx counter.tsx */
  readonly file: string | undefined
  readonly code: string
}

export interface Paper {
  /** From the root, e.g. 'docs/guide.md'. */
  readonly path: string
  /** Without the code blocks. */
  readonly prose: readonly Line[]
  readonly blocks: readonly CodeBlock[]
}

const FENCE = /^```(\w*) ?(\S*)$/

export function paper(path: string): Paper {
  const prose: Line[] = []
  const blocks: CodeBlock[] = []
  let open: { line: number; language: string; file: string; code: string[] } | undefined
  for (const [index, text] of readFileSync(ROOT + path, 'utf8')
    .split('\n')
    .entries()) {
    const [isFence, language = '', file = ''] = FENCE.exec(text) ?? []
    if (open && isFence) {
      const { code, ...rest } = open
      blocks.push({ paper: path, ...rest, file: rest.file || undefined, code: code.join('\n') })
      open = undefined
    } else if (open) open.code.push(text)
    else if (isFence) open = { line: index + 2, language, file, code: [] }
    else prose.push({ number: index + 1, text })
  }
  if (open) throw new Error(`${path} has a code block in line ${open.line - 1} that does not end`)
  return { path, prose, blocks }
}

/** Those at the root, in docs/ and its folders, and of the bench; the reference, which is made, on request. */
export function papers({ withReference = false } = {}): Paper[] {
  const docs = readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && (withReference || path !== 'docs/reference.md'))
  const atRoot = ['README', 'CONTRIBUTING', 'PROTOCOL', 'SECURITY', 'CHANGELOG']
  return [...atRoot.map((name) => `${name}.md`), ...docs.toSorted(), 'bench/README.md'].map(paper)
}

/** The texts of the headings, without their signs. */
export function headings({ prose }: Paper): string[] {
  return prose.flatMap(({ text }) => /^#+ (.*)$/.exec(text)?.[1] ?? [])
}

/** The lines between a heading and the next one, whatever its level. */
export function under({ path, prose }: Paper, heading: string): readonly Line[] {
  const start = prose.findIndex(({ text }) => text.replace(/^#+ /, '') === heading)
  if (start < 0) throw new Error(`${path} has no heading "${heading}"`)
  const after = prose.slice(start + 1)
  const end = after.findIndex(({ text }) => /^#+ /.test(text))
  return end < 0 ? after : after.slice(0, end)
}

/** The cells of the table under a heading, without its head; backticks are taken off. */
export function tableUnder(from: Paper, heading: string): string[][] {
  const rows = under(from, heading).filter(({ text }) => text.startsWith('|'))
  return rows.slice(2).map(({ text }) => cellsOf(text))
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('`', '').replaceAll('\\|', '|'))
}

/** The code between backticks in a text. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)
}
