// Finds the file of a program that somebody has named.

import { statSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { Mistake } from './mistake.ts'

/** Tried in this order behind a name without one. */
const ENDINGS = ['', '.tsx', '.ts', '.jsx', '.mts', '.js', '.mjs']

/**
 * The whole path of it, with slashes.
 *
 * @param exitCode  of the mistake
 * @throws          Mistake when there is none
 */
export function programFile(given: string, folder: string, exitCode: 1 | 2 = 1): string {
  const found = ENDINGS.map((ending) => resolve(folder, given + ending)).find(isFile)
  if (found !== undefined) return found.replaceAll(sep, '/')
  throw new Mistake(
    `There is no file ${given} in ${folder}: give the path of the program, such as app.tsx.`,
    exitCode,
  )
}

/** The program finds in `process.argv` what it would find there if Node ran it. */
export function standsFor(file: string): void {
  process.argv.splice(1, Infinity, file)
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
