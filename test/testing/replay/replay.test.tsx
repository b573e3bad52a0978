// What was recorded is replayed byte for byte, and the first difference is named.

import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import {
  Button,
  For,
  Label,
  Session,
  shared,
  TextEntry,
  TopLevel,
  useEffect,
  useSession,
  useSignal,
  useSignalEffect,
  VBox,
} from 'treewire'
import type { Signal } from 'treewire'
import { Laboratory, render, replay } from 'treewire/testing'
import type { Rendered, RenderOptions, Replayed } from 'treewire/testing'
import type { Child } from '../../../src/jsx/element.ts'

const record = { inMemory: true }

/** Shows something, does something with it, and gives the recording of that. */
async function recordingOf(
  shown: Child,
  script: (ui: Rendered) => Promise<void>,
  options: RenderOptions = {},
): Promise<string> {
  const ui = render(shown, { record, ...options })
  await script(ui)
  ui.unmount()
  return ui.session.recording!.text()
}

function differenceIn({ difference }: Replayed) {
  if (!difference) return undefined
  const { recorded, now, cause, where } = difference
  return { recorded, now, cause, where }
}

function Counter({ step = 1 }: { readonly step?: number }) {
  const count = useSignal(0)
  return (
    <TopLevel title="Counter">
      <VBox>
        <Label text={() => `Clicked ${count.value} times`} />
        <Button text="Click me" onActivated={() => (count.value += step)} />
      </VBox>
    </TopLevel>
  )
}

const clickTwice = async (ui: Rendered): Promise<void> => {
  await ui.click('Click me')
  await ui.click('Click me')
}

test('clicks say the same when they are replayed', async () => {
  const recording = await recordingOf(<Counter />, clickTwice)
  expect(await replay(recording, <Counter />)).toEqual({
    isSame: true,
    messages: 15,
    difference: undefined,
    notes: [],
  })
})

test('the first message that differs is told, with what had caused it and the component', async () => {
  const recording = await recordingOf(<Counter />, clickTwice)
  const { difference } = await replay(recording, <Counter step={2} />)
  expect(difference).toEqual({
    message: 13,
    line: 10,
    time: expect.any(Number),
    recorded: 'v call #3 set_text "Clicked 1 times"',
    now: 'v call #3 set_text "Clicked 2 times"',
    cause: '^ callback #4 activated',
    where: 'Counter > TopLevel #1 > VBox #2 > Label #3',
    reason: undefined,
  })
})

function Deaf() {
  return (
    <TopLevel title="Counter">
      <VBox>
        <Label text="Clicked 0 times" />
        <Button text="Click me" onActivated={() => undefined} />
      </VBox>
    </TopLevel>
  )
}

test('what is not said any more is told, and what may be the reason', async () => {
  const recording = await recordingOf(<Counter />, clickTwice)
  const replayed = await replay(recording, <Deaf />)
  expect(differenceIn(replayed)).toEqual({
    recorded: 'v heard 1',
    now: undefined,
    cause: '^ callback #4 activated',
    where: undefined,
  })
  expect(replayed.difference?.reason).toMatch(
    /^Nothing more came\. If a handler waits for something/,
  )
})

function Loud() {
  const count = useSignal(0)
  const session = useSession()
  useSignalEffect(() => {
    if (count.value === 2) session.openUrl('https://example.com/')
  })
  return (
    <TopLevel title="Counter">
      <VBox>
        <Label text={() => `Clicked ${count.value} times`} />
        <Button text="Click me" onActivated={() => count.value++} />
      </VBox>
    </TopLevel>
  )
}

test('what is said more than was recorded is told', async () => {
  const recording = await recordingOf(<Counter />, clickTwice)
  expect(differenceIn(await replay(recording, <Loud />))).toMatchObject({
    now: 'v open-url "https://example.com/"',
  })
})

test('another application differs from its first message on', async () => {
  const recording = await recordingOf(<Counter />, clickTwice)
  const { difference, notes } = await replay(recording, <TopLevel title="Another" />)
  expect(difference).toMatchObject({
    message: 3,
    recorded: 'v create #1 TopLevel {"title":"Counter"}',
    now: 'v create #1 TopLevel {"title":"Another"}',
    cause: 'the first mount',
  })
  expect(notes).toEqual([
    'Not even what is shown first is as it was: is this the recording of another application?',
  ])
})

test('a recording that is cut in its last line is replayed up to there', async () => {
  const recording = await recordingOf(<Counter />, clickTwice)
  const cut = recording.slice(0, recording.indexOf('Clicked 2'))
  expect(await replay(cut, <Counter />)).toMatchObject({
    isSame: true,
    notes: [
      'The last line of the recording is half a line: what came after the line before it is not known',
    ],
  })
})

function Steps() {
  const step = useSignal('none')
  const go = async (): Promise<void> => {
    step.value = 'one'
    await Promise.resolve()
    step.value = 'two'
    await Promise.resolve()
    await Promise.resolve()
    step.value = 'three'
  }
  return (
    <TopLevel>
      <VBox>
        <Label text={step} />
        <Button text="Go" onActivated={go} />
      </VBox>
    </TopLevel>
  )
}

test('flushes between the steps of an async handler come where they came', async () => {
  const recording = await recordingOf(<Steps />, (ui) => ui.click('Go'))
  expect(recording.match(/"type":"flush"/g)?.length).toBeGreaterThan(1)
  expect(await replay(recording, <Steps />)).toMatchObject({ isSame: true })
})

function Forecast({ ask }: { readonly ask: () => Promise<string> }) {
  const session = useSession()
  const shown = useSignal('?')
  const load = async (): Promise<void> => {
    shown.value = 'loading'
    shown.value = await session.recorded('forecast', ask)
  }
  return (
    <TopLevel>
      <VBox>
        <Label text={shown} />
        <Button text="Load" onActivated={load} />
      </VBox>
    </TopLevel>
  )
}

const never = (): never => {
  throw new Error('The outside was asked in a replay')
}

test('what was outside is not asked again', async () => {
  const texts = ['rain', 'sun']
  const ask = (): Promise<string> =>
    new Promise((resolve) => setImmediate(() => resolve(texts.shift()!)))
  const recording = await recordingOf(<Forecast ask={ask} />, async (ui) => {
    await ui.click('Load')
    await ui.click('Load')
  })
  expect(recording).toContain('"settled","name":"forecast","call":2,"value":"sun"')
  expect(await replay(recording, <Forecast ask={never} />)).toMatchObject({ isSame: true })
})

test('a promise that ends in the same turn ends where it ended', async () => {
  const ask = (): Promise<string> => Promise.resolve('rain')
  const recording = await recordingOf(<Forecast ask={ask} />, (ui) => ui.click('Load'))
  expect(await replay(recording, <Forecast ask={never} />)).toMatchObject({ isSame: true })
})

test('an error of the outside is thrown again', async () => {
  const ask = (): Promise<string> => Promise.reject(new RangeError('no more clouds'))
  const ui = render(<Forecast ask={ask} />, { record })
  await ui.click('Load')
  ui.unmount()
  expect(ui.errors()).toEqual([expect.stringContaining('no more clouds')])
  const recording = ui.session.recording!.text()
  expect(await replay(recording, <Forecast ask={never} />)).toMatchObject({ isSame: true })
})

test('a promise that never ended is said to be waited for', async () => {
  const ask = (): Promise<string> => new Promise(() => undefined)
  const recording = await recordingOf(<Forecast ask={ask} />, (ui) => ui.click('Load'))
  const more = recording.replace(
    /(\{"t":\d+,"type":"end"\})/,
    '{"t":99,"type":"out","line":1,"frame":"[]"}\n$1',
  )
  const { difference } = await replay(more, <Forecast ask={never} />)
  expect(difference?.reason).toBe(
    'It waits for recorded("forecast"), which had not ended when this was said.',
  )
})

test('what the recording knows nothing of is a mistake that is told', async () => {
  const recording = await recordingOf(
    <Forecast ask={() => Promise.resolve('rain')} />,
    async (ui) => {
      await ui.click('Load')
    },
  )
  const other = recording.replaceAll('"name":"forecast"', '"name":"weather"')
  expect(differenceIn(await replay(other, <Forecast ask={never} />))?.now).toContain(
    'recorded("forecast") is called for the 1st time, which the recording knows nothing of',
  )
})

function Board({ news }: { readonly news: Signal<string> }) {
  const text = useSession().recorded('news', news)
  return (
    <TopLevel>
      <VBox>
        <Label text={text} />
        <Button text="Post" onActivated={() => (news.value = 'mine')} />
      </VBox>
    </TopLevel>
  )
}

test('a signal that others write has the values that it had', async () => {
  const news = shared('quiet')
  const recording = await recordingOf(<Board news={news} />, async (ui) => {
    news.value = 'loud'
    await ui.settled()
    await ui.click('Post')
    news.value = 'louder'
    await ui.settled()
  })
  expect(await replay(recording, <Board news={shared('another')} />)).toMatchObject({
    isSame: true,
  })
})

function Clock() {
  const { clock } = useSession()
  const time = useSignal('')
  useEffect(() => {
    let timer: unknown
    const tick = (): void => {
      time.value = `${clock.now()} ${clock.random()}`
      timer = clock.setTimeout(tick, 500)
    }
    tick()
    return () => clock.clearTimeout(timer)
  }, [])
  return (
    <TopLevel>
      <Label text={time} />
    </TopLevel>
  )
}

test('time and chance come from the recording', async () => {
  const recording = await recordingOf(<Clock />, (ui) => ui.advance(1600), { clock: 'manual' })
  expect(recording.match(/"type":"timer"/g)).toHaveLength(3)
  expect(await replay(recording, <Clock />)).toMatchObject({ isSame: true })
})

function Late({ delay }: { readonly delay: number }) {
  const { clock } = useSession()
  const text = useSignal('before')
  const wait = (): void => void clock.setTimeout(() => (text.value = 'after'), delay)
  return (
    <TopLevel>
      <VBox>
        <Label text={text} />
        <Button text="Wait" onActivated={wait} />
      </VBox>
    </TopLevel>
  )
}

test('a timer that is due earlier than it was says so at its time', async () => {
  const recording = await recordingOf(
    <Late delay={5000} />,
    async (ui) => {
      await ui.click('Wait')
      await ui.advance(6000)
    },
    { clock: 'manual' },
  )
  expect(differenceIn(await replay(recording, <Late delay={100} />))).toMatchObject({
    now: 'v call #3 set_text "after"',
  })
})

/** Ends after a while, or at once, or with an error. */
function answer(question: number): Promise<string> {
  if (question % 3 === 0) return Promise.resolve(`at once ${question}`)
  if (question % 3 === 1) return new Promise((resolve) => setImmediate(() => resolve('later')))
  return Promise.reject(new Error(`no ${question}`))
}

function List({ ask = answer }: { readonly ask?: (question: number) => Promise<string> }) {
  const session = useSession()
  const asked = useSignal(0)
  const rows = useSignal<readonly string[]>([])
  const draft = useSignal('')
  return (
    <TopLevel>
      <VBox>
        <TextEntry label="Row" bind={draft} />
        <Button text="Add" onActivated={() => (rows.value = [...rows.value, draft.value])} />
        <Button text="Turn" onActivated={() => (rows.value = rows.value.toReversed())} />
        <Button
          text="Later"
          onActivated={async () => {
            await Promise.resolve()
            rows.value = rows.value.slice(1)
          }}
        />
        <Button
          text="Ask"
          onActivated={async () => {
            rows.value = [...rows.value, 'asking']
            const row = await session.recorded('row', () => ask(asked.value++))
            rows.value = [...rows.value, row]
          }}
        />
        <For each={rows}>{(row) => <Label>{row}</Label>}</For>
      </VBox>
    </TopLevel>
  )
}

const deeds: Readonly<Record<string, (ui: Rendered) => Promise<void> | void>> = {
  add: (ui) => ui.click('Add'),
  turn: (ui) => ui.click('Turn'),
  ask: (ui) => ui.click('Ask'),
  twice: async (ui) => {
    await Promise.all([ui.click('Ask'), ui.click('Later'), ui.click('Ask')])
  },
  later: (ui) => ui.click('Later'),
  type: (ui) => ui.type({ label: 'Row' }, 'x'),
  clear: (ui) => ui.clear({ label: 'Row' }),
  reload: (ui) => ui.reconnect(),
}

test('whatever is done says the same when it is replayed', async () => {
  const histories = array(constantFrom(...Object.keys(deeds)), { maxLength: 12 })
  await assert(
    asyncProperty(histories, async (history) => {
      const recording = await recordingOf(<List />, async (ui) => {
        for (const deed of history) await deeds[deed]!(ui)
      })
      expect((await replay(recording, <List ask={never} />)).difference).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})

type Step = readonly [what: 'click' | 'cut' | 'wait' | 'open', amount: number]

const step: Arbitrary<Step> = tuple(
  constantFrom('click', 'cut', 'wait', 'open'),
  nat({ max: 3000 }),
)

function recordInLaboratory(history: readonly Step[], seed: number): string {
  const lab = new Laboratory(() => <Counter />, { seed, session: { record } })
  const first = lab.open()
  lab.advance(50)
  const [session] = lab.sessions
  for (const [what, amount] of history) {
    if (what === 'wait') lab.advance(amount)
    if (what === 'cut') first.network.cutAfter(amount % 200, amount % 2 ? 'up' : 'down')
    if (what === 'open' && lab.pages.length < 3) lab.open({ with: first })
    if (what === 'click' && first.findAll('Click me').length > 0)
      first.fire('Click me', 'activated')
    lab.advance(5)
  }
  lab.rest()
  session!.recording!.stop()
  return session!.recording!.text()
}

test('lines that break and several browsers say the same when they are replayed', async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 15 }), nat(), async (history, seed) => {
      const recording = recordInLaboratory(history, seed)
      expect((await replay(recording, <Counter />)).difference).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})

test('a frame that no page sends is told as the cause', async () => {
  const session = new Session({ record })
  const peer = { backlog: 0, send: () => undefined, close: () => undefined }
  session.mount(() => <Counter />)
  session.attach(peer, { page: 'page-0123456789', isNew: true })
  session.receive(peer, '{{')
  session.destroy()
  const recording = session.recording!.text()
  expect(await replay(recording, <Counter />)).toMatchObject({ isSame: true })
  const other = recording.replace('A frame must be JSON', 'A frame is JSON')
  expect(differenceIn(await replay(other, <Counter />))).toMatchObject({
    recorded: expect.stringContaining('A frame is JSON'),
    cause: 'a frame that no page sends',
  })
})
