// A program while it is written: it runs, and goes on running whatever is done to its files.

import { performance } from 'node:perf_hooks'
import { Code } from '../code/code.ts'
import type { Vite } from '../code/load-vite.ts'
import type { Terminal } from '../command.ts'
import { Changes } from './changes.ts'
import { sentencesOf } from './loss.ts'
import type { Loss } from './loss.ts'
import { markingPlugins } from './marking-plugins.ts'
import { Overlay } from './overlay.ts'
import { mistakeIn, nameFrom, problemOf } from '../problem.ts'
import type { Problem } from '../problem.ts'
import { indented } from '../../session/print-error.ts'
import { Registry } from './registry.ts'
import { Reloader } from './reloader.ts'
import { Served } from './served.ts'

export interface DevelopmentOptions {
  readonly vite: Vite
  readonly terminal: Terminal
  /** The program's own file, and the folder of its project. */
  readonly file: string
  readonly root: string
  /** Files have changed, of the program or of what else is in its folder. */
  readonly onChanged: (files: readonly string[]) => void
  /** No application can listen, so there is nothing to develop. */
  readonly onFailed: (error: unknown) => void
}

/** Milliseconds that a program has run before it is missed that it serves nothing. */
const PATIENCE = 2000

export class Development {
  readonly overlay = new Overlay(() => this.#served.sessions)
  readonly #options: DevelopmentOptions
  readonly #registry = new Registry((error) => this.fail(error, 'what a module has started'))
  readonly #served = new Served(
    {
      greet: (session) => this.overlay.greet(session),
      report: (...told) => this.fail(...told),
      listens: (url) => {
        this.#hasListened = true
        this.#say(url)
      },
      lose: (losses) => this.#tellLosses(losses),
      fails: (error) => this.#giveUp(error),
    },
    this.#registry,
  )
  #code: Code | undefined
  #reloader: Reloader | undefined
  #hasRun = false
  /** Whether it does not run as it stands on the disk, or could not be shown. */
  #isBroken = false
  #isCommitting = false
  #hasListened = false
  #isGivenUp = false
  #isClosed = false

  constructor(options: DevelopmentOptions) {
    this.#options = options
  }

  /** Runs the program, and from then on watches its files. */
  async start(): Promise<void> {
    const { vite, root, file } = this.#options
    const texts = new Map<string, string>()
    const code = await Code.open({
      vite,
      root,
      isWatched: true,
      plugins: markingPlugins(vite, texts),
      instead: this.#served.exports,
      metaOf: (of) => this.#registry.metaOf(of),
    })
    this.#code = code
    const reloader = new Reloader({
      code,
      texts,
      file,
      rest: (of) => {
        this.#registry.rest(of)
        this.#served.renew(of)
      },
      enough: () => this.#served.told(),
      onLateError: (error) => this.fail(error, nameFrom(root, file)),
    })
    this.#reloader = reloader
    if (await this.#run([])) setTimeout(() => this.#missServer(), PATIENCE).unref()
    this.#watch(code, reloader)
  }

  #missServer(): void {
    const { root, file } = this.#options
    if (!this.#served.isEmpty || this.#isClosed) return
    this.#warn(
      `${nameFrom(root, file)} has run, and serves nothing: call serve(() => <App />) in it.`,
    )
  }

  #watch({ watcher }: Code, reloader: Reloader): void {
    const changes = new Changes(watcher, (files) => this.#take(files))
    // What has changed before the watcher had looked around, or before somebody listened, nobody has told of.
    const look = (): void => reloader.news.forEach((file) => changes.note(file))
    look()
    watcher.once('ready', look)
  }

  /** Tells of a mistake of the program. @param stack  the components that it was in, see `OnError` */
  fail(error: unknown, where: string, stack?: string): void {
    if (this.#isGivenUp || this.#isClosed) return
    if (this.#isCommitting) this.#isBroken = true
    const told = error instanceof Error ? error.stack : String(error)
    this.#warn([`${where}: ${told}`, ...(stack ? [indented(stack)] : [])].join('\n'))
    this.overlay.show('code', mistakeIn(error, { where, stack, root: this.#options.root }))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#registry.endAll()
    await this.#served.close()
    await this.#code?.close()
  }

  async #take(files: readonly string[]): Promise<void> {
    this.#options.onChanged(files)
    const concerned = this.#reloader!.concerned(files)
    if (concerned.length === 0) return
    const start = performance.now()
    const wasBroken = this.#isBroken
    if (!(await this.#run(concerned))) return
    const time = Math.round(performance.now() - start)
    const names = concerned.map((file) => nameFrom(this.#options.root, file))
    const again = wasBroken && !this.#isBroken ? 'right again: ' : ''
    this.#say(`${again}${names.join(', ')} live after ${time} ms`)
  }

  /** @returns whether the program runs now as it stands on the disk */
  async #run(files: readonly string[]): Promise<boolean> {
    this.#served.begin()
    try {
      await this.#reloader!.run(files)
    } catch (error) {
      this.#registry.discard()
      this.#served.discard()
      this.#isBroken = true
      this.#tellProblem(problemOf(error, this.#options.root))
      return false
    }
    this.overlay.hide('code')
    this.#isBroken = false
    this.#tellLosses(this.#commit())
    this.#hasRun = true
    return true
  }

  #commit(): readonly Loss[] {
    this.#isCommitting = true
    try {
      return [...this.#registry.commit(), ...this.#served.commit()]
    } finally {
      this.#isCommitting = false
    }
  }

  /** Before there was anything to go on. */
  #giveUp(error: unknown): void {
    if (this.#hasListened) return
    this.#isGivenUp = true
    this.#options.onFailed(error)
  }

  #tellProblem(problem: Problem): void {
    if (this.#isGivenUp) return
    const then = this.#hasRun
      ? 'What was there before goes on.'
      : 'Nothing runs yet; treewire waits until it is mended.'
    this.#warn(`${problem.title}: ${problem.text}\n${then}`)
    this.overlay.show('code', problem)
  }

  #tellLosses(losses: readonly Loss[]): void {
    for (const sentence of sentencesOf(losses)) this.#warn(sentence)
    this.overlay.tellLosses(losses)
  }

  #say(line: string): void {
    this.#options.terminal.say(`treewire: ${line}`)
  }

  #warn(line: string): void {
    this.#options.terminal.warn(`treewire: ${line}`)
  }
}
