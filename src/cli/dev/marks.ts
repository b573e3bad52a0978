// Puts marks into a module, so that what it is made of is found again when it is evaluated anew: its components, its
// signals, what it has started. It is marked when it is compiled, so what compilers write down of places in its text
// is right; where things have moved to by the marks a source map says. Pure.
//
//   function Counter() {…}            Counter = mark.component("Counter", Counter); function Counter() {…}
//   const Row = () => …               const Row = mark.component("Row", () => …)
//   const count = signal(0)           const count = mark.keep("count", "signal(0)", signal(0))
//   effect(follow)                    mark.effect(effect)(follow)
//   setInterval(tick, 1000)           mark.interval(setInterval)(tick, 1000)
//   let last = 0                      and at the end: mark.watch("last", () => last)
//                                     and at the start: mark.begins()

import type { ESTree } from 'vite'

import { inserted } from './insertions.ts'
import type { Inserted, Insertion } from './insertions.ts'

type Program = ESTree.Program
type Statement = Program['body'][number]
type Expression = ESTree.Expression
type Declarator = ESTree.VariableDeclarator

/** What the marks are called on; see registry.ts. */
const MARK = 'import.meta.treewire'

/** Those of this package that make something with a value. */
const KEPT: ReadonlySet<string> = new Set(['signal', 'shared', 'createContext'])
/** What makes something that changes without being written to. */
const CHANGING: ReadonlySet<string> = new Set(['Map', 'Set'])

/**
 * The code of a module with its marks.
 *
 * @param program  what the code says
 * @param file     where it was before
 */
export function withMarks(code: string, program: Program, file: string): Inserted {
  return inserted(code, new Marking(code, program).insertions(), file)
}

class Marking {
  readonly #code: string
  readonly #program: Program
  /** What this package's exports are called here. */
  readonly #ours: ReadonlyMap<string, string>
  readonly #insertions: Insertion[] = []
  readonly #atStart = [`${MARK}.begins();`]
  readonly #watched: string[] = []

  constructor(code: string, program: Program) {
    this.#code = code
    this.#program = program
    this.#ours = namesOf(program)
  }

  insertions(): readonly Insertion[] {
    const { body } = this.#program
    for (const statement of body) this.#markStatement(statement)
    const first = body[0]
    if (!first) return []
    const end = this.#watched.map((name) => `${MARK}.watch(${quoted(name)},()=>${name});`)
    return [
      { at: first.start, text: this.#atStart.join('') },
      ...this.#insertions,
      { at: this.#code.length, text: end.length > 0 ? `\n${end.join('')}` : '' },
    ]
  }

  #markStatement(statement: Statement): void {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        if (statement.declaration) this.#markStatement(statement.declaration)
        return
      case 'ExportDefaultDeclaration':
        return this.#markDefault(statement.declaration)
      case 'FunctionDeclaration':
        return this.#markFunction(statement)
      case 'VariableDeclaration':
        for (const one of statement.declarations) this.#markVariable(one, statement.kind)
        return
      case 'ExpressionStatement':
        return this.#markStart(statement.expression)
      default:
    }
  }

  #markDefault(shown: ESTree.ExportDefaultDeclaration['declaration']): void {
    if (shown.type === 'FunctionDeclaration' && shown.id) return this.#markFunction(shown)
    const isFunction = shown.type === 'FunctionDeclaration' || isComponentMaker(shown as Expression)
    if (isFunction) this.#wrap(shown, `component("default",`)
  }

  /** The name of a function can be written to, and functions are there before everything else. */
  #markFunction({ id, generator }: ESTree.Function): void {
    if (!id || generator || !isComponentName(id.name)) return
    this.#atStart.push(`${id.name}=${MARK}.component(${quoted(id.name)},${id.name});`)
  }

  #markVariable({ id, init }: Declarator, kind: string): void {
    if (id.type !== 'Identifier' || !init) return
    const { name } = id
    if (this.#isKept(init)) this.#keep(name, init)
    else if (isComponentName(name) && isComponentMaker(init)) {
      this.#wrap(init, `component(${quoted(name)},`)
    } else if (bare(init).type === 'ObjectExpression') this.#markProperties(name, init)
    else this.#markStart(init)
    if (kind !== 'const' || isChanging(init)) this.#watched.push(name)
  }

  /** Signals that stand together in an object. */
  #markProperties(path: string, init: Expression): void {
    const object = bare(init) as ESTree.ObjectExpression
    for (const property of object.properties) {
      if (property.type !== 'Property' || property.computed) continue
      const { key, value } = property
      if (key.type !== 'Identifier') continue
      const inner = `${path}.${key.name}`
      if (this.#isKept(value)) this.#keep(inner, value)
      else if (bare(value).type === 'ObjectExpression') this.#markProperties(inner, value)
    }
  }

  #keep(name: string, init: Expression): void {
    const text = withoutPlaces(this.#code.slice(init.start, init.end))
    this.#wrap(init, `keep(${quoted(name)},${quoted(text)},`)
  }

  /** What starts something that goes on by itself. */
  #markStart(expression: Expression): void {
    const call = bare(expression)
    if (call.type !== 'CallExpression') return
    const { callee } = call
    if (this.#calledIn(call) === 'effect') this.#wrap(callee, 'effect(')
    else if (isNamed(callee, 'setInterval')) this.#wrap(callee, 'interval(')
  }

  #wrap({ start, end }: { readonly start: number; readonly end: number }, call: string): void {
    this.#insertions.push({ at: start, text: `${MARK}.${call}` }, { at: end, text: ')' })
  }

  #isKept(expression: Expression): boolean {
    return KEPT.has(this.#calledIn(expression) ?? '')
  }

  /** The export of this package that is called. */
  #calledIn(expression: Expression): string | undefined {
    const call = bare(expression)
    if (call.type !== 'CallExpression') return undefined
    const { callee } = call
    if (callee.type === 'Identifier') return this.#ours.get(callee.name)
    if (callee.type !== 'MemberExpression' || callee.computed) return undefined
    const { object, property } = callee
    const isOurs = object.type === 'Identifier' && this.#ours.get(object.name) === '*'
    return isOurs && property.type === 'Identifier' ? property.name : undefined
  }
}

function namesOf({ body }: Program): Map<string, string> {
  const names = new Map<string, string>()
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== 'treewire') continue
    for (const specifier of statement.specifiers) {
      if (specifier.type === 'ImportNamespaceSpecifier') names.set(specifier.local.name, '*')
      if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue
      names.set(specifier.local.name, specifier.imported.name)
    }
  }
  return names
}

function isComponentName(name: string): boolean {
  return /^\p{Lu}/u.test(name)
}

/** Whether it is a function, or may give one. */
function isComponentMaker(expression: Expression): boolean {
  return ['ArrowFunctionExpression', 'FunctionExpression', 'CallExpression'].includes(
    bare(expression).type,
  )
}

function isChanging(init: Expression): boolean {
  const made = bare(init)
  if (made.type === 'ArrayExpression') return true
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier') return false
  return CHANGING.has(made.callee.name)
}

function isNamed(expression: Expression | ESTree.Super, name: string): boolean {
  return expression.type === 'Identifier' && expression.name === name
}

function bare(expression: Expression): Expression {
  return expression.type === 'ParenthesizedExpression' ? bare(expression.expression) : expression
}

/** Of elements in it: it is the same text when it moves. */
function withoutPlaces(text: string): string {
  return text.replaceAll(/\blineNumber: \d+,\s*columnNumber: \d+/g, '')
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
