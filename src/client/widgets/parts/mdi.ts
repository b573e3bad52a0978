// Widgets that are fetched together: a workspace and its windows.

export * as declarations from '../../../widgets/classes/workspace.ts'
export { MDISubWindow } from '../mdi-sub-window.ts'
export { MDIWidget } from '../mdi-widget.ts'
