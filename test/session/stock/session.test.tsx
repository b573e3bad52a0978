// A session of ours with a stock browser at the other end of its line: rendered, changed, used and left.

import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { Button, CheckBox, Dialog, For, HBox, Label, MDISubWindow, MDIWidget, Page } from 'treewire'
import {
  Menu,
  MenuAction,
  MenuBar,
  Session,
  signal,
  Splitter,
  TableView,
  TabWidget,
} from 'treewire'
import { RadioButton, TextEntry, Toast, TopLevel, VBox } from 'treewire'
import type { Child } from 'treewire'
import { StockAdapter } from '../../../src/session/stock/stock-adapter.ts'
import type { Peer } from '../../../src/session/peer.ts'
import { outlineOf } from './pair.ts'
import { StockBrowser } from './stock-browser.ts'
import { refTo } from './stock-methods.ts'
import type { Widget } from './stock-methods.ts'

interface Opened {
  readonly session: Session
  readonly browser: StockBrowser
  readonly errors: string[]
  readonly closed: string[]
  /** The user does something. */
  readonly fire: (widget: Widget, action: string, ...args: unknown[]) => void
  /** What stands on the page. */
  readonly shown: () => string
}

function open(shown: () => Child): Opened {
  const [errors, closed]: [string[], string[]] = [[], []]
  const [adapter, browser] = [new StockAdapter(), new StockBrowser()]
  const session = new Session({
    id: 'test',
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
  })
  const answer = (frames: readonly string[]): void => {
    for (const frame of frames) {
      const ours = adapter.up(frame)
      if (ours !== undefined) session.receive(peer, ours)
    }
  }
  const peer: Peer = {
    backlog: 0,
    send: (frame) => {
      for (const one of adapter.down(frame)) answer(browser.receive(one))
    },
    close: (code, reason) => closed.push(`${code} ${reason}`),
  }
  session.mount(shown)
  peer.send('{"type":"init","id":0}')
  session.attach(peer, { page: undefined, isNew: true })
  session.flush()
  return {
    session,
    browser,
    errors,
    closed,
    fire: (widget, action, ...args) => {
      answer(browser.fire(widget, action, ...args))
      session.flush()
    },
    shown: () => [...browser.all('Page'), ...browser.all('TopLevel')].map(outlineOf).join(' '),
  }
}

function expectWell({ errors, closed, browser }: Opened): void {
  expect([errors, closed, browser.violations]).toEqual([[], [], []])
}

test('a click changes what is shown', () => {
  const count = signal(0)
  const screen = open(() => (
    <TopLevel title="Counter">
      <VBox>
        <Label text={() => `<${count.value}>`} />
        <Button text="+" onActivated={() => count.value++} />
      </VBox>
    </TopLevel>
  ))
  screen.fire(screen.browser.only('Button'), 'activated')
  expect(screen.browser.only('Label').state.get('set_text')).toEqual(['&lt;1&gt;'])
  expectWell(screen)
})

test('what the user types and chooses is known, and not said back', () => {
  const [text, isOn, choice] = [signal(''), signal(false), signal(false)]
  const screen = open(() => (
    <Page>
      <VBox>
        <TextEntry bind={text} />
        <CheckBox text="on" bind={isOn} />
        <RadioButton text="a" group="g" state={true} />
        <RadioButton text="b" group="g" bind={choice} />
      </VBox>
    </Page>
  ))
  screen.browser.log.length = 0
  screen.fire(screen.browser.only('TextEntry'), 'modified', 'hello')
  screen.fire(screen.browser.only('CheckBox'), 'activated', true)
  screen.fire(screen.browser.all('RadioButton')[1]!, 'activated', true)
  expect([text.value, isOn.value, choice.value]).toEqual(['hello', true, true])
  expect(screen.browser.log.filter(({ type }) => type === 'call')).toEqual([])
  expectWell(screen)
})

test('everything that has children, moved and ended', () => {
  const items = signal(['a', 'b', 'c'])
  const list = (make: (item: string) => Child): Child => (
    <For each={items} by={(item) => item}>
      {(item) => make(item)}
    </For>
  )
  const screen = open(() => (
    <Page>
      <VBox>
        <MenuBar>
          {list((item) => (
            <Menu text={item}>
              <MenuAction text={item} />
            </Menu>
          ))}
        </MenuBar>
        <HBox>
          {list((item) => (
            <Label text={`h${item}`} />
          ))}
        </HBox>
        <Splitter>
          {list((item) => (
            <Label text={`s${item}`} />
          ))}
        </Splitter>
        <TabWidget>
          {list((item) => (
            <Label tab={item} text={`t${item}`} />
          ))}
        </TabWidget>
        <MDIWidget>
          {list((item) => (
            <MDISubWindow title={item}>
              <Label text={`m${item}`} />
            </MDISubWindow>
          ))}
        </MDIWidget>
      </VBox>
    </Page>
  ))
  const orders = fc
    .subarray(['a', 'b', 'c', 'd', 'e', 'f'])
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
  fc.assert(
    fc.property(fc.array(orders, { minLength: 1, maxLength: 6 }), (steps) => {
      for (const after of steps) {
        items.value = after
        screen.session.flush()
        const each = (prefix: string): string => after.map((item) => prefix + item).join(' ')
        const menus = after.map((item) => `Menu(${item})`).join(' ')
        expect(screen.shown()).toBe(
          `Page(VBox(MenuBar(${menus}) HBox(${each('h')}) Splitter(${each('s')}) TabWidget(${each('t')}) MDIWidget(${each('m')})))`,
        )
        expectWell(screen)
      }
    }),
    { numRuns: 60, seed: 1 },
  )
})

describe('a tab', () => {
  test('that the user chooses is known by its place', () => {
    const index = signal(0)
    const screen = open(() => (
      <Page>
        <TabWidget bind={index}>
          <Label tab="a" text="1" />
          <Label tab="b" text="2" />
        </TabWidget>
      </Page>
    ))
    const tabs = screen.browser.only('TabWidget')
    tabs.shown = tabs.children[1]
    screen.fire(tabs, 'page-switch', refTo(tabs.children[1]!), 1)
    expect(index.value).toBe(1)
    index.value = 0
    screen.session.flush()
    expect(tabs.shown).toBe(tabs.children[0])
    expectWell(screen)
  })
})

test('rows with a key keep it', () => {
  const rows = signal([{ id: 'a' }, { id: 'b' }])
  const selected = signal<string[] | string[][] | null>(null)
  const screen = open(() => (
    <Page>
      <TableView columns={[{ key: 'id' }]} rowKey="id" rows={rows} bind={selected} />
    </Page>
  ))
  const table = screen.browser.only('TableView')
  screen.fire(table, 'selected', [{ path: ['row1'], values: { id: 'b' } }])
  expect(selected.value).toEqual([['b']])
  rows.value = [{ id: 'b' }, { id: 'c' }, { id: 'a' }]
  screen.session.flush()
  expect(table.state.get('set_rows')).toEqual([rows.value])
  expect(table.state.get('set_selected')).toEqual([[['row0']]])
  expectWell(screen)
})

test('dialogs and toasts come and go', () => {
  const isAsking = signal(false)
  const screen = open(() => (
    <Page>
      <VBox>
        {() =>
          isAsking.value && (
            <Dialog
              title="Sure?"
              buttons={[['Yes', true]]}
              onActivated={() => (isAsking.value = false)}
            >
              <Label text="really" />
            </Dialog>
          )
        }
      </VBox>
    </Page>
  ))
  isAsking.value = true
  screen.session.flush()
  expect(outlineOf(screen.browser.only('Dialog'))).toBe('Dialog(really)')
  screen.fire(screen.browser.only('Dialog'), 'activated', true)
  expect(screen.browser.all('Dialog')).toEqual([])
  screen.session.toast('Saved')
  screen.session.flush()
  expectWell(screen)
  expect(Toast).toBeDefined()
})

describe('by hand', () => {
  test('a question is answered', async () => {
    const screen = open(() => null)
    const label = screen.session.create('Label', ['<a>'])
    const asked = label.getText()
    screen.session.flush()
    expect(await asked).toBe('<a>')
    expectWell(screen)
  })

  test('a window is made as the browser makes them', () => {
    const screen = open(() => null)
    const workspace = screen.session.create('MDIWidget')
    const child = screen.session.create('Label', ['a'])
    workspace.call('add_widget', child, { title: 'b' })
    screen.session.flush()
    expect(screen.browser.all('MDISubWindow')).toHaveLength(1)
    child.destroy()
    screen.session.flush()
    expect(screen.browser.all('MDISubWindow')).toEqual([])
    expectWell(screen)
  })

  test('rows of a grid are put in and taken out as they are', () => {
    const screen = open(() => null)
    const grid = screen.session.create('GridBox')
    const [a, b] = [screen.session.create('Label', ['a']), screen.session.create('Label', ['b'])]
    grid.call('append_row', [a, b])
    a.destroy()
    screen.session.flush()
    expectWell(screen)
  })
})
