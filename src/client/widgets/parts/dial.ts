// Widgets that are fetched together: knobs.

export * as declarations from '../../../widgets/classes/dial.ts'
export { Dial } from '../dial.ts'
