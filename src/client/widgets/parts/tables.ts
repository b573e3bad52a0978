// Widgets that are fetched together: tables.

export { TableView } from '../table-view.ts'
