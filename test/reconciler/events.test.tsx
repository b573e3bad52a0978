// What the user did is known at once: nobody sends it back, and a new browser is told of it.

import { describe, expect, test } from 'vitest'
import { Button, CheckBox, createElement, Dialog, Label, signal, Slider, TextEntry } from 'treewire'
import type { Child } from 'treewire'
import type { Json } from '../../src/protocol/messages.ts'
import { eventProp } from '../../src/widgets/names.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import { column, mistakes, stateOf } from './column.tsx'

interface Sample {
  readonly args: readonly Json[]
  readonly to: Json
  /** What the server then makes of it, and how it says so. */
  readonly next: Json
  readonly call: string
}

const scrolled: Sample = {
  args: [0, 0.5],
  to: [0, 0.5],
  next: [0, 1],
  call: 'set_scroll_position 0 1',
}
const resized: Sample = {
  args: [{ width: 10, height: 20 }],
  to: [10, 20],
  next: [1, 2],
  call: 'resize 1 2',
}
const moved: Sample = { args: [3, 4], to: [3, 4], next: [1, 2], call: 'set_position 1 2' }
const on: Sample = { args: [true], to: true, next: false, call: 'set_state false' }
const typed: Sample = { args: ['b'], to: 'b', next: 'c', call: 'set_text "c"' }
const number: Sample = { args: [7], to: 7, next: 8, call: 'set_value 8' }
const color: Sample = {
  args: ['#112233'],
  to: '#112233',
  next: '#445566',
  call: 'set_color "#445566"',
}
const row = (key: string): Json => ({ path: [key], values: null })

/** What tables and trees have in common. */
function samplesOfTables(name: string): Readonly<Record<string, Sample>> {
  const cell = { path: ['x'], col_key: 'a' }
  const sorts = [['a', false]]
  return {
    [`${name}.selected.selected`]: {
      args: [[row('x'), row('y')]],
      to: [['x'], ['y']],
      next: null,
      call: 'set_selected null',
    },
    [`${name}.selectedCells.cell_selected`]: {
      args: [[{ ...cell, value: 1 }]],
      to: [cell],
      next: [],
      call: 'set_selected_cells []',
    },
    [`${name}.sort.sorted`]: {
      args: ['a', false],
      to: ['a', false],
      next: ['b', true],
      call: 'sort_by_column "b" true',
    },
    [`${name}.sorts.sorts_changed`]: { args: [sorts], to: sorts, next: [], call: 'set_sorts []' },
    [`${name}.columnWidths.columns_resized`]: {
      args: [{ a: 80 }],
      to: { a: 80 },
      next: {},
      call: 'set_column_widths {}',
    },
    [`${name}.columnOrder.columns_reordered`]: {
      args: [['b', 'a']],
      to: ['b', 'a'],
      next: [],
      call: 'set_column_order []',
    },
    [`${name}.scrollPosition.scrolled`]: scrolled,
  }
}

/** By class, prop and action, all that the catalog says the user can change; `visible` is further down. */
const samples: Readonly<Record<string, Sample>> = {
  'TopLevel.position.move': moved,
  'TopLevel.size.resize': resized,
  'TopLevel.windowState.window-state': {
    args: ['shaded'],
    to: 'shaded',
    next: 'maximized',
    call: 'set_window_state "maximized"',
  },
  'Dialog.position.move': moved,
  'Dialog.size.resize': resized,
  'Splitter.sizes.sizing': { args: [[1, 2]], to: [1, 2], next: [2, 1], call: 'set_sizes [2,1]' },
  'TabWidget.index.page-switch': {
    args: [{ __wid__: 4 }, 1],
    to: 1,
    next: 2,
    call: 'set_index 2',
  },
  'StackWidget.index.page-switch': {
    args: [{ __wid__: 4 }, 1],
    to: 1,
    next: 2,
    call: 'set_index 2',
  },
  'MDIWidget.index.page-switch': {
    args: [{ __wid__: 5 }],
    to: 1,
    next: 2,
    call: 'set_index 2',
  },
  'MDIWidget.scrollPosition.scrolled': scrolled,
  'MDISubWindow.position.move': moved,
  'MDISubWindow.size.resize': resized,
  'MDISubWindow.windowState.window-state': {
    args: ['shaded'],
    to: 'shaded',
    next: 'maximized',
    call: 'set_window_state "maximized"',
  },
  'AbstractScrollArea.scrollPercent.scrolled': {
    ...scrolled,
    call: scrolled.call.replace('position', 'percent'),
  },
  'ScrollBar.scrollPercent.activated': {
    args: [0.5],
    to: 0.5,
    next: 0.7,
    call: 'set_scroll_percent 0.7',
  },
  'Dial.value.activated': number,
  'Expander.collapsed.toggled': {
    args: [false],
    to: false,
    next: true,
    call: 'set_collapsed true',
  },
  'Chart.visibleRange.zoomed': {
    args: [[1, 2]],
    to: [1, 2],
    next: null,
    call: 'set_visible_range null',
  },
  'ScrollArea.scrollPosition.scrolled': scrolled,
  'HtmlView.scrollPosition.scrolled': scrolled,
  'ToggleButton.state.activated': on,
  'CheckBox.state.activated': on,
  'RadioButton.state.activated': on,
  'TextEntry.text.modified': typed,
  'TextEntry.text.activated': typed,
  'TextEntrySet.text.modified': typed,
  'TextEntrySet.text.activated': typed,
  'TextSource.scrollPosition.scrolled': scrolled,
  'TextArea.text.modified': typed,
  'TextArea.text.activated': typed,
  'TextArea.scrollPosition.scrolled': scrolled,
  'SpinBox.value.activated': number,
  'Slider.value.activated': number,
  'ComboBox.index.activated': { args: [1, 'b'], to: 1, next: 0, call: 'set_index 0' },
  'ComboBox.text.activated': { ...typed, args: [1, 'b'] },
  'ComboBox.text.modified': typed,
  'ColorDialog.color.activated': color,
  'ColorDialog.position.move': moved,
  'ColorWidget.color.pick': color,
  'Markdown.scrollPosition.scrolled': scrolled,
  'MenuAction.checked.activated': { ...on, call: 'set_checked false' },
  'ToolBarAction.state.activated': on,
  'VideoWidget.currentTime.timeupdate': {
    args: [3, null],
    to: 3,
    next: 5,
    call: 'set_current_time 5',
  },
  'VideoWidget.muted.volumechange': {
    args: [0.5, true],
    to: true,
    next: false,
    call: 'set_muted false',
  },
  'VideoWidget.volume.volumechange': {
    args: [0.5, false],
    to: 0.5,
    next: 0.7,
    call: 'set_volume 0.7',
  },
  'VideoWidget.paused.pause': { args: [], to: true, next: false, call: 'play' },
  'VideoWidget.paused.play': { args: [], to: false, next: true, call: 'pause' },
  ...samplesOfTables('TableView'),
  ...samplesOfTables('TreeView'),
  'TreeView.collapsed.folded': {
    args: [[['a']]],
    to: [['a']],
    next: [],
    call: 'set_collapsed []',
  },
}

/** Those that report an index need children. */
const withPages: ReadonlySet<string> = new Set(['TabWidget', 'StackWidget', 'MDIWidget'])

/** Without those that are told by their changes: see text-source.test.tsx and table-streams.test.tsx. */
function* userStates(): Generator<string> {
  for (const { name, reports } of widgetClasses.values()) {
    for (const [action, list] of reports) {
      if (action === 'cell_edited') continue
      for (const { prop, where } of list) {
        if (prop !== 'visible' && where !== 'exchange') yield `${name}.${prop}.${action}`
      }
    }
  }
}

test('there is a sample of everything the user can change', () => {
  expect([...userStates()].toSorted()).toEqual(Object.keys(samples).toSorted())
})

/** A widget of a class, one prop of which a render may give, and whose event is listened to. */
function changeable(path: string, start?: Json) {
  const [name, prop, action] = path.split('.') as [string, string, string]
  const given = signal<Json | undefined>(start)
  const renders = signal(0)
  const children = withPages.has(name)
    ? [1, 2, 3].map((tab) => <Label key={tab} tab={`${tab}`} />)
    : undefined
  const Changeable = (): Child => {
    const props = { [eventProp(action)]: () => {}, label: `${renders.value}` }
    return createElement(name, {
      ...props,
      ...(given.value !== undefined && { [prop]: given.value }),
      ...(children && { children }),
    })
  }
  const screen = column(<Changeable />)
  // Not every one stays in sight: a ColorDialog hides itself.
  const widget = () => screen.browser.widgets.get(3)!
  const act = async () => {
    await screen.fire({ wid: 3 }, action, ...samples[path]!.args)
    return screen.take()
  }
  const render = async (value: Json | undefined) => {
    given.value = value
    renders.value++
    await screen.settled()
    return screen.take().filter((line) => !/ set_(label|button_text) /.test(line))
  }
  return { screen, act, render, shown: () => stateOf(widget(), prop) }
}

describe.each(Object.entries(samples))('%s', (path, { to, next, call }) => {
  test('stays as the user made it when the component renders again', async () => {
    const { act, render, shown } = changeable(path)
    expect(await act()).toHaveLength(1)
    expect(await render(undefined)).toEqual([])
    expect(shown()).toEqual(to)
  })

  test('costs nothing when a render says the same, and one call when it says something else', async () => {
    const { act, render, shown } = changeable(path)
    await act()
    expect(await render(to)).toEqual([])
    expect(await render(next)).toEqual([`v call #3 ${call}`])
    expect(shown()).toEqual(next)
  })

  test('is told to a new browser', async () => {
    const { screen, act, shown } = changeable(path)
    await act()
    screen.reconnect()
    expect(shown()).toEqual(to)
  })

  test('given anew by the server after the user changed it is told to a new browser instead', async () => {
    const { screen, act, render, shown } = changeable(path, next)
    await act()
    await render(to)
    await render(next)
    screen.reconnect()
    expect(shown()).toEqual(next)
  })
})

describe('a dialog that closes itself when a button is used', () => {
  const dialog = (visible?: () => boolean) =>
    column(<Dialog autoclose visible={visible} onActivated={() => {}} />)

  test('is known to be closed: a new browser does not show it', async () => {
    const screen = dialog()
    await screen.fire({ type: 'Dialog' }, 'activated', 1)
    screen.reconnect()
    expect(screen.findAll({ type: 'Dialog' })).toEqual([])
  })

  test('is opened again by a signal that has been false in between', async () => {
    const open = signal(true)
    const screen = dialog(() => open.value)
    await screen.fire({ type: 'Dialog' }, 'activated', 1)
    screen.take()
    open.value = false
    await screen.settled()
    expect(screen.take()).toEqual([])
    open.value = true
    await screen.settled()
    expect(screen.take()).toEqual(['v call #3 popup'])
  })
})

describe('a handler', () => {
  test('sees what the user did in the signals that are bound, and all its writes are one flush', async () => {
    const text = signal('')
    const upper = signal('')
    const screen = column([
      <TextEntry bind={text} onModified={() => (upper.value = text.value.toUpperCase())} />,
      <Label text={upper} />,
      <Label text={() => text.value} />,
    ])
    screen.takeFrames()
    await screen.fire({ type: 'TextEntry' }, 'modified', 'ab')
    expect(screen.takeFrames()).toHaveLength(1)
    expect(screen.take().slice(1)).toEqual(['v call #4 set_text "AB"', 'v call #5 set_text "ab"'])
  })

  test('of the alias and of the name both run, for one listener', async () => {
    const heard: string[] = []
    const screen = column(
      <Button onClick={() => heard.push('click')} onActivated={() => heard.push('activated')} />,
    )
    expect(screen.messages().filter((line) => line.includes('listen'))).toHaveLength(1)
    await screen.fire({ type: 'Button' }, 'activated')
    expect(heard).toEqual(['click', 'activated'])
  })

  test('that throws keeps the other from nothing, and what was bound is written', async () => {
    const { errors, options } = mistakes()
    const state = signal(false)
    const fail = () => {
      throw new Error('failed')
    }
    const screen = column([<CheckBox bind={state} onActivated={fail} />], options)
    await screen.fire({ type: 'CheckBox' }, 'activated', true)
    expect(state.value).toBe(true)
    expect(errors).toEqual(['App > TopLevel #1 > VBox #2 > CheckBox #3.onActivated: failed'])
  })

  test('of a widget that has gone meanwhile is not run', async () => {
    const on = signal(true)
    const heard: number[] = []
    const screen = column(() => on.value && <Slider onActivated={(value) => heard.push(value)} />)
    const slider = screen.find({ type: 'Slider' })
    on.value = false
    screen.session.flush()
    screen.browser.widgets.set(slider.wid, slider)
    await screen.fire(slider, 'activated', 1)
    expect(heard).toEqual([])
  })

  test('that takes its own widget away may do so', async () => {
    const on = signal(true)
    const screen = column(
      () => on.value && <CheckBox state={on} onActivated={() => (on.value = false)} />,
    )
    await screen.fire({ type: 'CheckBox' }, 'activated', true)
    expect(screen.take().slice(1)).toEqual(['v call #2 remove #3 true'])
  })
})

test('what an async handler does not agree with is shown as it was, when it has settled', async () => {
  const value = signal(1)
  let settle: (() => void) | undefined
  const screen = column(
    <Slider value={value} onActivated={() => new Promise<void>((resolve) => (settle = resolve))} />,
  )
  await screen.fire({ type: 'Slider' }, 'activated', 9)
  expect(screen.take()).toEqual(['^ callback #3 activated 9'])
  settle!()
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_value 1'])
})

test('nobody is asked to agree with what no signal says', async () => {
  const screen = column(<TextEntry text="a" onModified={() => {}} />)
  await screen.fire({ type: 'TextEntry' }, 'modified', 'b')
  expect(screen.take()).toEqual(['^ callback #3 modified "b"'])
})
