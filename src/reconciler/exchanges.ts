// The exchanges of a tree: one for each state that user and server change at the same time, and each browser that was
// told of its widget. A page that is told everything anew begins another life. What its user did in the one before is
// still on its way then, and speaks of the text of then: so the exchange of a former life goes on counting what is
// said, though nobody is told, until nothing of that life comes any more.
//
//   life 0   told ──── say ── say ──── say ──── hear      nobody hears what is said since it was told anew
//   life 1                        told ─ say ── say ── …  what was heard of life 0 is said to life 1
//
// The same holds for the last life of a browser that is not followed, because it has to be told anew.

import type { Exchange } from '../widgets/define.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { Viewer } from './host.ts'
import type { Origin } from './tree.ts'
import type { WidgetNode } from './widget-node.ts'

/** One of those who take part in the exchange of a state. */
export interface End {
  readonly viewer: Viewer
  readonly life: number
  /** Whether the viewer has begun another life since. */
  readonly isFormer: boolean
  readonly exchange: Exchange
}

interface Life {
  readonly number: number
  /** By widget and prop name. */
  readonly exchanges: Map<WidgetNode, ReadonlyMap<string, Exchange>>
}

/** Former lives of a viewer. Of one that begins more and tells nothing meanwhile the first ones are kept. */
const mostFormer = 8

export class Exchanges {
  /** Its lives, one after another; the last is that of what it shows, or will show. */
  readonly #lives = new Map<Viewer, readonly Life[]>()

  /** The viewer is told everything anew. */
  beginLife(viewer: Viewer, number: number): void {
    const former = this.#livesOf(viewer).filter(({ exchanges }) => exchanges.size > 0)
    this.#lives.set(viewer, [...former.slice(0, mostFormer), newLife(number)])
  }

  /** Nothing of its former lives comes any more. */
  endFormer(viewer: Viewer): void {
    const lives = this.#lives.get(viewer)
    if (lives) this.#lives.set(viewer, lives.slice(-1))
  }

  leave(viewer: Viewer): void {
    this.#lives.delete(viewer)
  }

  /** The viewer is told of a widget. */
  begin(viewer: Viewer, node: WidgetNode): void {
    if (!this.#lives.has(viewer)) this.beginLife(viewer, 0)
    const made = node.widgetClass.exchanged.map(
      ({ name, exchange }) => [name, exchange!()] as const,
    )
    this.#livesOf(viewer).at(-1)!.exchanges.set(node, new Map(made))
  }

  /** The widget is gone, or made anew. */
  forget(node: WidgetNode): void {
    for (const lives of this.#lives.values()) {
      for (const { exchanges } of lives) exchanges.delete(node)
    }
  }

  /** Undefined when the viewer was not told of the widget in that life, or the life is long over. */
  at({ viewer, life }: Origin, node: WidgetNode, { name }: StateProp): Exchange | undefined {
    const found = this.#livesOf(viewer).find(({ number }) => number === life)
    return found?.exchanges.get(node)?.get(name)
  }

  *of(node: WidgetNode, { name }: StateProp): Generator<End> {
    for (const [viewer, lives] of this.#lives) {
      for (const life of lives) {
        const exchange = life.exchanges.get(node)?.get(name)
        const isFormer = life !== lives.at(-1)
        if (exchange) yield { viewer, life: life.number, isFormer, exchange }
      }
    }
  }

  #livesOf(viewer: Viewer): readonly Life[] {
    return this.#lives.get(viewer) ?? []
  }
}

function newLife(number: number): Life {
  return { number, exchanges: new Map() }
}
