// What a program serves is shown to the session of a recording, and nothing listens.

import { expect, test } from 'vitest'
import { Label, Page } from 'treewire'
import type { Application as Real, serve as realServe, Session } from 'treewire'
import { render, replay } from 'treewire/testing'
import { Captured } from '../../src/cli/replay/captured.ts'
import { readRecording } from '../../src/testing/replay/read-recording.ts'
import { replayOn } from '../../src/testing/replay/replay.ts'

interface Exports {
  readonly serve: typeof realServe
  readonly Application: typeof Real
}

const Hello = () => (
  <Page>
    <Label>Hello</Label>
  </Page>
)

function captured() {
  const mistakes: unknown[] = []
  const made = new Captured((error) => void mistakes.push(error))
  return { made, mistakes, ...(made.exports as unknown as Exports) }
}

function recording(): string {
  const ui = render(<Hello />, { record: { inMemory: true } })
  ui.unmount()
  return ui.session.recording!.text()
}

async function differenceOn(made: Captured) {
  const stage = { connect: (session: Session) => made.connect(session) }
  return (await replayOn(readRecording(recording()), stage)).difference
}

test('of serve', async () => {
  const { made, serve } = captured()
  expect(made.isEmpty).toBe(true)
  const app = await serve(Hello, { httpPort: 1, quiet: true })
  expect(app.url).toBe('http://replay.invalid/')
  expect(made.isEmpty).toBe(false)
  expect(await differenceOn(made)).toBeUndefined()
  await app.close()
})

test('of an Application, by its option and by its method', async () => {
  const { made, Application } = captured()
  const seen: string[] = []
  const app = new Application({ onConnect: ({ id }) => void seen.push(id) })
  app.onConnect((session) => session.mount(Hello))
  await app.start()
  expect(await differenceOn(made)).toBeUndefined()
  expect(seen).toEqual(['test'])
  await app.close()
})

test('a callback that fails is told, and stops nobody', async () => {
  const { made, mistakes, Application } = captured()
  const app = new Application()
  app.onConnect(() => {
    throw new Error('no')
  })
  app.onConnect((session) => session.mount(Hello))
  expect(await differenceOn(made)).toBeUndefined()
  expect(mistakes).toEqual([new Error('no')])
})

test('what serve refuses is refused', async () => {
  const { serve } = captured()
  await expect(serve((<Hello />) as never)).rejects.toThrow('serve needs a function')
  await expect(serve(Hello, { port: 3 } as never)).rejects.toThrow('There is no option "port"')
})

test('a component alone is shown where the recording says that something was', async () => {
  expect(await replay(recording(), <Hello />)).toMatchObject({ isSame: true })
})

test('of a class that extends it', async () => {
  const { made, Application } = captured()
  class Tool extends Application {
    readonly #seen: string[] = []

    constructor() {
      super({ httpPort: 1 })
      this.onConnect((session) => this.show(session))
    }

    get seen(): readonly string[] {
      return this.#seen
    }

    show(session: Session): void {
      this.#seen.push(session.id)
      session.mount(Hello)
    }
  }
  const tool = new Tool()
  await tool.start()
  expect(await differenceOn(made)).toBeUndefined()
  expect([tool.seen, tool.url]).toEqual([['test'], 'http://replay.invalid/'])
  await tool.close()
})
