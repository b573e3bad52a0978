// Random programs of everything that chooses, repeats, waits and fails, one in the other, on the same few signals.

import * as fc from 'fast-check'
import {
  computed,
  createContext,
  ErrorBoundary,
  For,
  HBox,
  Label,
  onCleanup,
  Show,
  signal,
  Suspense,
  useContext,
  useEffect,
  useSignalEffect,
  VBox,
} from 'treewire'
import type { Child, Signal } from 'treewire'

/** A part of a program. The number says which of the signals it leans on. */
export interface Part {
  readonly kind: (typeof kinds)[number]
  readonly at: number
  readonly parts: readonly Part[]
}

/** Those with others in them. */
const outer = [
  'counted',
  'fails',
  'async',
  'suspense',
  'boundary',
  'box',
  'group',
  'show',
  'rows',
  'loose rows',
  'provide',
  'function',
] as const

const kinds = [
  ...outer,
  'bound',
  'read',
  'bound fails',
  'effect fails',
  'cleanup fails',
  'consume',
] as const

/** So many signals of each kind. */
const count = 2

const at = fc.nat({ max: count - 1 })

const trees = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constantFrom(...kinds), at, parts: fc.constant([]) }),
    fc.record({
      kind: fc.constantFrom(...outer),
      at,
      parts: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).part

/** What waits or fails in what may take it away: by chance alone that comes about too seldom. */
const nests: fc.Arbitrary<Part> = fc
  .tuple(
    fc.constantFrom('suspense', 'boundary'),
    fc.array(fc.tuple(fc.constantFrom('show', 'rows', 'function'), at), {
      minLength: 1,
      maxLength: 2,
    }),
    fc.tuple(fc.constantFrom('async', 'fails', 'effect fails'), at),
  )
  .map(([outermost, between, [kind, index]]) => {
    const innermost: Part = { kind, at: index, parts: [] }
    const within = between.reduceRight<Part>(
      (inner, [name, leans]) => ({ kind: name, at: leans, parts: [inner] }),
      innermost,
    )
    return { kind: outermost, at: 0, parts: [within] }
  })

export const programs: fc.Arbitrary<readonly Part[]> = fc.array(fc.oneof(trees, nests), {
  maxLength: 4,
})

/** What a program leans on, and what it has going on. */
export class Store {
  readonly numbers = signals((at) => at)
  readonly flags = signals((at) => at === 0)
  readonly failing = signals(() => false)
  readonly rows = signals<readonly number[]>(() => [1, 2])
  /** Answers to what async components wait for. */
  readonly waiting: (() => void)[] = []
  /** Tries again what a boundary has given up. */
  readonly resets = new Set<() => void>()
  /** By what it is: how many have begun and not ended. */
  readonly going = new Map<string, number>()
  readonly mistakes: string[] = []

  /** @returns ends it */
  begin(what: string): () => void {
    this.#count(what, 1)
    let isOver = false
    return () => {
      if (isOver) this.mistakes.push(`${what} has ended twice`)
      isOver = true
      this.#count(what, -1)
    }
  }

  #count(what: string, change: number): void {
    const after = (this.going.get(what) ?? 0) + change
    if (after === 0) this.going.delete(what)
    else this.going.set(what, after)
  }
}

function signals<Value>(make: (at: number) => Value): readonly Signal<Value>[] {
  return Array.from({ length: count }, (_, at) => signal(make(at)))
}

const Leaning = createContext<Store | undefined>(undefined)
const Number = createContext(-1)

interface PartProps {
  readonly part: Part
}

export function Program({
  store,
  parts,
}: {
  readonly store: Store
  readonly parts: readonly Part[]
}): Child {
  return <Leaning value={store}>{inside(parts)}</Leaning>
}

function inside(parts: readonly Part[]): Child {
  return parts.map((part) => <Any part={part} />)
}

function useStore({ at }: Part) {
  const store = useContext(Leaning)!
  return {
    store,
    number: store.numbers[at]!,
    flag: store.flags[at]!,
    failing: store.failing[at]!,
    rows: store.rows[at]!,
  }
}

function Any({ part }: PartProps): Child {
  const { store, number, flag, failing, rows } = useStore(part)
  const children = inside(part.parts)
  switch (part.kind) {
    case 'bound':
      return <Label text={computed(() => `bound ${number.value}`)} />
    case 'bound fails':
      return <Label text={() => orFail(failing.value, () => `whole ${number.value}`)} />
    case 'suspense':
      return <Suspense fallback={<Label text="waiting" />}>{children}</Suspense>
    case 'boundary':
      return (
        <ErrorBoundary
          fallback={(_, reset) => {
            store.resets.add(reset)
            return <Label text="failed" />
          }}
        >
          {children}
        </ErrorBoundary>
      )
    case 'box':
      return <VBox>{children}</VBox>
    case 'group':
      return <>{children}</>
    case 'show':
      return (
        <Show when={flag} fallback={<Label text="other" />}>
          {children}
        </Show>
      )
    case 'rows':
      return (
        <For each={rows}>
          {(row) => (
            <HBox>
              <Label text={`row ${row}`} />
              {inside(part.parts)}
            </HBox>
          )}
        </For>
      )
    case 'loose rows':
      return (
        <For each={rows}>
          {(row, index) => [
            <Label text={() => `row ${row} at ${index.value}`} />,
            inside(part.parts),
          ]}
        </For>
      )
    case 'function':
      return () => (flag.value ? children : null)
    default:
      return own(part)
  }
}

/** Those that have hooks of their own, or wait. */
function own(part: Part): Child {
  if (part.kind === 'read') return <Read part={part} />
  if (part.kind === 'counted') return <Counted part={part} />
  if (part.kind === 'fails') return <Fails part={part} />
  if (part.kind === 'effect fails') return <EffectFails part={part} />
  if (part.kind === 'cleanup fails') return <CleanupFails part={part} />
  if (part.kind === 'async') return <Async part={part} />
  return part.kind === 'provide' ? <Provide part={part} /> : <Consume />
}

/** Of what has been made to fail. */
export const failure = 'made to fail'

/** What `work` gives, unless it is to fail. */
function orFail<Value>(fails: boolean, work: () => Value): Value {
  if (fails) throw new Error(failure)
  return work()
}

function Read({ part }: PartProps): Child {
  return <Label text={`read ${useStore(part).number.value}`} />
}

function Counted({ part }: PartProps): Child {
  const { store, number } = useStore(part)
  onCleanup(store.begin('render'))
  useEffect(() => store.begin('effect'))
  useEffect(() => store.begin('effect once'), [])
  useEffect(() => store.begin('effect of a number'), [number.value])
  useSignalEffect(() => store.begin(`signal effect ${number.value < 0}`))
  return <HBox>{inside(part.parts)}</HBox>
}

function Fails({ part }: PartProps): Child {
  const { store, failing } = useStore(part)
  onCleanup(store.begin('failing render'))
  useEffect(() => store.begin('effect of what fails'), [])
  return orFail(failing.value, () => inside(part.parts))
}

function EffectFails({ part }: PartProps): Child {
  const { store, failing } = useStore(part)
  const fails = failing.value
  useEffect(() => orFail(fails, () => store.begin('failing effect')), [fails])
  useSignalEffect(() => orFail(failing.value, () => store.begin('failing signal effect')))
  return <Label text="effect" />
}

function CleanupFails({ part }: PartProps): Child {
  const { store, number, failing } = useStore(part)
  useEffect(() => {
    const end = store.begin('failing cleanup')
    return () => {
      end()
      orFail(failing.peek(), () => undefined)
    }
  }, [number.value])
  return <Label text="cleanup" />
}

async function Async({ part }: PartProps): Promise<Child> {
  const { store, number, failing } = useStore(part)
  onCleanup(store.begin('async render'))
  useEffect(() => store.begin('async effect'), [])
  const [value, fails] = [number.value, failing.value]
  await new Promise<void>((resolve) => store.waiting.push(resolve))
  return orFail(fails, () => [<Label text={`async ${value}`} />, inside(part.parts)])
}

function Provide({ part }: PartProps): Child {
  return <Number value={useStore(part).number.value}>{inside(part.parts)}</Number>
}

function Consume(): Child {
  return <Label text={`provided ${useContext(Number)}`} />
}
