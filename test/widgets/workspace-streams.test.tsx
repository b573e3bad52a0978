// What crosses the wire for children at offsets, pages without tabs, windows in a workspace, bars and knobs.

import { expect, test } from 'vitest'
import {
  AbstractScrollArea,
  Dial,
  FixedLayout,
  For,
  Label,
  MDISubWindow,
  MDIWidget,
  Page,
  ScrollBar,
  signal,
  StackWidget,
} from 'treewire'
import { render } from 'treewire/testing'

test('a child of a FixedLayout moves by one message, and nothing else moves', async () => {
  const x = signal(10)
  const screen = render(() => (
    <Page>
      <FixedLayout>
        <Label x={x} y={20}>
          First
        </Label>
        <Label x={5} y={5}>
          Second
        </Label>
      </FixedLayout>
    </Page>
  ))
  expect(screen.take().filter((line) => line.includes('add_widget'))).toEqual([
    'v call #2 add_widget #3 10 20',
    'v call #2 add_widget #4 5 5',
  ])
  x.value = 30
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 insert_before #3 #4 30 20'])
})

test('the children of a FixedLayout stand in the order of the JSX', async () => {
  const names = signal(['a', 'b', 'c'])
  const screen = render(() => (
    <Page>
      <FixedLayout>
        {() =>
          names.value.map((name, at) => (
            <Label key={name} x={at * 10} y={0}>
              {name}
            </Label>
          ))
        }
      </FixedLayout>
    </Page>
  ))
  const order = () =>
    screen.find({ type: 'FixedLayout' }).children.map((one) => one.state.get('text'))
  names.value = ['b', 'd', 'c', 'a']
  await screen.settled()
  expect(order()).toEqual(['b', 'd', 'c', 'a'])
})

test('the page of a stack follows its signal, and writes it', async () => {
  const shown = signal(1)
  const screen = render(() => (
    <Page>
      <StackWidget bind={shown}>
        <Label tab="One">1</Label>
        <Label tab="Two">2</Label>
      </StackWidget>
    </Page>
  ))
  expect(screen.take()).toEqual(
    expect.arrayContaining(['v call #2 add_widget #4 {"title":"Two"}', 'v call #2 set_index 1']),
  )
  shown.value = 0
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 set_index 0'])
  await screen.fire({ type: 'StackWidget' }, 'page-switch', { __wid__: 4 }, 1)
  expect([shown.value, screen.take()]).toEqual([1, ['^ callback #2 page-switch #4 1']])
})

test.each([
  [<Dial bind={signal(3)} />, 'activated', [7]],
  [<ScrollBar bind={signal(0.1)} />, 'activated', [0.7]],
  [<AbstractScrollArea bind={signal([0, 0] as const)} />, 'scrolled', [0.5, 0.7]],
] as const)('what is bound is written, and not sent back (%#)', async (element, action, args) => {
  const screen = render(() => <Page>{element}</Page>)
  screen.take()
  await screen.fire({ type: element.type as string }, action, ...args)
  const { value } = element.props['bind'] as { readonly value: unknown }
  expect(value).toEqual(args.length === 1 ? args[0] : args)
  expect(screen.take()).toHaveLength(1)
})

const desk = (titles: readonly string[]) => signal(titles)

function windows(titles: ReturnType<typeof desk>, front = signal(-1)) {
  return render(() => (
    <Page>
      <MDIWidget bind={front}>
        <For each={titles} by={(title) => title}>
          {(title) => (
            <MDISubWindow
              title={title}
              position={[20, 30]}
              onClose={() => (titles.value = titles.value.filter((one) => one !== title))}
            >
              <Label>{title}</Label>
            </MDISubWindow>
          )}
        </For>
      </MDIWidget>
    </Page>
  ))
}

test('a window is made with its title, placed, filled, and put into its workspace', () => {
  expect(
    windows(desk(['Log']))
      .take()
      .slice(1),
  ).toEqual([
    'v create #2 MDIWidget',
    'v listen #2 page-switch',
    'v create #3 MDISubWindow {"title":"Log"}',
    'v call #3 set_position 20 30',
    'v listen #3 close',
    'v create #4 Label "Log"',
    'v call #3 set_widget #4',
    'v call #2 add_widget #3',
    'v call #1 set_widget #2',
    'v call #1 show',
  ])
})

test('a window that the user asks to close stays until it is let go', async () => {
  const screen = windows(desk(['Log', 'Editor']))
  screen.take()
  await screen.fire({ wid: 3 }, 'close')
  expect(screen.take()).toEqual(['^ callback #3 close', 'v call #2 remove #3 true'])
})

test('the window that the user brings to the front is known by its index', async () => {
  const front = signal(-1)
  const titles = desk(['Log', 'Editor'])
  const screen = windows(titles, front)
  screen.take()
  await screen.fire({ wid: 2 }, 'page-switch', { __wid__: 5 })
  expect([front.value, screen.take()]).toEqual([1, ['^ callback #2 page-switch #5']])
  front.value = 0
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 set_index 0'])
  titles.value = ['Editor', 'Log']
  await screen.settled()
  screen.take()
  await screen.fire({ wid: 2 }, 'page-switch', { __wid__: 3 })
  expect(front.value).toBe(1)
})

test('a plain child is given a window of its own, with its title and place', () => {
  const screen = render(() => (
    <Page>
      <MDIWidget>
        <Label tab="Notes" x={5} y={6}>
          Nothing yet
        </Label>
      </MDIWidget>
    </Page>
  ))
  expect(screen.take()).toContain('v call #2 add_widget #3 {"title":"Notes","x":5,"y":6}')
})

test('another browser is told what the user made of a window', async () => {
  const other = render(() => (
    <Page>
      <MDIWidget>
        <MDISubWindow
          title="Log"
          position={[20, 30]}
          onMove={() => undefined}
          onResize={() => undefined}
          onWindowState={() => undefined}
        />
      </MDIWidget>
    </Page>
  ))
  await other.fire({ wid: 3 }, 'move', 70, 80)
  await other.fire({ wid: 3 }, 'resize', { width: 310, height: 220 })
  await other.fire({ wid: 3 }, 'window-state', 'shaded')
  other.take()
  other.reconnect()
  expect(other.take()).toEqual(
    expect.arrayContaining([
      'v call #3 set_position 70 80',
      'v call #3 resize 310 220',
      'v call #3 set_window_state "shaded"',
    ]),
  )
})

test('by hand, a window that is closed is not told of again', async () => {
  const screen = render(() => <Page />)
  const { session } = screen
  const mdi = session.create('MDIWidget')
  const log = session.create('Label', ['Log'])
  mdi.call('add_widget', log, { title: 'Log' })
  mdi.call('close_child', log)
  await screen.settled()
  screen.take()
  screen.reconnect()
  expect(screen.take().filter((line) => line.includes('add_widget'))).toEqual([])
})

test('by hand what is said of children is said again when they are there, of each the last', () => {
  const screen = render(() => <Page />)
  const { session } = screen
  const mdi = session.create('MDIWidget')
  const [log, notes] = [session.create('Label', ['Log']), session.create('Label', ['Notes'])]
  mdi.call('set_index', 0)
  mdi.call('add_widget', log)
  mdi.call('add_widget', notes)
  mdi.call('move_child', log, 10, 20)
  mdi.call('move_child', notes, 50, 60)
  mdi.call('move_child', log, 30, 40)
  session.flush()
  screen.take()
  screen.reconnect()
  expect(screen.take().filter((line) => line.includes('call #2 '))).toEqual([
    'v call #2 add_widget #3',
    'v call #2 add_widget #4',
    'v call #2 set_index 0',
    'v call #2 move_child #4 50 60',
    'v call #2 move_child #3 30 40',
  ])
})

test('by hand, a window that closes by a call is out until it is put in again', () => {
  const screen = render(() => null)
  const { session } = screen
  const [mdi, window] = [session.create('MDIWidget'), session.create('MDISubWindow')]
  mdi.call('add_widget', window)
  window.call('close')
  const calls = () => {
    session.flush()
    screen.take()
    screen.reconnect()
    return screen.take().filter((line) => line.startsWith('v call'))
  }
  expect(calls()).toEqual([])
  mdi.call('add_widget', window)
  expect(calls()).toEqual(['v call #1 add_widget #2'])
})
