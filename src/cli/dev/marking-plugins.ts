// Has the modules of a program marked when Vite compiles them, and says where one cannot be read.

import type { Plugin } from 'vite'
import type { Vite } from '../code/load-vite.ts'
import { withMarks } from './marks.ts'
import { BrokenText } from '../problem.ts'

/** @param texts  is given the texts of all files that are compiled, as they are read */
export function markingPlugins({ parseSync }: Vite, texts: Map<string, string>): Plugin[] {
  return [
    {
      name: 'treewire:texts',
      enforce: 'pre',
      transform(text, id) {
        const file = fileOf(id)
        texts.set(file, text)
        if (!isOfProgram(file)) return
        const [first] = parseSync(file, text).errors
        const at = first?.labels[0]?.start ?? 0
        if (first) throw new BrokenText(first.message, { file, text, at })
      },
    },
    {
      name: 'treewire:marks',
      enforce: 'post',
      transform(code, id) {
        const file = fileOf(id)
        if (!isOfProgram(file)) return undefined
        const { program } = parseSync(file, code, { lang: 'js' })
        return withMarks(code, program, file)
      },
    },
  ]
}

function fileOf(id: string): string {
  return id.replace(/[?#].*$/, '')
}

function isOfProgram(file: string): boolean {
  return PROGRAM_FILE.test(file) && !file.includes('/node_modules/')
}

const PROGRAM_FILE = /\.[mc]?[jt]sx?$/
