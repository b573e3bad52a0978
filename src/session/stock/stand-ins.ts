// What a stock browser shows for classes that it does not have: a Label that says in words what would be there.

import type { Json } from '../../protocol/messages.ts'
import { asText } from './plain-text.ts'

type State = ReadonlyMap<string, Json>

interface Description {
  /** Names of the positional arguments. */
  readonly args: readonly string[]
  readonly textOf: (state: State) => string
}

const descriptions: ReadonlyMap<string, Description> = new Map<string, Description>([
  ['Link', { args: ['text', 'href'], textOf: linkText }],
  ['Markdown', { args: ['text'], textOf: (state) => stringIn(state, 'text') }],
  ['Chart', { args: [], textOf: chartText }],
])

/** Classes of which nothing is left. */
const passedOver: ReadonlySet<string> = new Set(['Toast'])

/** Actions that stand for another one of the Label. */
const actions: ReadonlyMap<string, string> = new Map([['Link.activated', 'click']])

/** One widget that another one stands for, with what it has been told. */
export class StandIn {
  readonly #className: string
  readonly #state: Map<string, Json>

  constructor(className: string, args: readonly Json[]) {
    this.#className = className
    const names = descriptions.get(className)?.args ?? []
    const options = (args[names.length] ?? {}) as Readonly<Record<string, Json>>
    this.#state = new Map(Object.entries(options))
    names.forEach((name, at) => this.#state.set(name, args[at] ?? ''))
  }

  /** Whether there is nothing to be seen of it. */
  get isNothing(): boolean {
    return passedOver.has(this.#className)
  }

  get text(): string {
    return descriptions.get(this.#className)?.textOf(this.#state) ?? ''
  }

  /** Notes a call. @param method  one of its own, not of every widget */
  note(method: string, args: readonly Json[]): void {
    const [first = null] = args
    if (method === 'append_text' && typeof first === 'string')
      this.#state.set('text', stringIn(this.#state, 'text') + first)
    else if (method.startsWith('set_')) this.#state.set(method.slice(4), first)
  }

  /** What a question about it comes to; undefined when that is not known. */
  answer(method: string): Json | undefined {
    return method.startsWith('get_') ? this.#state.get(method.slice(4)) : undefined
  }

  /** The action of the Label that stands for one of it; undefined when none does. */
  actionOf(action: string): string | undefined {
    return actions.get(`${this.#className}.${action}`)
  }
}

export function standInOf(className: string, args: readonly Json[]): StandIn | undefined {
  const isOne = descriptions.has(className) || passedOver.has(className)
  return isOne ? new StandIn(className, args) : undefined
}

function linkText(state: State): string {
  const [text, href] = [stringIn(state, 'text'), stringIn(state, 'href')]
  if (text === '' || text === href) return href
  return href === '' ? text : `${text} (${href})`
}

function chartText(state: State): string {
  const title = stringIn(state, 'title')
  return `${title === '' ? 'A chart' : title}: this browser cannot draw it`
}

function stringIn(state: State, name: string): string {
  return asText(state.get(name))
}
