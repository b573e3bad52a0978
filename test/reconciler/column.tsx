// What most tests of this room begin with: something in a column, and what it cost to show it forgotten.

import { expect, onTestFinished } from 'vitest'
import { TopLevel, VBox } from 'treewire'
import type { Child } from 'treewire'
import { render } from 'treewire/testing'
import type { ModelWidget, Rendered, RenderOptions } from 'treewire/testing'
import type { Json } from '../../src/protocol/messages.ts'

/**
 * Shows `children` in a column, which is #2; its first widget is #3. The lines so far are taken. The
 * test fails if the application made a mistake that no `onError` was given for.
 */
export function column(children: Child, options?: RenderOptions): Rendered {
  const screen = render(function App() {
    return (
      <TopLevel>
        <VBox>{children}</VBox>
      </TopLevel>
    )
  }, options)
  onTestFinished(() => expect(screen.errors()).toEqual([]))
  screen.take()
  screen.takeFrames()
  return screen
}

/** The mistakes of an application, as `where: message`, for tests that expect some. */
export function mistakes(): { readonly errors: string[]; readonly options: RenderOptions } {
  const errors: string[] = []
  const onError = (error: unknown, where: string): void => {
    errors.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { errors, options: { onError } }
}

/** The texts of the widgets in the column, from top to bottom. */
export function texts(screen: Rendered): unknown[] {
  return screen.find({ wid: 2 }).children.map(({ state }) => state.get('text'))
}

/** What a widget shows of a prop: what it was told, else the default of its class. */
export function stateOf({ state, widgetClass }: ModelWidget, name: string): Json | undefined {
  const prop = widgetClass.prop(name)
  return state.get(name) ?? (prop?.kind === 'state' ? prop.default : undefined)
}
