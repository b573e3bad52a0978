// Widgets that are fetched together: children at offsets, pages without tabs.

export * as declarations from '../../../widgets/classes/workspace.ts'
export { FixedLayout } from '../fixed-layout.ts'
export { StackWidget } from '../stack-widget.ts'
