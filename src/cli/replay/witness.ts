// Sees what a program asks for that no recording holds: the time, chance, the network. It gets it all the same, and
// people are told where it was.

import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

type AnyFunction = (...args: never[]) => unknown

export class Witness {
  readonly #root: string
  /** `Math.random at app.tsx:12:5` */
  readonly #seen = new Set<string>()
  readonly #undo: (() => void)[] = []

  /** @param root  the folder of the program; only what is called from there is told */
  constructor(root: string) {
    this.#root = root
  }

  /** In the order in which they were first called. */
  get seen(): readonly string[] {
    return [...this.#seen]
  }

  /** While `work` is done the whole process is looked at. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#begin()
    try {
      return await work()
    } finally {
      for (const undo of this.#undo.splice(0)) undo()
    }
  }

  #begin(): void {
    this.#watch(Math, 'random', 'Math.random')
    this.#watch(Date, 'now', 'Date.now')
    this.#watch(globalThis, 'setTimeout')
    this.#watch(globalThis, 'setInterval')
    this.#watch(globalThis, 'fetch')
    this.#watch(crypto, 'randomUUID', 'crypto.randomUUID')
    this.#watchDate()
  }

  #watch(owner: object, name: string, shown = name): void {
    const methods = owner as Record<string, AnyFunction>
    const before = methods[name]!
    const note = (): void => this.#note(shown)
    methods[name] = new Proxy(before, {
      apply: (called, self, args: never[]) => {
        note()
        return Reflect.apply(called, self, args)
      },
    })
    this.#undo.push(() => (methods[name] = before))
  }

  /** Without arguments it is the time. */
  #watchDate(): void {
    const before = Date
    globalThis.Date = new Proxy(before, {
      construct: (made, args: never[], target) => {
        if (args.length === 0) this.#note('new Date()')
        return Reflect.construct(made, args, target) as Date
      },
    })
    this.#undo.push(() => (globalThis.Date = before))
  }

  #note(what: string): void {
    const place = placeIn(new Error('where').stack ?? '', this.#root)
    if (place !== undefined) this.#seen.add(`${what} at ${place}`)
  }
}

/** The place that has called, if it is one of the program: not of a package, nor of Node. */
function placeIn(stack: string, root: string): string | undefined {
  const own = import.meta.url
  for (const line of stack.split('\n').slice(1)) {
    const [, url, position] = /((?:file:\/\/)?\/[^\s()]+?):(\d+:\d+)\)?$/.exec(line) ?? []
    if (url === undefined || url === own || own.endsWith(url)) continue
    const file = url.startsWith('file:') ? fileURLToPath(url) : url
    const isOurs = file.startsWith(`${root}/`) && !file.includes('/node_modules/')
    return isOurs ? `${relative(root, file)}:${position}` : undefined
  }
  return undefined
}
