import { test } from 'vitest'
import { page as browser } from 'vitest/browser'
import { call, create, listen, page, ref } from './harness.ts'
import type { Json, ServerMessage } from '../../src/protocol/messages.ts'

type Node = [cls: string, args: Json[], calls: [string, ...Json[]][], kids: [Node, ...Json[]][]]
function el(cls: string, args: Json[] = [], calls: [string, ...Json[]][] = [], ...kids: [Node, ...Json[]][]): Node { return [cls, args, calls, kids] }
let n = 0
function build(node: Node, out: ServerMessage[]): number {
  const wid = ++n
  const [cls, args, calls, kids] = node
  out.push(create(wid, cls, ...args))
  for (const [m, ...a] of calls) m.startsWith('@') ? out.push(listen(wid, m.slice(1))) : out.push(call(wid, m, ...a))
  for (const [kid, ...place] of kids) {
    const k = build(kid, out)
    out.push(call(wid, ['VBox','HBox','GridBox','TabWidget','Splitter'].includes(cls) ? 'add_widget' : 'set_widget', ref(k), ...place))
  }
  return wid
}
const L = (t: string, o: Json = {}) => el('Label', [t, o])
const card = (t: string, v: string, cap: string, tone = 'muted') => el('Frame', [{ title: t }], [], [el('VBox', [], [], [L(v, { variant: 'figure' })], [L(cap, { variant: 'caption', tone })])])
function app(theme: string): ServerMessage[] {
  n = 0
  const out: ServerMessage[] = []
  const top = build(el('TopLevel', [{ title: 'Monitor', theme }], [['@close']],
    [el('VBox', [], [['set_padding', 12], ['set_spacing', 12]],
      [el('HBox', [{ wrap: true }], [['set_spacing', 8]],
        [el('VBox', [], [], [L('Overview', { variant: 'title' })], [L('Twelve hosts, all of them well', { tone: 'muted' })]), 1],
        [el('Button', ['Refresh'])], [el('Button', ['Save', { variant: 'primary' }])], [el('Button', ['Delete', { variant: 'danger' }])],
        [el('Button', ['Help', { variant: 'quiet' }])], [el('ToggleButton', ['Pause'])], [el('ToggleButton', ['Live'], [['set_state', true]])],
        [el('Button', ['Off'], [['set_enabled', false]])])],
      [el('GridBox', [{ min_column_width: 180 }], [['set_spacing', 12]],
        [card('CPU', '37 %', '8 cores, 2.4 GHz'), 0, 0], [card('Memory', '11.2 GB', 'of 32 GB'), 0, 1], [card('Load', '1.94', '▲ 0.20 in 5 min', 'warning'), 0, 2], [card('Disk', '82 %', 'running full', 'danger'), 0, 3])],
      [el('TabWidget', [{ closable: true, reorderable: true }], [],
        [el('Splitter', [], [['set_sizes', [1, 2]]],
          [el('VBox', [], [['set_padding', 12], ['set_spacing', 4]], [L('Filter', { variant: 'heading' })], [el('CheckBox', ['Show system processes'])], [el('CheckBox', ['Follow'], [['set_state', true]])], [el('CheckBox', ['Not now'], [['set_enabled', false]])], [el('Separator')],
            [el('RadioButton', ['By name', { group: 'sort' }], [['set_state', true]])], [el('RadioButton', ['By memory', { group: 'sort' }])],
            [el('Expander', [{ title: 'More' }], [['set_collapsed', false]], [el('VBox', [], [], [L('A line of text in an expander that is long enough to wrap in a narrow pane')], [L('kill -9 4711', { variant: 'code' })])])], [el('Expander', [{ title: 'Folded' }])])],
          [el('ScrollArea', [], [], [el('VBox', [], [['set_padding', 12], ['set_spacing', 6]], ...Array.from({ length: 40 }, (_, i) => [L(`Line ${i + 1}`, { tone: ['normal', 'muted', 'accent', 'success', 'warning', 'danger'][i % 6]! })] as [Node]))])]), { title: 'Processes' }],
        [L('Second'), { title: 'Network' }], [L('Third'), { title: 'Disks' }]), 1],
    )]), out)
  out.push(call(top, 'show'))
  return out
}
for (const theme of ['light', 'dark']) for (const [w, h] of [[1440, 900], [390, 844]] as const) test(`${theme} ${w}`, async () => {
  await browser.viewport(w, h)
  document.body.classList.add('tw-root'); document.body.dataset['theme']=theme
  const { send, sent } = page()
  send(...app(theme))
  console.log(JSON.stringify(sent()), document.documentElement.scrollWidth)
  await browser.screenshot({ path: `/work/main/node_modules/.looks/look-${theme}-${w}.png` })
})
test('floating', async () => {
  await browser.viewport(1000, 700)
  const { send, sent } = page()
  n = 0
  const out: ServerMessage[] = []
  const bg = build(el('TopLevel', [{ title: 'Behind', theme: 'light' }], [], [L('Background')]), out)
  const a = build(el('TopLevel', [{ title: 'A tool window', minimizable: true, maximizable: true, lowerable: true }], [['resize', 400, 260], ['set_position', 80, 90], ['@close']], [el('VBox', [], [['set_padding', 12]], [L('Hello')], [el('HBox', [], [['set_spacing', 8]], [el('Button', ['OK', { variant: 'primary' }])], [el('Button', ['Cancel'])])])]), out)
  const b = build(el('TopLevel', [{ title: 'Shaded' }], [['resize', 300, 200], ['set_position', 550, 90], ['set_window_state', 'shaded']], [L('x')]), out)
  const c = build(el('TopLevel', [{ title: 'Minimised', minimizable: true }], [['resize', 300, 200], ['set_window_state', 'minimized']], [L('x')]), out)
  const d = build(el('TopLevel', [{ title: 'Centred' }], [['resize', 300, 200]], [L('In the middle')]), out)
  send(...out, ...[bg, a, b, c, d].map((w) => call(w, 'show')))
  console.log(JSON.stringify(sent()))
  await browser.screenshot({ path: `/work/main/node_modules/.looks/look-floating.png` })
})
