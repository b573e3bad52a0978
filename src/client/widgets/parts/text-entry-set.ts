// Widgets that are fetched together: fields with a button of their own.

export * as declarations from '../../../widgets/classes/text.ts'
export { TextEntrySet } from '../text-entry-set.ts'
