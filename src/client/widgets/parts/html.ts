// Widgets that are fetched together: those that show HTML.

export * as declarations from '../../../widgets/classes/markup.ts'
export { ExternalWidget } from '../external-widget.ts'
export { HtmlView } from '../html-view.ts'
