// Fetched with the first question for files.

export * as declarations from '../../../widgets/classes/files.ts'
export { FileDialog } from '../file-dialog.ts'
