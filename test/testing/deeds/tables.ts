// A table and a tree, and what a user clicks in them.

import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json, ServerMessage } from '../../../src/protocol/messages.ts'
import { call, create, listen } from '../../client/harness.ts'
import type { Elements } from './deed.ts'

export const table = [
  create(3, 'TableView', {
    columns: [
      { key: 'id', label: 'Id' },
      { key: 'n', label: 'N' },
    ],
    row_key: 'id',
  }),
  call(3, 'set_rows', [
    { id: 'a', n: 1 },
    { id: 'b', n: 2 },
  ]),
  listen(3, 'selected'),
  listen(3, 'cell_selected'),
]
export const tree = [
  create(3, 'TreeView', { columns: [{ key: 'n', label: 'N' }] }),
  call(3, 'set_tree', { fruit: { apple: { n: 1 }, pear: { n: 2 } } }),
  listen(3, 'selected'),
  listen(3, 'cell_selected'),
]

/** The same, with several selected at once. */
export function severalOf(made: readonly ServerMessage[]): ServerMessage[] {
  return made.map((message) =>
    message.type === 'create'
      ? create(3, message.class, {
          ...(message.args?.[0] as Readonly<Record<string, Json>>),
          selection_mode: 'multiple',
        })
      : message,
  )
}

/** The first cell of a row of the widget #3, when it is drawn; the header is the first row. */
export async function cellOf(at: Elements, row: number): Promise<Element> {
  const cell = () => at(3, `[aria-rowindex="${row}"] [role=gridcell]`)
  await expect.poll(cell).toBeDefined()
  return cell()
}

/** With Ctrl held. */
export function clickToo(element: Element): Promise<void> {
  return userEvent.click(element, { modifiers: ['Control'] })
}
