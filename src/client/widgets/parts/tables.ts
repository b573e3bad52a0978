// Widgets that are fetched together: tables and trees.

export * as declarations from '../../../widgets/classes/tables.ts'
export { TableView } from '../table-view.ts'
export { TreeView } from '../tree-view.ts'
