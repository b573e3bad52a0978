// What a flush has changed and tells at its end: made when there is something. Most flushes change a few values, in very
// many trees, and each list that they look into in vain has to be fetched from far away.

import type { Tree, Unsettled } from './tree.ts'

export function unsettledIn(tree: Tree): Unsettled {
  return (tree.unsettled ??= { toPut: [], turned: new Map(), remade: [], late: [] })
}

export function isSettled({ toPut, turned, remade, late }: Unsettled): boolean {
  return toPut.length + turned.size + remade.length + late.length === 0
}
