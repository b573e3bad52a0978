// All that users do in the model and on a page, to compare what is told of it.

import { choosing } from './deeds/choosing.ts'
import type { Deeds } from './deeds/deed.ts'
import { enteredLines } from './deeds/entered-lines.ts'
import { lostRows } from './deeds/lost-rows.ts'
import { menus } from './deeds/menus.ts'
import { numbers } from './deeds/numbers.ts'
import { pressing } from './deeds/pressing.ts'
import { selecting } from './deeds/selecting.ts'
import { typing } from './deeds/typing.ts'
import { windows } from './deeds/windows.ts'

export const deeds: Deeds = [
  ...pressing,
  ...typing,
  ...enteredLines,
  ...numbers,
  ...choosing,
  ...selecting,
  ...lostRows,
  ...windows,
  ...menus,
]
