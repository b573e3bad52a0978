// What is wrong with a program, as people are told it: where, what, and the lines around it. Pure.

import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export interface Problem {
  /** Where it is, or what it is about: 'app.tsx:3:24'. */
  readonly title: string
  /** One or more lines. */
  readonly text: string
}

/** Text of a program that is no program. */
export class BrokenText extends Error {
  override readonly name = 'BrokenText'
  readonly file: string
  readonly text: string
  /** From 0, in `text`. */
  readonly at: number

  constructor(
    message: string,
    place: { readonly file: string; readonly text: string; readonly at: number },
  ) {
    super(message)
    this.file = place.file
    this.text = place.text
    this.at = place.at
  }
}

/** A file of the program is not there. */
export class MissingFile extends Error {
  override readonly name = 'MissingFile'
  /** Which one imports it; it itself, if nothing does. */
  readonly file: string

  /** @param wanted  as it is written in `file`; undefined where the program begins with `file` */
  constructor(file: string, wanted: string | undefined) {
    super(
      wanted === undefined
        ? 'The program begins with this file, and it is gone: put it back, or start with another one.'
        : `It imports ${wanted}, and there is no such file.`,
    )
    this.file = file
  }
}

/** @param root  the folder that files are named from */
export function problemOf(error: unknown, root: string): Problem {
  const broken = brokenTextIn(error)
  if (broken) return problemInText(broken, root)
  if (!(error instanceof Error)) return { title: 'The program throws', text: String(error) }
  if (error instanceof MissingFile) {
    return { title: nameFrom(root, error.file), text: error.message }
  }
  const message = withoutPaths(stripVTControlCharacters(error.message), root)
  const [isOfCompiler, finding] = COMPILER.exec(message) ?? []
  if (isOfCompiler) return { title: 'The program cannot be compiled', text: finding! }
  const title = firstPlace(error.stack ?? '', root) ?? 'The program does not run'
  return { title, text: error.name === 'Error' ? message : `${error.name}: ${message}` }
}

/** Where the program runs and a part of it has made a mistake. */
interface Mistaken {
  readonly where: string
  /** The components that it was in. */
  readonly stack: string | undefined
  readonly root: string
}

/** A mistake of a program that goes on. */
export function mistakeIn(error: unknown, { where, stack, root }: Mistaken): Problem {
  const { text } = problemOf(error, root)
  const place = error instanceof Error ? firstPlace(error.stack ?? '', root) : undefined
  return { title: where, text: [text, place, stack].filter(Boolean).join('\n\n') }
}

/** What Vite says in front of what it has found. */
const COMPILER = /^(?:Build|Transform) failed with .*\s+([^]*?)\s*$/

/** What a plugin throws may be told by somebody who has put it into an error of their own. */
function brokenTextIn(error: unknown): BrokenText | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof BrokenText) return at
  return undefined
}

function problemInText({ file, text, at, message }: BrokenText, root: string): Problem {
  const before = text.slice(0, at).split('\n')
  const line = before.length
  const column = before.at(-1)!.length + 1
  return {
    title: `${nameFrom(root, file)}:${line}:${column}`,
    text: `${message}\n\n${excerpt(text.split('\n'), line, column)}`,
  }
}

/** The line, the one before it and the one after it, and a sign under the column. */
function excerpt(lines: readonly string[], line: number, column: number): string {
  const width = String(line + 1).length
  const shown = (number: number): string[] => {
    const text = lines[number - 1]
    return text === undefined ? [] : [`${String(number).padStart(width)} | ${text}`.trimEnd()]
  }
  const sign = `${' '.repeat(width)} | ${' '.repeat(column - 1)}^`
  return [...shown(line - 1), ...shown(line), sign, ...shown(line + 1)].join('\n')
}

/** The place in a file of the program that a stack names first. */
function firstPlace(stack: string, root: string): string | undefined {
  for (const [, path, position] of stack.matchAll(
    /\(?((?:file:\/\/)?\/[^\s()]+?):(\d+:\d+)\)?$/gm,
  )) {
    const file = path!.startsWith('file:') ? fileURLToPath(path!) : path!
    if (isInside(root, file)) return `${nameFrom(root, file)}:${position}`
  }
  return undefined
}

function isInside(root: string, file: string): boolean {
  return file.startsWith(`${root}/`) && !file.includes('/node_modules/')
}

/** A file as it is named from the root. */
export function nameFrom(root: string, file: string): string {
  return isInside(root, file) ? relative(root, file) : file
}

function withoutPaths(text: string, root: string): string {
  return text.replaceAll(`${root}/`, '')
}
