// What a door of the package exports, found in the declarations that the compiler has written. Pure, but for reading.

import { posix } from 'node:path'
import { parseSync, type ESTree } from 'vite'

/** A name that a door exports. */
export interface Declared {
  readonly name: string
  /** Its declarations, as they stand there: several for overloads. Empty for what comes from another package. */
  readonly code: readonly string[]
  /** Its doc comment without the signs around it. */
  readonly doc: string
  /** The package that it comes from, if it is not ours. */
  readonly from?: string
}

/** The text of a file of declarations, by its path from where they all are. */
export type ReadTypes = (path: string) => string

/** @param path  of the door, e.g. `src/index.d.ts` */
export function declaredBy(path: string, read: ReadTypes): Declared[] {
  const file = parse(path, read)
  return file.body
    .flatMap((statement) => {
      if (statement.type === 'ExportAllDeclaration') {
        return declaredBy(resolved(path, statement.source.value), read)
      }
      if (statement.type !== 'ExportNamedDeclaration' || !statement.source) return []
      const source = statement.source.value
      return statement.specifiers.map(({ exported }) => found(nameOf(exported), path, source, read))
    })
    .concat(ownOf(path, file))
}

interface File {
  readonly text: string
  readonly body: ESTree.Program['body']
  readonly comments: readonly {
    readonly value: string
    readonly start: number
    readonly end: number
  }[]
}

function parse(path: string, read: ReadTypes): File {
  const text = read(path)
  const { program, comments } = parseSync(path, text)
  return { text, body: program.body, comments }
}

/** @throws Error when the file that a name is taken from does not have it */
function found(name: string, from: string, source: string, read: ReadTypes): Declared {
  if (!source.startsWith('.')) return { name, code: [], doc: '', from: source }
  const declared = declaredBy(resolved(from, source), read).find((each) => each.name === name)
  if (declared) return declared
  throw new Error(`${from} takes ${name} from ${source}, which does not declare it.`)
}

/** `./x.ts`, as one file of declarations names another. */
function resolved(from: string, source: string): string {
  return posix.join(posix.dirname(from), source.replace(/\.tsx?$/, '.d.ts'))
}

/** What a file declares itself; of several declarations of one name the first comment counts. */
function ownOf(path: string, file: File): Declared[] {
  const found = new Map<string, { code: string[]; doc: string }>()
  for (const statement of file.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue
    for (const name of namesOf(statement.declaration)) {
      const entry = found.get(name) ?? { code: [], doc: docBefore(statement.start, file) }
      entry.code.push(file.text.slice(statement.start, statement.end))
      found.set(name, entry)
    }
  }
  return [...found].map(([name, entry]) => ({ name, ...entry }))
}

function namesOf(declaration: ESTree.Declaration): string[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
  }
  const { id } = declaration as { id?: { type: string; name?: string } | null }
  return id?.name === undefined ? [] : [id.name]
}

function docBefore(start: number, { text, comments }: File): string {
  const comment = comments.findLast(({ end }) => end <= start)
  if (!comment?.value.startsWith('*') || text.slice(comment.end, start).trim() !== '') return ''
  return comment.value
    .slice(1)
    .replaceAll(/^\s*\* ?/gm, '')
    .trim()
}

function nameOf(exported: ESTree.ModuleExportName): string {
  return exported.type === 'Literal' ? exported.value : exported.name
}
