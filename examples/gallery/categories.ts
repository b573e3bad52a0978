// What is in the gallery, in the order of its list.

import type { Element } from 'treewire'
import { nameOf, type Category } from './specimen.ts'
import { buttons } from './specimens/buttons.tsx'
import { colours } from './specimens/colours.tsx'
import { data } from './specimens/data.tsx'
import { inputs } from './specimens/inputs.tsx'
import { layout } from './specimens/layout.tsx'
import { media } from './specimens/media.tsx'
import { menus } from './specimens/menus.tsx'
import { objects } from './specimens/objects.tsx'
import { panels } from './specimens/panels.tsx'
import { texts } from './specimens/texts.tsx'
import { windows } from './specimens/windows.tsx'
import { workspace } from './specimens/workspace.tsx'

export const categories: readonly Category[] = [
  { name: 'Windows', specimens: windows },
  { name: 'Layout', specimens: layout },
  { name: 'Panels', specimens: [...panels, ...workspace] },
  { name: 'Menus', specimens: menus },
  { name: 'Text', specimens: texts },
  { name: 'Buttons', specimens: buttons },
  { name: 'Inputs', specimens: [...inputs, ...colours] },
  { name: 'Data', specimens: data },
  { name: 'Media', specimens: media },
  { name: 'Nothing to see', specimens: objects },
]

/** @throws when there is no such class here */
export function specimenOf(name: string): Element {
  const found = categories
    .flatMap(({ specimens }) => specimens)
    .find((each) => nameOf(each) === name)
  if (found) return found
  throw new Error(`The gallery shows no ${name}`)
}
