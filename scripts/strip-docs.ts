// Leaves the sentences of the catalog out of the browser's copy of it: they are for the reference.

import type { Plugin } from 'vite'

/** The functions of define.ts that take a sentence: the last text among their arguments. */
const describing: ReadonlySet<string> = new Set([
  'option',
  'setter',
  'setterOf',
  'combined',
  'action',
  'query',
  'child',
  'event',
])

/** The properties of a declaration that only the reference reads. */
const sentences: ReadonlySet<string> = new Set(['summary', 'notes'])

/** Of a syntax tree no more is known here than that its nodes stand somewhere. */
interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

/** A Vite plugin for the build; tests and a dev server see the sources as they are. */
export function stripDocs(): Plugin {
  return {
    name: 'strip-docs',
    apply: 'build',
    transform(code, id) {
      if (!/[\\/]src[\\/]widgets[\\/]/.test(id)) return undefined
      const found = [...sentencesIn(this.parse(code) as unknown as SyntaxNode)]
      const lastFirst = found.toSorted((a, b) => b.start - a.start)
      return { code: lastFirst.reduce(cutOut, code), map: null }
    },
  }
}

function cutOut(code: string, { start, end }: SyntaxNode): string {
  return `${code.slice(0, start)}''${code.slice(end)}`
}

function* sentencesIn(node: SyntaxNode): Generator<SyntaxNode> {
  const sentence = sentenceOf(node)
  if (sentence) yield sentence
  for (const part of Object.values(node).flat()) {
    if (isNode(part) && part !== sentence) yield* sentencesIn(part)
  }
}

function sentenceOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'Property') {
    const { key, value } = node as SyntaxNode & { key: SyntaxNode; value: SyntaxNode }
    return sentences.has(String(key['name'])) ? value : undefined
  }
  if (node.type !== 'CallExpression') return undefined
  const { callee, arguments: args } = node as SyntaxNode & {
    callee: SyntaxNode
    arguments: SyntaxNode[]
  }
  if (!describing.has(String(callee['name']))) return undefined
  return args.findLast((arg) => arg.type === 'Literal' && typeof arg['value'] === 'string')
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
