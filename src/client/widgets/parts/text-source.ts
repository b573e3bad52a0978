// Widgets that are fetched together: the editor, and places in its text.

export * as declarations from '../../../widgets/classes/source.ts'
export { TextBufferRef } from '../text-buffer-ref.ts'
export { TextSource } from '../text-source.ts'
