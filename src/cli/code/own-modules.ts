// The modules of this package as a program sees them that is run from here. There is one copy of each, whatever is
// installed beside the program: signals and components of two would not know each other.

import { pathToFileURL } from 'node:url'
import { ownFile } from '../package.ts'

type Namespace = Readonly<Record<string, unknown>>

const modules: ReadonlyMap<string, () => Promise<Namespace>> = new Map<
  string,
  () => Promise<Namespace>
>([
  ['treewire', () => import('../../index.ts')],
  ['treewire/jsx-runtime', () => import('../../../jsx-runtime/index.ts')],
  ['treewire/jsx-dev-runtime', () => import('../../../jsx-runtime/dev.ts')],
  ['treewire/protocol', () => import('../../protocol/index.ts')],
  ['treewire/testing', () => import('../../testing/index.ts')],
  ['treewire/testing/vitest', () => import('../../testing/vitest.ts')],
  ['treewire/opentelemetry', () => import('../../opentelemetry/index.ts')],
  // Of the browser's part there is only what was built.
  ['treewire/client', () => builtModule('dist/client-lib/client.js')],
])

export function isOwnModule(name: string): boolean {
  return modules.has(name)
}

/** @param instead  exports that take the place of those of `treewire` */
export async function ownModule(name: string, instead: Namespace): Promise<Namespace> {
  const exports = await modules.get(name)!()
  return name === 'treewire' ? { ...exports, ...instead } : exports
}

async function builtModule(path: string): Promise<Namespace> {
  return (await import(pathToFileURL(ownFile(path)).href)) as Namespace
}
