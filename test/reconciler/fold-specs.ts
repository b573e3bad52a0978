// What the random programs of fold-kinds-walk.test.tsx are made of: leaves and boxes whose props are other ones with each
// turn, and what can stand around them.

import * as fc from 'fast-check'
import {
  Box,
  Button,
  CheckBox,
  GridBox,
  HBox,
  Label,
  MenuAction,
  ProgressBar,
  RadioButton,
  Slider,
  TabWidget,
  VBox,
} from 'treewire'
import { isPlacement } from '../../src/reconciler/props.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'

export const signalNames = ['a', 'b', 'c'] as const
export type SignalName = (typeof signalNames)[number]

/** What a prop is given: itself, or something of a signal. */
export type Given =
  | { readonly is: unknown }
  | { readonly plain: SignalName }
  | { readonly reads: SignalName }
  | { readonly computes: SignalName }

export type GivenProps = Readonly<Record<string, Given>>

/** A widget. What it is given changes with each turn. */
interface WidgetSpec {
  readonly type: string
  readonly turns: readonly GivenProps[]
}

const arounds = [
  'part',
  'show',
  'for',
  'suspense',
  'boundary',
  'context',
  'hand',
  'dialog',
  'fragment',
] as const

export type Spec =
  | (WidgetSpec & { readonly kind: 'leaf'; readonly key: number | undefined })
  | (WidgetSpec & { readonly kind: 'box'; readonly in: readonly Spec[] })
  | { readonly kind: (typeof arounds)[number]; readonly in: readonly Spec[] }
  | { readonly kind: 'sometimes'; readonly of: Spec }

export const signalName = fc.constantFrom(...signalNames)
export const anything = fc.constantFrom<unknown>(
  'x',
  'y',
  '',
  0,
  1,
  0.5,
  true,
  false,
  undefined,
  null,
)

const text: fc.Arbitrary<Given> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constantFrom('x', 'y', '') }) },
  { weight: 6, arbitrary: fc.record({ plain: signalName }) },
  fc.record({ is: anything }),
  fc.record({ reads: signalName }),
  fc.record({ computes: signalName }),
)

type Entry = readonly [name: string, given: Given]

function entry(name: string, weight: number, given: fc.Arbitrary<Given>) {
  return { weight, arbitrary: given.map((one): Entry => [name, one]) }
}

function is(...values: unknown[]): fc.Arbitrary<Given> {
  return fc.record({ is: fc.constantFrom(...values) })
}

const entries = fc.array(
  fc.oneof(
    entry('text', 8, text),
    entry('tooltip', 8, text),
    entry('children', 4, is('p', 'q', true, false, 3, null)),
    entry('enabled', 3, is(true, false)),
    entry('stretch', 3, is(0, 1, 2)),
    entry('stretch', 1, fc.record({ plain: signalName })),
    entry('row', 1, is(0, 1)),
    entry('tab', 1, is('t', 'u')),
    entry('value', 3, fc.oneof(is(0, 1, 2), fc.record({ plain: signalName }))),
    entry('min', 1, fc.oneof(is(0, 1, 2), fc.record({ plain: signalName }))),
    entry('max', 1, is(3, 4)),
    entry('state', 2, is(true, false)),
    entry('group', 1, is('g', 'h')),
    entry('showValue', 1, fc.oneof(is(true, false), fc.record({ plain: signalName }))),
    entry('closable', 1, fc.oneof(is(true, false), fc.record({ plain: signalName }))),
    entry('orientation', 1, is('horizontal', 'vertical')),
    entry('spacing', 3, is(0, 1, 2)),
    entry('index', 2, is(0, 1, 2)),
    entry('onActivated', 5, is('handler', 'another handler', undefined)),
    entry('onClick', 1, is('handler', null)),
    entry('visible', 1, is(true, false)),
    entry('ref', 1, is('box')),
  ),
  { maxLength: 4 },
)

/** Those that a class takes. */
function propsFor(type: string, all: readonly Entry[]): GivenProps {
  const { text: textProp, ...made } = widgetClass(type)
  const takes = ([name]: Entry): boolean => {
    if (name === 'children') return textProp !== undefined
    return made.props.has(name) || isPlacement(name) || name === 'ref'
  }
  // As compilers write them, children come last.
  const inOrder = all.toSorted(([a], [b]) => Number(a === 'children') - Number(b === 'children'))
  return Object.fromEntries(inOrder.filter(takes))
}

/** Those of each turn: most often one or two are other ones. */
function turnsOf(type: string): fc.Arbitrary<readonly GivenProps[]> {
  return fc.tuple(entries, entries, fc.nat(3)).map(([first, second, kind]) => {
    const [base, other] = [propsFor(type, first), propsFor(type, second)]
    if (kind === 0) return [base, other]
    if (kind === 1) return [base]
    const changed = Object.keys(base).map((name) => [name, other[name] ?? base[name]!] as const)
    return [base, Object.fromEntries(changed)]
  })
}

const leafType = fc.constantFrom<string[]>(
  Label,
  Label,
  Button,
  Button,
  CheckBox,
  ProgressBar,
  Slider,
  RadioButton,
  MenuAction,
  HBox,
)
const boxType = fc.constantFrom<string[]>(HBox, HBox, VBox, GridBox, Box, TabWidget)

const leaf: fc.Arbitrary<Spec> = leafType.chain((type) =>
  fc.record({
    kind: fc.constant('leaf' as const),
    type: fc.constant(type),
    turns: turnsOf(type),
    key: fc.option(fc.nat(1), { nil: undefined, freq: 1 }),
  }),
)

function boxOf(inside: fc.Arbitrary<Spec[]>): fc.Arbitrary<Spec> {
  return boxType.chain((type) =>
    fc.record({
      kind: fc.constant('box' as const),
      type: fc.constant(type),
      turns: turnsOf(type),
      in: inside,
    }),
  )
}

const tied = fc.letrec<{ any: Spec; box: Spec; around: Spec; sometimes: Spec }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: tie('box') },
    { weight: 2, arbitrary: tie('sometimes') },
    { weight: 2, arbitrary: tie('around') },
  ),
  box: boxOf(fc.array(tie('any'), { maxLength: 5 })),
  around: fc.record({
    kind: fc.constantFrom(...arounds),
    in: fc.array(tie('any'), { maxLength: 3 }),
  }),
  sometimes: fc.record({ kind: fc.constant('sometimes' as const), of: tie('any') }),
}))

/** A box with anything in it. */
export const program: fc.Arbitrary<Spec> = tied.box
