// Random lists whose rows show random things and change them: what the browser shows is what the list plainly means,
// and no more is said than if each row were a component with a key.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  batch,
  Button,
  For,
  HBox,
  Label,
  onCleanup,
  signal,
  TopLevel,
  useEffect,
  useSignal,
  VBox,
} from 'treewire'
import type { Child, ReadonlySignal } from 'treewire'
import { render } from 'treewire/testing'
import type { ModelWidget, Rendered } from 'treewire/testing'

const forms = [
  'label',
  'children',
  'button',
  'nothing',
  'pair',
  'many',
  'part',
  'live',
  'reads',
  'bound',
  'cleans',
  'throws',
  'text',
  'box',
  'list',
  'keyed',
] as const

interface Item {
  readonly key: unknown
  readonly form: (typeof forms)[number]
  readonly text: string
}

interface Step {
  readonly items: readonly Item[]
  /** What some rows read. */
  readonly tail: string
}

/** What is around the rows of one screen. */
interface World {
  readonly tail: ReadonlySignal<string>
  /** Rows that have something to clean up, and have not. */
  readonly open: { count: number }
}

const Part = ({ text }: { readonly text: string }) => <Label text={text} />

function show({ form, text }: Item, { tail, open }: World): Child {
  switch (form) {
    case 'label':
      return <Label text={text} />
    case 'children':
      return <Label>{text}</Label>
    case 'button':
      return <Button text={text} onActivated={() => {}} />
    case 'nothing':
      return null
    case 'pair':
      return (
        <>
          <Label text={text} />
          <Label text={`${text}'`} />
        </>
      )
    case 'many':
      return [<Label text={text} />, false, <Button text={`${text}'`} />]
    case 'part':
      return <Part text={text} />
    case 'live':
      return () => <Label text={text + tail.value} />
    case 'reads':
      return <Label text={text + tail.value} />
    case 'bound':
      return <Label text={() => text + tail.value} />
    case 'cleans':
      open.count++
      onCleanup(() => void open.count--)
      return <Label text={text} />
    case 'throws':
      throw new Error('broken')
    case 'text':
      return text as never
    case 'box':
      return (
        <HBox>
          <Label text={text} />
          {tail.peek() === '!' && <Button text="peeked" />}
        </HBox>
      )
    case 'list':
      return <For each={text.split('')}>{(letter) => <Label text={letter} />}</For>
    default:
      return <Label key={text} text={text} />
  }
}

/** What a row plainly means, as texts of its widgets. What a box has read once it goes on to show. */
function meaning({ form, text }: Item, tail: string): readonly string[] {
  switch (form) {
    case 'button':
      return [`Button ${text}`]
    case 'nothing':
    case 'throws':
    case 'text':
      return []
    case 'pair':
      return [`Label ${text}`, `Label ${text}'`]
    case 'many':
      return [`Label ${text}`, `Button ${text}'`]
    case 'live':
    case 'reads':
    case 'bound':
      return [`Label ${text}${tail}`]
    case 'box':
      return [`HBox ${text}`]
    case 'list':
      return text.split('').map((letter) => `Label ${letter}`)
    default:
      return [`Label ${text}`]
  }
}

function shown({ widgetClass, state, children }: ModelWidget): string {
  const text = state.get('text') ?? children[0]?.state.get('text')
  return `${widgetClass.name} ${text as string}`
}

/** What is between the first and the last label of the column. */
function picture(screen: Rendered): string[] {
  return screen.find({ wid: 2 }).children.slice(1, -1).map(shown)
}

/** Shows rows between two labels. */
function screenOf(rows: Child) {
  return render(
    () => (
      <TopLevel>
        <VBox>
          <Label text="first" />
          {rows}
          <Label text="last" />
        </VBox>
      </TopLevel>
    ),
    // Rows that make a mistake are among them.
    { onError: () => {} },
  )
}

/** Equal items are the same item, in the whole history. */
class Items {
  readonly #made = new Map<unknown, Item[]>()

  same(item: Item): Item {
    const made = this.#made.get(item.key) ?? []
    this.#made.set(item.key, made)
    const found = made.find(({ form, text }) => form === item.form && text === item.text)
    if (found) return found
    made.push(item)
    return item
  }
}

const object = {}
const keys = fc.constantFrom<unknown>('a', 'b', 'c', 'd', 'e', 1, '1', NaN, undefined, null, object)

const items: fc.Arbitrary<Item> = fc.record({
  key: keys,
  form: fc.constantFrom(...forms),
  text: fc.constantFrom('x', 'yz'),
})

const tails = fc.constantFrom('', '!', '?')

/** Each step most often changes only a little of the one before. */
function stepsOf(lists: fc.Arbitrary<readonly Item[]>): fc.Arbitrary<readonly Step[]> {
  const edits = fc.record({
    moves: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 2 }),
    news: fc.array(fc.tuple(fc.nat(8), items), { maxLength: 2 }),
    fresh: fc.option(lists, { nil: undefined, freq: 4 }),
    tail: tails,
  })
  return fc.tuple(lists, fc.array(edits, { minLength: 1, maxLength: 6 })).map(([first, all]) => {
    const steps: Step[] = [{ items: first, tail: '' }]
    for (const { moves, news, fresh, tail } of all) {
      const next = [...(fresh ?? steps.at(-1)!.items)]
      for (const [from, to] of moves) next.splice(to, 0, ...next.splice(from, 1))
      for (const [at, { form, text }] of news) if (next[at]) next[at] = { ...next[at], form, text }
      steps.push({ items: next, tail })
    }
    return steps
  })
}

const anyLists = fc.array(items, { maxLength: 8 })
const distinctLists = fc.uniqueArray(items, { maxLength: 8, selector: ({ key }) => key })

test('whatever the list becomes, its rows show what their items mean, and so they do to a new browser', () => {
  fc.assert(
    fc.property(stepsOf(anyLists), fc.boolean(), (steps, isReplayed) => {
      const [made, tail, open] = [new Items(), signal(''), { count: 0 }]
      const each = signal<readonly Item[]>([])
      const screen = screenOf(
        <For each={each} by="key">
          {(item) => show(item, { tail, open })}
        </For>,
      )
      for (const step of steps) {
        const now = step.items.map((item) => made.same(item))
        batch(() => {
          each.value = now
          tail.value = step.tail
        })
        screen.session.flush()
        const wanted = now.flatMap((item) => meaning(item, step.tail))
        expect(picture(screen)).toEqual(wanted)
        expect(open.count).toBe(now.filter(({ form }) => form === 'cleans').length)
        if (!isReplayed) continue
        screen.reconnect()
        expect(picture(screen)).toEqual(wanted)
      }
      screen.unmount()
      expect(open.count).toBe(0)
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('no more is said than if each row were a component with a key of its own', () => {
  fc.assert(
    fc.property(stepsOf(distinctLists), fc.boolean(), (steps, isAlone) => {
      const [made, tail, open] = [new Items(), signal(''), { count: 0 }]
      const each = signal<readonly Item[]>([])
      const Row = ({ item }: { readonly item: Item }) => show(item, { tail, open })
      const names = new Map<unknown, number>()
      const nameOf = (key: unknown): number => {
        if (!names.has(key)) names.set(key, names.size)
        return names.get(key)!
      }
      const rows = [
        <For each={each} by="key">
          {(item) => show(item, { tail, open })}
        </For>,
        () => each.value.map((item) => <Row key={nameOf(item.key)} item={item} />),
      ]
      // Between other children, or as the only ones, which may end all together.
      const [list, plain] = rows.map((one) => screenOf(isAlone ? <HBox>{one}</HBox> : one))
      for (const step of steps) {
        batch(() => {
          each.value = step.items.map((item) => made.same(item))
          tail.value = step.tail
        })
        for (const screen of [list!, plain!]) screen.session.flush()
        const [said, enough] = [list!, plain!].map((screen) => screen.take())
        expect(said!.length > enough!.length ? said : enough).toEqual(enough)
        expect(list!.tree()).toBe(plain!.tree())
      }
      list!.unmount()
      plain!.unmount()
    }),
    { numRuns: 300 },
  )
}, 60_000)

/** Rows of even numbers use hooks, the others use none, and most of them read nothing either. */
function Hooked(number: number, text: string, index: ReadonlySignal<number>, log: Set<string>) {
  if (number % 4 === 1) return <Label text={`${number} ${text} at ${index.value}`} />
  if (number % 2 === 1) return <Label text={() => `${number} ${text} at ${index.value}`} />
  const first = useSignal(text)
  useEffect(() => {
    log.add(`${number} ${text}`)
    return () => void log.delete(`${number} ${text}`)
  }, [text])
  return <Label text={() => `${number} ${first.value} ${text} at ${index.value}`} />
}

test('hooks and the index of each row are its own, wherever it goes', () => {
  const row = fc.tuple(fc.nat(9), fc.constantFrom('x', 'y', 'z'))
  const lists = fc.uniqueArray(row, { maxLength: 8, selector: ([number]) => number })
  fc.assert(
    fc.property(fc.array(lists, { minLength: 1, maxLength: 8 }), (history) => {
      const each = signal<readonly (readonly [number: number, text: string])[]>([])
      const log = new Set<string>()
      const screen = render(() => (
        <TopLevel>
          <VBox>
            <For each={each} by={([number]) => number}>
              {([number, text], index) => Hooked(number, text, index, log)}
            </For>
          </VBox>
        </TopLevel>
      ))
      let firsts = new Map<number, string>()
      for (const list of history) {
        each.value = list
        screen.session.flush()
        firsts = new Map(list.map(([number, text]) => [number, firsts.get(number) ?? text]))
        const wanted = list.map(([number, text], at) =>
          number % 2 === 1
            ? `${number} ${text} at ${at}`
            : `${number} ${firsts.get(number)} ${text} at ${at}`,
        )
        expect(screen.find({ wid: 2 }).children.map(({ state }) => state.get('text'))).toEqual(
          wanted,
        )
        const even = list.filter(([number]) => number % 2 === 0)
        expect([...log].toSorted()).toEqual(even.map((one) => one.join(' ')).toSorted())
      }
      expect(screen.errors()).toEqual([])
      screen.unmount()
      expect(log.size).toBe(0)
    }),
    { numRuns: 300 },
  )
}, 60_000)
