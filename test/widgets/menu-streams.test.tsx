// Menus and tool bars in JSX and by hand: what goes over the wire.

import { expect, test } from 'vitest'
import {
  Box,
  Button,
  ButtonBox,
  Label,
  Menu,
  MenuAction,
  MenuBar,
  Separator,
  signal,
  ToolBar,
  ToolBarAction,
  useRef,
} from 'treewire'
import type { Handle } from 'treewire'
import { render } from 'treewire/testing'
import { column } from '../reconciler/column.tsx'

test('a bar of menus is one frame, and what changes in it one message', () => {
  const recent = signal(['a.txt', 'b.txt'])
  const screen = column(
    <MenuBar>
      <Menu text="File">
        <MenuAction text="Open…" />
        <Separator />
        <Menu text="Recent">
          {() => recent.value.map((name) => <MenuAction key={name}>{name}</MenuAction>)}
        </Menu>
      </Menu>
    </MenuBar>,
  )
  const names = () => screen.findAll({ type: 'MenuAction' }).map(({ state }) => state.get('text'))
  expect(names()).toEqual(['Open…', 'a.txt', 'b.txt'])
  recent.value = ['b.txt']
  screen.session.flush()
  expect(screen.take()).toEqual(['v call #7 remove #8 true'])
  recent.value = ['c.txt', 'b.txt']
  screen.session.flush()
  expect(screen.take()).toEqual([
    'v create #10 MenuAction {"text":"c.txt"}',
    'v call #7 insert_before #10 #9',
  ])
})

test('an entry tells, and what is bound follows its check mark', async () => {
  const wrap = signal(false)
  const told: unknown[] = []
  const screen = column(
    <MenuBar>
      <Menu text="View">
        <MenuAction checkable bind={wrap} onActivated={(isOn) => told.push(isOn)} />
        <MenuAction onClick={() => told.push('plain')} />
      </Menu>
    </MenuBar>,
  )
  await screen.fire({ wid: 5 }, 'activated', true)
  await screen.fire({ wid: 6 }, 'activated')
  expect([wrap.value, told]).toEqual([true, [true, 'plain']])
  screen.take()
  wrap.value = false
  screen.session.flush()
  expect(screen.take()).toEqual(['v call #5 set_checked false'])
})

test('a menu elsewhere stands nowhere, and pops up by its handle', async () => {
  function Owner() {
    const menu = useRef<Menu>()
    return (
      <>
        <Menu ref={menu}>
          <MenuAction>Copy</MenuAction>
        </Menu>
        <Label
          interactive
          onContextmenu={({ viewport_x, viewport_y }) =>
            menu.current?.popup(viewport_x, viewport_y)
          }
        />
      </>
    )
  }
  const isShown = signal(true)
  const screen = column(() => isShown.value && <Owner />)
  expect(screen.find({ wid: 2 }).children.map(({ wid }) => wid)).toEqual([5])
  await screen.fire({ wid: 5 }, 'contextmenu', {
    type: 'contextmenu',
    time_stamp: 1,
    viewport_x: 10,
    viewport_y: 20,
    x: 1,
    y: 2,
    button_trigger: 3,
    button_mask: 4,
    modifiers: [],
  })
  screen.session.flush()
  expect(screen.take()).toContain('v call #3 popup 10 20')
  isShown.value = false
  screen.session.flush()
  expect(screen.take()).toEqual(['v call #3 destroy', 'v call #2 remove #5 true'])
})

test('the menu of a tool bar’s action comes, is swapped and goes', () => {
  const which = signal<string | null>('a')
  const screen = column(
    <ToolBar>
      <ToolBarAction text="View">
        {() => (which.value === null ? null : <Menu key={which.value} text={which.value} />)}
      </ToolBarAction>
    </ToolBar>,
  )
  const menu = () => screen.find({ wid: 4 }).children.map(({ state }) => state.get('text'))
  expect(menu()).toEqual(['a'])
  which.value = 'b'
  screen.session.flush()
  expect(menu()).toEqual(['b'])
  screen.take()
  which.value = null
  screen.session.flush()
  expect([menu(), screen.take()]).toEqual([[], ['v call #4 remove #6 true']])
})

test('of a group by name the server knows which one the browser has released', async () => {
  const [left, right] = [signal(true), signal(false)]
  const screen = column(
    <ToolBar>
      <ToolBarAction text="Left" toggle group="align" bind={left} />
      <ToolBarAction text="Right" toggle group="align" bind={right} />
    </ToolBar>,
  )
  await screen.fire({ wid: 5 }, 'activated', true)
  expect([left.value, right.value, screen.take().filter((line) => line.startsWith('v'))]).toEqual([
    false,
    true,
    [],
  ])
})

test('boxes take stretches, and a direction of their own', () => {
  const screen = column(
    <Box orientation="vertical" align="left">
      <ButtonBox halign="right" minButtonWidth={90}>
        <Button stretch={1}>OK</Button>
      </ButtonBox>
    </Box>,
  )
  expect(screen.find({ wid: 3 }).state.get('orientation')).toBe('vertical')
  const box = screen.find({ wid: 4 })
  expect([box.state.get('minButtonWidth'), [...box.placements.values()]]).toEqual([90, [[1]]])
})

test('by hand menus and actions are made where they stand, and said again to another browser', async () => {
  const screen = render(() => null)
  const { session } = screen
  screen.take()
  const bar = session.create('MenuBar')
  const file = (await bar.call('add_name', 'File')) as Handle<'Menu'>
  const open = (await file.call('add_name', 'Open', true)) as Handle<'MenuAction'>
  await file.call('add_menu', 'Recent')
  open.on('activated', () => {})
  session.flush()
  const lines = [
    'v create #1 MenuBar',
    'v create #2 Menu {"text":"File"}',
    'v call #1 add_widget #2',
    'v create #3 MenuAction {"text":"Open","checkable":true}',
    'v call #2 add_widget #3',
    'v create #4 Menu {"text":"Recent"}',
    'v call #2 add_widget #4',
    'v listen #3 activated',
  ]
  expect(screen.take()).toEqual(lines)
  screen.reconnect()
  const children = (wid: number) => screen.browser.widget(wid).children.map((one) => one.wid)
  expect([children(1), children(2)]).toEqual([[2], [3, 4]])
})

test('by hand a tool bar makes actions of a text or of options', async () => {
  const screen = render(() => null)
  screen.take()
  const bar = screen.session.create('ToolBar')
  await bar.call('add_action', 'Save')
  await bar.call('add_action', { text: 'Bold', toggle: true })
  await bar.call('add_action')
  bar.call('add_separator')
  bar.call('add_spacer')
  screen.session.flush()
  expect(screen.take().filter((line) => line.includes('create'))).toEqual([
    'v create #1 ToolBar',
    'v create #2 ToolBarAction {"text":"Save"}',
    'v create #3 ToolBarAction {"text":"Bold","toggle":true}',
    'v create #4 ToolBarAction {}',
  ])
})

test('by hand dividers stand where they stood when another browser is told', () => {
  const screen = render(() => null)
  const { session } = screen
  const bar = session.create('ToolBar')
  const [open, save, quit] = ['Open', 'Save', 'Quit'].map((text) =>
    session.create('ToolBarAction', [{ text }]),
  )
  bar.call('add_separator')
  bar.call('remove_all')
  bar.call('add_widget', open)
  bar.call('add_separator')
  bar.call('add_widget', save)
  bar.call('add_spacer')
  bar.call('insert_before', quit, save)
  session.flush()
  screen.take()
  screen.reconnect()
  expect(screen.take().filter((line) => line.includes(' #1 add'))).toEqual([
    'v call #1 add_widget #2',
    'v call #1 add_separator',
    'v call #1 add_widget #4',
    'v call #1 add_widget #3',
    'v call #1 add_spacer',
  ])
})

test('by hand a bar has its menus in their order again, and not those that were taken out', async () => {
  const screen = render(() => null)
  const { session } = screen
  const bar = session.create('MenuBar')
  const [file, edit] = [session.create('Menu'), session.create('Menu')]
  await bar.call('add_name', 'View')
  bar.call('add_menu', file, 'File', { icon_only: true })
  bar.call('add_menu', edit, 'Edit')
  bar.call('remove', edit)
  session.flush()
  screen.take()
  screen.reconnect()
  expect(screen.take().filter((line) => line.includes(' #1 add'))).toEqual([
    'v call #1 add_widget #4',
    'v call #1 add_menu #2 "File" {"icon_only":true}',
  ])
})

test('by hand a menu that is there is put in under a name, also for another browser', async () => {
  const screen = render(() => null)
  const { session } = screen
  const [menu, sub] = [session.create('Menu'), session.create('Menu')]
  screen.take()
  expect(await menu.call('add_menu', 'Sub', sub)).toBe(sub)
  session.flush()
  const lines = ['v call #1 add_widget #2', 'v call #2 set_text "Sub"']
  expect(screen.take()).toEqual(expect.arrayContaining(lines))
  screen.reconnect()
  expect(screen.take()).toEqual(expect.arrayContaining(lines))
})

test('by hand what is no menu is not put in as one', async () => {
  const { session } = render(() => null)
  const [menu, label] = [session.create('Menu'), session.create('Label')]
  await expect(menu.call('add_menu', 'Sub', label)).rejects.toThrow(
    'A Menu is needed, got Label #2',
  )
})

test('by hand a menu that popped up does not pop up in another browser', () => {
  const screen = render(() => null)
  const menu = screen.session.create('Menu')
  menu.call('popup', 10, 20)
  screen.session.flush()
  expect(screen.take()).toContain('v call #1 popup 10 20')
  screen.reconnect()
  expect(screen.take()).toEqual(['v create #1 Menu'])
})
