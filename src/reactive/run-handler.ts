// Runs what the application wants done on an event: its writes together, its errors told.

import { batch } from './signals.ts'

/**
 * @param onError  told of what the handler throws, or of what its promise rejects with
 * @returns        a promise that never rejects, when the handler is async
 */
export function runHandler(
  handler: () => unknown,
  onError: (error: unknown) => void,
): Promise<unknown> | undefined {
  try {
    const result = batch(handler)
    return result instanceof Promise ? result.catch(onError) : undefined
  } catch (error) {
    onError(error)
    return undefined
  }
}
