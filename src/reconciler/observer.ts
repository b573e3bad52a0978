// Who looks at a tree from outside, for a time. Most of the time nobody does: then whatever would be told asks once
// whether there is anybody, and that is all.

import type { Props } from '../jsx/element.ts'
import type { Binding } from './binding.ts'
import type { ComponentNode } from './node.ts'
import type { WidgetNode } from './widget-node.ts'

/** Is told what happens, and must change nothing. */
export interface Observer {
  /** A component is given these props in place of others, and will render for them. */
  given(node: ComponentNode, before: Props): void
  rendering(node: ComponentNode): void
  rendered(node: ComponentNode): void
  /** What this has read is watched by now. */
  read(reader: ComponentNode | Binding): void
  /** A prop takes over what it follows. When that throws, its end is not told. */
  following(binding: Binding): void
  followed(binding: Binding): void
  /** @param prop  the name of the handler, such as `onActivated` */
  handling(node: WidgetNode, prop: string): void
  /** The synchronous part of it is over. */
  handled(node: WidgetNode): void
}
