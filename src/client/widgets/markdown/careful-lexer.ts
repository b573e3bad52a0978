// Reads Markdown as the parser does, but for what would keep a page busy for minutes: lists and quotes inside of
// each other without an end, paragraphs as long as a book, and endless mail addresses. That is plain text.

import { Lexer, type MarkedOptions, type Token, type Tokens, type TokensList } from 'marked'

/** Levels of lists and quotes. */
const DEEPEST = 40

/** Characters of a paragraph. */
const LONGEST = 100_000

/** Characters in front of an `@`; mail knows at most 64. */
const LONGEST_NAME = 500

export function lex(source: string, options: MarkedOptions): TokensList {
  return new CarefulLexer(options).lex(source)
}

class CarefulLexer extends Lexer {
  #depth = 0

  override blockTokens(source: string, tokens?: Token[], isClipped?: boolean): Token[]
  override blockTokens(source: string, tokens?: TokensList, isClipped?: boolean): TokensList
  override blockTokens(source: string, tokens: Token[] = [], isClipped = false): Token[] {
    if (this.#depth > DEEPEST) {
      tokens.push(plain(source))
      return tokens
    }
    this.#depth++
    super.blockTokens(source, tokens, isClipped)
    this.#depth--
    return tokens
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (source.length <= LONGEST && !hasEndlessName(source))
      return super.inlineTokens(source, tokens)
    tokens.push(plain(source))
    return tokens
  }
}

function hasEndlessName(source: string): boolean {
  const names = source.split('@').slice(0, -1)
  return names.some(
    (name) => name.length >= LONGEST_NAME && !/[\s:<>"()[\]]/.test(name.slice(-LONGEST_NAME)),
  )
}

function plain(text: string): Tokens.Text {
  return { type: 'text', raw: text, text, escaped: false }
}
