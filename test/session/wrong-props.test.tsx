// Plain JavaScript writes what TypeScript would refuse: one sentence with the widget's path, and the rest is shown.

import { describe, expect, test } from 'vitest'
import { Button, computed, ErrorBoundary, Frame, Label, Separator, Show, signal } from 'treewire'
import { Slider, TextEntry, TopLevel, VBox } from 'treewire'
import type { Child } from 'treewire'
import { open } from './recorder.ts'

/** Props that do not compile. */
const wrong = (props: object): object => props

const cases: readonly [string, Child, string][] = [
  [
    'an unknown prop',
    <Label {...wrong({ txt: 'a' })} />,
    'Label #3: There is no prop "txt" on Label. Did you mean "text"?',
  ],
  [
    'a prop "constructor"',
    <Label {...wrong({ constructor: 1 })} />,
    'Label #3: There is no prop "constructor" on Label.',
  ],
  [
    'an unknown event',
    <Label {...wrong({ onActivated: () => {} })} />,
    'Label #3: There is no prop "onActivated" on Label.',
  ],
  [
    'a value of another type',
    <Label {...wrong({ text: 5 })} />,
    'Label #3: Label needs "text" to be string, got 5',
  ],
  [
    'a value that is not one of those',
    <Label {...wrong({ tone: 'loud' })} />,
    `Label #3: Label needs "tone" to be 'normal'|`,
  ],
  [
    'a function that gives another type',
    <Label {...wrong({ text: () => 5 })} />,
    'Label #3: Label needs "text" to be string, got 5',
  ],
  [
    'a signal of another type',
    <Slider {...wrong({ value: signal('5') })} />,
    'Slider #3: Slider needs "value" to be number, got "5"',
  ],
  ['NaN', <Slider value={NaN} />, 'Slider #3: Slider needs "value" to be number, got '],
  [
    'a value that is no JSON',
    <Label {...wrong({ text: 5n })} />,
    'Label #3: Label needs "text" to be string, got ',
  ],
  [
    'a handler that is no function',
    <Button {...wrong({ onActivated: 'save()' })} />,
    'Button #3: ',
  ],
  ['a place of another type', <Label {...wrong({ stretch: '1' })} />, 'Label #3: '],
  [
    'bind with a value',
    <TextEntry {...wrong({ bind: 'a' })} />,
    'TextEntry: TextEntry needs "bind" to be a signal',
  ],
  [
    'bind with a computed',
    <TextEntry bind={computed(() => 'a')} />,
    'TextEntry: TextEntry needs "bind" to be a signal',
  ],
  [
    'bind where there is nothing to bind',
    <Label {...wrong({ bind: signal('a') })} />,
    'Label: Label has nothing to bind',
  ],
  ['a ref that is none', <Label {...wrong({ ref: 5 })} />, 'Label #3'],
  ['a ref function that throws', <Label ref={() => fail()} />, 'Label #3'],
  [
    'an element in a text',
    <Button {...wrong({ children: <Label /> })} />,
    'Button: A text child must be text, got ',
  ],
  [
    'a text in a container',
    <VBox {...wrong({ children: 'text' })} />,
    'VBox #3: A container takes widgets, got the text "text".',
  ],
  [
    'two children in a frame',
    <Frame {...wrong({ children: [<Separator />, <Separator />] })} />,
    'Frame #3: ',
  ],
  [
    'a child in a widget that takes none',
    <Slider {...wrong({ children: <Label /> })} />,
    'Slider #3: ',
  ],
]

function fail(): never {
  throw new Error('boom')
}

describe.each(cases)('%s', (_, widget, reason) => {
  test('is reported, and what stands beside it is shown', () => {
    const { peer, errors } = open(
      <TopLevel>
        <VBox>
          {widget}
          <Label text="stays" />
        </VBox>
      </TopLevel>,
    )
    expect(errors).toEqual([expect.stringContaining(`TopLevel #1 > VBox #2 > ${reason}`)])
    const lines = peer.take()
    expect(lines).toContain('v create #4 Label "stays"')
    expect(lines.at(-1)).toBe('v call #1 show')
  })

  test('is reported when it comes later, and leaves nothing behind when it goes', () => {
    const isThere = signal(false)
    const { session, peer, errors } = open(
      <TopLevel>
        <VBox>
          <Show when={isThere}>
            <VBox>{widget}</VBox>
          </Show>
        </VBox>
      </TopLevel>,
    )
    peer.take()
    isThere.value = true
    session.flush()
    expect(errors).toHaveLength(1)
    expect(peer.take()).toContain('v create #3 VBox')
    isThere.value = false
    session.flush()
    expect(peer.take()).toEqual(['v call #2 remove #3 true'])
  })

  test('reaches the nearest boundary', () => {
    const { peer, errors } = open(
      <TopLevel>
        <ErrorBoundary fallback={<Label text="sorry" />}>
          <VBox>{widget}</VBox>
        </ErrorBoundary>
      </TopLevel>,
    )
    expect(errors[0]).toContain('TopLevel #1 > ErrorBoundary > VBox #2 > ')
    expect(peer.take().slice(-3)).toEqual([
      'v create #4 Label "sorry"',
      'v call #1 remove #2 true',
      'v call #1 set_widget #4',
    ])
  })
})
