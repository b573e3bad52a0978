// What JSX evaluates to: an inert description, refused at once when it makes no sense.

import { describe, expect, test } from 'vitest'
import { Button, Fragment, Label, VBox } from 'treewire'
import { createElement, isElement, Offstage } from '../../src/jsx/element.ts'

function Hello({ name }: { readonly name: string }) {
  return <Label text={`Hello ${name}`} />
}

describe('an element', () => {
  test('is the tag, the key and the props, and nothing has run', () => {
    const element = <Hello name="Ann" key="a" />
    expect(element.type).toBe(Hello)
    expect(element.key).toBe('a')
    expect(element.props).toEqual({ name: 'Ann' })
  })

  test('of a widget has the name of its class as its tag', () => {
    expect((<Button text="Save" />).type).toBe('Button')
    expect(Button).toBe('Button')
  })

  test.each([
    ['none', <VBox />, {}],
    ['one child', <Label>a</Label>, { children: 'a' }],
    ['many children', <Label>a{1}</Label>, { children: ['a', 1] }],
  ])('with %s has them among its props', (_, element, props) => {
    expect(element.props).toEqual(props)
  })

  test('of a fragment has children and no widget', () => {
    const element = (
      <>
        <Label />
        <Label />
      </>
    )
    expect(element.type).toBe(Fragment)
    expect(element.props['children']).toHaveLength(2)
  })
})

describe('isElement', () => {
  test.each([
    ['an element', <Label />],
    ['a fragment', <></>],
    ['an element that has no widget', createElement(Offstage, {})],
  ])('knows %s', (_, value) => {
    expect(isElement(value)).toBe(true)
  })

  test.each([
    null,
    undefined,
    'Label',
    () => <Label />,
    { type: 'Label', key: undefined, props: {} },
    [<Label />],
  ])('is not taken in by %s', (value) => {
    expect(isElement(value)).toBe(false)
  })
})

describe('a tag that is none', () => {
  test('of a widget class says which ones there are, and which was meant', () => {
    expect(() => createElement('Buton', {})).toThrow(
      /^There is no widget class "Buton". Did you mean "Button"\? Known: Page, TopLevel, /,
    )
  })

  test.each(['constructor', '__proto__', 'toString', 'button', ''])('"%s" is no class', (name) => {
    expect(() => createElement(name, {})).toThrow(`There is no widget class "${name}".`)
  })

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, '7'],
    [{}, '{}'],
  ])('%j asks for the import', (tag, shown) => {
    expect(() => createElement(tag as never, {})).toThrow(
      new TypeError(
        `A JSX tag must be a component or a widget class, got ${shown}. Is its import right?`,
      ),
    )
  })

  test('and an element as a tag is no component either', () => {
    expect(() => createElement((<Label />) as never, {})).toThrow(
      'A JSX tag must be a component or a widget class',
    )
  })
})
