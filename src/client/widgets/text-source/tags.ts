// Tags: ranges of the text that look as their definition says, and move with edits.

import {
  type Extension,
  type Range,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin } from '@codemirror/view'
import type { TagAttrs } from './tag-style.ts'
import { styleOf } from './tag-style.ts'

export interface TagInterval {
  readonly name: string
  readonly start: number
  readonly end: number
}

type TagSet = RangeSet<Tag>

/** Text put in at either end of a range does not belong to it. */
class Tag extends RangeValue {
  override readonly startSide = 1
  override readonly endSide = -1
  readonly name: string

  constructor(name: string) {
    super()
    this.name = name
  }

  override eq(other: RangeValue): boolean {
    return other instanceof Tag && other.name === this.name
  }
}

const setTags = StateEffect.define<TagSet>()
/** Decorations are made anew when a definition changes. */
const setDefinitions = StateEffect.define<ReadonlyMap<string, TagAttrs>>()

const tagField = StateField.define<TagSet>({
  create: () => RangeSet.empty,
  update: (tags, { changes, effects }) =>
    effects.reduce((set, effect) => (effect.is(setTags) ? effect.value : set), tags.map(changes)),
})

const definitionField = StateField.define<ReadonlyMap<string, TagAttrs>>({
  create: () => new Map(),
  update: (definitions, { effects }) =>
    effects.reduce((now, effect) => (effect.is(setDefinitions) ? effect.value : now), definitions),
})

/** Draws the tags of what is in sight. */
const painter = ViewPlugin.define(
  (view) => ({
    decorations: paint(view),
    update(update) {
      const isSame =
        !update.docChanged &&
        !update.viewportChanged &&
        update.state.field(tagField) === update.startState.field(tagField) &&
        update.state.field(definitionField) === update.startState.field(definitionField)
      if (!isSame) this.decorations = paint(update.view)
    },
  }),
  { decorations: ({ decorations }) => decorations },
)

export const tagExtension: Extension = [tagField, definitionField, painter]

function paint({ state, visibleRanges }: EditorView): DecorationSet {
  const definitions = state.field(definitionField)
  const looks = new Map<string, Decoration>()
  const ranges: Range<Decoration>[] = []
  const span = (from: number, to: number, active: readonly Tag[]): void => {
    if (active.length === 0) return
    const key = [...new Set(active.map(({ name }) => name))].toSorted().join('\n')
    const look = looks.get(key) ?? lookOf(active, definitions)
    looks.set(key, look)
    ranges.push(look.range(from, to))
  }
  for (const { from, to } of visibleRanges) {
    RangeSet.spans([state.field(tagField)], from, to, { span, point: () => undefined })
  }
  return Decoration.set(ranges)
}

/** Of several tags the one that was defined last counts. */
function lookOf(active: readonly Tag[], definitions: ReadonlyMap<string, TagAttrs>): Decoration {
  const names = new Set(active.map(({ name }) => name))
  const attrs = [...definitions].filter(([name]) => names.has(name)).map(([, one]) => one)
  const style = styleOf(Object.assign({}, ...attrs) as TagAttrs)
  return Decoration.mark({ class: 'tw-source-tag', ...(style !== '' && { attributes: { style } }) })
}

export class Tags {
  readonly #view: EditorView

  constructor(view: EditorView) {
    this.#view = view
  }

  /** A definition that is made again counts as the last one. */
  define(name: string, attrs: TagAttrs): void {
    const definitions = new Map(this.#definitions)
    definitions.delete(name)
    definitions.set(name, attrs)
    this.#view.dispatch({ effects: setDefinitions.of(definitions) })
  }

  /** Drops a definition with all ranges that have it. */
  undefine(name: string): void {
    const definitions = new Map(this.#definitions)
    definitions.delete(name)
    const set = this.#set.update({ filter: (_from, _to, tag) => tag.name !== name })
    this.#view.dispatch({ effects: [setDefinitions.of(definitions), setTags.of(set)] })
  }

  /** @throws Error when nobody has defined the tag */
  mustBeDefined(name: string): void {
    if (this.#definitions.has(name)) return
    const known = [...this.#definitions.keys()].join(', ') || 'none'
    throw new Error(`There is no tag "${name}": define it by create_tag first. Known: ${known}`)
  }

  add(name: string, from: number, to: number): void {
    if (from >= to) return
    this.mustBeDefined(name)
    const near = this.#runs(from, to).filter((run) => run.name === name)
    const start = Math.min(from, ...near.map((run) => run.start))
    const end = Math.max(to, ...near.map((run) => run.end))
    this.#show(without(this.#set, name, from, to).update({ add: [rangeOf(name, start, end)] }))
  }

  remove(name: string, from: number, to: number): void {
    const left = this.#runs(from, to)
      .filter((run) => run.name === name)
      .flatMap(({ start, end }) => [
        ...(start < from ? [rangeOf(name, start, from)] : []),
        ...(end > to ? [rangeOf(name, to, end)] : []),
      ])
    this.#show(without(this.#set, name, from, to).update({ add: left, sort: true }))
  }

  /** Replaces all ranges; those of tags that nobody has defined are kept for when somebody does. */
  restore(intervals: readonly TagInterval[]): void {
    const { length } = this.#view.state.doc
    const ranges = intervals
      .map(({ name, start, end }) => rangeOf(name, Math.max(0, start), Math.min(length, end)))
      .filter(({ from, to }) => from < to)
    this.#show(RangeSet.of(ranges, true))
  }

  clear(): void {
    this.#show(RangeSet.empty)
  }

  /** Names of the tags that any text between has, in the order of the text. */
  between(from: number, to: number): string[] {
    const runs = this.#runs(from, to).filter(({ start, end }) => start < to && end > from)
    return [...new Set(runs.map(({ name }) => name))]
  }

  /** Runs with a tag; those that touch are one. */
  regions(name: string): TagInterval[] {
    const merged: TagInterval[] = []
    for (const run of this.#runs(0, this.#view.state.doc.length)) {
      const last = merged.at(-1)
      if (run.name !== name) continue
      if (last && run.start <= last.end) {
        merged[merged.length - 1] = { ...last, end: Math.max(last.end, run.end) }
      } else merged.push(run)
    }
    return merged
  }

  get #set(): TagSet {
    return this.#view.state.field(tagField)
  }

  get #definitions(): ReadonlyMap<string, TagAttrs> {
    return this.#view.state.field(definitionField)
  }

  #show(set: TagSet): void {
    this.#view.dispatch({ effects: setTags.of(set) })
  }

  /** Those that touch are among them. */
  #runs(from: number, to: number): TagInterval[] {
    const runs: TagInterval[] = []
    this.#set.between(from, to, (start, end, { name }) => void runs.push({ name, start, end }))
    return runs.toSorted((a, b) => a.start - b.start)
  }
}

function rangeOf(name: string, from: number, to: number): Range<Tag> {
  return new Tag(name).range(from, to)
}

function without(set: TagSet, name: string, from: number, to: number): TagSet {
  return set.update({
    filterFrom: from,
    filterTo: to,
    filter: (_from, _to, tag) => tag.name !== name,
  })
}
