// What most tests of this room begin with: something in a column, and what it cost to show it forgotten.

import { TopLevel, VBox } from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'
import type { Rendered, RenderOptions } from 'treewire/testing'

/** Shows `children` in a column, which is #2; its first widget is #3. The lines so far are taken. */
export function column(children: Child, options?: RenderOptions): Rendered {
  const screen = render(function App() {
    return (
      <TopLevel>
        <VBox>{children}</VBox>
      </TopLevel>
    )
  }, options)
  screen.take()
  screen.takeFrames()
  return screen
}

/** The texts of the widgets in the column, from top to bottom. */
export function texts(screen: Rendered): unknown[] {
  return screen.find({ wid: 2 }).children.map(({ state }) => state.get('text'))
}
