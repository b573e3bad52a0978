// Copies the template of a project, with names and versions filled in.

import { statSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Mistake } from '../mistake.ts'
import { ownFile, ownManifest } from '../package.ts'

interface Made {
  /** The whole path of the folder. */
  readonly path: string
  readonly name: string
}

/**
 * @param given   the folder, as it was typed
 * @param folder  where that is seen from
 * @throws        Mistake when there is something already, or its name cannot be the name of a project
 */
export async function makeProject(given: string, folder: string): Promise<Made> {
  const path = resolve(folder, given)
  const name = projectName(path)
  await mustBeEmpty(given, path)
  const words = wordsFor(name)
  for (const file of await filesIn(ownFile('templates/new'))) {
    const text = await readFile(ownFile(join('templates/new', file)), 'utf8')
    const target = join(path, targetOf(file))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, filled(text, words))
  }
  return { path, name }
}

/** Fills in what stands in double braces. */
export function filled(text: string, words: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{([\w@/-]+)\}\}/g, (braced, word: string) => {
    const value = words.get(word)
    if (value === undefined) throw new Error(`A template wants ${braced}, and nobody knows it`)
    return value
  })
}

/** What npm takes as the name of a package. @throws Mistake when the folder's name is none */
export function projectName(path: string): string {
  const name = basename(path)
  if (/^[a-z0-9][a-z0-9._-]*$/.test(name)) return name
  throw new Mistake(
    `"${name}" cannot be the name of a project: give one of small letters, digits and hyphens, such as my-app.`,
    2,
  )
}

/** npm would leave out, or take for its own, what is called so in a package. */
function targetOf(file: string): string {
  return file.replace(/^dot-/, '.').replace(/\.template$/, '')
}

/** The versions are those that this package is tested with. */
function wordsFor(name: string): ReadonlyMap<string, string> {
  const { version, engines, devDependencies } = ownManifest()
  return new Map([
    ...Object.entries(devDependencies),
    ['name', name],
    ['treewire', `^${version}`],
    ['node', engines.node],
  ])
}

async function mustBeEmpty(given: string, path: string): Promise<void> {
  // Whatever else keeps us from looking is told.
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isDirectory()) {
    throw new Mistake(
      `${given} is a file: give the name of a folder that is empty, or not there.`,
      1,
    )
  }
  const names = await readdir(path)
  if (names.length === 0) return
  throw new Mistake(
    `The folder ${given} is not empty: it has ${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''} in it. Give the name of one that is empty, or not there.`,
    1,
  )
}

/** The paths of all files in a folder, from there. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
