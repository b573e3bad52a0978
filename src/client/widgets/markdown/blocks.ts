// Markdown as blocks, which empty lines part: paragraphs, lists, tables. What is added to a text changes its last
// block at most, so only that is read again.
//
//   "# Title\n\nSome te"          two blocks
//   "# Title\n\nSome text.\n\n-"  the heading stays, the paragraph is read again, a list begins
//
// Two things reach further: a definition (`[name]: address`) means the whole text, and raw markup may enclose
// all that follows it.

import { Parser, Renderer, type Token, type Tokens } from 'marked'
import { lex } from './careful-lexer.ts'

export interface Block {
  /** The text, with the empty lines that follow it. */
  readonly raw: string
  /** Not clean yet. */
  readonly html: string
}

export interface Parsed {
  readonly blocks: readonly Block[]
  /** What is added may change any block, so all is to be read again. */
  readonly reachesBack: boolean
}

class Look extends Renderer {
  override table(token: Tokens.Table): string {
    return `<div class="tw-markup-wide">${super.table(token)}</div>`
  }

  override checkbox({ checked }: Tokens.Checkbox): string {
    const name = checked ? 'done' : 'to do'
    return `<span class="tw-markup-task" role="img" aria-label="${name}" data-checked="${checked}"></span>`
  }
}

const options = { gfm: true, renderer: new Look() }

export function parse(text: string): Parsed {
  // A return at the end may be half of a line break, whose other half is still to come.
  const source = text.replaceAll(/\r\n|\r(?!$)/g, '\n')
  try {
    return read(source)
  } catch (error) {
    console.warn('This Markdown is shown as plain text, because it could not be read:', error)
    return { blocks: [{ raw: source, html: plainHtml(source) }], reachesBack: true }
  }
}

/** The same as reading all of it anew. Blocks that stay are the same objects. */
export function append(before: Parsed, text: string): Parsed {
  const kept = before.blocks.slice(0, -1)
  const last = before.blocks.at(-1)?.raw ?? ''
  const fresh = parse(last + text)
  if (!before.reachesBack && !fresh.reachesBack) {
    return { blocks: [...kept, ...fresh.blocks], reachesBack: false }
  }
  return parse(textOf(before) + text)
}

export function textOf({ blocks }: Parsed): string {
  return blocks.map(({ raw }) => raw).join('')
}

function read(source: string): Parsed {
  const tokens = lex(source, options)
  const blocks = groupsOf(tokens, source).map((group) => ({
    raw: group.raw,
    html: Parser.parse([...group.tokens], options),
  }))
  return { blocks, reachesBack: Object.keys(tokens.links).length > 0 }
}

function plainHtml(source: string): string {
  return `<pre>${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`
}

interface Group {
  readonly raw: string
  readonly tokens: readonly Token[]
}

/** An empty line ends a group, and belongs to it; from raw markup on all is one. */
function groupsOf(tokens: readonly Token[], source: string): Group[] {
  const groups: Group[] = []
  let group: Token[] = []
  let isEnclosed = false
  let from = 0
  let at = 0
  for (const token of tokens) {
    if (!isEnclosed && token.type !== 'space' && endsInEmptyLine(source, from, at)) {
      groups.push({ raw: source.slice(from, at), tokens: group })
      group = []
      from = at
    }
    group.push(token)
    // The lengths are right, some characters in the `raw` of tokens are not.
    at += token.raw.length
    isEnclosed ||= token.type === 'html'
  }
  if (group.length > 0) groups.push({ raw: source.slice(from, at), tokens: group })
  return groups
}

/** Whether that holds of the text between these places. */
function endsInEmptyLine(source: string, from: number, to: number): boolean {
  if (to - from < 2 || source[to - 1] !== '\n') return false
  const before = source.lastIndexOf('\n', to - 2)
  return before >= from && /^[ \t]*$/.test(source.slice(before + 1, to - 1))
}
