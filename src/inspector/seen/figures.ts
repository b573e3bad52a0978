// How much a session is: what is mounted, what waits for its browsers, about how much memory it takes.

import type { Node } from '../../reconciler/node.ts'
import type { WidgetNode } from '../../reconciler/widget-node.ts'
import type { Peer } from '../../session/peer.ts'
import type { Session } from '../../session/session.ts'
import { RecordedPeer } from '../../session/recording/recorded-peer.ts'
import { insideOf } from '../../session/session.ts'
import { bindingsOf } from './walk.ts'

export interface Counts {
  readonly components: number
  readonly widgets: number
  /** Fragments and lists. */
  readonly groups: number
  /** Props that follow signals. */
  readonly bindings: number
}

export interface BrowserFigures {
  /** Counts from 1. */
  readonly number: number
  readonly isOfOurs: boolean
  readonly isThere: boolean
  /** Bytes that have not left this process. */
  readonly backlog: number
  /** Bytes that are kept until it has carried them out. */
  readonly window: number
  /** Milliseconds; undefined where nobody has measured it. */
  readonly roundTrip: number | undefined
}

export interface Figures extends Counts {
  readonly browsers: readonly BrowserFigures[]
  /** Bytes, about. */
  readonly memory: number
  /** Milliseconds. */
  readonly age: number
}

/** Bytes of heap, as docs/performance.md has measured them; what the application keeps by itself is not in them. */
const bytesOf = { session: 12_000, component: 400, widget: 320, group: 200, binding: 380 } as const

export function figuresOf(session: Session): Figures {
  const { root, traffic, age } = insideOf(session)
  const counts: Counts = countsOf(root)
  const browsers = traffic.pages.all.map(({ viewer, isOfOurs, peer, windowBytes }) => ({
    number: viewer + 1,
    isOfOurs,
    isThere: peer !== undefined,
    window: windowBytes,
    ...lineOf(peer),
  }))
  const kept = browsers.reduce((sum, { window, backlog }) => sum + window + backlog, 0)
  return { ...counts, browsers, memory: memoryOf(counts) + kept, age }
}

/** Those browsers whose line is up. */
export function browsersThere({ browsers }: Figures): BrowserFigures[] {
  return browsers.filter(({ isThere }) => isThere)
}

/** A recording must not tell that we have looked. */
function lineOf(peer: Peer | undefined): Pick<BrowserFigures, 'backlog' | 'roundTrip'> {
  const line = peer instanceof RecordedPeer ? peer.outside : peer
  return { backlog: line?.backlog ?? 0, roundTrip: line?.roundTrip }
}

type Counting = { -readonly [Name in keyof Counts]: Counts[Name] }

function countsOf(root: Node | undefined): Counts {
  const counts: Counting = { components: 0, widgets: 0, groups: 0, bindings: 0 }
  if (root) countFrom(root, counts)
  return counts
}

/** The node and all below it. Leaves that have no nodes get none by that: a look at all sessions costs them nothing. */
function countFrom(node: Node, counts: Counting): void {
  if (node.kind === 'component') counts.components++
  else if (node.kind !== 'widget') counts.groups++
  else {
    counts.widgets++
    counts.bindings += bindingsOf(node).length
    if (node.isFolded) return countFolded(node, counts)
  }
  for (const child of node.children) if (child) countFrom(child, counts)
}

/** What its leaves follow it keeps itself. */
function countFolded(container: WidgetNode, counts: Counting): void {
  for (let at = 0; at < container.places; at++) {
    const child = container.childAt(at)
    if (child) countFrom(child, counts)
    else if (container.leafClass(at)) counts.widgets++
  }
}

function memoryOf({ components, widgets, groups, bindings }: Counts): number {
  return (
    bytesOf.session +
    components * bytesOf.component +
    widgets * bytesOf.widget +
    groups * bytesOf.group +
    bindings * bytesOf.binding
  )
}
