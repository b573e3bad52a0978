// Which components rendered and why, and what is at work now: whoever a message is from.

import type { Props } from '../../jsx/element.ts'
import type { Clock } from '../../protocol/clock.ts'
import type { Binding } from '../../reconciler/binding.ts'
import type { Widget } from '../../reconciler/host.ts'
import { componentOf } from '../../reconciler/node.ts'
import type { ComponentNode, Node } from '../../reconciler/node.ts'
import type { Observer } from '../../reconciler/observer.ts'
import { WidgetNode } from '../../reconciler/widget-node.ts'
import { asItWas, causeOf, changedProps, changeText } from './cause.ts'
import type { Cause, CauseKind } from './cause.ts'
import type { Doer } from './doers.ts'
import { NodeIds } from './node-ids.ts'
import { endOf, labelOf, propLabel, wayToOwner } from './owner.ts'
import { ValuesRead } from './values-read.ts'
import { Ring } from './ring.ts'
import type { Secrets } from './secrets.ts'
import { shortText } from './short-text.ts'
import { kindFor, SignalNames } from './signal-names.ts'
import { nodesFrom, readersIn } from './walk.ts'

export interface Render {
  /** Counts from 1. */
  readonly number: number
  /** Milliseconds on the clock of the one who looks. */
  readonly time: number
  readonly component: string
  /** Of its node. */
  readonly id: string
  /** The ids of its node and of what that is in, up to the component of the application that it belongs to. */
  readonly nodes: readonly string[]
  readonly kind: CauseKind
  readonly why: string
  /** Milliseconds that its function took, without what it shows. */
  duration: number
}

type Work = Pick<Doer, 'by' | 'why'>

const mostRenders = 1000
const nothing: Work = { by: '', why: '' }

export class RenderLog implements Observer {
  readonly ids = new NodeIds()
  readonly names = new SignalNames()
  readonly secrets: Secrets
  readonly renders = new Ring<Render>({ most: mostRenders })
  readonly #clock: Clock
  readonly #read = new ValuesRead()
  readonly #given = new WeakMap<ComponentNode, Props>()
  /** Renders under way, the innermost last. */
  readonly #open: Render[] = []
  /** Props that take over what they follow, the innermost last. */
  readonly #props: Work[] = []
  /** Events and their handlers, the innermost last. */
  readonly #events: Work[] = []
  /** Why components have rendered since the last flush. */
  readonly #whys = new Map<ComponentNode, string>()
  #count = 0

  /** @param root  what is mounted already: from here on it is known what it has read */
  constructor(clock: Clock, root: Node | undefined, secrets: Secrets) {
    this.#clock = clock
    this.secrets = secrets
    for (const node of nodesFrom(root)) {
      if (node.kind === 'component') this.names.learn(node)
      for (const reader of readersIn(node)) this.#read.note(reader)
    }
  }

  /** A value of the application as a short text. */
  textOf(value: unknown): string {
    return shortText(value, this.secrets.look())
  }

  given(node: ComponentNode, before: Props): void {
    // Of several that come before it renders, the first is what it has rendered with.
    if (!this.#given.has(node)) this.#given.set(node, before)
  }

  rendering(node: ComponentNode): void {
    const { kind, text } = this.#causeOf(node)
    this.#given.delete(node)
    this.#whys.set(node, text)
    const render = {
      number: ++this.#count,
      time: this.#clock.now(),
      component: labelOf(node),
      id: this.ids.of(node),
      nodes: this.#idsOf(wayToOwner(node)),
      kind,
      why: text,
      duration: 0,
    }
    this.renders.add(render)
    this.#open.push(render)
  }

  rendered(node: ComponentNode): void {
    const render = this.#open.pop()
    if (render) render.duration = this.#clock.now() - render.time
    this.names.learn(node)
    this.#read.note(node)
  }

  read(reader: ComponentNode | Binding): void {
    this.#read.note(reader)
  }

  following(binding: Binding): void {
    const hide = this.secrets.look()
    const why = this.#read
      .changesOf(binding)
      .map(({ signal, ...change }) =>
        changeText({ name: this.names.nameOf(signal), ...change }, hide),
      )
    this.#props.push({ by: binding.prop.name, why: why.join('; ') || asItWas })
  }

  followed(): void {
    this.#props.pop()
  }

  handling(_node: WidgetNode, prop: string): void {
    this.begin({ by: prop, why: this.#events.at(-1)?.why ?? '' })
  }

  handled(): void {
    this.finish()
  }

  /** An event is taken in, until `finish`. */
  begin(work: Work): void {
    this.#events.push(work)
  }

  finish(): void {
    this.#events.pop()
  }

  /** What is said of a widget now: by whom. */
  doerOf(widget: Widget): Doer {
    if (!(widget instanceof WidgetNode)) return { component: '', nodes: [], by: 'by hand', why: '' }
    const way = wayToOwner(widget)
    const owner = endOf(way)
    const component = owner ? labelOf(owner) : ''
    const work = this.#props.at(-1) ?? this.#renderAround(widget) ?? this.#events.at(-1)
    // What is said of a widget is not said of those around it.
    const nodes = way.filter((node) => node === widget || node.kind !== 'widget')
    return { component, nodes: this.#idsOf(nodes), ...(work ?? nothing) }
  }

  #idsOf(nodes: readonly Node[]): string[] {
    return nodes.map((node) => this.ids.of(node))
  }

  /** What has been rendered is said by now. */
  flushed(): void {
    this.#whys.clear()
    // One that threw has not told its end.
    this.#props.length = 0
  }

  #renderAround(widget: WidgetNode): Work | undefined {
    for (let at = widget.parent; at; at = at.parent) {
      const why = at.kind === 'component' ? this.#whys.get(at) : undefined
      if (why !== undefined) return { by: 'render', why }
    }
    return undefined
  }

  #causeOf(node: ComponentNode): Cause {
    const before = this.#given.get(node)
    const parent = node.parent && componentOf(node.parent)
    const facts = {
      isFirst: !node.hasRendered && !before,
      props: before && changedProps(before, node.props).map((name) => propLabel(node, name)),
      parent: parent ? labelOf(parent) : '',
      changes: this.#read.changesOf(node).map(({ signal, ...change }) => ({
        name: this.names.nameOf(signal),
        kind: kindFor(node, signal),
        ...change,
      })),
    }
    return causeOf(facts, this.secrets.look())
  }
}
