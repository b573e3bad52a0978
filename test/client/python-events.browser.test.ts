// What the user does, told in the shapes that a server of pgwidgets-python relies on.

import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../src/protocol/messages.ts'
import { served, windowWith } from './python/pages.ts'
import type { Said } from './python/state.ts'

interface Deed {
  readonly args?: readonly Json[]
  readonly calls?: readonly Said[]
  /** Labels that are put in. */
  readonly children?: readonly (readonly Json[])[]
  readonly does: (find: (selector: string) => HTMLElement) => Promise<unknown>
}

/** What is used by keys. */
const keys =
  (selector: string, text: string) =>
  (find: (selector: string) => HTMLElement): Promise<void> => {
    find(selector).focus()
    return userEvent.keyboard(text)
  }

const click = (selector: string) => (find: (selector: string) => HTMLElement) =>
  userEvent.click(find(selector))

const limits = [{ min: 0, max: 10, value: 3 }]
const pages: Deed['children'] = [[{ title: 'One' }], [{ title: 'Two' }]]
const tree: Said[] = [
  ['set_columns', [{ label: 'Name', key: 'name' }]],
  ['set_tree', { a: { b: { name: 'B' } } }],
]

const page = (wid: number) => ({ __wid__: wid, __class__: 'Label' })

const deeds: readonly (readonly [string, string, readonly Json[], Deed])[] = [
  ['CheckBox', 'activated', [true], { does: click('input') }],
  ['RadioButton', 'activated', [true], { does: click('input') }],
  ['ToggleButton', 'activated', [true], { does: click('.tw-toggle-button') }],
  ['Slider', 'activated', [4], { args: limits, does: keys('input', '{ArrowRight}') }],
  ['SpinBox', 'activated', [4], { args: limits, does: keys('input', '{ArrowUp}') }],
  ['Dial', 'activated', [4], { args: limits, does: keys('[role=slider]', '{ArrowUp}') }],
  ['TextEntry', 'modified', ['ab'], { does: keys('input', 'ab') }],
  ['TextEntry', 'activated', ['ab'], { does: keys('input', 'ab{Enter}') }],
  ['TextEntrySet', 'activated', ['ab'], { does: keys('input', 'ab{Enter}') }],
  ['TextArea', 'modified', ['ab'], { does: keys('textarea', 'ab') }],
  [
    'ComboBox',
    'activated',
    [1, 'Two'],
    {
      calls: [
        ['append_text', 'One'],
        ['append_text', 'Two'],
        ['set_index', 0],
      ],
      does: keys('[role=combobox]', '{ArrowDown}{ArrowDown}{Enter}'),
    },
  ],
  ['Expander', 'toggled', [false], { args: [{ title: 'More' }], does: click('summary, button') }],
  [
    'TabWidget',
    'page-switch',
    [page(4), 1],
    { children: pages, does: click('[role=tab][aria-selected=false]') },
  ],
  [
    'TabWidget',
    'page-close',
    [page(3)],
    { args: [{ closable: true }], children: pages, does: keys('[role=tab]', '{Delete}') },
  ],
  [
    'Splitter',
    'sizing',
    [[expect.any(Number), expect.any(Number)]],
    {
      calls: [['resize', 200, 60]],
      children: [[], []],
      does: keys('[role=separator]', '{ArrowRight}'),
    },
  ],
  [
    'ScrollArea',
    'scrolled',
    [0, 1],
    {
      calls: [['resize', 60, 10]],
      children: [[]],
      does: async (find) => find('.tw-scroll-area').scrollTo(0, 1000),
    },
  ],
  [
    'TreeView',
    'collapsed',
    [null, ['a']],
    { calls: tree, does: keys('[role=treegrid]', '{ArrowDown}{ArrowLeft}') },
  ],
  [
    'TreeView',
    'expanded',
    [null, ['a']],
    { calls: tree, does: keys('[role=treegrid]', '{ArrowDown}{ArrowLeft}{ArrowRight}') },
  ],
  [
    'TreeView',
    'sorted',
    ['name', true],
    { args: [{ sortable: true }], calls: tree, does: click('[role=columnheader]') },
  ],
]

test.each(deeds)('%s %s %j', async (className, action, told, deed) => {
  const { args = [], calls = [], children = [], does } = deed
  const { server, join } = served(async (session) => {
    await windowWith(className, ...args)(session)
    for (const [method, ...given] of calls) await session.call(2, method, ...given)
    for (const place of children) {
      const child = await session.create('Label', 'A label')
      const method = className === 'ScrollArea' ? 'set_widget' : 'add_widget'
      await session.call(2, method, { __wid__: child }, ...place)
    }
  })
  const { root, line } = await join()
  await does((selector) => {
    const found = root.querySelector<HTMLElement>(`.tw-top-level :is(${selector}):not([hidden])`)
    if (found) return found
    throw new Error(`There is no ${selector}`)
  })
  await vi.waitFor(() => expect(line.told(2, action).at(-1)).toEqual(told))
  expect(server.violations).toEqual([])
})

test('windows tell where they are and how', async () => {
  const { server, join } = served(async (session) => {
    const window = await session.create('TopLevel', { title: 'Window', maximizable: true })
    await session.call(window, 'resize', 300, 200)
    await session.call(window, 'show')
  })
  const { root, line } = await join()
  await userEvent.click(root.querySelector('[aria-label=Maximize]:not([hidden])')!)
  await vi.waitFor(() => expect(line.told(1, 'window-state')).toEqual([['maximized']]))
  await server.session.call(1, 'set_window_state', 'normal')
  await server.session.call(1, 'set_position', 30, 40)
  await vi.waitFor(() => expect(line.told(1, 'window-state')).toHaveLength(2))
  expect(server.violations).toEqual([])
})
