// What a page tells while its interface is built anew, and what when it stands; and several browsers of one session.

import { describe, expect, test, vi } from 'vitest'
import type { Json } from '../../src/protocol/messages.ts'
import type { PythonSession } from './python-server.ts'
import { frame, type JoinedPage, served, windowWith } from './python/pages.ts'

const ref = (wid: number): Json => ({ __wid__: wid })

/** As its user would; two pages of a document may lie one upon the other. */
function press({ root }: JoinedPage, selector: string): void {
  root.querySelector<HTMLElement>(selector)!.click()
}

const inOrder = (wids: readonly number[]) => wids.toSorted((one, other) => one - other)

/** A window with two buttons of a group, tabs, and a label that nobody sees. */
async function interfaceOf(session: PythonSession): Promise<void> {
  const window = await session.create('TopLevel', { title: 'Window' })
  const box = await session.create('VBox')
  const one = await session.create('RadioButton', 'One')
  const two = await session.create('RadioButton', 'Two', { group: ref(one) })
  for (const button of [one, two]) await session.call(box, 'add_widget', ref(button))
  const tabs = await session.create('TabWidget')
  for (const title of ['A', 'B']) {
    const page = await session.create('Label', title)
    await session.call(tabs, 'add_widget', ref(page), { title })
  }
  await session.call(box, 'add_widget', ref(tabs))
  await session.call(tabs, 'set_index', 1)
  await session.call(two, 'set_state', true)
  await session.create('Label', 'Nowhere')
  await session.call(window, 'set_widget', ref(box))
  for (const wid of [window, two, 6, 7, 8]) await session.on(wid, 'map', () => undefined)
  await session.call(window, 'show')
}

const [WINDOW, BOX, ONE, TWO, TABS, HIDDEN, SHOWN, NOWHERE] = [1, 2, 3, 4, 5, 6, 7, 8] as const

describe('a page that comes back', () => {
  test.each([
    ['at once', () => Promise.resolve()],
    ['in a while', frame],
  ])(
    'and is built %s tells the size of what is laid out, and what is seen, once at the end',
    async (_, meanwhile) => {
      const { server, join, comeBack } = served(interfaceOf)
      const page = await join()
      server.session.meanwhile = meanwhile
      await comeBack(page)
      const { trace } = page.line
      const end = trace.findIndex(
        ([, message]) => typeof message !== 'number' && message.type === 'reconstruct-end',
      )
      const told = (action: string) =>
        trace
          .slice(end)
          .flatMap(([, message]) =>
            typeof message !== 'number' && message.type === 'callback' && message.action === action
              ? [message.wid]
              : [],
          )
      expect(inOrder(told('resize'))).toEqual([WINDOW, BOX, ONE, TWO, TABS, SHOWN])
      expect(inOrder(told('map'))).toEqual([WINDOW, TWO, SHOWN])
      expect(page.line.told(HIDDEN, 'resize')).toEqual([])
      expect(page.line.told(NOWHERE, 'map')).toEqual([])
      expect(server.violations).toEqual([])
    },
  )

  test('tells nothing else before the end, whatever the calls cause', async () => {
    const { server, join, comeBack } = served(interfaceOf)
    const page = await join()
    expect(page.line.told(TABS, 'page-switch').length).toBeGreaterThan(0)
    await comeBack(page)
    expect(page.line.told(TABS, 'page-switch')).toEqual([])
    expect(page.line.told(TWO, 'activated')).toEqual([])
    await server.session.call(TABS, 'set_index', 0)
    expect(page.line.told(TABS, 'page-switch')).toEqual([[expect.anything(), 0]])
    expect(server.violations).toEqual([])
  })

  test('shows what it showed', async () => {
    const { server, join, comeBack } = served(interfaceOf)
    const page = await join()
    const before = page.root.innerText
    await comeBack(page)
    await comeBack(page)
    expect(page.root.innerText).toBe(before)
    const [one, two] = page.root.querySelectorAll('input')
    expect([one!.checked, two!.checked]).toEqual([false, true])
    expect(server.violations).toEqual([])
  })

  test('speaks again though the end of an earlier reconstruction never came', async () => {
    const { server, join, comeBack } = served(interfaceOf)
    const page = await join()
    page.line.say({ type: 'reconstruct-start' })
    await vi.waitFor(() => expect(page.root.innerText).toBe(''))
    const left = server.violations
    await comeBack(page)
    press(page, 'input')
    await vi.waitFor(() => expect(page.line.told(ONE, 'activated')).toEqual([[true]]))
    expect(server.violations).toEqual(left)
  })

  test('keeps the fonts that were registered before', async () => {
    const font = { family: 'Testing', url: '/_pgwidgets/font/1' }
    vi.spyOn(FontFace.prototype, 'load').mockReturnValue(new Promise(() => {}))
    const { server, join, comeBack } = served(interfaceOf, {
      registered: [font],
      standard: { family: 'Testing', size: 15 },
    })
    const page = await join()
    await comeBack(page)
    await join()
    const fonts = [...document.fonts].filter(({ family }) => family === 'Testing')
    expect(fonts).toHaveLength(2)
    expect(page.root.style.getPropertyValue('--tw-size')).toBe('15px')
    expect(server.violations).toEqual([])
  })
})

test('fonts are fetched from where the page comes from', async () => {
  const made: string[] = []
  vi.stubGlobal(
    'FontFace',
    class extends FontFace {
      constructor(family: string, source: string, descriptors?: FontFaceDescriptors) {
        super(family, source, descriptors)
        made.push(source)
      }
      override load = () => new Promise<FontFace>(() => {})
    },
  )
  const { server, join } = served(windowWith('Label', 'Hello'), {
    registered: [{ family: 'Testing', url: '/_pgwidgets/font/1' }],
  })
  await join()
  vi.unstubAllGlobals()
  expect(made).toEqual([`url("${new URL('/_pgwidgets/font/1', document.baseURI).href}")`])
  expect(server.violations).toEqual([])
})

describe('two browsers of one session', () => {
  /** The second one is given the credentials of the first, as by a pasted address. */
  async function two(application: (session: PythonSession) => Promise<void>) {
    const served2 = served(application)
    const first = await served2.join()
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    const key = sessionStorage.key(0)!
    sessionStorage.setItem(`${key} 2`, sessionStorage.getItem(key)!)
    const second = await served2.join()
    return { ...served2, first, second }
  }

  test('are both built anew when the second comes, and show the same', async () => {
    const { server, first, second } = await two(interfaceOf)
    expect([server.sessions.size, server.session.connections.length]).toEqual([1, 2])
    expect(second.root.innerText).toBe(first.root.innerText)
    expect(server.violations).toEqual([])
  })

  test('see what the user of the other does, and tell nothing of it', async () => {
    const { server, first, second, settled } = await two(interfaceOf)
    press(first, '[role=tab]')
    await settled()
    expect(second.root.querySelector('[role=tab]')!.ariaSelected).toBe('true')
    expect(second.line.told(TABS, 'page-switch')).toEqual([])
    press(second, 'input')
    await settled()
    expect(first.root.querySelector('input')!.checked).toBe(true)
    expect(first.line.told(ONE, 'activated')).toEqual([])
    expect(server.violations).toEqual([])
  })

  test('the second becomes the first when the first goes', async () => {
    const { server, first, second } = await two(interfaceOf)
    first.leave()
    await vi.waitFor(() => expect(server.session.connections).toHaveLength(1))
    await server.session.call(ONE, 'set_text', 'Uno')
    expect(second.root.innerText).toContain('Uno')
    expect(server.violations).toEqual([])
  })

  test('a file window that one user closes is closed in the other', async () => {
    const { server, first, second, settled } = await two(async (session) => {
      await windowWith('MDIWidget')(session)
      const child = await session.create('Label', 'File')
      await session.call(2, 'add_widget', ref(child), { title: 'A file' })
    })
    press(first, '.tw-mdisub-window [aria-label^=Close]')
    await settled()
    expect(first.line.told(2, 'page-close')).toEqual([[{ __wid__: 3, __class__: 'Label' }]])
    expect(second.root.querySelector('.tw-mdisub-window')).toBeNull()
    expect(server.violations).toEqual([])
  })
})

describe('what a page makes when it is asked to', () => {
  const factories = async (session: PythonSession): Promise<void> => {
    const bar = await session.create('MenuBar')
    const file = await session.call(bar, 'add_name', 'File')
    const { __wid__: menu } = file as { readonly __wid__: number }
    const action = await session.call(menu, 'add_name', 'Open')
    const { __wid__: open } = action as { readonly __wid__: number }
    await session.on(open, 'activated', () => undefined)
    await session.call(menu, 'add_separator')
    await session.call(menu, 'add_menu', 'Recent')
    const tools = await session.create('ToolBar')
    await session.call(tools, 'add_action', { text: 'Bold', toggle: true })
    await session.call(tools, 'add_spacer')
    const desk = await session.create('MDIWidget')
    const child = await session.create('Label', 'File')
    const window = await session.call(desk, 'add_widget', ref(child), { title: 'A file' })
    const { __wid__: frame } = window as { readonly __wid__: number }
    await session.call(frame, 'set_title', 'Another')
    await session.call(desk, 'set_index', -1)
    const box = await session.create('VBox')
    for (const wid of [bar, tools, desk]) await session.call(box, 'add_widget', ref(wid))
    const page = await session.create('Page')
    await session.call(page, 'set_widget', ref(box))
    await session.call(page, 'show')
  }

  test('is named with its class, can be called, and comes back under the same numbers', async () => {
    const { server, join, comeBack } = served(factories)
    const page = await join()
    const made = () => [...server.session.widgets].filter(([wid]) => wid < 0)
    const classes = made().map(([wid, { className }]) => [wid, className])
    expect(classes.map(([, className]) => className)).toEqual([
      'Menu',
      'MenuAction',
      'Menu',
      'ToolBarAction',
      'MDISubWindow',
    ])
    expect(server.session.nextWid).toBe(7)
    const before = page.root.innerText
    await comeBack(page)
    expect(made().map(([wid, { className }]) => [wid, className])).toEqual(classes)
    expect(page.root.innerText).toBe(before)
    expect(server.violations).toEqual([])
  })
})

test.each([
  ['TabWidget', [{ title: 'One' }]],
  ['StackWidget', [{ title: 'One' }]],
  ['MDIWidget', [{ title: 'One' }]],
])('%s: that no page is chosen is no mistake', async (className, place) => {
  const { server, join } = served(async (session) => {
    const pages = await session.create(className)
    await session.call(pages, 'set_index', -1)
    const child = await session.create('Label', 'One')
    await session.call(pages, 'add_widget', ref(child), ...place)
    await session.call(pages, 'set_index', -1)
  })
  await join()
  expect(server.violations).toEqual([])
})

test('an editor obeys what only the server of others says', async () => {
  const { server, join } = served(windowWith('TextSource', 'one two'))
  const { root } = await join()
  const said: [string, ...Json[]][] = [
    ['create_tag', 'loud', { bold: true }],
    ['_replaceRange', 4, 7, 'three', { pushUndo: false, tags: ['loud'] }],
    ['_restoreTagIntervals', [{ name: 'loud', start: 0, end: 3 }]],
    ['_setCursorOffset', 2],
    ['_setSelectionOffsets', 0, 3],
    ['_scrollToOffset', 5, 'center'],
    ['_showTooltip', 'Hint', 10, 10],
    ['_showTooltip', '', 0, 0],
  ]
  for (const [method, ...args] of said) await server.session.call(2, method, ...args)
  expect(root.querySelector('.cm-content')!.textContent).toBe('one three')
  await server.session.call(2, 'destroy')
  expect(root.querySelector('.cm-content')).toBeNull()
  await expect(server.session.call(2, 'set_text', 'x')).rejects.toThrow('Unknown widget id: 2')
  expect(server.violations).toEqual([])
})

test('what is listened to twice is told once', async () => {
  const { server, join } = served(async (session) => {
    await windowWith('Button', 'Press')(session)
    for (let at = 0; at < 3; at++) await session.on(2, 'activated', () => undefined)
  })
  const page = await join()
  press(page, 'button.tw-button')
  await vi.waitFor(() => expect(page.line.told(2, 'activated')).toEqual([[]]))
  expect(server.violations).toEqual([])
})
