// Puts marks into the text of a module, so that what it is made of is found again when it is evaluated anew: its
// components, its signals, what it has started. Pure; no line moves to another, so positions in errors hold.
//
//   function Counter() {…}            Counter = mark.component("Counter", Counter); function Counter() {…}
//   const Row = () => …               const Row = mark.component("Row", () => …)
//   const count = signal(0)           const count = mark.keep("count", "signal(0)", signal(0))
//   setInterval(tick, 1000)           mark.ends(setInterval(tick, 1000))
//   let last = 0                      and at the end: mark.watch("last", () => last)

import type { ESTree } from 'vite'

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

interface Edit {
  readonly at: number
  readonly text: string
}

/** The text of a module with its marks. */
export function withMarks(text: string, program: Program): string {
  return edited(text, new Marking(text, program).edits())
}

function edited(text: string, edits: readonly Edit[]): string {
  let done = ''
  let from = 0
  // Those at one place stay in the order in which they were made.
  for (const { at, text: added } of edits.toSorted((a, b) => a.at - b.at)) {
    done += text.slice(from, at) + added
    from = at
  }
  return done + text.slice(from)
}

class Marking {
  readonly #text: string
  readonly #program: Program
  /** What this package's exports are called here. */
  readonly #ours: ReadonlyMap<string, string>
  readonly #edits: Edit[] = []
  readonly #atStart: string[] = []
  readonly #watched: string[] = []

  constructor(text: string, program: Program) {
    this.#text = text
    this.#program = program
    this.#ours = namesOf(program)
  }

  edits(): readonly Edit[] {
    const { body } = this.#program
    for (const statement of body) this.#markStatement(statement)
    const first = body[0]
    if (!first) return []
    const end = this.#watched.map((name) => `${MARK}.watch(${quoted(name)},()=>${name});`)
    return [
      { at: first.start, text: this.#atStart.join('') },
      ...this.#edits,
      { at: this.#text.length, text: end.length > 0 ? `\n${end.join('')}` : '' },
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
        if (statement.declare) return
        for (const one of statement.declarations) this.#markVariable(one, statement.kind)
        return
      case 'ExpressionStatement':
        if (this.#isStart(statement.expression)) this.#wrap(statement.expression, 'ends(')
        return
      default:
    }
  }

  #markDefault(shown: ESTree.ExportDefaultDeclaration['declaration']): void {
    if (shown.type === 'FunctionDeclaration' && shown.id) return this.#markFunction(shown)
    const isFunction = shown.type === 'FunctionDeclaration' || isComponentMaker(shown as Expression)
    if (isFunction) this.#wrap(shown, `component("default",`)
  }

  /** The name of a function can be written to, and functions are there before everything else. */
  #markFunction({ id, body, generator }: ESTree.Function): void {
    if (!id || !body || generator || !isComponentName(id.name)) return
    this.#atStart.push(`${id.name}=${MARK}.component(${quoted(id.name)},${id.name});`)
  }

  #markVariable({ id, init }: Declarator, kind: string): void {
    if (id.type !== 'Identifier' || !init) return
    const { name } = id
    if (this.#isKept(init)) this.#keep(name, init)
    else if (isComponentName(name) && isComponentMaker(init)) {
      this.#wrap(init, `component(${quoted(name)},`)
    } else if (this.#isStart(init)) this.#wrap(init, 'ends(')
    else if (bare(init).type === 'ObjectExpression') this.#markProperties(name, init)
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
    const text = this.#text.slice(init.start, init.end)
    this.#wrap(init, `keep(${quoted(name)},${quoted(text)},`)
  }

  #wrap({ start, end }: { readonly start: number; readonly end: number }, call: string): void {
    this.#edits.push({ at: start, text: `${MARK}.${call}` }, { at: end, text: ')' })
  }

  #isKept(expression: Expression): boolean {
    return KEPT.has(this.#calledIn(expression) ?? '')
  }

  /** Whether it starts something that goes on by itself. */
  #isStart(expression: Expression): boolean {
    const call = bare(expression)
    if (call.type !== 'CallExpression') return false
    const { callee } = call
    if (callee.type === 'Identifier' && callee.name === 'setInterval') return true
    return this.#calledIn(expression) === 'effect'
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

/** Without what only the compiler of types reads. */
function bare(expression: Expression): Expression {
  switch (expression.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return bare(expression.expression)
    default:
      return expression
  }
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
