// The widgets that a description means, with the names by which they are the same widget later: no groups, no
// components, only what the browser shows.

import { placeName } from './trees.tsx'
import type { ContainerTree, Leaf, Tree } from './trees.tsx'

/** A widget, as far as messages can tell. */
export interface Widget {
  /**
   * Its place in its container: of every group and component around it, and of itself, the key, or else the
   * position among its siblings, and the class. What is fixed when a widget is made is part of its class: one that
   * has another is another widget, and so is everything in it.
   */
  readonly name: string
  readonly class: string
  /** By the method that sets it: what one call sets together is one state. */
  readonly states: Readonly<Record<string, unknown>>
  readonly heard: readonly string[]
  /** What it says to its container. */
  readonly placement: readonly unknown[]
  readonly children: readonly Widget[]
}

type Container = 'box' | 'other'

/** The widgets of these trees, as they stand in one container. */
export function widgetsOf(
  trees: readonly Tree[],
  container: Container = 'box',
  around = '',
): Widget[] {
  return trees.flatMap((tree, index) => {
    const name = `${around}/${placeName(tree, index)}`
    return widgetsOfOne(tree, container, `${name}:${tree.kind}`)
  })
}

function widgetsOfOne(tree: Tree, container: Container, name: string): Widget[] {
  switch (tree.kind) {
    case 'nothing':
      return []
    case 'group':
    case 'part':
    case 'cell':
      return widgetsOf(tree.of, container, name)
    case 'list':
      return tree.rows.flatMap(({ id, text, labels }) =>
        Array.from({ length: labels }, (_, at) => label(`${name}/${id}/#${at}`, text)),
      )
    case 'choice':
      return (tree.isOn ? ['on', 'still on'] : ['off']).map((text) =>
        label(`${name}/${tree.isOn}/${text}`, text),
      )
    default:
      return [widgetOf(tree, container, name)]
  }
}

function widgetOf(tree: Leaf | ContainerTree, container: Container, name: string): Widget {
  const isStretched = container === 'box' && tree.stretch !== undefined && tree.stretch !== 0
  const placement = isStretched ? [tree.stretch] : []
  if (tree.kind === 'label') return { ...label(name, tree.text), placement }
  const plain = { name, placement, states: {}, heard: [], children: [] }
  if (tree.kind === 'button') {
    const heard = tree.isHeard ? ['activated'] : []
    return { ...plain, class: 'Button', states: { set_text: tree.text }, heard }
  }
  if (tree.kind === 'slider') {
    const { low, high, value } = tree
    return {
      ...plain,
      class: 'Slider',
      states: { set_limits: `${low} ${high}`, set_value: value },
    }
  }
  const inside = tree.kind === 'box' ? 'box' : 'other'
  return { ...plain, class: classOf(tree), children: widgetsOf(tree.of, inside) }
}

function classOf({ kind }: ContainerTree): string {
  if (kind === 'box') return 'HBox'
  return kind === 'frame' ? 'Frame' : 'Splitter'
}

function label(name: string, text: string): Widget {
  return {
    name,
    class: 'Label',
    states: { set_text: text },
    heard: [],
    placement: [],
    children: [],
  }
}
