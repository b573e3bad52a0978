// Our server and a bare one beside each other, with a crowd before each, doing the same in turns.

import { Helper } from './helper.ts'

export type Name = 'ours' | 'bare'

/** What both do. */
export type Both<Value> = Readonly<Record<Name, Value>>

export interface Round {
  /** Milliseconds until the last browser has the last text. */
  readonly ms: number
  /** Milliseconds of the server's processor, all its threads together. */
  readonly cpu: number
  readonly bytes: number
}

export interface Task {
  readonly deed: 'fanOut' | 'broadcast'
  /** Texts that go to each browser. */
  readonly turns: number
  /** Milliseconds from one turn to the next; 0 is at once. With a pause the processor is looked at in the turns alone. */
  readonly pause: number
  /** Whether browsers say of each text that it has been carried out; else they say so once, afterwards. */
  readonly isAnswered: boolean
}

const names = ['ours', 'bare'] as const
/** What each greets a browser with: a welcome, and ours the tree too. */
const greetings: Both<number> = { ours: 2, bare: 1 }
/** Its number in ours.ts. */
const button = 6
/** Milliseconds for the last answers. */
const patience = 15

export class Pair {
  readonly #servers: Both<Helper> = { ours: new Helper('./ours'), bare: new Helper('./bare') }
  readonly #crowd = new Helper('./crowd')
  #size = 0

  /** So many browsers come to each. */
  async open(browsers: number, offersDeflate: boolean): Promise<void> {
    this.#size = browsers
    await both(async (name) => {
      const port = await this.#servers[name].ask<number>('open', { deflate: offersDeflate })
      const visit = { port, isPage: name === 'ours', greetings: greetings[name], offersDeflate }
      await this.#crowd.ask('gather', { name, count: browsers, ...visit })
    })
    await settle()
  }

  /** @throws Error when the two have not sent the same */
  async run(task: Task): Promise<Both<Round>> {
    const rounds = await both((name) => this.#run(name, task))
    if (rounds.ours.bytes === rounds.bare.bytes) return rounds
    throw new Error(`Ours has sent ${rounds.ours.bytes} bytes and bare ws ${rounds.bare.bytes}`)
  }

  /** One after the other, each of another browser. @returns milliseconds from each click to its answer */
  click(count: number): Promise<Both<readonly number[]>> {
    return both(async (name) => {
      await this.#crowd.ask('answers', { name, each: true })
      return this.#crowd.ask('clicks', { name, count, wid: button })
    })
  }

  end(): void {
    for (const helper of [this.#crowd, ...Object.values(this.#servers)]) helper.end()
  }

  async #run(name: Name, { deed, turns, pause, isAnswered }: Task): Promise<Round> {
    const server = this.#servers[name]
    await this.#crowd.ask('answers', { name, each: isAnswered })
    await this.#crowd.ask('expect', { name, texts: turns * this.#size })
    const before = await server.ask<number>('cpuTime')
    const [come, inTurns] = await Promise.all([
      this.#crowd.ask<{ ms: number; bytes: number }>('reached', name),
      server.ask<number>(deed, { count: turns, pause }),
    ])
    if (isAnswered) await settle()
    const all = (await server.ask<number>('cpuTime')) - before
    if (!isAnswered) await this.#crowd.ask('answerAll', name)
    await settle()
    return { ...come, cpu: pause > 0 ? inTurns : all }
  }
}

/** One after the other: they must not be in each other's way. */
async function both<Value>(act: (name: Name) => Promise<Value>): Promise<Both<Value>> {
  const [ours, bare] = names
  return { ours: await act(ours), bare: await act(bare) }
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patience))
}
