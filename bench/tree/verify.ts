// Looks that an engine's messages make of an empty page what is to be shown, before any time is taken.

import type { Engine, EngineName, ListScreen, Screen } from './engine.ts'
import type { Message } from './message.ts'
import { Model } from './model.ts'
import type { Trial } from './trial.ts'
import type { Workload } from './workloads.ts'

/** What one operation had to say. */
export interface Said {
  readonly workload: string
  readonly engine: EngineName
  readonly messages: number
  /** Of the messages as JSON, in one array. */
  readonly bytes: number
}

/** Milliseconds: an engine that takes longer is looked at only once. */
const long = 400

/**
 * @param times  how often the work is done
 * @throws       when the page is another one than it should be
 */
export async function verify(
  workload: Workload,
  engine: Engine,
  times: number,
): Promise<Said | undefined> {
  const trial = workload.start(engine)
  if (!trial) return undefined
  const pages = new Pages()
  const operations = Math.min(2, workload.operations)
  const where = `${engine.name}, ${workload.name}`
  let said: readonly Message[] = []
  const start = performance.now()
  for (let time = 0; time < times && performance.now() - start < long; time++) {
    await pages.take(trial)
    trial.prepare(operations)
    for (let at = 0; at < operations; at++) {
      await pages.take(trial)
      trial.change(at)
      const messages = await pages.take(trial)
      if (time === 0 && at === 0) said = messages
    }
    pages.compare(trial, where)
    trial.restore()
  }
  const bytes = Buffer.byteLength(JSON.stringify(said))
  return { workload: workload.name, engine: engine.name, messages: said.length, bytes }
}

/** The model of each screen, from its first message on. */
class Pages {
  readonly #models = new WeakMap<Screen, Model>()

  /** Has the page carry out what there is to say. */
  async take({ screen }: Trial): Promise<readonly Message[]> {
    await screen.flush()
    const messages = screen.take()
    this.#of(screen).apply(messages)
    return messages
  }

  compare(trial: Trial, where: string): void {
    const model = this.#of(trial.screen)
    const [shown, wanted] = [model.outline, trial.expected()]
    if (shown !== wanted) throw new Error(`${where}: ${difference(shown, wanted)}`)
    if (isList(trial.screen)) pressAll(trial.screen, model, where)
  }

  #of(screen: Screen): Model {
    const model = this.#models.get(screen) ?? new Model()
    this.#models.set(screen, model)
    return model
  }
}

function isList(screen: Screen): screen is ListScreen {
  return 'press' in screen
}

/** Every button has to reach the row that it is in. */
function pressAll(screen: ListScreen, model: Model, where: string): void {
  for (const { wid, name } of model.buttons()) {
    const pressed = `row ${screen.press(wid)}`
    if (pressed !== name) throw new Error(`${where}: the button of ${name} reached ${pressed}`)
  }
}

function difference(shown: string, wanted: string): string {
  const [lines, wantedLines] = [shown.split('\n'), wanted.split('\n')]
  const at = lines.findIndex((line, index) => line !== wantedLines[index])
  const line = at < 0 ? lines.length : at
  return `line ${line} of the page is "${lines[line]}", and should be "${wantedLines[line]}"`
}
