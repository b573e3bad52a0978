// The folder of the project that a program belongs to.

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest one above it with a package.json; without any, the one that it is in. */
export function projectOf(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) return dirname(file)
  }
}
