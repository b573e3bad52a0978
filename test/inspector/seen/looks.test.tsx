// What is to be known of a tree that is mounted: its nodes, one of them in detail, its signals, how much it is.

import { computed, For, Label, Page, signal, TextEntry, useRef, useSignal, VBox } from 'treewire'
import type { Signal } from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { expect, test } from 'vitest'
import { detailsOf, findNode } from '../../../src/inspector/seen/details.ts'
import { figuresOf } from '../../../src/inspector/seen/figures.ts'
import { RenderLog } from '../../../src/inspector/seen/render-log.ts'
import { Secrets } from '../../../src/inspector/seen/secrets.ts'
import { signalRowsOf } from '../../../src/inspector/seen/signal-rows.ts'
import { treeDataOf } from '../../../src/inspector/seen/tree-data.ts'
import { nodesFrom } from '../../../src/inspector/seen/walk.ts'
import { nameOf } from '../../../src/reconciler/node.ts'
import { insideOf } from '../../../src/session/session.ts'

interface View {
  readonly title: Signal<string>
}

function Card({ view, count }: { readonly view: View; readonly count: Signal<number> }) {
  const word = useSignal('a')
  useRef(7)
  return (
    <VBox>
      <Label text={view.title} tone="muted" />
      <Label text={() => `${count.value} ${word.value}`} />
      <TextEntry bind={word} label="Word" />
      <>
        <For each={['x']}>{(one) => <Label text={one} />}</For>
      </>
    </VBox>
  )
}

function logOf({ session }: Rendered): RenderLog {
  const { root, traffic } = insideOf(session)
  const secrets = new Secrets(root, (wid) => traffic.host.widgetAt(wid))
  return new RenderLog(new ManualClock(), root, secrets)
}

function shown() {
  const view = { title: signal('Title') }
  const count = signal(1, { name: 'count' })
  const screen = render(
    <Page>
      <Card view={view} count={count} />
    </Page>,
  )
  const { root } = insideOf(screen.session)
  const log = logOf(screen)
  const nodeOf = (name: string) => [...nodesFrom(root)].find((node) => nameOf(node) === name)!
  return { screen, root, log, nodeOf }
}

test('the tree has components, widgets and rows, and no fragments', () => {
  const { root, log } = shown()
  expect(treeDataOf(root, log).tree).toEqual({
    n1: {
      name: 'root',
      shows: '',
      n2: {
        name: 'Page #1',
        shows: '',
        n3: {
          name: 'Card',
          shows: 'view={ title: signal } count=signal',
          n4: {
            name: 'VBox #2',
            shows: '',
            n5: { name: 'Label #3', shows: 'text="Title" tone="muted"' },
            n6: { name: 'Label #4', shows: 'text="1 a"' },
            n7: { name: 'TextEntry #5', shows: 'label="Word" text="a"' },
            n8: {
              name: 'For',
              shows: 'each=[ "x" ]',
              n9: { name: 'rows', shows: '1', n10: { name: 'Label #6', shows: 'text="x"' } },
            },
          },
        },
      },
    },
  })
})

test('a row that needs a component is one of its For, with the props that are written there', () => {
  const word = signal('a')
  const screen = render(
    <VBox>
      <For each={['x']}>
        {(one, index) => <Label text={`${one} ${word.value} ${index.peek()}`} />}
      </For>
    </VBox>,
  )
  const log = logOf(screen)
  const { root } = insideOf(screen.session)
  const row = [...nodesFrom(root)].find(({ parent }) => parent?.kind === 'list')!
  expect(treeDataOf(root, log).tree).toHaveProperty('n1.n2.n3.n4.n5', {
    name: 'row of For',
    shows: 'item="x" index=signal',
    n6: { name: 'Label #2', shows: 'text="x a 0"' },
  })
  expect(detailsOf(row, log).map(({ section, name }) => [section, name])).toEqual([
    ['Props', 'item'],
    ['Props', 'index'],
    ['Props', 'children'],
    ['Reads', 'signal 1'],
  ])
})

test('the filter leaves what fits, and all that it stands in', () => {
  const { root, log } = shown()
  const { tree, left } = treeDataOf(root, log, { filter: 'word' })
  const names = JSON.stringify(tree).match(/"name":"[^"]*"/g)
  expect(names).toEqual(
    ['root', 'Page #1', 'Card', 'VBox #2', 'TextEntry #5'].map((name) => `"name":"${name}"`),
  )
  expect(left).toBe(5)
  expect(treeDataOf(root, log, { filter: 'nothing like it' }).tree).toEqual({})
})

test('the node that is chosen stays, whatever the filter is', () => {
  const { root, log, nodeOf } = shown()
  const { tree } = treeDataOf(root, log, { filter: 'nothing like it', chosen: nodeOf('Label #3') })
  const names = JSON.stringify(tree).match(/"name":"[^"]*"/g)
  expect(names).toEqual(
    ['root', 'Page #1', 'Card', 'VBox #2', 'Label #3'].map((name) => `"name":"${name}"`),
  )
})

test('a component: what it was given, what it keeps', () => {
  const { log, nodeOf } = shown()
  expect(detailsOf(nodeOf('Card'), log)).toEqual([
    { section: 'Props', name: 'view', value: '{ title: signal }', note: '' },
    { section: 'Props', name: 'count', value: '1', note: 'signal count' },
    { section: 'Hooks', name: '1 useSignal', value: '"a"', note: '' },
    { section: 'Hooks', name: '2 useRef', value: '7', note: '' },
  ])
})

test('a widget: its states, what they follow, who listens', async () => {
  const { screen, log, nodeOf } = shown()
  expect(detailsOf(nodeOf('Label #3'), log)).toEqual([
    { section: 'Props', name: 'text', value: '"Title"', note: 'follows view.title' },
    { section: 'Props', name: 'tone', value: '"muted"', note: '' },
    { section: 'Reads', name: 'view.title', value: '"Title"', note: 'for text' },
  ])
  await screen.fire({ label: 'Word' }, 'modified', 'typed')
  expect(detailsOf(nodeOf('TextEntry #5'), log)).toContainEqual({
    section: 'Known from users',
    name: 'text',
    value: '"typed"',
    note: '',
  })
  const listens = detailsOf(nodeOf('TextEntry #5'), log).filter(
    ({ section }) => section === 'Listens',
  )
  expect(listens.map(({ name }) => name)).toEqual(['modified'])
})

test('a node is found by its id while it is there', () => {
  const { root, log, nodeOf } = shown()
  const { ids } = log
  const label = nodeOf('Label #3')
  expect(findNode(root, ids.of(label), ids)).toBe(label)
  expect(findNode(root, 'n99', ids)).toBeUndefined()
})

test('signals have their names, their values and who reads them', () => {
  const { root, log } = shown()
  expect(signalRowsOf(root, log)).toEqual([
    {
      id: 'view.title',
      name: 'view.title',
      value: '"Title"',
      kind: 'signal',
      readers: [{ reader: 'Label #3.text', component: 'Card', does: 'sets the prop' }],
    },
    {
      id: 'count',
      name: 'count',
      value: '1',
      kind: 'signal',
      readers: [{ reader: 'Label #4.text', component: 'Card', does: 'sets the prop' }],
    },
    {
      id: 'Card useSignal 1',
      name: 'Card useSignal 1',
      value: '"a"',
      kind: 'signal',
      readers: [
        { reader: 'Label #4.text', component: 'Card', does: 'sets the prop' },
        { reader: 'TextEntry #5.text', component: 'Card', does: 'sets the prop' },
      ],
    },
  ])
})

test('two signals of one name are told apart, and one that cannot compute shows why', () => {
  const broken = computed(() => {
    throw new Error('no')
  })
  const twins = ['a', 'b'].map((value) => signal(value, { name: 'twin' }))
  const screen = render(
    () => (
      <Page>
        <VBox>
          <Label text={() => `${twins[0]!.value} ${twins[1]!.value}`} />
          <Label text={() => String(broken.value)} />
        </VBox>
      </Page>
    ),
    { onError: () => {} },
  )
  const rows = signalRowsOf(insideOf(screen.session).root, logOf(screen))
  expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
    ['twin', 'signal'],
    ['twin (2)', 'signal'],
    ['signal 1', 'computed'],
  ])
  expect(rows[2]!.value).toContain('Error: no')
})

test('how much a session is', () => {
  const { screen } = shown()
  const { memory, age, browsers, ...counts } = figuresOf(screen.session)
  expect(counts).toEqual({ components: 3, widgets: 6, groups: 2, bindings: 3 })
  expect(memory).toBeGreaterThan(12_000)
  expect(age).toBeGreaterThanOrEqual(0)
  expect(browsers.map(({ number, isThere, isOfOurs }) => [number, isThere, isOfOurs])).toEqual([
    [1, true, true],
  ])
  screen.session.detach(insideOf(screen.session).traffic.pages.all[0]!.peer!)
  expect(figuresOf(screen.session).browsers[0]!.isThere).toBe(false)
})
