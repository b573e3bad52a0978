import { expect, test } from 'vitest'
import { TableModel } from '../../../../src/client/widgets/table/model.ts'
import { placeOf } from '../../../../src/client/widgets/table/row-place.ts'
import type { SelectionMode } from '../../../../src/widgets/table-payloads.ts'

function table(mode: SelectionMode, hasCursor = false): TableModel {
  const model = new TableModel({ rowKey: 'id', mode, hasCursor })
  model.setColumns([{ key: 'id' }, { key: 'name' }])
  model.setRows([{ id: 'a' }, { id: 'b' }], true)
  return model
}

test('a row counts from 1 behind the header, and is selected or active where the model says so', () => {
  const model = table('multiple')
  model.selection.only('b')
  model.active = model.list.at(1)
  expect(placeOf(model, model.list.at(1)!, 1, 1)).toMatchObject({
    index: 1,
    ariaIndex: 3,
    isSelected: true,
    isActive: true,
    isBlank: false,
    depth: 0,
    isOpen: undefined,
  })
  expect(placeOf(model, model.list.at(0)!, 0, 0)).toMatchObject({
    ariaIndex: 1,
    isSelected: false,
    isActive: false,
  })
})

test('where no row can be selected none says that it is not', () => {
  const model = table('none')
  expect(placeOf(model, model.list.at(0)!, 0, 1).isSelected).toBeUndefined()
})

test('cells of a selected row are seen to be, and one cell has the cursor', () => {
  const model = table('single', true)
  const [row] = model.shown
  const [id, name] = model.columns.shown
  model.selection.only('a')
  model.active = row
  model.activeColumn = 'name'
  const place = placeOf(model, row!, 0, 1)
  expect(place.lookOf(id!)).toMatchObject({
    isCursor: false,
    isHighlighted: true,
    paint: undefined,
  })
  expect(place.lookOf(name!)).toMatchObject({ isCursor: true, isHighlighted: true })
})
