// The items of a ComboBox: a stock browser takes them one by one, and chooses the first by itself.

import type { Json } from '../../protocol/messages.ts'
import { type Known, optionOf, type Said } from './known.ts'
import { asText } from './plain-text.ts'

/** All items anew. The text stays if it is one of them, or if any text may stand there. */
export function itemCalls(known: Known, items: readonly string[]): readonly Said[] {
  const text = textIn(known)
  const stays = items.includes(text) || optionOf(known, 'editable') === true
  known.said.set('items', [items])
  known.said.set('text', [stays ? text : ''])
  return [
    ['clear', []],
    ...items.map((item): Said => ['append_text', [item]]),
    ['set_text', [stays ? text : '']],
  ]
}

/** What the ComboBox was made with. */
export function firstItems(known: Known): readonly Said[] {
  const items = optionOf(known, 'items') as readonly string[] | undefined
  return items && items.length > 0 ? itemCalls(known, items).slice(1) : []
}

/** Notes a call that is made as it is. */
export function noteItemCall(known: Known, method: string, [first = null]: readonly Json[]): void {
  const items = itemsIn(known)
  if (method === 'set_text' || method === 'show_text') known.said.set('text', [first])
  else if (method === 'set_index') {
    const item = items[Number(first)]
    if (item !== undefined) known.said.set('text', [item])
  } else if (method === 'append_text' || method === 'insert_alpha') {
    if (items.length === 0 && textIn(known) === '') known.said.set('text', [first])
    known.said.set('items', [[...items, first]])
  } else if (method === 'clear') known.said.clear()
}

/** What the user has chosen or typed; a text that is no item has become one. */
export function noteChoice(known: Known, action: string, args: readonly Json[]): void {
  const text = args[action === 'activated' ? 1 : 0]
  if (typeof text !== 'string') return
  known.said.set('text', [text])
  const items = itemsIn(known)
  if (action === 'activated' && !items.includes(text)) known.said.set('items', [[...items, text]])
}

function itemsIn({ said }: Known): readonly string[] {
  return (said.get('items')?.[0] ?? []) as readonly string[]
}

function textIn({ said }: Known): string {
  return asText(said.get('text')?.[0])
}
