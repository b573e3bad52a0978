// Widgets that are fetched together: links.

export * as declarations from '../../../widgets/classes/markup.ts'
export { Link } from '../link.ts'
