// Another browser is told the same as the first one would be told now; nothing is rendered.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  batch,
  CheckBox,
  ComboBox,
  Expander,
  For,
  HBox,
  Label,
  RadioButton,
  Session,
  Show,
  signal,
  Slider,
  Splitter,
  TableView,
  TabWidget,
  TextEntry,
  TopLevel,
  useComputed,
  VBox,
} from 'treewire'
import type { Child, Handle } from 'treewire'
import { ModelBrowser, render } from 'treewire/testing'
import type { ModelWidget, Rendered } from 'treewire/testing'
import type { Json } from '../../src/protocol/messages.ts'
import { column, stateOf } from './column.tsx'
import { build, specs } from './specs.tsx'
import type { Spec } from './specs.tsx'

/** The lines with widgets named in the order in which they come. */
function renamed(lines: readonly string[]): string[] {
  const names = new Map<string, string>()
  return lines.map((line) =>
    line.replace(/#\d+/g, (wid) => {
      if (!names.has(wid)) names.set(wid, `#${names.size + 1}`)
      return names.get(wid)!
    }),
  )
}

/** Suspense shows its children last when it is new, and at once when it has been there. */
function withoutSuspense(spec: Spec): Spec {
  if (!('of' in spec)) return spec
  const kind = spec.kind === 'suspense' ? 'part' : spec.kind
  return { ...spec, kind, of: spec.of.map(withoutSuspense) }
}

test('whatever a tree has been, a new browser is told what a new tree of that kind would tell', () => {
  fc.assert(
    fc.property(fc.array(specs, { minLength: 1, maxLength: 5 }), (history) => {
      const state = signal<readonly Spec[]>([])
      const shown = (now: { readonly value: readonly Spec[] }) => () => (
        <TopLevel>
          <VBox>{() => now.value.map(build)}</VBox>
        </TopLevel>
      )
      const screen = render(shown(state))
      for (const step of history.map((one) => one.map(withoutSuspense))) {
        state.value = step
        screen.session.flush()
        screen.take()
        screen.reconnect()
        const fresh = render(shown({ value: step }))
        expect(renamed(screen.take())).toEqual(renamed(fresh.take()))
        fresh.unmount()
      }
      screen.unmount()
    }),
    { numRuns: 150 },
  )
}, 30_000)

test('no function of the application runs', () => {
  const runs: string[] = []
  const ran = <Value,>(name: string, value: Value): Value => {
    runs.push(name)
    return value
  }
  const on = signal(true)
  const Component = () => {
    const text = useComputed(() => ran('computed', `${on.value}`))
    return ran(
      'component',
      <Label text={text} tooltip={() => ran('prop', 'x')} stretch={() => ran('place', 1)} />,
    )
  }
  const screen = column([
    <Component />,
    <Show when={() => ran('when', on.value)}>{() => ran('show', <Label />)}</Show>,
    <For each={[1, 2]} by={(item) => ran('key', item)}>
      {(item) => ran('row', <Label text={`${item}`} />)}
    </For>,
    () => ran('child', <Label ref={() => ran('ref', undefined)} />),
  ])
  expect(runs.length).toBeGreaterThan(10)
  runs.length = 0
  const before = screen.tree()
  screen.reconnect()
  expect(screen.tree()).toBe(before)
  expect(runs).toEqual([])
})

test('refs and handles go on', async () => {
  const ref: { current: Handle<'Label'> | undefined } = { current: undefined }
  const screen = column(<Label ref={ref} />)
  const handle = ref.current
  screen.reconnect()
  screen.take()
  expect(ref.current).toBe(handle)
  ref.current!.setText('x')
  await screen.settled()
  expect(screen.take()).toEqual(['v call #3 set_text "x"'])
})

test('what changed while no browser was there is told to the first one that comes', () => {
  const names = signal(['a', 'b'])
  const text = signal('x')
  const session = new Session({ id: 'alone' })
  session.mount(() => (
    <TopLevel>
      <VBox>
        <Label text={text} />
        <For each={names}>{(name) => <Label text={name} />}</For>
      </VBox>
    </TopLevel>
  ))
  session.flush()
  names.value = ['c', 'a']
  text.value = 'y'
  session.flush()
  const browser = new ModelBrowser()
  const peer = { backlog: 0, send: (frame: string) => void browser.receive(frame), close: () => {} }
  session.attach(peer, { page: 'page', seen: 0 })
  session.flush()
  const [, box] = browser.widgets.values()
  expect(box!.children.map(({ state }) => state.get('text'))).toEqual(['y', 'c', 'a'])
  session.destroy()
})

// A form whose widgets come, go and change their order while the user works with it.

const kinds = [
  'check',
  'slide',
  'type',
  'combo',
  'fold',
  'tabs',
  'table',
  'split',
  'radio',
] as const

type Kind = (typeof kinds)[number]

const heard = () => {}

function Field({ kind, tick }: { readonly kind: Kind; readonly tick: number }): Child {
  const tooltip = `${tick}`
  switch (kind) {
    case 'check':
      return <CheckBox tooltip={tooltip} onActivated={heard} />
    case 'slide':
      return <Slider tooltip={tooltip} value={tick} onActivated={heard} />
    case 'type':
      return <TextEntry tooltip={tooltip} linehistory={tick} onModified={heard} />
    case 'combo':
      return <ComboBox tooltip={tooltip} items={['a', 'b']} onActivated={heard} />
    case 'fold':
      return (
        <Expander tooltip={tooltip} onToggled={heard}>
          <Label text="folded" />
        </Expander>
      )
    case 'tabs':
      return (
        <TabWidget tooltip={tooltip} onPageSwitch={heard}>
          <Label tab="1" />
          <Label tab="2" />
        </TabWidget>
      )
    case 'table':
      return <TableView tooltip={tooltip} columns={['a']} onSelected={heard} onSorted={heard} />
    case 'split':
      return (
        <Splitter orientation={tick % 2 ? 'vertical' : 'horizontal'} onSizing={heard}>
          <Label />
          <Label />
        </Splitter>
      )
    default:
      return [1, 2, 3].map((one) => (
        <RadioButton key={one} text={`radio ${one}`} group="g" onActivated={heard} />
      ))
  }
}

type Event = readonly [
  className: string,
  action: string,
  args: (widget: ModelWidget) => readonly Json[],
]

const events: Readonly<Record<Kind, readonly Event[]>> = {
  check: [['CheckBox', 'activated', () => [true]]],
  slide: [['Slider', 'activated', () => [33]]],
  type: [['TextEntry', 'modified', () => ['typed']]],
  combo: [['ComboBox', 'activated', () => [1, 'b']]],
  fold: [['Expander', 'toggled', () => [false]]],
  tabs: [['TabWidget', 'page-switch', ({ children }) => [{ __wid__: children[1]!.wid }, 1]]],
  table: [
    ['TableView', 'selected', () => [[{ path: ['x'], values: null }]]],
    ['TableView', 'sorted', () => ['a', false]],
  ],
  split: [['Splitter', 'sizing', () => [[1, 2]]]],
  radio: [['RadioButton', 'activated', () => [true]]],
}

type Step =
  | { readonly kind: 'act'; readonly on: Kind; readonly which: number }
  | { readonly kind: 'render' }
  | { readonly kind: 'order'; readonly order: readonly Kind[] }

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('act' as const), on: fc.constantFrom(...kinds), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('render' as const) }),
  fc.record({ kind: fc.constant('order' as const), order: fc.shuffledSubarray([...kinds]) }),
)

/** Everything that can be seen of a browser, but for what is set and still the default. */
function everything({ browser }: Rendered): unknown {
  const of = (widget: ModelWidget): unknown => [
    widget.widgetClass.name,
    [...widget.widgetClass.props.keys()].map((name) => stateOf(widget, name) ?? null),
    [...widget.listening].toSorted(),
    widget.parent?.placements.get(widget),
    widget.children.map(of),
  ]
  return browser.windows.map(of)
}

async function act(screen: Rendered, on: Kind, which: number): Promise<void> {
  const [className, action, args] = events[on][which % events[on].length]!
  const there = screen.findAll({ type: className })
  const widget = there[which % (there.length || 1)]
  if (!widget) return
  // The browser releases the others of a group by itself.
  if (on === 'radio')
    for (const other of there) if (other !== widget) other.state.set('state', false)
  await screen.fire(widget, action, ...args(widget))
}

test('what the user did is told to a new browser, whatever happened since', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 12 }), async (history) => {
      const tick = signal(0)
      const order = signal<readonly Kind[]>(kinds)
      const Form = () =>
        order.value.map((kind) => <Field key={kind} kind={kind} tick={tick.value} />)
      const screen = render(() => (
        <TopLevel>
          <HBox>
            <Form />
          </HBox>
        </TopLevel>
      ))
      for (const step of history) {
        if (step.kind === 'act') await act(screen, step.on, step.which)
        batch(() => {
          if (step.kind === 'render') tick.value++
          if (step.kind === 'order') order.value = step.order
        })
        screen.session.flush()
        const before = everything(screen)
        screen.reconnect()
        expect(everything(screen)).toEqual(before)
      }
      expect(screen.errors()).toEqual([])
      screen.unmount()
    }),
    { numRuns: 100 },
  )
}, 30_000)
