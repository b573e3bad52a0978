// What stands between two tags: places among siblings, or text.

import { describe, expect, test } from 'vitest'
import { Button, computed, effect, Fragment, Label, signal, TopLevel, VBox } from 'treewire'
import type { Child, TextChild } from 'treewire'
import { render } from 'treewire/testing'
import { slotsOf, textOf } from '../../src/jsx/children.ts'

const label = <Label text="a" />

const sparse = Array<Child>(3)
sparse[1] = label

describe('slots', () => {
  test.each<[string, Child, readonly (typeof label | null)[]]>([
    ['one element', label, [label]],
    ['nothing', undefined, [null]],
    ['null', null, [null]],
    ['false', false, [null]],
    ['true', true, [null]],
    ['no children', [], []],
    ['a list keeps the places of what is not there', [null, label, false], [null, label, null]],
    ['a list keeps the places that nobody has filled', sparse, [null, label, null]],
  ])('of %s', (_, child, slots) => {
    expect(slotsOf(child)).toEqual(slots)
  })

  test('of a list in a list: one place, a fragment', () => {
    const [slot, after] = slotsOf([[label, label], null])
    expect([slot?.type, slot?.props]).toEqual([Fragment, { children: [label, label] }])
    expect(after).toBeNull()
  })

  test.each([
    ['function', () => label],
    ['signal', signal(label)],
    ['computed', computed(() => label)],
  ])('of a %s: a component that shows what it gives', (_, source) => {
    const [slot] = slotsOf(source)
    expect(typeof slot?.type).toBe('function')
    expect((slot!.type as (props: unknown) => Child)(slot!.props)).toBe(label)
  })

  test.each<[unknown, string]>([
    ['text', 'A container takes widgets, got the text "text". Put it into a <Label>'],
    ['', 'A container takes widgets, got the text "". Put it into a <Label>'],
    [0, 'A container takes widgets, got the text 0. Put it into a <Label>'],
    [{}, 'A child must be an element, got {}'],
    [Symbol('s'), 'A child must be an element, got Symbol(s)'],
    [5n, 'A child must be an element, got 5n'],
    [new Date(0), 'A child must be an element, got a Date'],
    [NaN, 'A container takes widgets, got the text NaN. Put it into a <Label>'],
    [
      Promise.resolve(label),
      'A child must be an element, got a Promise. An async component shows what it waits for',
    ],
    [new Set([label]), 'A child must be an element, got a Set. Make an array of it: [...items]'],
    [Object.create(null), 'A child must be an element, got {}'],
  ])('of %s: refused', (child, reason) => {
    expect(() => slotsOf(child as Child)).toThrow(TypeError)
    expect(() => slotsOf(child as Child)).toThrow(reason)
    expect(() => slotsOf([null, child as Child])).toThrow(reason)
  })
})

describe('the text', () => {
  test.each<[TextChild, string]>([
    ['a', 'a'],
    [0, '0'],
    [NaN, 'NaN'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [false, ''],
    [true, ''],
    [['a', 1, null, 'b'], 'a1b'],
    [['a', ['b', ['c']]], 'abc'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
  ])('of %j is "%s"', (child, text) => {
    expect(textOf(child)).toBe(text)
  })

  test.each<[string, (count: { value: number }) => TextChild]>([
    ['a signal', (count) => count as unknown as TextChild],
    ['a function', (count) => () => count.value],
    ['a signal in a list', (count) => ['Clicked ', count as unknown as TextChild]],
    ['a function that gives a list', (count) => () => ['Clicked ', count.value]],
    ['a function that gives a signal', (count) => () => count as unknown as TextChild],
  ])('of %s follows it', (_, childOf) => {
    const count = signal(1)
    const text = textOf(childOf(count)) as () => string
    const seen: string[] = []
    const stop = effect(() => void seen.push(text()))
    count.value = 2
    stop()
    expect(seen.map((one) => one.replace('Clicked ', ''))).toEqual(['1', '2'])
  })

  test('of fixed children is read once and is no function', () => {
    expect(textOf(['a', 1, ['b']])).toBe('a1b')
  })

  test.each<[unknown, string]>([
    [{}, 'A text child must be text, got {}'],
    [<Button />, 'A text child must be text, got {"type":"Button","props":{}}'],
    [Symbol('s'), 'A text child must be text, got Symbol(s)'],
    [5n, 'A text child must be text, got 5n'],
  ])('of %s is refused', (child, reason) => {
    expect(() => textOf(child as TextChild)).toThrow(TypeError)
    expect(() => textOf(child as TextChild)).toThrow(reason)
  })

  test('of something circular is refused like any other', () => {
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    expect(() => textOf(circular as unknown as TextChild)).toThrow('A text child must be text')
  })
})

describe('a wrong child reaches onError with the path of its widget', () => {
  const wrong = (child: unknown) => child as Child

  test.each<[string, Child, string]>([
    [
      'text in a box',
      wrong('a'),
      'A container takes widgets, got the text "a". Put it into a <Label>',
    ],
    ['an object in a box', wrong({}), 'A child must be an element, got {}'],
  ])('%s', (_, child, reason) => {
    const Broken = () => child
    const screen = render(
      <TopLevel>
        <VBox>
          <Broken />
          <Label text="stays" />
        </VBox>
      </TopLevel>,
    )
    expect(screen.errors()).toHaveLength(1)
    expect(screen.errors()[0]).toMatch(`VBox #2 > Broken: ${reason}`)
    expect(screen.tree()).toContain('Label text="stays"')
  })
})
