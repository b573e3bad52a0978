// Containers within containers, in which everything may go anywhere: after every frame a stock browser shows the tree
// that a browser of ours shows.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { call, create, modelOutline, outlineOf, pair, ref } from './pair.ts'
import type { Message, Pair } from './pair.ts'

const many = ['VBox', 'Splitter', 'TabWidget', 'MDIWidget', 'ToolBar', 'StackWidget'] as const
const single = ['Frame', 'Expander', 'ScrollArea'] as const

interface Node {
  readonly wid: number
  readonly className: string
  parent: Node | undefined
  children: Node[]
}

const numbers = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99))
const step = fc.tuple(
  fc.constantFrom('label', 'many', 'single', 'move', 'move', 'end', 'clear', 'show'),
  numbers,
)

test('a tree that is taken apart and put together in all ways', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 15 }),
      (frames) => {
        const both = pair()
        both.say(create(1000, 'Page'), create(1, 'VBox'), call(1000, 'set_widget', ref(1)))
        const walk = new Walk()
        for (const steps of frames) {
          const messages = steps.flatMap((one) => walk.take(one))
          if (messages.length > 0) both.say(...messages)
          expectSame(both)
        }
      },
    ),
    { numRuns: 80, seed: 1 },
  )
})

function expectSame({ browser, model }: Pair): void {
  expect(outlineOf(browser.only('Page'))).toBe(modelOutline(model.widget(1000)))
  expect(browser.violations).toEqual([])
  const windows = browser.all('MDISubWindow').length
  expect(browser.widgets.size - windows).toBe(model.widgets.size)
  for (const widget of browser.widgets.values()) expect(widget.rests).toBe(0)
}

class Walk {
  readonly #root: Node = { wid: 1, className: 'VBox', parent: undefined, children: [] }
  #last = 1

  take([kind, [a, b, c]]: readonly [string, readonly [number, number, number]]): Message[] {
    const all = this.#all(this.#root)
    const owners = all.filter(({ className }) => className !== 'Label')
    const owner = owners[a % owners.length]!
    if (kind === 'label') return this.#make('Label', owner, b)
    if (kind === 'many') return this.#make(many[c % many.length]!, owner, b)
    if (kind === 'single') return this.#make(single[c % single.length]!, owner, b)
    if (kind === 'clear') {
      if (isSingle(owner)) return []
      owner.children = []
      return [call(owner.wid, 'remove_all', true)]
    }
    const [, ...movable] = all
    const node = movable[c % movable.length]
    if (!node) return []
    if (kind === 'show') return this.#show(node)
    if (kind === 'move') return this.#move(node, owner, b)
    const { parent } = node
    takeOut(node)
    return [call(parent!.wid, 'remove', ref(node.wid), true)]
  }

  #make(className: string, owner: Node, at: number): Message[] {
    const node: Node = { wid: ++this.#last, className, parent: undefined, children: [] }
    const args = className === 'Label' ? [`${node.wid}`] : []
    return [create(node.wid, className, ...args), ...this.#put(node, owner, at)]
  }

  #move(node: Node, owner: Node, at: number): Message[] {
    for (let up: Node | undefined = owner; up; up = up.parent) if (up === node) return []
    return this.#put(node, owner, at)
  }

  #show({ wid, parent }: Node): Message[] {
    const isPaging = parent?.className === 'TabWidget' || parent?.className === 'StackWidget'
    return isPaging ? [call(parent.wid, 'show_widget', ref(wid))] : []
  }

  #put(node: Node, owner: Node, at: number): Message[] {
    takeOut(node)
    node.parent = owner
    if (isSingle(owner)) {
      const [old] = owner.children
      owner.children = [node]
      if (old) old.parent = undefined
      const put = call(owner.wid, 'set_widget', ref(node.wid))
      return old ? [put, call(owner.wid, 'remove', ref(old.wid), true)] : [put]
    }
    const sibling = owner.children[at % (owner.children.length + 1)]
    if (!sibling) {
      owner.children.push(node)
      return [call(owner.wid, 'add_widget', ref(node.wid))]
    }
    owner.children.splice(owner.children.indexOf(sibling), 0, node)
    return [call(owner.wid, 'insert_before', ref(node.wid), ref(sibling.wid))]
  }

  #all(node: Node): Node[] {
    return [node, ...node.children.flatMap((child) => this.#all(child))]
  }
}

function isSingle({ className }: Node): boolean {
  return single.some((name) => name === className)
}

function takeOut(node: Node): void {
  const { parent } = node
  if (parent) parent.children = parent.children.filter((one) => one !== node)
  node.parent = undefined
}
