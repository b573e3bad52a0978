import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { morphChildren } from '../../../src/client/dom/morph.ts'

function nodes(html: string): HTMLElement {
  const parent = document.createElement('div')
  parent.innerHTML = html
  return parent
}

test.each([
  ['', '<p>a</p>'],
  ['<p>a</p>', ''],
  ['<p>a</p><p>b</p>', '<p>a</p><ul><li>c</li></ul><p>b</p>'],
  ['<p title="x">a</p>', '<p class="y">a</p>'],
  ['text', '<b>text</b>'],
  ['<p>a<b>b</b>c</p>', '<p>a <i>b</i></p>'],
])('%s becomes %s', (before, after) => {
  const parent = nodes(before)
  morphChildren(parent, 0, nodes(after))
  expect(parent.innerHTML).toBe(after)
})

test('what stands in front is not looked at', () => {
  const parent = nodes('<p>a</p><p>b</p><p>c</p>')
  morphChildren(parent, 1, nodes('<p>d</p>'))
  expect(parent.innerHTML).toBe('<p>a</p><p>d</p>')
})

test('elements and texts that stay are the same ones', () => {
  const parent = nodes('<p>one</p><p>two</p>')
  const before = [...parent.children, parent.firstChild!.firstChild]
  morphChildren(parent, 0, nodes('<p>one and</p><p>two <b>x</b></p>'))
  expect([...parent.children, parent.firstChild!.firstChild]).toEqual(before)
})

test('what the user or the widget has changed in the page stays', () => {
  const parent = nodes('<details open tabindex="0">a</details>')
  morphChildren(parent, 0, nodes('<details>b</details>'))
  expect(parent.innerHTML).toBe('<details open="" tabindex="0">b</details>')
  parent.querySelector('details')!.open = false
  morphChildren(parent, 0, nodes('<details open>c</details><details open>d</details>'))
  expect(parent.innerHTML).toBe('<details tabindex="0">c</details><details open="">d</details>')
})

test('attributes keep their namespace, and names that only markup can give them', () => {
  const parent = nodes('<svg><a>x</a></svg><p>a</p>')
  morphChildren(parent, 0, nodes('<svg><a xlink:href="#a">x</a></svg><p @click="x">a</p>'))
  expect(parent.innerHTML).toBe('<svg><a xlink:href="#a">x</a></svg><p @click="x">a</p>')
  expect(parent.querySelector<SVGAElement>('svg a')!.href.baseVal).toBe('#a')
})

test('whatever it was, it becomes what is wanted', () => {
  const tree = fc.letrec<{ node: string; list: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'ab', 'b'),
      fc
        .tuple(fc.constantFrom('b', 'i', 'b class="x"'), tie('list'))
        .map(([tag, inner]) => `<${tag}>${inner}</${tag[0]}>`),
    ),
    list: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('')),
  })).list
  fc.assert(
    fc.property(tree, tree, (before, after) => {
      const parent = nodes(before)
      const wanted = nodes(after).innerHTML
      morphChildren(parent, 0, nodes(after))
      expect(parent.innerHTML).toBe(wanted)
    }),
    { numRuns: 300 },
  )
})
