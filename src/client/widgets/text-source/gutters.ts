// What stands in front of lines: numbers, and icons that move with their lines. Clicks are told, and keys that
// stand for one at the line of the caret.

import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, gutter, GutterMarker, keymap, lineNumbers } from '@codemirror/view'
import { make } from '../../dom/place.ts'

/** Told the line that was clicked, from 0. @returns whether anybody wanted to know */
export type LineClicked = (line: number) => boolean

/** Numbers from 1. */
export function numberGutter(clicked: LineClicked): Extension {
  const numbers = lineNumbers({ domEventHandlers: { click: told(clicked) } })
  return [numbers, keyFor('Shift-F9', clicked)]
}

export function iconGutter(clicked: LineClicked): Extension {
  const icons = gutter({
    class: 'tw-source-icons',
    lineMarker: (view, { from, to }) => iconsIn(view, from, to)[0] ?? null,
    lineMarkerChange: ({ state, startState }) =>
      state.field(iconField) !== startState.field(iconField),
    domEventHandlers: { click: told(clicked) },
  })
  return [icons, keyFor('F9', clicked)]
}

/** The editor goes on with a click as if nobody had heard it. */
function told(clicked: LineClicked) {
  return (view: EditorView, { from }: { readonly from: number }): boolean => {
    clicked(lineOf(view, from))
    return false
  }
}

/** In development environments this key sets a breakpoint, which is what such columns are mostly for. */
function keyFor(key: string, clicked: LineClicked): Extension {
  return keymap.of([{ key, run: (view) => clicked(lineOf(view, view.state.selection.main.head)) }])
}

/** A picture, and what it was set by. */
export class Icon<Ref = unknown> extends GutterMarker {
  // In front of its line, wherever text is put in there.
  override readonly startSide = 1
  override readonly endSide = 1
  readonly url: string
  readonly ref: Ref

  constructor(url: string, ref: Ref) {
    super()
    this.url = url
    this.ref = ref
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof Icon && other.url === this.url && other.ref === this.ref
  }

  override toDOM(): Node {
    const image = make('img', 'tw-source-icon')
    image.alt = ''
    image.src = this.url
    return image
  }
}

type IconSet = RangeSet<Icon>

const setIcons = StateEffect.define<IconSet>()

export const iconField = StateField.define<IconSet>({
  create: () => RangeSet.empty,
  update: (icons, { changes, effects }) =>
    effects.reduce((set, effect) => (effect.is(setIcons) ? effect.value : set), icons.map(changes)),
})

/** Puts an icon in front of the line at `offset`, in place of the one that is there; undefined takes it away. */
export function putIcon(view: EditorView, offset: number, icon: Icon | undefined): void {
  const { from, to } = view.state.doc.lineAt(offset)
  const icons = view.state.field(iconField).update({
    filterFrom: from,
    filterTo: to,
    filter: () => false,
    add: icon ? [icon.range(from)] : [],
  })
  view.dispatch({ effects: setIcons.of(icons) })
}

export function clearIcons(view: EditorView): void {
  view.dispatch({ effects: setIcons.of(RangeSet.empty) })
}

/** The icon of a line, which is counted from 0. */
export function iconOfLine(view: EditorView, line: number): Icon | undefined {
  const { from, to } = view.state.doc.line(line + 1)
  return iconsIn(view, from, to)[0]
}

function iconsIn(view: EditorView, from: number, to: number): Icon[] {
  const icons: Icon[] = []
  view.state.field(iconField).between(from, to, (_from, _to, icon) => void icons.push(icon))
  return icons
}

function lineOf(view: EditorView, offset: number): number {
  return view.state.doc.lineAt(offset).number - 1
}
