// Widgets that are fetched together: those that choose colours.

export * as declarations from '../../../widgets/classes/colors.ts'
export { ColorDialog } from '../color-dialog.ts'
export { ColorWidget } from '../color-widget.ts'
