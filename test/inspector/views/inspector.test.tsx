// The inspector as its user sees it, at a session that a test rules.

import { Button, Page, signal, TextEntry, useSignal, VBox, type Child } from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { expect, onTestFinished, test } from 'vitest'
import { Inspection } from '../../../src/inspector/inspection.ts'
import { inspector } from '../../../src/inspector/views/app.tsx'
import { tabs } from '../../../src/inspector/views/tabs.ts'
import { RecordSwitch } from '../../../src/session/recording/record-switch.ts'
import { insideOf } from '../../../src/session/session.ts'
import { logName } from '../../../src/telemetry/logger.ts'
import { Screen } from '../seen/watched.tsx'

type Rows = readonly Readonly<Record<string, string>>[]

interface Opened {
  readonly screen: Rendered
  readonly view: Rendered
  readonly clock: ManualClock
  /** Goes to a tab. */
  readonly goTo: (tab: (typeof tabs)[number]) => Promise<void>
  /** Lets what has happened be seen. */
  readonly catchUp: () => Promise<void>
  readonly rowsOf: (label: string) => Rows
}

function opened(shown: Child = <Screen step={signal(1, { name: 'step' })} />): Opened {
  const screen = render(<>{shown}</>, { id: 'one' })
  const clock = new ManualClock()
  const inspection = new Inspection(() => new Set([screen.session]), clock, new RecordSwitch())
  const view = render(inspector(inspection), { id: 'inspector' })
  onTestFinished(() => view.unmount())
  return {
    screen,
    view,
    clock,
    goTo: (tab) => {
      const at = tabs.indexOf(tab)
      const { wid } = view.find({ type: 'TabWidget' }).children[at]!
      return view.fire({ type: 'TabWidget' }, 'page-switch', { __wid__: wid }, at)
    },
    catchUp: async () => {
      clock.advance(200)
      await view.settled()
    },
    rowsOf: (label) => view.find({ label }).state.get('rows') as unknown as Rows,
  }
}

test('the first session is chosen, and how it is stands on top', async () => {
  const { view, rowsOf } = opened()
  await view.settled()
  expect(rowsOf('Sessions').map(({ name, browsers }) => [name, browsers])).toEqual([
    [logName('one'), 1],
  ])
  expect(view.find({ label: 'Session' }).state.get('items')).toEqual([logName('one')])
  expect(view.find({ text: /^1 browser · – · 13 widgets · about / }).wid).toBeGreaterThan(0)
  expect(view.errors()).toEqual([])
})

test('a click in the application is a message with its component, its prop and its cause', async () => {
  const { screen, goTo, catchUp, rowsOf } = opened()
  await goTo('Messages')
  await screen.fire('Count', 'activated')
  await catchUp()
  const shown = rowsOf('Messages').map(({ way, what, widget, component, by, why }) =>
    [way, what, widget, component, by, why].join(' | '),
  )
  expect(shown).toEqual([
    'v | set_text | Label #7 | Counter | render | Counter useSignal 1 changed from 0 to 1',
    'v | set_text | Label #6 | Parity | render | props changed: isEven (Counter rendered)',
    'v | set_text | Label #4 | Counter | render | Counter useSignal 1 changed from 0 to 1',
    '^ | callback activated | Button #5 | Counter | the user | in browser 1',
  ])
})

test('a new message costs the inspector one patch of its rows', async () => {
  const { screen, view, goTo, catchUp } = opened()
  await goTo('Messages')
  await screen.fire('Count', 'activated')
  await catchUp()
  view.take()
  await screen.fire('Dark', 'activated')
  await catchUp()
  const calls = view.take().map((line) => line.split(' ').slice(1, 4).join(' '))
  expect(calls.filter((call) => call.includes('rows'))).toEqual([
    `call #${view.find({ label: 'Messages' }).wid} patch_rows`,
  ])
})

test('messages can be chosen, seen in full, filtered, and cleared', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Messages')
  await screen.fire('Count', 'activated')
  await catchUp()
  await view.fire({ label: 'Messages' }, 'selected', [{ path: ['2'], values: null }])
  expect(view.find({ text: /"set_text"/ }).state.get('text')).toContain('"1 times"')
  expect(view.find({ type: 'Link' }).state.get('text')).toBe(
    'Counter · render · Counter useSignal 1 changed from 0 to 1',
  )
  await view.fire({ label: 'Which messages' }, 'activated', 2, '')
  expect(rowsOf('Messages')).toHaveLength(1)
  await view.fire({ label: 'Which messages' }, 'activated', 0, '')
  await view.fire({ label: 'Filter' }, 'modified', 'PARITY')
  expect(rowsOf('Messages').map(({ widget }) => widget)).toEqual(['Label #6'])
  await view.fire({ label: 'Filter' }, 'modified', '')
  await view.fire('Clear', 'activated')
  expect(rowsOf('Messages')).toEqual([])
  await screen.fire('Dark', 'activated')
  await catchUp()
  expect(rowsOf('Messages').length).toBeGreaterThan(0)
})

test('what is cleared in one session is not cleared in another', async () => {
  const [one, two] = ['one', 'two'].map((id) => render(<Screen step={signal(1)} />, { id }))
  const clock = new ManualClock()
  const sessions = () => new Set([one!.session, two!.session])
  const view = render(inspector(new Inspection(sessions, clock, new RecordSwitch())))
  onTestFinished(() => view.unmount())
  const click = async (screen: Rendered): Promise<void> => {
    await screen.fire('Count', 'activated')
    clock.advance(200)
    await view.settled()
  }
  const { wid } = view.find({ type: 'TabWidget' }).children[tabs.indexOf('Messages')]!
  const at = tabs.indexOf('Messages')
  await view.fire({ type: 'TabWidget' }, 'page-switch', { __wid__: wid }, at)
  await click(one!)
  await view.fire('Clear', 'activated')
  await view.fire({ label: 'Session' }, 'activated', 1, '')
  await click(two!)
  expect(view.find({ label: 'Messages' }).state.get('rows')).toHaveLength(4)
})

test('while it is paused nothing moves; then all is there', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Messages')
  await view.fire('Pause', 'activated', true)
  await screen.fire('Count', 'activated')
  await catchUp()
  expect(rowsOf('Messages') ?? []).toEqual([])
  await view.fire('Pause', 'activated', false)
  expect(rowsOf('Messages')).toHaveLength(4)
})

test('why components rendered; Enter leads to the component', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Renders')
  await screen.fire('Count', 'activated')
  await catchUp()
  const [parity, counter] = rowsOf('Renders')
  expect([parity!['why'], counter!['why']]).toEqual([
    'props changed: isEven (Counter rendered)',
    'Counter useSignal 1 changed from 0 to 1',
  ])
  await view.fire({ label: 'Renders' }, 'activated', counter!, ['1'], null)
  const tree = view.find({ label: 'Components and widgets' })
  const [path] = tree.state.get('selected') as unknown as readonly string[][]
  expect(tree.state.get('tree')).toHaveProperty([...path!, 'name'], 'Counter')
  const details = rowsOf('Details').map(({ section, name, value }) => [section, name, value])
  expect(details).toEqual([
    ['Props', 'step', '1'],
    ['Hooks', '1 useSignal', '1'],
    ['Hooks', '2 useComputed', '2'],
    ['Reads', 'Counter useSignal 1', '1'],
  ])
  expect(
    view.find({ text: /watched.tsx:\d+:\d+\. Rendered 1 time; last: Counter useSignal 1/ }).wid,
  ).toBeGreaterThan(0)
})

/** What the tree says of the node that is chosen. */
function chosenIn(view: Rendered): unknown {
  const { state } = view.find({ label: 'Components and widgets' })
  const [path] = state.get('selected') as unknown as readonly string[][]
  return path && path.reduce<unknown>((at, key) => (at as object)[key as never], state.get('tree'))
}

test('from a message one comes to the component that has caused it, and from there to its messages', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Messages')
  expect(view.find('Only of a chosen node').state.get('enabled')).toBe(false)
  await screen.fire('Count', 'activated')
  await screen.fire('Drop', 'activated')
  await catchUp()
  await view.fire({ label: 'Messages' }, 'selected', [{ path: ['2'], values: null }])
  await view.fire({ type: 'Link' }, 'activated')
  expect(chosenIn(view)).toMatchObject({ name: 'Counter' })
  await view.fire('Its messages', 'activated')
  const shown = (): unknown[] => rowsOf('Messages').map(({ what, widget }) => `${what} ${widget}`)
  // What Parity has caused is its own.
  expect(shown()).toEqual([
    'set_text Label #7',
    'set_text Label #4',
    'callback activated Button #5',
  ])
  await view.fire('Only of Counter', 'activated', false)
  expect(shown()).toHaveLength(6)
})

test.each([
  [
    'of a widget: what speaks of it, and what puts it',
    'Label #14',
    ['add_widget #12', 'create Label #14'],
  ],
  ['of a container nothing of what is in it', 'Page #1', []],
  ['of a list what is said of its rows', 'For', ['add_widget #12', 'create Label #14']],
])('the messages %s', async (_what, name, messages) => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await screen.fire('Add', 'activated')
  await screen.fire('Count', 'activated')
  await catchUp()
  await goTo('Tree')
  const tree = view.find({ label: 'Components and widgets' })
  const path = pathOfName(tree.state.get('tree'), name)!
  await view.fire({ label: 'Components and widgets' }, 'selected', [{ path, values: null }])
  await view.fire('Its messages', 'activated')
  expect(view.find(`Only of ${name}`).state.get('state')).toBe(true)
  const shown = rowsOf('Messages') ?? []
  expect(shown.map(({ what, widget }) => `${what} ${widget!.split(' ')[1]}`)).toEqual(messages)
})

/** Where in a tree the node of this name is. */
function pathOfName(tree: unknown, wanted: string): string[] | undefined {
  for (const [key, node] of Object.entries(tree as object)) {
    if (typeof node !== 'object') continue
    if ((node as { name?: string }).name === wanted) return [key]
    const below = pathOfName(node, wanted)
    if (below) return [key, ...below]
  }
  return undefined
}

test('by Enter on a message too; the filter of messages hides nothing that was chosen so', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Messages')
  await screen.fire('Count', 'activated')
  await catchUp()
  await view.fire({ label: 'Filter' }, 'modified', 'set_text')
  const [, parity] = rowsOf('Messages')
  await view.fire({ label: 'Messages' }, 'activated', parity!, [parity!['number']!], null)
  expect(chosenIn(view)).toMatchObject({ name: 'Parity' })
})

test('a component that has gone meanwhile is said to have', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Renders')
  await screen.fire('Count', 'activated')
  await catchUp()
  screen.session.mount(() => null)
  await catchUp()
  await view.fire({ label: 'Renders' }, 'activated', rowsOf('Renders').at(-1)!, ['1'], null)
  expect(view.find('Gone').wid).toBeGreaterThan(0)
  expect(view.find('It is not there any more.').wid).toBeGreaterThan(0)
  expect(view.errors()).toEqual([])
})

test('a row of a list is shown as one, and Enter leads to the list where it has no component', async () => {
  const { screen, view, goTo, catchUp, rowsOf } = opened()
  await goTo('Renders')
  await screen.fire('Add', 'activated')
  await catchUp()
  const row = rowsOf('Renders').find(({ component }) => component === 'row of For')
  expect(row).toMatchObject({ kind: 'first' })
  await view.fire({ label: 'Renders' }, 'activated', row!, [row!['number']!], null)
  expect(chosenIn(view)).toMatchObject({ name: 'rows', shows: '2' })
})

test('two who look at one session see the same, and one goes on when the other has left', async () => {
  const screen = render(<Screen step={signal(1)} />, { id: 'one' })
  const clock = new ManualClock()
  const inspection = new Inspection(() => new Set([screen.session]), clock, new RecordSwitch())
  const views = await Promise.all(
    [0, 1].map(async () => {
      const view = render(inspector(inspection))
      const { wid } = view.find({ type: 'TabWidget' }).children[3]!
      await view.fire({ type: 'TabWidget' }, 'page-switch', { __wid__: wid }, 3)
      return view
    }),
  )
  const shown = async (): Promise<unknown[]> => {
    clock.advance(200)
    for (const view of views) await view.settled()
    const rows = views.map((view) => view.find({ label: 'Messages' }).state.get('rows') ?? [])
    return rows.map((all) => (all as unknown as Rows).map(({ widget }) => widget))
  }
  const click = ['Label #7', 'Label #6', 'Label #4', 'Button #5']
  await screen.fire('Count', 'activated')
  expect(await shown()).toEqual([click, click])
  await views[0]!.fire('Clear', 'activated')
  expect(await shown()).toEqual([[], click])
  views.shift()!.unmount()
  await screen.fire('Count', 'activated')
  expect(await shown()).toEqual([[...click, ...click]])
  views.shift()!.unmount()
  const { tree, traffic } = insideOf(screen.session)
  expect([tree.observer, traffic.observer, clock.waiting]).toEqual([undefined, undefined, 0])
  expect(screen.errors()).toEqual([])
})

function SignIn() {
  const password = useSignal('')
  return (
    <Page>
      <VBox>
        <TextEntry label="Password" password bind={password} />
        <Button enabled={password.value.length > 5}>Sign in</Button>
      </VBox>
    </Page>
  )
}

test('a password is told to no inspector, whatever tab is in front', async () => {
  const { screen, view, goTo, catchUp } = opened(<SignIn />)
  view.takeFrames()
  for (const tab of tabs) {
    await screen.fire({ label: 'Password' }, 'modified', `hunter in ${tab}`)
    await catchUp()
    await goTo(tab)
  }
  const told = view.takeFrames().join('')
  expect(told).not.toContain('hunter')
  expect(told).toContain('••••••')
})

test('the tree follows what is mounted, and the filter', async () => {
  const { screen, view, goTo, catchUp } = opened()
  await goTo('Tree')
  const { wid } = view.find({ label: 'Components and widgets' })
  const said = () => view.take().filter((line) => line.startsWith(`v call #${wid} `))
  expect(view.find({ wid }).state.get('tree')).toHaveProperty('n1.n2.name', 'Screen')
  said()
  await screen.fire('Drop', 'activated')
  await catchUp()
  // The row has gone, and with it the list.
  expect(said()).toEqual([expect.stringContaining('patch_tree {"in":{"n1":')])
  await view.fire({ label: 'Filter' }, 'modified', 'nothing like it')
  expect(said()).toEqual([`v call #${wid} clear`])
  expect(view.errors()).toEqual([])
})

test('signals and who reads them', async () => {
  const { view, goTo, rowsOf } = opened()
  await goTo('Signals')
  const names = rowsOf('Signals').map(({ name }) => name)
  expect(names).toContain('Counter useSignal 1')
  const path = ['Counter useSignal 1']
  await view.fire({ label: 'Signals' }, 'selected', [{ path, values: null }])
  expect(rowsOf('Readers of the signal').map(({ reader, does }) => [reader, does])).toEqual([
    ['Counter', 'renders'],
    ['Label #4.text', 'sets the prop'],
  ])
})

test('one step back shows what was there before, and marks what the message was about', async () => {
  const { screen, view, goTo, catchUp } = opened()
  await goTo('States')
  const { wid } = view.find({ label: 'What browsers showed' })
  const said = () =>
    view
      .take()
      .filter((line) => line.startsWith(`v call #${wid} `))
      .join('\n')
  said()
  await screen.fire('Count', 'activated')
  await catchUp()
  expect(said()).toContain('1 times')
  for (let at = 0; at < 3; at++) await view.fire('Back', 'activated')
  expect(said()).toContain('0 times')
  expect(view.find({ text: /^After 1 of 4: \^ Button #5 callback activated/ }).wid).toBeGreaterThan(
    0,
  )
  await view.fire('Forward', 'activated')
  expect(said()).toContain('1 times')
  expect(view.find({ wid }).state.get('selected')).toEqual([['w1', 'w2', 'w3', 'w4']])
  await view.fire('First', 'activated')
  expect(view.find('Before all 4 messages that are kept.').wid).toBeGreaterThan(0)
})

test('a browser whose line is down is away, and not counted with those that are there', async () => {
  const screen = render(<Screen step={signal(1)} />, { id: 'one', clock: 'manual' })
  screen.network.conditions.isDown = true
  screen.network.cut()
  const sessions = new Set([screen.session])
  const view = render(
    inspector(new Inspection(() => sessions, new ManualClock(), new RecordSwitch())),
  )
  expect(view.find(/^0 browsers · – · 13 widgets/).wid).toBeGreaterThan(0)
  expect(view.find(`Session ${logName('one')}: 0 browsers, 1 away`).wid).toBeGreaterThan(0)
  view.unmount()
})

test('no browser of the application notices anything of all that', async () => {
  const { screen, goTo, catchUp } = opened()
  screen.take()
  for (const tab of tabs) await goTo(tab)
  await catchUp()
  expect(screen.take()).toEqual([])
  expect(screen.errors()).toEqual([])
})

test('when the inspector is closed nothing of it is left in the session', () => {
  const { screen, view, clock } = opened()
  view.unmount()
  const { tree, traffic } = insideOf(screen.session)
  expect([tree.observer, traffic.observer, clock.waiting]).toEqual([undefined, undefined, 0])
})

test('a session that ends makes room for the next', async () => {
  const screens = ['one', 'two'].map((id) => render(<Screen step={signal(1)} />, { id }))
  const clock = new ManualClock()
  const sessions = () => screens.map(({ session }) => session).filter(({ isOver }) => !isOver)
  const view = render(
    inspector(new Inspection(() => new Set(sessions()), clock, new RecordSwitch())),
  )
  await view.fire({ label: 'Session' }, 'activated', 1, '')
  expect(view.find({ label: 'Session' }).state.get('index')).toBe(1)
  screens[1]!.unmount()
  clock.advance(1000)
  await view.settled()
  expect(view.find({ label: 'Session' }).state.get('items')).toEqual([logName('one')])
  screens[0]!.unmount()
  clock.advance(1000)
  await view.settled()
  expect(view.find('No browser has come yet.').wid).toBeGreaterThan(0)
  expect(view.errors()).toEqual([])
  view.unmount()
})

test('before anything is chosen in the tree nothing is said of what it has', async () => {
  const { view, goTo } = opened()
  await goTo('Tree')
  expect(view.find({ label: 'Details' }).state.get('placeholder') ?? '').toBe('')
})
