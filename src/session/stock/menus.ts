// How entries are put into the menus and menu bars of a stock browser, which takes names where ours has widgets with
// a text.

import type { Json } from '../../protocol/messages.ts'
import { type Item, type Known, optionOf, type Said } from './known.ts'
import { asText } from './plain-text.ts'
import { ref, type Says } from './says.ts'

/**
 * Puts a menu, or an entry, into what holds menus. A bar takes menus only: an entry is put into one of its own.
 *
 * @returns the number of what was made around it
 */
export function putEntry(
  says: Says,
  owner: Known,
  item: Item,
  content: number,
): number | undefined {
  const theirs = says.numberOf(owner)!
  const { child } = item
  if (owner.widgetClass.name === 'MenuBar' && child?.widgetClass.name !== 'Menu') {
    return wrap(says, child!, content, theirs)
  }
  says.call(theirs, ...entryCall(owner, item, content))
  return undefined
}

function entryCall(owner: Known, { child, method, place }: Item, theirs: number): Said {
  if (child?.widgetClass.name !== 'Menu') return ['add_widget', [ref(theirs)]]
  if (owner.widgetClass.name === 'Menu') return ['add_menu', [textOf(child), ref(theirs)]]
  if (method === 'add_menu') return ['add_menu', [ref(theirs), ...place]]
  const options = entryOptions(child)
  const hasOptions = Object.keys(options).length > 0
  return ['add_menu', [ref(theirs), textOf(child), ...(hasOptions ? [options] : [])]]
}

function wrap(says: Says, action: Known, theirs: number, bar: number): number {
  const holder = says.numbers.take()
  says.create(holder, 'Menu', [])
  says.call(holder, 'add_widget', [ref(theirs)])
  says.call(bar, 'add_menu', [ref(holder), textOf(action)])
  return holder
}

function textOf(entry: Known): string {
  const text = entry.said.get('set_text')?.[0]
  return asText(text ?? optionOf(entry, 'text') ?? optionOf(entry, 'name'))
}

function entryOptions(menu: Known): Readonly<Record<string, Json>> {
  const [url, size] = menu.said.get('set_icon') ?? []
  const all: [string, Json | undefined][] = [
    ['icon_url', url ?? optionOf(menu, 'icon_url')],
    ['iconsize', size ?? optionOf(menu, 'iconsize')],
    ['icon_only', optionOf(menu, 'icon_only')],
  ]
  return Object.fromEntries(
    all.filter((entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null),
  )
}
