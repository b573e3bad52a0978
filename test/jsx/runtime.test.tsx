// The names that compilers call for JSX, and that all of them make the same element.

import { describe, expect, test } from 'vitest'
import { createElement, Label, TopLevel, VBox } from 'treewire'
import type { Element } from 'treewire'
import * as runtime from 'treewire/jsx-runtime'
import * as devRuntime from 'treewire/jsx-dev-runtime'
import { render } from 'treewire/testing'
import type { Props } from '../../src/jsx/element.ts'

type Make = (type: string, props: Props, key?: string) => Element

const makers: readonly [string, Make][] = [
  ['jsx', runtime.jsx],
  ['jsxs', runtime.jsxs],
  ['jsxDEV', devRuntime.jsxDEV],
]

test.each(makers)('%s makes the element', (_, make) => {
  const element = make('Label', { text: 'a' }, 'k')
  expect(element).toEqual(runtime.jsx('Label', { text: 'a' }, 'k'))
  expect([element.type, element.key, element.props]).toEqual(['Label', 'k', { text: 'a' }])
})

test('both runtimes name Fragment, and it is the one of the package', () => {
  expect([runtime.Fragment, devRuntime.Fragment]).toEqual(['Fragment', 'Fragment'])
})

test('jsxDEV takes the places in the source that compilers add, and forgets them', () => {
  const make = devRuntime.jsxDEV as unknown as (...args: readonly unknown[]) => Element
  const element = make('Label', {}, undefined, false, { fileName: 'a.tsx', lineNumber: 1 }, {})
  expect(element).toEqual(runtime.jsx('Label', {}))
})

describe('a key behind a spread', () => {
  const props = { text: 'a' }

  test('is the key', () => {
    const element = <Label {...props} key="k" />
    expect([element.key, element.props]).toEqual(['k', { text: 'a' }])
  })

  test('leaves children where they are', () => {
    const element = (
      <VBox {...{ spacing: 1 }} key="k">
        <Label text="a" />
        <Label text="b" />
      </VBox>
    )
    const screen = render(<TopLevel>{element}</TopLevel>)
    expect(screen.errors()).toEqual([])
    expect(screen.tree()).toBe(
      ['TopLevel', '  VBox spacing=1', '    Label text="a"', '    Label text="b"'].join('\n'),
    )
  })
})

describe('createElement, the call of older compilers,', () => {
  test.each<[string, Element, Element]>([
    ['without props', createElement('VBox'), <VBox />],
    ['with null for props', createElement('VBox', null), <VBox />],
    ['with a key', createElement('Label', { key: 1, text: 'a' }), <Label key={1} text="a" />],
    ['with one child', createElement('Label', null, 'a'), <Label>a</Label>],
    ['with many children', createElement('Label', null, 'a', 1), <Label>a{1}</Label>],
    ['with children among the props', createElement('Label', { children: 'a' }), <Label>a</Label>],
  ])('%s makes the same element', (_, older, element) => {
    expect(older).toEqual(element)
  })
})
