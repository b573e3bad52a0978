// A prop that follows signals, as its widget knows it.

import type { WidgetId } from '../protocol/messages.ts'
import type { Job } from '../reactive/job.ts'
import type { StateProp } from '../widgets/class-props.ts'
import type { WidgetNode } from './widget-node.ts'

/** A prop that is for the container. */
export interface PlaceProp {
  readonly kind: 'place'
  readonly name: string
  /** As states have it: placements come last. */
  readonly precedence: number
}

/** A prop that follows signals. */
export interface BoundProp extends Job {
  readonly prop: StateProp | PlaceProp
  /** The value it has now; undefined when the source gave undefined. */
  readonly value: unknown
  /** The number of its widget, while that is a leaf without a node, whose container keeps it; else 0. */
  leafWid: WidgetId
  /** Another one that the same widget keeps. */
  next: BoundProp | undefined
  /** The leaf has a node now, which keeps it. */
  moveTo(leaf: WidgetNode): void
  /** See binding.ts. */
  beginShown(): void
  /** Takes the newest value without telling anyone. */
  refresh(): void
  dispose(): void
}
