// Fetched with the first message in the corner.

export * as declarations from '../../../widgets/classes/toasts.ts'
export { Toast } from '../toast.ts'
