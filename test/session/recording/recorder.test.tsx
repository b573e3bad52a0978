// What a recording holds, and where it goes.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Signal } from '@preact/signals-core'
import { Button, FileDialog, Label, Session, TopLevel, useSession, useSignal, VBox } from 'treewire'
import { Laboratory, render, replay } from 'treewire/testing'
import { RecordedPeer } from '../../../src/session/recording/recorded-peer.ts'
import manifest from '../../../package.json' with { type: 'json' }

const record = { inMemory: true }

interface Line {
  readonly type?: string
  readonly [name: string]: unknown
}

function linesOf(session: Session): Line[] {
  const text = session.recording!.text()
  return text.split('\n', text.split('\n').length - 1).map((line) => JSON.parse(line) as Line)
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'treewire-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function Counter() {
  const count = useSignal(0)
  return (
    <TopLevel>
      <Button text={() => `${count.value}`} onActivated={() => count.value++} />
    </TopLevel>
  )
}

test('its first line says what it is a recording of', () => {
  const { session } = render(<Counter />, {
    record: { ...record, app: 'counter.tsx' },
    clock: 'manual',
    windowTime: 5000,
  })
  expect(linesOf(session)[0]).toEqual({
    treewire: manifest.version,
    recording: 1,
    id: 'test',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    app: 'counter.tsx',
    options: { windowTime: 5000 },
    flushes: 'microtask',
    publishes: false,
    now: expect.any(Number),
  })
})

test('a line an event, in the order in which they happen', async () => {
  const ui = render(<Counter />, { record, clock: 'manual' })
  await ui.click('0')
  ui.unmount()
  expect(linesOf(ui.session).map(({ type }) => type)).toEqual([
    undefined,
    'attach',
    'out',
    'mount',
    'flush-now',
    'out',
    'in',
    'in',
    'flush',
    'out',
    'end',
    'close',
  ])
})

test('without the option there is none', () => {
  expect(render(<Counter />).session.recording).toBeUndefined()
  expect(render(<Counter />, { record: false }).session.recording).toBeUndefined()
})

test('only a hash of what is said is kept, and is compared', async () => {
  const ui = render(<Counter />, { record: { ...record, frames: 'hash' } })
  await ui.click('0')
  ui.unmount()
  const recording = ui.session.recording!.text()
  expect(recording).not.toContain('TopLevel')
  expect(recording).toMatch(/"type":"out","line":1,"hash":"[\da-f]{64}","size":\d+/)
  expect(await replay(recording, <Counter />)).toMatchObject({ difference: undefined })
  const other = (
    <TopLevel>
      <Button text="0" />
    </TopLevel>
  )
  expect((await replay(recording, other)).difference).toMatchObject({
    recorded: expect.stringMatching(/^v <\d+ bytes of which only the hash was recorded>$/),
    now: 'v create #1 TopLevel',
  })
})

test('one that has grown too large stops, and says so', async () => {
  const ui = render(<Counter />, { record: { ...record, maxBytes: 1300 } })
  await ui.click('0')
  const recording = ui.session.recording!.text()
  expect(recording.length).toBeLessThan(1500)
  expect(recording).toMatch(
    /"type":"stop","reason":"it has reached 1300 bytes, the most that \\"maxBytes\\" allows"\}\n$/,
  )
  expect(await replay(recording, <Counter />)).toMatchObject({
    isSame: true,
    notes: [
      'The recording ends before its session, because it has reached 1300 bytes, the most that "maxBytes" allows',
    ],
  })
})

test('it says how many bytes it has by now, in UTF-8, and why it has stopped', async () => {
  const ui = render(<TopLevel title="Übersicht ✓" />, { record: { ...record, maxBytes: 2000 } })
  const { recording } = ui.session
  expect([recording!.bytes, recording!.stopped]).toEqual([
    Buffer.byteLength(recording!.text()),
    undefined,
  ])
  for (let at = 0; at < 20; at++) ui.session.mount(() => <TopLevel title={`${at}`} />)
  await ui.settled()
  expect(recording!.stopped).toBe('it has reached 2000 bytes, the most that "maxBytes" allows')
  expect(recording!.bytes).toBe(Buffer.byteLength(recording!.text()))
  recording!.stop()
  expect(recording!.stopped).toMatch(/^it has reached/)
})

test('a long one is in memory as it was said, line by line', async () => {
  const ui = render(<Counter />, { record, clock: 'manual' })
  for (let at = 0; at < 200; at++) await ui.click(`${at}`)
  const lines = linesOf(ui.session)
  expect(lines.length).toBeGreaterThan(600)
  expect(ui.session.recording!.bytes).toBe(Buffer.byteLength(ui.session.recording!.text()))
  expect(await replay(ui.session.recording!.text(), <Counter />)).toMatchObject({ isSame: true })
})

test('one that has ended with its session has not stopped before', () => {
  const ui = render(<Counter />, { record })
  ui.unmount()
  expect(ui.session.recording!.stopped).toBeUndefined()
})

test('what happens after it was stopped is not kept', async () => {
  const ui = render(<Counter />, { record })
  ui.session.recording!.stop()
  const before = ui.session.recording!.text()
  await ui.click('0')
  expect(ui.session.recording!.text()).toBe(before)
  await ui.session.recording!.done
})

test('a file for each session, which only its user can read', async () => {
  const dir = join(folder(), 'recordings')
  const ui = render(<Counter />, { record: { dir } })
  await ui.click('0')
  const { recording } = ui.session
  expect(() => recording!.text()).toThrow(/^The recording is in the file .*: read that when "done"/)
  ui.unmount()
  await recording!.done
  const [name, ...more] = readdirSync(dir)
  expect(more).toEqual([])
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-[\da-f]{8}\.jsonl$/)
  expect(recording!.file).toBe(join(dir, name!))
  expect(statSync(recording!.file!).mode & 0o777).toBe(0o600)
  const text = readFileSync(recording!.file!, 'utf8')
  expect(await replay(text, <Counter />)).toMatchObject({ difference: undefined })
})

test('a folder that cannot be written to ends no session, and is told', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  const ui = render(<Counter />, { record: { dir: join(file, 'recordings') } })
  expect(ui.errors()).toEqual([expect.stringMatching(/^record: ENOTDIR/)])
  expect(ui.tree()).toContain('Button')
})

function Lossy() {
  const session = useSession()
  const text = useSignal('')
  const read = (): void => {
    text.value = String(session.recorded('dates', () => new Map([[1, 2]])).size)
  }
  return (
    <TopLevel>
      <VBox>
        <Label text={text} />
        <Button text="Read" onActivated={read} />
      </VBox>
    </TopLevel>
  )
}

test('what JSON cannot say is told once, and the application has it all the same', async () => {
  const ui = render(<Lossy />, { record })
  await ui.click('Read')
  await ui.click('Read')
  ui.unmount()
  expect(ui.errors()).toEqual([
    'record: recorded("dates") gave a Map, which a recording cannot keep: give what JSON can say',
  ])
  expect(ui.find({ type: 'Label' }).state.get('text')).toBe('1')
})

function Files() {
  const session = useSession()
  const said = useSignal('')
  return (
    <TopLevel>
      <VBox>
        <FileDialog
          onActivated={({ files }) => {
            said.value = files.map((file) => `${file.name} ${file.text()}`).join()
          }}
        />
        <Label text={said} />
        <Button text="Save" onActivated={() => session.download('a.txt', 'the text')} />
      </VBox>
    </TopLevel>
  )
}

test('uploads and downloads', async () => {
  const ui = render(<Files />, { record })
  await ui.upload({ type: 'FileDialog' }, { name: 'a.txt', content: 'hello' })
  await ui.click('Save')
  ui.unmount()
  expect(await replay(ui.session.recording!.text(), <Files />)).toMatchObject({
    difference: undefined,
  })
})

function Slow({ tick }: { readonly tick: Signal<number> }) {
  const until = performance.now() + 1
  while (performance.now() < until);
  return <Label>{`${tick.value}`}</Label>
}

function Rows() {
  const tick = useSignal(0)
  return (
    <TopLevel>
      <VBox>
        <Button text="Tick" onActivated={() => tick.value++} />
        {Array.from({ length: 20 }, (_, at) => (
          <Slow key={at} tick={tick} />
        ))}
      </VBox>
    </TopLevel>
  )
}

test('a flush in slices is cut where it was cut', async () => {
  const ui = render(<Rows />, { record, sliceTime: 2 })
  await ui.click('Tick')
  await ui.settled()
  ui.unmount()
  const recording = ui.session.recording!.text()
  expect(recording).toMatch(/"type":"cut","looks":\d+/)
  expect(await replay(recording, <Rows />)).toMatchObject({ difference: undefined })
})

test('a browser that is slower than what there is to say', async () => {
  const lab = new Laboratory(() => <Counter />, {
    session: { record, maxBacklogBytes: 100, maxWindowBytes: 2000 },
  })
  const page = lab.open()
  lab.advance(100)
  const [session] = lab.sessions
  page.network.conditions.speed = 1
  for (let count = 0; count < 20; count++) {
    page.fire({ type: 'Button' }, 'activated')
    lab.advance(30)
  }
  lab.rest()
  lab.end()
  const recording = session!.recording!.text()
  expect(recording).toContain('"type":"backlog"')
  expect(await replay(recording, <Counter />)).toMatchObject({ difference: undefined })
})

test('a client that is not ours', async () => {
  const session = new Session({ record, id: 'stock' })
  const frames: unknown[] = []
  const peer = {
    send: (frame: unknown) => void frames.push(frame),
    close: () => undefined,
    backlog: 0,
  }
  session.attach(peer, { page: undefined, isNew: true })
  session.mount(() => <Counter />)
  session.flush()
  session.receive(peer, '{"type":"callback","wid":2,"action":"activated","args":[]}')
  session.flush()
  session.receive(peer, 'no JSON')
  session.destroy()
  expect(frames).toHaveLength(2)
  const recording = session.recording!.text()
  expect(recording).toContain('"type":"close","line":1,"code":4400')
  expect(await replay(recording, <Counter />)).toMatchObject({ difference: undefined })
})

test('what telemetry reads of the clock is no part of it', async () => {
  const telemetry = {
    count: () => undefined,
    record: () => undefined,
    observe: () => () => undefined,
  }
  const ui = render(<Counter />, { record, telemetry })
  await ui.click('0')
  ui.unmount()
  expect(ui.session.recording!.text()).not.toContain('"type":"now"')
})

class User {
  readonly name = 'Ann'
}

test.each([
  ['a plain user', { name: 'Ann' }, { name: 'Ann' }],
  ['one of a class', new User(), { name: 'Ann' }],
  ['nobody', undefined, undefined],
  ['one that JSON cannot say', () => 'Ann', undefined],
])('%s', async (_what, user, kept) => {
  const Greeting = () => <TopLevel title={JSON.stringify(useSession().user) ?? 'nobody'} />
  const session = new Session({ record, user })
  expect(linesOf(session)[0]!['user']).toEqual(kept)
  session.attach(
    { send: () => undefined, close: () => undefined, backlog: 0 },
    { page: 'page-of-a-test', isNew: true },
  )
  session.mount(() => <Greeting />)
  session.destroy()
  expect(await replay(session.recording!.text(), <Greeting />)).toMatchObject({ isSame: true })
})

test('a signal is followed until the session ends, and not after', () => {
  const { prices, followers } = watched()
  const { session } = render(<TopLevel />, { record })
  session.recorded('prices', prices)
  expect(followers()).toBe(1)
  session.destroy()
  expect(followers()).toBe(0)
  session.recorded('more prices', prices)
  expect(followers()).toBe(0)
})

/** A signal that says how many follow it, as far as that is one or none. */
function watched() {
  let count = 0
  const prices = new Signal(1, { watched: () => count++, unwatched: () => count-- })
  return { prices, followers: () => count }
}

test('how long a heartbeat took can be seen through it', () => {
  const peer = { backlog: 0, roundTrip: 7, send: () => undefined, close: () => undefined }
  expect(new RecordedPeer(1, peer, () => undefined).roundTrip).toBe(7)
})

/** As builders of queries give them: nothing is asked before somebody waits. */
class Query {
  readonly #answer: string

  constructor(answer: string) {
    this.#answer = answer
  }

  // oxlint-disable-next-line unicorn/no-thenable -- that is what it is about
  then(resolve: (answer: string) => void): void {
    resolve(this.#answer)
  }
}

test('of what is awaited like a promise is kept what it ends with', async () => {
  const Orders = ({ find }: { readonly find: () => PromiseLike<string> }) => {
    const session = useSession()
    const orders = useSignal('none')
    return (
      <TopLevel>
        <VBox>
          <Label text={orders} />
          <Button
            text="Load"
            onActivated={async () => {
              orders.value = await session.recorded('orders', find)
            }}
          />
        </VBox>
      </TopLevel>
    )
  }
  const ui = render(<Orders find={() => new Query('two') as unknown as PromiseLike<string>} />, {
    record,
  })
  await ui.click('Load')
  ui.unmount()
  const recording = ui.session.recording!.text()
  expect(recording).toContain('"type":"settled"')
  expect(ui.errors()).toEqual([])
  const never = (): never => {
    throw new Error('The outside was asked in a replay')
  }
  expect(await replay(recording, <Orders find={never} />)).toMatchObject({ isSame: true })
})

test('two signals of one name are themselves, and only the first is recorded', () => {
  const errors: string[] = []
  const session = new Session({
    record,
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
  })
  const [one, other] = [new Signal(1), new Signal(2)]
  const followed = session.recorded('price', one)
  expect(session.recorded('price', one)).toBe(followed)
  expect(session.recorded('price', other)).toBe(other)
  session.recorded('price', other)
  expect(errors).toEqual([
    'record: recorded("price") follows one signal already, and is given another one, which is not recorded: give each a name of its own',
  ])
  session.destroy()
})

test('a recording is whole though a signal that it has followed throws when it is left', async () => {
  const errors: string[] = []
  const source = new Signal('outside', {
    unwatched: () => {
      throw new Error('left')
    },
  })
  function Outside() {
    const value = useSession().recorded('source', source)
    return (
      <TopLevel>
        <Label text={value} />
      </TopLevel>
    )
  }
  const ui = render(<Outside />, {
    record,
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
  })
  ui.unmount()
  await ui.session.recording!.done
  const types = linesOf(ui.session).map(({ type }) => type)
  expect([types.includes('end'), errors]).toEqual([true, ['record: left']])
})
