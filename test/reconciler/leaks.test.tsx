// What is gone has let go of everything: signals, handlers, timers, widgets.

import { describe, expect, test, vi } from 'vitest'
import {
  batch,
  Button,
  computed,
  createContext,
  Dialog,
  effect,
  ErrorBoundary,
  For,
  HBox,
  Label,
  onCleanup,
  RadioButton,
  Show,
  signal,
  Slider,
  Suspense,
  TabWidget,
  TextEntry,
  useComputed,
  useContext,
  useEffect,
  useSignalEffect,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'
import { Watching } from '../reactive/watching.ts'
import { column, mistakes } from './column.tsx'
import { plantInWindow } from './plant.tsx'

const Text = createContext('')

type Use = (source: Signal<number>) => Child

const uses: [string, Use][] = [
  ['a bound prop', (source) => <Label text={() => `${source.value}`} />],
  ['a signal as a prop', (source) => <Slider value={source} />],
  ['a fixed prop', (source) => <Slider dtype={() => (source.value > 5 ? 'float' : 'int')} />],
  ['limits', (source) => <Slider min={source} max={() => source.value + 100} />],
  ['text children', (source) => <Label>{() => source.value}</Label>],
  ['a placement', (source) => <Label stretch={source} />],
  ['bind', (source) => <Slider bind={source} />],
  [
    'the title of a tab',
    (source) => (
      <TabWidget>
        <Label tab={() => `${source.value}`} />
      </TabWidget>
    ),
  ],
  ['a child that is a function', (source) => () => <Label text={`${source.value}`} />],
  ['a component', (source) => <Reads source={source} />],
  ['useComputed', (source) => <Computes source={source} />],
  ['useSignalEffect', (source) => <Watches source={source} />],
  ['effect', (source) => <Plain source={source} />],
  ['an effect in an effect', (source) => <Nested source={source} />],
  ['useEffect that starts an effect', (source) => <Starts source={source} />],
  ['a context', (source) => <Provides source={source} />],
  [
    'Show',
    (source) => (
      <Show when={() => source.value >= 0}>{() => <Label text={() => `${source.value}`} />}</Show>
    ),
  ],
  [
    'For',
    (source) => (
      <For each={() => [source.value, 'x']}>
        {(item, index) => <Label text={() => `${item} ${index.value} ${source.value}`} />}
      </For>
    ),
  ],
  [
    'Suspense',
    (source) => (
      <Suspense fallback={<Label text={() => `${source.value}`} />}>
        <Never source={source} />
        <Label text={() => `${source.value}`} />
      </Suspense>
    ),
  ],
  [
    'a dialog',
    (source) => (
      <Dialog visible={() => source.value > 0}>
        <Label text={() => `${source.value}`} />
      </Dialog>
    ),
  ],
  ['a computed of the application', (source) => <Label text={computed(() => `${source.value}`)} />],
]

interface Given {
  readonly source: Signal<number>
}

const Reads = ({ source }: Given) => <Label text={`${source.value}`} />
const Computes = ({ source }: Given) => <Label text={useComputed(() => `${source.value}`)} />
const Watches = ({ source }: Given) => {
  useSignalEffect(() => void source.value)
  return null
}
const Plain = ({ source }: Given) => {
  effect(() => void source.value)
  return <Label />
}
const Nested = ({ source }: Given) => {
  effect(() => {
    if (source.value < 100) effect(() => void source.value)
  })
  return <Label />
}
const Starts = ({ source }: Given) => {
  useEffect(() => effect(() => void source.value), [])
  return <Label />
}
const Provides = ({ source }: Given) => (
  <Text value={`${source.value}`}>
    <Consumes />
  </Text>
)
const Consumes = () => <Label text={useContext(Text)} />
const Never = async ({ source }: Given): Promise<Child> => {
  const now = source.value
  await new Promise(() => {})
  return <Label text={`${now}`} />
}

describe.each(uses)('%s', (_, use) => {
  test('follows its signal, and lets go of it when it is gone', async () => {
    const watching = new Watching()
    const source = watching.signal('source', 1)
    const on = signal(true)
    const Maybe = () => on.value && <VBox>{use(source)}</VBox>
    const screen = column(<Maybe />)
    for (const next of [2, 7, 3]) {
      expect(watching.now).toEqual(['source'])
      source.value = next
      await screen.settled()
    }
    on.value = false
    await screen.settled()
    expect(watching.now).toEqual([])
    expect(screen.browser.widgets.size).toBe(2)
  })

  test('lets go of it when the session ends', () => {
    const watching = new Watching()
    const source = watching.signal('source', 1)
    const screen = column(use(source))
    screen.unmount()
    expect(watching.now).toEqual([])
    source.value = 2
  })

  test('lets go of it when a boundary takes it away', async () => {
    const watching = new Watching()
    const source = watching.signal('source', 1)
    const isBroken = signal(false)
    const Fragile = () => {
      if (isBroken.value) throw new Error('broken')
      return null
    }
    const screen = column(
      <ErrorBoundary fallback={<Label text="sorry" />}>
        {use(source)}
        <Fragile />
      </ErrorBoundary>,
      mistakes().options,
    )
    isBroken.value = true
    await screen.settled()
    expect(watching.now).toEqual([])
    expect(screen.browser.widgets.size).toBe(3)
  })

  test('is still followed by others', async () => {
    const watching = new Watching()
    const source = watching.signal('source', 1)
    const on = signal(true)
    const Maybe = () => on.value && <VBox>{use(source)}</VBox>
    const screen = column([<Maybe />, <Label text={() => `${source.value}`} />])
    on.value = false
    await screen.settled()
    screen.take()
    source.value = 2
    await screen.settled()
    expect(screen.take().filter((line) => line.includes('set_text "2"'))).toHaveLength(1)
  })
})

test('a source that a render replaces is let go', async () => {
  const watching = new Watching()
  const [a, b] = [watching.signal('a', 'a'), watching.signal('b', 'b')]
  const which = signal<Signal<string> | string>(a)
  const Field = () => <Label text={which.value} tooltip={which.value} stretch={1} />
  const screen = column(<Field />)
  which.value = b
  await screen.settled()
  expect(watching.now).toEqual(['b'])
  which.value = 'none'
  await screen.settled()
  expect(watching.now).toEqual([])
})

test('a row that is gone lets go of what it read', async () => {
  const watching = new Watching()
  const marks = new Map(['a', 'b', 'c'].map((name) => [name, watching.signal(name, '')]))
  const names = signal(['a', 'b', 'c'])
  const screen = column(
    <For each={names}>{(name) => <Label text={() => name + marks.get(name)!.value} />}</For>,
  )
  names.value = ['c', 'a']
  await screen.settled()
  expect(watching.now.toSorted()).toEqual(['a', 'c'])
  names.value = []
  await screen.settled()
  expect(watching.now).toEqual([])
})

test('a component follows only what its latest render read', async () => {
  const watching = new Watching()
  const [which, a, b] = [signal('a'), watching.signal('a', 1), watching.signal('b', 2)]
  const Reads = () => <Label text={`${which.value === 'a' ? a.value : b.value}`} />
  const screen = column(<Reads />)
  which.value = 'b'
  await screen.settled()
  expect(watching.now).toEqual(['b'])
})

test('timers that an effect clears are cleared', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const Ticks = () => {
    useEffect(() => {
      const timer = setInterval(() => {}, 1000)
      return () => clearInterval(timer)
    }, [])
    onCleanup(() => {})
    return <Label />
  }
  const screen = column([<Ticks />, <Ticks />])
  expect(vi.getTimerCount()).toBe(2)
  screen.unmount()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

test('the host has as many widgets and handlers after many changes as at first', () => {
  const step = signal(0)
  const Everything = () => (
    <HBox key={step.value % 3 === 0 ? 'x' : 'y'}>
      {step.value % 2 === 0 && <Button onActivated={() => {}} />}
      {['a', 'b', 'c'].slice(step.value % 3).map((key) => (
        <TextEntry key={key} bind={signal('')} />
      ))}
      <RadioButton group={`${step.value % 2}`} onActivated={() => {}} />
      <Slider showValuePosition={step.value % 2 === 0 ? 'l' : 'r'} onActivated={() => {}} />
      <Dialog onActivated={() => {}}>{step.value % 2 === 0 && <Label />}</Dialog>
    </HBox>
  )
  const { host, flush, errors } = plantInWindow(() => <Everything />)
  const count = () => [host.alive.size, host.listening.size]
  const first = count()
  for (let at = 1; at <= 60; at++) {
    step.value = at
    flush()
  }
  expect(count()).toEqual(first)
  expect(errors).toEqual([])
})

test('a write after the end costs nothing and throws nothing', async () => {
  const count = signal(0)
  const { errors, options } = mistakes()
  const Watcher = () => {
    useSignalEffect(() => {
      if (count.value > 0) throw new Error('too late')
    })
    return <Label text={() => `${count.value}`} />
  }
  const screen = column(<Watcher />, options)
  screen.unmount()
  screen.take()
  batch(() => count.value++)
  await screen.settled()
  expect([errors, screen.take()]).toEqual([[], []])
})
