import { expect, test } from 'vitest'
import {
  type Intent,
  intentOf,
  type KeyContext,
  type KeyPress,
} from '../../../../src/client/widgets/table/keyboard.ts'

const here: KeyContext = { index: 5, count: 20, page: 4, isMultiple: false }

function press(keys: string): KeyPress {
  const names = keys.split('+')
  const held = new Set(names.slice(0, -1))
  return {
    key: names.at(-1) || ' ',
    shiftKey: held.has('Shift'),
    ctrlKey: held.has('Control'),
    metaKey: held.has('Meta'),
    altKey: held.has('Alt'),
  }
}

const go = (index: number, select: 'only' | 'extend' | 'leave' = 'only'): Intent => ({
  kind: 'go',
  index,
  select,
})

const column = (at: number, select: 'only' | 'extend' = 'only'): Intent => ({
  kind: 'column',
  column: at,
  select,
})

test.each<[string, Partial<KeyContext>, Intent | undefined]>([
  ['ArrowDown', {}, go(6)],
  ['ArrowUp', {}, go(4)],
  ['ArrowDown', { index: -1 }, go(0)],
  ['ArrowUp', { index: -1 }, go(19)],
  ['ArrowDown', { index: 19 }, go(19)],
  ['ArrowUp', { index: 0 }, go(0)],
  ['PageDown', {}, go(9)],
  ['PageDown', { index: 18 }, go(19)],
  ['PageUp', {}, go(1)],
  ['PageUp', { index: 2 }, go(0)],
  ['Home', {}, go(0)],
  ['End', {}, go(19)],
  ['Shift+ArrowDown', {}, go(6)],
  ['Shift+ArrowDown', { isMultiple: true }, go(6, 'extend')],
  ['Control+ArrowDown', { isMultiple: true }, go(6, 'leave')],
  ['Meta+End', { isMultiple: true }, go(19, 'leave')],
  ['Alt+ArrowDown', {}, undefined],
  ['ArrowLeft', {}, { kind: 'scroll', way: -1 }],
  ['ArrowRight', {}, { kind: 'scroll', way: 1 }],
  ['', {}, { kind: 'only' }],
  ['Control+', {}, { kind: 'toggle' }],
  ['', { isMultiple: true }, { kind: 'toggle' }],
  ['Enter', {}, { kind: 'activate' }],
  ['Control+a', {}, undefined],
  ['Control+a', { isMultiple: true }, { kind: 'all' }],
  ['a', { isMultiple: true }, undefined],
  ['ArrowDown', { count: 0, index: -1 }, undefined],
  ['Tab', {}, undefined],
  ['F2', {}, { kind: 'edit' }],
  // With a cell cursor.
  ['ArrowRight', { column: -1, columns: 3 }, column(0)],
  ['ArrowRight', { column: 2, columns: 3 }, column(2)],
  ['ArrowLeft', { column: 2, columns: 3 }, column(1)],
  ['Home', { column: 2, columns: 3 }, go(0)],
  ['ArrowLeft', { column: 0, columns: 0 }, undefined],
  // Where cells are selected.
  ['Home', { column: 2, columns: 3, areCells: true }, column(0)],
  ['End', { column: 0, columns: 3, areCells: true }, column(2)],
  ['Control+End', { column: 0, columns: 3, areCells: true }, go(19)],
  [
    'Shift+ArrowRight',
    { column: 0, columns: 3, areCells: true, isMultiple: true },
    column(1, 'extend'),
  ],
  ['Control+ArrowDown', { column: 0, columns: 3, areCells: true, isMultiple: true }, go(6)],
  // In a tree.
  ['ArrowRight', { isOpen: false }, { kind: 'fold', isOpen: true }],
  ['ArrowLeft', { isOpen: true }, { kind: 'fold', isOpen: false }],
  ['ArrowRight', { isOpen: true }, go(6)],
  ['ArrowLeft', { isOpen: false, hasParent: true }, { kind: 'parent' }],
  ['ArrowLeft', { hasParent: true }, { kind: 'parent' }],
  ['ArrowRight', { hasParent: true }, { kind: 'scroll', way: 1 }],
  ['ArrowLeft', { isOpen: true, column: 1, columns: 3 }, column(0)],
  ['ArrowLeft', { isOpen: true, column: 0, columns: 3 }, { kind: 'fold', isOpen: false }],
  ['ArrowRight', { isOpen: true, column: 0, columns: 3 }, column(1)],
])('%s at %o', (keys, context, intent) => {
  expect(intentOf(press(keys), { ...here, ...context })).toEqual(intent)
})
