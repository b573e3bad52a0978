// Has the modules of a program marked when Vite compiles them, and says where one cannot be read.

import type { Plugin } from 'vite'
import type { Vite } from '../code/load-vite.ts'
import { withMarks } from './marks.ts'
import { BrokenText } from '../problem.ts'

const PROGRAM_FILE = /\.[mc]?[jt]sx?$/

/** @param texts  is given the texts of all files that are compiled, as they are read */
export function markingPlugin({ parseSync }: Vite, texts: Map<string, string>): Plugin {
  return {
    name: 'treewire:marks',
    enforce: 'pre',
    transform(text, id) {
      const file = id.replace(/[?#].*$/, '')
      texts.set(file, text)
      if (!PROGRAM_FILE.test(file) || file.includes('/node_modules/')) return undefined
      const { program, errors } = parseSync(file, text)
      const [first] = errors
      if (first)
        throw new BrokenText(first.message, { file, text, at: first.labels[0]?.start ?? 0 })
      // Nothing has moved to another line, which is what positions in errors are about.
      return { code: withMarks(text, program), map: null }
    },
  }
}
