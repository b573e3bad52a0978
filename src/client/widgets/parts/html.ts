// Widgets that are fetched together: those that show HTML.

export { HtmlView } from '../html-view.ts'
