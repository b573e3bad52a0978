// What a stock browser is told for what our session says: each row is a widget, a call, and what comes of it.

import { describe, expect, test } from 'vitest'
import { call, create, pair, ref } from './pair.ts'
import type { Message } from './pair.ts'

/** Calls as `set_text ["a"]`, with `silent` where they are. */
function told(log: readonly Message[]): string[] {
  return log
    .filter(({ type }) => type === 'call')
    .map(({ method, args, silent }) => {
      const said = `${method as string} ${JSON.stringify(args)}`
      return silent === true ? `${said} silent` : said
    })
}

const created: readonly (readonly [className: string, args: unknown[], theirs: string])[] = [
  ['Label', ['a < b & "c"'], '["a &lt; b &amp; &quot;c&quot;"]'],
  [
    'Label',
    ['two\nlines', { variant: 'title', tone: 'danger', halign: 'center' }],
    '["two<br>lines",{"halign":"center"}]',
  ],
  ['Label', [null], '[]'],
  ['HtmlView', ['<b onclick="x()">b</b><script>evil()</script>'], '["<b>b</b>"]'],
  ['HtmlView', ['<i onclick="x()">i</i>', { trusted: true }], '["<i onclick=\\"x()\\">i</i>"]'],
  ['Button', ['<b>', { variant: 'primary' }], '["<b>"]'],
  ['TextEntry', ['a', { placeholder: 'b', error: 'c', password: true }], '["a",{"password":true}]'],
  ['TextEntry', [null, { editable: false }], '[null,{"editable":false}]'],
  ['Slider', [{ min: 1, decimals: null }], '[{"min":1}]'],
  ['Page', [{ title: 'a', theme: 'dark' }], '[]'],
  [
    'Dialog',
    ['a', [['OK', true]], { modal: true, tone: 'danger' }],
    '["a",[["OK",true]],{"modal":true}]',
  ],
  ['Menu', [{ text: 'File' }], '[]'],
  ['TableView', [{ row_key: 'id', sparse: true, sortable: true }], '[{"sortable":true}]'],
]

test.each(created)('a %s made with %j', (className, args, theirs) => {
  const both = pair()
  both.say(create(1, className, ...args))
  expect(JSON.stringify(both.browser.only(className).args)).toBe(theirs)
  expect(both.browser.violations).toEqual([])
})

const calls: readonly (readonly [
  className: string,
  args: unknown[],
  method: string,
  given: unknown[],
  theirs: string[],
])[] = [
  ['Label', ['a'], 'set_text', ['<img src=x>'], ['set_text ["&lt;img src=x&gt;"]']],
  ['Label', ['a'], 'set_tone', ['muted'], []],
  ['Label', ['a'], 'set_label', ['name'], []],
  ['StatusBar', [], 'set_message', ['<b>', null], ['set_message ["&lt;b&gt;"]']],
  ['StatusBar', [], 'set_message', ['a', 3], ['set_message ["a",3]']],
  ['ExternalWidget', [], 'set_content', ['<b style="x">a</b>'], ['set_content ["<b>a</b>"]']],
  [
    'TextSource',
    [],
    '_replaceRange',
    [0, 0, 'a', { pushUndo: false, heard: 3 }],
    ['_replaceRange [0,0,"a",{"pushUndo":false}]'],
  ],
  ['TextSource', [], 'tell_again', [0], []],
  ['TopLevel', [], 'set_title', [null], ['set_title [""]']],
  ['Page', [], 'set_title', ['a'], []],
  ['TopLevel', [], 'set_window_state', ['maximized'], ['set_window_state ["maximized"] silent']],
  ['TopLevel', [], 'toggle_shade', [], ['toggle_shade []']],
  ['RadioButton', [], 'set_state', [true], ['set_state [true] silent']],
  ['CheckBox', [], 'set_state', [true], ['set_state [true]']],
  ['Expander', [], 'set_collapsed', [true], ['set_collapsed [true] silent']],
  ['Expander', [{ collapsible: false }], 'set_collapsed', [true], []],
  ['VBox', [], 'set_align', [null], []],
  ['VBox', [], 'set_align', ['left'], ['set_align ["left"]']],
  ['SpinBox', [{ min: 4 }], 'set_value', [null], ['set_value [4]']],
  ['Dialog', [], 'set_position', [null, null], []],
  ['TextEntry', [], 'set_length', [0], []],
  ['Image', [], 'set_fit', ['cover'], []],
  [
    'TableView',
    [],
    'set_column_widths',
    [{ a: 30, b: '1fr' }],
    ['set_column_width ["a",30]', 'set_column_width ["b","1fr"]'],
  ],
  [
    'TableView',
    [],
    'set_sorts',
    [
      [
        ['a', false],
        ['b', true],
      ],
    ],
    ['sort_by_column ["a",false]'],
  ],
  ['TableView', [], 'set_sorts', [[]], ['sort_by_column ["",true]']],
  [
    'ComboBox',
    [],
    'set_items',
    [['a', '<b>']],
    ['clear []', 'append_text ["a"]', 'append_text ["<b>"]', 'set_text [""]'],
  ],
]

test.each(calls)('%s %j: %s %j', (className, args, method, given, theirs) => {
  const both = pair()
  both.say(create(1, className, ...args))
  both.browser.log.length = 0
  both.say(call(1, method, ...given))
  expect(told(both.browser.log)).toEqual(theirs)
  expect(both.browser.violations).toEqual([])
})

describe('a ComboBox', () => {
  test('keeps its text when its items change, if it is one of them', () => {
    const both = pair()
    both.say(create(1, 'ComboBox', { items: ['a', 'b'] }), call(1, 'set_text', 'b'))
    both.say(call(1, 'set_items', ['c', 'b']))
    expect(both.browser.only('ComboBox').state.get('set_text')).toEqual(['b'])
    both.say(call(1, 'set_items', ['c']))
    expect(both.browser.only('ComboBox').state.get('set_text')).toEqual([''])
  })

  test('chooses nothing by itself', () => {
    const both = pair()
    both.say(create(1, 'ComboBox', { items: ['a', 'b'] }))
    expect(told(both.browser.log).slice(-3)).toEqual([
      'append_text ["a"]',
      'append_text ["b"]',
      'set_text [""]',
    ])
  })
})

describe('buttons of a group', () => {
  test('point at a member that is there', () => {
    const both = pair()
    const button = (wid: number): Message => create(wid, 'RadioButton', `${wid}`, { group: 'g' })
    both.say(create(9, 'VBox'), button(1), button(2), call(9, 'add_widget', ref(1)))
    expect(both.widgetOf('1').args).toEqual(['1'])
    expect(both.widgetOf('2').args).toEqual(['2', { group: { __wid__: both.widgetOf('1').wid } }])
    both.say(call(9, 'remove', ref(1), true))
    both.say(button(3))
    expect(both.widgetOf('3').args).toEqual(['3', { group: { __wid__: both.widgetOf('2').wid } }])
    expect(both.browser.violations).toEqual([])
  })
})

describe('what only a constructor takes', () => {
  test('makes the widget anew where it stands, as the user has left it', () => {
    const both = pair()
    both.say(
      create(9, 'VBox'),
      create(1, 'CheckBox', 'one'),
      create(2, 'Label', 'after'),
      call(9, 'add_widget', ref(1)),
      call(9, 'add_widget', ref(2)),
      call(1, 'set_enabled', false),
    )
    const box = both.browser.only('CheckBox')
    both.up(both.browser.fire(box, 'activated', true))
    both.say(call(1, 'set_text', 'two'))
    const anew = both.browser.only('CheckBox')
    expect(anew).not.toBe(box)
    expect(anew.args).toEqual(['two'])
    expect([anew.state.get('set_enabled'), anew.state.get('set_state')]).toEqual([[false], [true]])
    expect(both.browser.only('VBox').children[0]).toBe(anew)
    expect(both.browser.violations).toEqual([])
  })
})

describe.each(['TextEntry', 'TextEntrySet'])('what the user has typed into a %s', (className) => {
  const typed = (action: string, text: string): ReturnType<typeof pair> => {
    const both = pair()
    both.say(create(9, 'VBox'), create(1, className, 'a'), call(9, 'add_widget', ref(1)))
    const [up] = both.browser.fire(both.browser.only(className), action, text)
    // The session does not listen.
    expect(both.up([up!])).toEqual([])
    return both
  }
  const text = (both: ReturnType<typeof pair>): unknown =>
    both.browser.only(className).state.get('set_text')

  test.each(['modified', 'activated'])('is there when it is made anew: %s', (action) => {
    const both = typed(action, 'ab')
    both.say(call(1, 'set_editable', false))
    expect(both.browser.only(className).args.at(-1)).toMatchObject({ editable: false })
    expect(text(both)).toEqual(['ab'])
    expect(both.browser.violations).toEqual([])
  })

  test('is not there when it was emptied since', () => {
    const both = typed('modified', 'ab')
    both.say(call(1, 'clear'), call(1, 'set_editable', false))
    expect(text(both)).toEqual([''])
  })
})

describe('classes of ours', () => {
  test.each([
    ['Link', ['Home', 'https://a.example/'], 'Home (https://a.example/)'],
    ['Link', ['', '/x'], '/x'],
    ['Markdown', ['# <a>'], '# &lt;a&gt;'],
    ['Chart', [{ title: 'Load', type: 'bar' }], 'Load: this browser cannot draw it'],
    ['Chart', [], 'A chart: this browser cannot draw it'],
  ])('%s %j is a Label', (className, args, text) => {
    const both = pair()
    both.say(create(1, className, ...args))
    expect(both.browser.only('Label').args[0]).toBe(text)
    expect(both.browser.violations).toEqual([])
  })

  test('follow what they are told', () => {
    const both = pair()
    both.say(create(1, 'Link', 'a', 'b'), create(2, 'Markdown', 'x'), create(3, 'Chart'))
    both.say(
      call(1, 'set_href', 'c'),
      call(2, 'append_text', 'y'),
      call(3, 'set_title', 'T'),
      call(3, 'set_series', []),
    )
    const texts = both.browser.all('Label').map(({ state }) => state.get('set_text')?.[0])
    expect(texts).toEqual(['a (c)', 'xy', 'T: this browser cannot draw it'])
    expect(both.browser.violations).toEqual([])
  })

  test('answer for themselves', () => {
    const both = pair()
    both.say(create(1, 'Link', 'a', 'b'))
    expect(both.say(call(1, 'get_href'))).toEqual([{ type: 'result', id: 2, value: 'b' }])
  })

  test('a link is pressed by a click', () => {
    const both = pair()
    both.say(create(1, 'Link', 'a', 'b'), { type: 'listen', wid: 1, action: 'activated' })
    const up = both.up(both.browser.fire(both.browser.only('Label'), 'click', {}))
    expect(up).toEqual([{ type: 'callback', wid: 1, action: 'activated', args: [] }])
  })

  test('a toast goes at once', () => {
    const both = pair()
    const up = both.say(create(1, 'Toast', 'Saved'), call(1, 'show'), {
      type: 'listen',
      wid: 1,
      action: 'close',
    })
    expect(up).toEqual([
      { type: 'callback', wid: 1, action: 'close', args: [] },
      { type: 'result', id: 1 },
    ])
    expect([...both.browser.widgets.values()]).toEqual([])
  })
})
