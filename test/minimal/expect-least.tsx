// Turns one tree into another in a session, and holds what was sent against the least that could have been.

import { expect } from 'vitest'
import { signal, TopLevel, VBox } from 'treewire'
import { render } from 'treewire/testing'
import type { ModelWidget } from 'treewire/testing'
import { leastForChildren } from './least.ts'
import { build, fillCells } from './trees.tsx'
import type { Cells, Tree } from './trees.tsx'
import { widgetsOf } from './widgets.ts'
import type { Widget } from './widgets.ts'

/** Fails with the lines where they are more, or fewer, than the least. */
export function expectLeast(before: readonly Tree[], after: readonly Tree[]): void {
  const lines = linesBetween(before, after)
  const least = leastForChildren(widgetsOf(before), widgetsOf(after))
  expect([lines.length, ...lines]).toEqual([least, ...lines])
}

/**
 * The lines that turn what `before` means into what `after` means. The browser must show that then.
 */
function linesBetween(before: readonly Tree[], after: readonly Tree[]): readonly string[] {
  const state = signal(before)
  const cells: Cells = new Map()
  const screen = render(() => (
    <TopLevel>
      <VBox>{() => build(state.value, cells)}</VBox>
    </TopLevel>
  ))
  screen.take()
  fillCells(after, cells)
  state.value = after
  screen.session.flush()
  const lines = screen.take()
  expect(screen.find({ wid: 2 }).children.map(shown)).toEqual(widgetsOf(after).map(meant))
  expect(screen.errors()).toEqual([])
  screen.unmount()
  return lines
}

function shown(widget: ModelWidget): unknown {
  const { widgetClass, state, listening, children, parent } = widget
  const placement = parent!.placements.get(widget)
  return [widgetClass.name, state.get('text'), [...listening], placement, children.map(shown)]
}

function meant({ class: name, states, heard, placement, children }: Widget): unknown {
  return [name, states['set_text'], heard, placement, children.map(meant)]
}
