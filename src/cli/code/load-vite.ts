// Vite reads, compiles and watches the program. It is there where programs are written, and not where they run, so it
// is no dependency of this package.

import type * as vite from 'vite'
import type * as moduleRunner from 'vite/module-runner'
import { Mistake } from '../mistake.ts'

export type Vite = typeof vite & typeof moduleRunner

/** @throws Mistake that says how to install it */
export async function loadVite(what: string): Promise<Vite> {
  try {
    return { ...(await import('vite')), ...(await import('vite/module-runner')) }
  } catch (error) {
    if (!isMissing(error)) throw error
    throw new Mistake(`${what} needs Vite, which is not installed: npm install --save-dev vite`, 1)
  }
}

function isMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ERR_MODULE_NOT_FOUND' && /package 'vite'/.test(message)
}
