// Two panes: side by side, or below each other where there is no room.

import type { Child } from '../../jsx/element.ts'
import { Splitter } from '../../widgets/tags.ts'
import type { View } from './view.ts'

interface PanesProps {
  readonly view: View
  readonly children: Child
}

export function Panes({ view, children }: PanesProps): Child {
  const orientation = view.isNarrow.value ? 'vertical' : 'horizontal'
  return (
    <Splitter key={orientation} orientation={orientation} sizes={[3, 2]} stretch={1}>
      {children}
    </Splitter>
  )
}
