// Widgets that are fetched together: Markdown.

export * as declarations from '../../../widgets/classes/markup.ts'
export { Markdown } from '../markdown.ts'
