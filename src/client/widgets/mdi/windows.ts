// Which window shows which child. A sub-window is its own child: nothing is made for it.

import type { WidgetLike } from '../../../widgets/types.ts'
import { asWidget } from '../container.ts'
import type { MDISubWindow } from '../mdi-sub-window.ts'
import type { Widget } from '../widget.ts'

export class Windows {
  readonly #byChild = new Map<Widget, MDISubWindow>()

  keep(child: Widget, window: MDISubWindow): void {
    this.#byChild.set(child, window)
  }

  forget(child: Widget): void {
    this.#byChild.delete(child)
  }

  /** The window of a child, or a window that was made for one. */
  of(child: WidgetLike): MDISubWindow | undefined {
    return this.#byChild.get(this.childOf(child))
  }

  /** The child that a window was made for; any other widget is the child itself. */
  childOf(widget: WidgetLike): Widget {
    for (const [child, window] of this.#byChild) if (window === widget) return child
    return asWidget(widget)
  }

  /** Those of these children, in their order. */
  all(children: readonly Widget[]): readonly MDISubWindow[] {
    return children.flatMap((child) => this.#byChild.get(child) ?? [])
  }
}
