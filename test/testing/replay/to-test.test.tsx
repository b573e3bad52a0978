// A recording becomes a test, which reads as if somebody had written it, and passes.

import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { transformWithOxc } from 'vite'
import { expect, test } from 'vitest'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered, RenderOptions } from 'treewire/testing'
import {
  Button,
  CheckBox,
  ComboBox,
  createElement,
  Label,
  Session,
  Slider,
  TextEntry,
  TopLevel,
  useDialogs,
  useEffect,
  useSession,
  useSignal,
  VBox,
} from 'treewire'
import { readRecording } from '../../../src/testing/replay/read-recording.ts'
import { testText } from '../../../src/testing/replay/to-test.ts'

type Component = () => Child

/** The text of the test for what a script does. */
async function textFor(
  App: Component,
  script: (ui: Rendered) => Promise<void>,
  options: RenderOptions = {},
): Promise<string> {
  const ui = render(<App />, { record: { inMemory: true }, ...options })
  await script(ui)
  ui.unmount()
  return testText(readRecording(ui.session.recording!.text()), {
    component: { name: 'App', from: './app.tsx' },
    title: 'does what was recorded',
  })
}

/** Runs a test, with its imports given. */
async function run(text: string, App: Component): Promise<void> {
  const body = text.replaceAll(/^import .*$/gm, '')
  const { code } = await transformWithOxc(body, 'made.test.tsx', {
    jsx: { runtime: 'classic', pragma: 'createElement' },
  })
  const found: (() => Promise<void>)[] = []
  const around = {
    test: (_title: string, made: () => Promise<void>) => void found.push(made),
    expect,
    render,
    createElement,
    App,
  }
  // eslint-disable-next-line no-new-func, typescript/no-implied-eval
  new Function(...Object.keys(around), code)(...Object.values(around))
  expect(found).toHaveLength(1)
  await found[0]!()
}

function Counter() {
  const count = useSignal(0)
  return (
    <TopLevel title="Counter">
      <VBox>
        <Label text={() => `Clicked ${count.value} times`} />
        <Button text="Click me" onActivated={() => count.value++} />
      </VBox>
    </TopLevel>
  )
}

test('a test of a click', async () => {
  const text = await textFor(Counter, (ui) => ui.click('Click me'))
  expect(text).toBe(`import { expect, test } from 'vitest'
import { render } from 'treewire/testing'
import { App } from './app.tsx'

test('does what was recorded', async () => {
  const ui = render(<App />, { names: 'path' })
  expect(ui.take()).toEqual([
    'v create TopLevel(Counter) {"title":"Counter"}',
    'v create VBox',
    'v create VBox/Label "Clicked 0 times"',
    'v call VBox add_widget VBox/Label',
    'v create Button(Click me) "Click me"',
    'v listen Button(Click me) activated',
    'v call VBox add_widget Button(Click me)',
    'v call TopLevel(Counter) set_widget VBox',
    'v call TopLevel(Counter) show',
  ])

  await ui.click('Click me')
  expect(ui.take()).toEqual([
    '^ callback Button(Click me) activated',
    'v call VBox/Label set_text "Clicked 1 times"',
  ])
})
`)
  await run(text, Counter)
})

function Form() {
  const name = useSignal('')
  const isSure = useSignal(false)
  const size = useSignal('small')
  const amount = useSignal(1)
  const { confirm } = useDialogs()
  const said = useSignal('')
  const send = async (): Promise<void> => {
    said.value = (await confirm(`Send "${name.value}"?`)) ? "It's sent" : 'Not sent'
  }
  return (
    <TopLevel>
      <VBox>
        <TextEntry label="Name" bind={name} onActivated={send} />
        <TextEntry label="Note" onModified={(text) => (said.value = text)} />
        <CheckBox text="Sure" bind={isSure} />
        <ComboBox label="Size" items={['small', 'large']} bind={size} />
        <Slider label="Amount" max={10} bind={amount} />
        <Label text={() => `${name.value} ${isSure.value} ${size.value} ${amount.value}`} />
        <Label text={said} />
        <Button text="Save" onActivated={send} />
        <Button text="Save" onActivated={() => (said.value = 'the other')} />
      </VBox>
    </TopLevel>
  )
}

/** The calls of `ui` that a test makes. */
function deedsIn(text: string): string[] {
  return [...text.matchAll(/await ui\.(.*)$/gm)].map(([, deed]) => deed!)
}

const deeds: readonly ((ui: Rendered) => Promise<void>)[] = [
  (ui) => ui.type({ label: 'Name' }, 'Ann'),
  (ui) => ui.type({ label: 'Note' }, 'x "y" \\'),
  (ui) => ui.clear({ label: 'Name' }),
  (ui) => ui.click('Sure'),
  (ui) => ui.select({ label: 'Size' }, 'large'),
  (ui) => ui.press('ArrowRight', { label: 'Amount' }),
  async (ui) => {
    await ui.click(ui.findAll('Save')[0]!)
    await ui.click('Cancel')
  },
]

test('what is made passes, whatever was done', async () => {
  await assert(
    asyncProperty(array(constantFrom(...deeds), { maxLength: 8 }), async (script) => {
      const text = await textFor(Form, async (ui) => {
        for (const deed of script) await deed(ui)
      })
      await run(text, Form)
    }),
    { numRuns: 20 },
  )
})

test('deeds are told in the words of a test, where they are exact', async () => {
  const text = await textFor(Form, async (ui) => {
    await ui.type({ label: 'Name' }, 'Ann')
    await ui.type({ label: 'Name' }, "'s")
    await ui.clear({ label: 'Name' })
    await ui.click('Sure')
    await ui.select({ label: 'Size' }, 'large')
    await ui.fire({ label: 'Amount' }, 'activated', 7)
    await ui.click(ui.findAll('Save')[0]!)
    await ui.click('OK')
    await ui.click(ui.findAll('Save')[1]!)
    await ui.press('Enter', { label: 'Name' })
    await ui.click('Cancel')
  })
  expect(deedsIn(text)).toEqual([
    "type({ role: 'textbox', name: 'Name' }, 'Ann')",
    `type({ role: 'textbox', name: 'Name' }, "'s")`,
    "clear({ role: 'textbox', name: 'Name' })",
    "click({ role: 'checkbox', name: 'Sure' })",
    "select({ role: 'combobox', name: 'Size' }, 'large')",
    "fire({ role: 'slider', name: 'Amount' }, 'activated', 7)",
    "click({ path: 'Button(Save)' })",
    "click('OK')",
    "click({ path: 'Button(Save)[2]' })",
    "press('Enter', { role: 'textbox', name: 'Name' })",
    "click('Cancel')",
  ])
  await run(text, Form)
})

function Forecast() {
  const session = useSession()
  const shown = useSignal('?')
  const ask = (): Promise<{ readonly sky: string }> =>
    new Promise((resolve) => setImmediate(resolve, { sky: 'rain' }))
  const load = async (): Promise<void> => {
    const day = session.recorded('the day', () => 'Monday')
    shown.value = 'loading'
    const { sky } = await session.recorded('forecast', ask)
    shown.value = `${day}: ${sky}`
  }
  const fail = (): Promise<never> =>
    session.recorded('thunder', () => Promise.reject(new Error('no sky')))
  return (
    <TopLevel>
      <VBox>
        <Label text={shown} />
        <Button text="Load" onActivated={load} />
        <Button text="Fail" onActivated={fail} />
      </VBox>
    </TopLevel>
  )
}

test('what was outside is given to it', async () => {
  const text = await textFor(Forecast, async (ui) => {
    await ui.click('Load')
    await ui.click('Fail')
  })
  expect(text).toContain(`
  const ui = render(<App />, {
    names: 'path',
    outside: {
      'the day': [
        () => 'Monday',
      ],
      forecast: [
        () => new Promise((resolve) => setImmediate(resolve, { sky: 'rain' })),
      ],
      thunder: [
        () => Promise.reject(new Error('no sky')),
      ],
    },
  })
`)
  expect(text).toContain(`
  expect(ui.errors()).toEqual([
    'Forecast > TopLevel #1 > VBox #2 > Button #5.onActivated: no sky',
  ])
`)
  await run(text, Forecast)
})

function Clock() {
  const { clock } = useSession()
  const count = useSignal(0)
  useEffect(() => {
    let timer: unknown
    const tick = (): void => {
      timer = clock.setTimeout(() => {
        count.value++
        tick()
      }, 500)
    }
    tick()
    return () => clock.clearTimeout(timer)
  }, [])
  return (
    <TopLevel>
      <VBox>
        <Label text={() => `${count.value}`} />
        <Button text="Back" onActivated={() => (count.value = 0)} />
      </VBox>
    </TopLevel>
  )
}

test('time goes on in it as it did', async () => {
  const text = await textFor(
    Clock,
    async (ui) => {
      await ui.advance(700)
      await ui.click('Back')
      await ui.advance(300)
    },
    { clock: 'manual' },
  )
  expect(deedsIn(text)).toEqual(['advance(500)', 'advance(200)', "click('Back')", 'advance(300)'])
  await run(text, Clock)
})

test.each<[what: string, script: (ui: Rendered) => Promise<void> | void, sentence: RegExp]>([
  ['several lines', (ui) => ui.reconnect(), /^A test can be made of what one browser has done/],
  ['several browsers', (ui) => void ui.open(), /^A test can be made of what one browser has done/],
])('of %s none is made', async (_what, script, sentence) => {
  await expect(textFor(Counter, async (ui) => script(ui))).rejects.toThrow(sentence)
})

test('of a browser that was refused none is made', () => {
  const session = new Session({ record: { inMemory: true } })
  const peer = { backlog: 0, send: () => undefined, close: () => undefined }
  session.mount(Counter)
  session.attach(peer, { page: 'page-0123456789', isNew: true })
  session.receive(peer, '{{')
  session.destroy()
  const recording = readRecording(session.recording!.text())
  const component = { name: 'App', from: './app.tsx' }
  const sentence =
    /^A test cannot be made of a recording in which a browser was refused: A frame must be JSON/
  expect(() => testText(recording, { component, title: 'is made' })).toThrow(sentence)
})
