// The limit that all are compared with: no engine, but what a patient expert would write for these very screens.

import { plainRow } from './engine.ts'
import type { Engine } from './engine.ts'
import { OptimumChain } from './optimum-chain.ts'
import { OptimumList } from './optimum-list.ts'

export const optimum: Engine = {
  name: 'optimum',
  row: plainRow,
  list: () => new OptimumList(3),
  unsplitList: () => new OptimumList(3),
  shortList: () => new OptimumList(2),
  leaf: () => new OptimumChain(),
  drilled: () => new OptimumChain(),
}
