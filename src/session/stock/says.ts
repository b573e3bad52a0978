// How the parts of the adapter say something to the browser, in its own numbers.

import type {
  Json,
  RequestId,
  ServerMessage,
  WidgetId,
  WidgetRef,
} from '../../protocol/messages.ts'
import type { Numbers } from './numbers.ts'

/** What is said goes on in the order in which it was said. */
export class Says {
  readonly numbers: Numbers
  readonly #said: ServerMessage[] = []

  constructor(numbers: Numbers) {
    this.numbers = numbers
  }

  /** The number of what stands for a widget; undefined when nothing does. */
  numberOf({ wid }: { readonly wid: WidgetId }): number | undefined {
    return this.numbers.theirs(wid)
  }

  message(message: ServerMessage): void {
    this.#said.push(message)
  }

  create(theirs: number, className: string, args: readonly Json[]): void {
    this.#said.push({ type: 'create', wid: theirs, class: className, args })
  }

  call(theirs: number, method: string, args: readonly Json[], isQuiet = false): void {
    this.#said.push({
      type: 'call',
      wid: theirs,
      method,
      args,
      ...(isQuiet && { silent: true }),
    })
  }

  listen(theirs: number, action: string): void {
    this.#said.push({ type: 'listen', wid: theirs, action })
  }

  unlisten(theirs: number, action: string): void {
    this.#said.push({ type: 'unlisten', wid: theirs, action })
  }

  /** The last one that has not been taken. */
  get last(): ServerMessage | undefined {
    return this.#said.at(-1)
  }

  /** Asks for an answer to the last one. */
  number(id: RequestId): void {
    const last = this.#said.pop()
    if (last) this.#said.push({ ...last, id } as ServerMessage)
  }

  /** What has been said since it was taken last. */
  take(): ServerMessage[] {
    return this.#said.splice(0)
  }
}

export function ref(theirs: number): WidgetRef {
  return { __wid__: theirs }
}
