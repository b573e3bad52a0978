// The limit that all are compared with: no engine, but what a patient expert would write for this one list.
//
// It is given what everybody is given, and finds out by itself what has changed. It keeps what it could not be right
// without, and nothing else:
//
//   rows       the list as it was given last, to compare the next one with
//   places     the rows' places by key: the wid of the box, from which those inside it follow, the text that is
//              shown, and room for the position in which a comparison found it
//   order      the same places in the order in which they are shown, for anchors
//   handlers   by the wid of a button, whose row is told; the page's own table, which this list is not alone in, so
//              rows leave it one by one
//
// A list is compared from both ends by identity. In what is left a row is looked for where it was before, then by
// its key; of those that are there still a longest increasing run stays. Nothing is made anew for a row that stays.

import { levels, plainRow } from './engine.ts'
import type { ChainScreen, Engine, ListScreen, Row } from './engine.ts'
import { LongestRun } from './longest-run.ts'
import { Messages, WINDOW } from './message.ts'
import type { Message } from './message.ts'

export const optimum: Engine = {
  name: 'optimum',
  row: plainRow,
  list: () => new OptimumList(3),
  unsplitList: () => new OptimumList(3),
  shortList: () => new OptimumList(2),
  leaf: () => new OptimumChain(),
  drilled: () => new OptimumChain(),
}

interface Place {
  /** Of the box; its children have the next ones. */
  readonly wid: number
  text: string
  /** In the old list, while two lists are compared; -1 for one that is found again. */
  from: number
}

const BOX = WINDOW + 1

class OptimumList implements ListScreen {
  readonly #out = new Messages()
  readonly #run = new LongestRun()
  /** How many widgets a row has in its box. */
  readonly #size: number
  #rows: readonly Row[] = []
  #order: Place[] = []
  readonly #places = new Map<number, Place>()
  readonly #handlers = new Map<number, Row>()
  #lastWid = BOX

  constructor(size: number) {
    this.#size = size
  }

  mount(rows: readonly Row[]): void {
    this.#out.create(BOX, 'VBox')
    this.setRows(rows)
    this.#out.add(WINDOW, BOX)
  }

  setText({ id }: Row, text: string): void {
    this.#say(this.#places.get(id)!, text)
  }

  setRows(next: readonly Row[]): void {
    const rows = this.#rows
    this.#rows = next
    const shared = Math.min(rows.length, next.length)
    let start = 0
    while (start < shared && this.#isSame(rows[start]!, next[start]!, start)) start++
    let end = rows.length
    let nextEnd = next.length
    while (
      end > start &&
      nextEnd > start &&
      this.#isSame(rows[end - 1]!, next[nextEnd - 1]!, end - 1)
    ) {
      end--
      nextEnd--
    }
    if (start === end) this.#insert(next, start, nextEnd)
    else if (start === nextEnd) this.#remove(rows, start, end)
    else this.#rearrange(rows, next, [start, end, nextEnd])
  }

  press(wid: number): number | undefined {
    return this.#handlers.get(wid)?.id
  }

  flush(): void {}

  take(): readonly Message[] {
    return this.#out.take()
  }

  text(): string {
    return JSON.stringify(this.take())
  }

  unmount(): void {
    this.#out.remove(WINDOW, BOX)
    this.#rows = []
    this.#forgetAll()
  }

  /** Whether a position goes on with its row; what the row shows follows. */
  #isSame(row: Row, next: Row, at: number): boolean {
    if (row === next) return true
    if (row.id !== next.id) return false
    this.#follow(this.#order[at]!, next)
    return true
  }

  #follow(place: Place, row: Row): void {
    this.#say(place, row.text)
    this.#handlers.set(place.wid + this.#size, row)
  }

  #say(place: Place, text: string): void {
    if (place.text === text) return
    place.text = text
    // The label of the text stands in front of the button.
    this.#out.setText(place.wid + this.#size - 1, text)
  }

  #make(row: Row, anchor: number | undefined): Place {
    const out = this.#out
    const wid = ++this.#lastWid
    out.create(wid, 'HBox')
    if (this.#size === 3) {
      out.create(++this.#lastWid, 'Label', [row.name])
      out.add(wid, this.#lastWid)
    }
    out.create(++this.#lastWid, 'Label', [row.text])
    out.add(wid, this.#lastWid)
    const button = ++this.#lastWid
    out.create(button, 'Button', ['x'])
    out.listen(button, 'activated')
    out.add(wid, button)
    out.place(BOX, wid, anchor)
    this.#handlers.set(button, row)
    const place = { wid, text: row.text, from: -1 }
    this.#places.set(row.id, place)
    return place
  }

  #insert(next: readonly Row[], start: number, end: number): void {
    const order = this.#order
    const anchor = order[start]?.wid
    const fresh: Place[] = anchor === undefined ? order : []
    for (let at = start; at < end; at++) fresh.push(this.#make(next[at]!, anchor))
    if (anchor !== undefined) this.#order = order.slice(0, start).concat(fresh, order.slice(start))
  }

  #remove(rows: readonly Row[], start: number, end: number): void {
    const order = this.#order
    if (end - start === order.length) return this.#endAll()
    for (let at = start; at < end; at++) this.#endOne(order[at]!, rows[at]!)
    order.splice(start, end - start)
  }

  #endOne({ wid }: Place, { id }: Row): void {
    this.#out.remove(BOX, wid)
    this.#handlers.delete(wid + this.#size)
    this.#places.delete(id)
  }

  #endAll(): void {
    if (this.#order.length === 1) this.#out.remove(BOX, this.#order[0]!.wid)
    else this.#out.removeAll(BOX)
    this.#forgetAll()
  }

  #forgetAll(): void {
    for (const { wid } of this.#order) this.#handlers.delete(wid + this.#size)
    this.#order = []
    this.#places.clear()
  }

  /** What is between the ends that the old list and the new one share. */
  #rearrange(
    rows: readonly Row[],
    next: readonly Row[],
    [start, end, nextEnd]: readonly [number, number, number],
  ): void {
    const order = this.#order
    for (let at = start; at < end; at++) if (rows[at] !== next[at]) order[at]!.from = at
    const sources = new Int32Array(nextEnd - start)
    let found = 0
    for (let at = start; at < nextEnd; at++) {
      const row = next[at]!
      const isHere = at < end && rows[at] === row
      const place = isHere ? order[at]! : this.#places.get(row.id)
      if (!place) continue
      found++
      if (isHere) {
        sources[at - start] = at + 1
        continue
      }
      if (rows[place.from] !== row) this.#follow(place, row)
      sources[at - start] = place.from + 1
      place.from = -1
    }
    if (found === 0) {
      this.#remove(rows, start, end)
      return this.#insert(next, start, nextEnd)
    }
    if (found < end - start) this.#endMissing(rows, next, start, end)
    this.#run.mark(sources)
    this.#arrange(next, sources, start, end)
  }

  #endMissing(rows: readonly Row[], next: readonly Row[], start: number, end: number): void {
    const order = this.#order
    for (let at = start; at < end; at++) {
      const isMissing = rows[at] !== next[at] && order[at]!.from >= 0
      if (isMissing) this.#endOne(order[at]!, rows[at]!)
    }
  }

  /**
   * From right to left, so that the one to stand in front of is always in its place.
   *
   * @param sources  one above the old position, negative for those that stay; 0 for a new row
   */
  #arrange(next: readonly Row[], sources: Int32Array, start: number, end: number): void {
    const order = this.#order
    const fresh = Array<Place>(sources.length)
    let anchor = order[end]?.wid
    for (let at = sources.length - 1; at >= 0; at--) {
      const source = sources[at]!
      const place =
        source === 0 ? this.#make(next[start + at]!, anchor) : order[Math.abs(source) - 1]!
      if (source > 0) this.#out.place(BOX, place.wid, anchor)
      fresh[at] = place
      anchor = place.wid
    }
    const isWhole = start === 0 && end === order.length
    this.#order = isWhole ? fresh : order.slice(0, start).concat(fresh, order.slice(end))
  }
}

/** Boxes in boxes never change: all there is to keep is the text. */
class OptimumChain implements ChainScreen {
  readonly #out = new Messages()
  #text = ''

  mount(text: string): void {
    this.#text = text
    for (let level = 0; level < levels; level++) this.#out.create(BOX + level, 'VBox')
    this.#out.create(BOX + levels, 'Label', [text])
    for (let level = levels; level >= 0; level--) this.#out.add(BOX + level - 1, BOX + level)
  }

  setText(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.#out.setText(BOX + levels, text)
  }

  flush(): void {}

  take(): readonly Message[] {
    return this.#out.take()
  }

  text(): string {
    return JSON.stringify(this.take())
  }

  unmount(): void {
    this.#out.remove(WINDOW, BOX)
  }
}
