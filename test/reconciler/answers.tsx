// Async components whose promises the test settles, in the order it likes.

import { Label } from 'treewire'
import type { Child } from 'treewire'

/** Promises by name, which the test settles. */
class Answers {
  readonly #asked = new Map<string, PromiseWithResolvers<string>>()

  /** What a component waits for. */
  readonly ask = (name: string): Promise<string> => this.#of(name).promise

  come(name: string, text = name): void {
    this.#of(name).resolve(text)
  }

  fail(name: string): void {
    this.#of(name).reject(new Error(`no ${name}`))
  }

  #of(name: string): PromiseWithResolvers<string> {
    const asked = this.#asked.get(name) ?? withResolvers<string>()
    this.#asked.set(name, asked)
    return asked
  }
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>
  resolve(value: Value): void
  reject(error: Error): void
}

function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let resolve!: (value: Value) => void
  let reject!: (error: Error) => void
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** An async component, and what it waits for. */
export function setUp() {
  const answers = new Answers()
  const Async = async ({ name }: { readonly name: string }): Promise<Child> => (
    <Label text={await answers.ask(name)} />
  )
  return { answers, Async }
}
