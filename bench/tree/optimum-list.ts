// The optimum's list. It is given what everybody is given, and finds out by itself what has changed. It keeps what it
// could not be right without, and nothing else:
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

import type { ListScreen, Row } from './engine.ts'
import { LongestRun } from './longest-run.ts'
import { Messages, WINDOW } from './message.ts'
import type { Message } from './message.ts'

interface Place {
  /** Of the box; its children have the next ones. */
  readonly wid: number
  text: string
  /** In the old list, while two lists are compared; -1 for one that is found again. */
  from: number
}

/** From `start` on, the old list up to `end` and the new one up to `nextEnd`. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly nextEnd: number
}

/** The first that is made in the window. */
export const BOX = WINDOW + 1

export class OptimumList implements ListScreen {
  readonly #out = new Messages()
  readonly #run = new LongestRun()
  readonly #size: number
  #rows: readonly Row[] = []
  #order: Place[] = []
  readonly #places = new Map<number, Place>()
  readonly #handlers = new Map<number, Row>()
  #lastWid = BOX

  /** @param size  how many widgets a row has in its box: with its name or without */
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
    else this.#rearrange(rows, next, { start, end, nextEnd })
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
  #rearrange(rows: readonly Row[], next: readonly Row[], stretch: Stretch): void {
    const { start, end, nextEnd } = stretch
    const sources = new Int32Array(nextEnd - start)
    const found = this.#findWhereItWas(rows, next, stretch, sources)
    const kept = found + this.#findByKey(rows, next, start, sources)
    if (kept === 0) {
      this.#remove(rows, start, end)
      return this.#insert(next, start, nextEnd)
    }
    if (kept < end - start) this.#endMissing(rows, next, start, end)
    this.#run.mark(sources)
    this.#arrange(next, sources, start, end)
  }

  /** Rows that stand where they stood before; the others note where they did. @returns how many there are */
  #findWhereItWas(
    rows: readonly Row[],
    next: readonly Row[],
    { start, end, nextEnd }: Stretch,
    sources: Int32Array,
  ): number {
    let found = 0
    for (let at = start; at < end; at++) {
      if (at < nextEnd && rows[at] === next[at]) {
        sources[at - start] = at + 1
        found++
      } else this.#order[at]!.from = at
    }
    return found
  }

  /** The rest, as far as they were there before. @returns how many were */
  #findByKey(
    rows: readonly Row[],
    next: readonly Row[],
    start: number,
    sources: Int32Array,
  ): number {
    let found = 0
    for (let index = 0; index < sources.length; index++) {
      if (sources[index] !== 0) continue
      const row = next[start + index]!
      const place = this.#places.get(row.id)
      if (!place) continue
      if (rows[place.from] !== row) this.#follow(place, row)
      sources[index] = place.from + 1
      place.from = -1
      found++
    }
    return found
  }

  #endMissing(rows: readonly Row[], next: readonly Row[], start: number, end: number): void {
    const order = this.#order
    for (let at = start; at < end; at++) {
      const isMissing = rows[at] !== next[at] && order[at]!.from >= 0
      if (isMissing) this.#endOne(order[at]!, rows[at]!)
    }
  }

  /**
   * From right to left, so that the one to stand in front of is always in its place. What stays at its position is
   * passed over.
   *
   * @param sources  one above the old position, negative for those that stay; 0 for a new row
   */
  #arrange(next: readonly Row[], sources: Int32Array, start: number, end: number): void {
    const order = this.#order
    const count = sources.length
    const fresh = Array<Place | undefined>(count)
    for (let index = count - 1; index >= 0; index--) {
      const source = sources[index]!
      if (source === -(start + index + 1)) continue
      const after = index + 1 < count ? (fresh[index + 1] ?? order[start + index + 1]) : order[end]
      const place =
        source === 0 ? this.#make(next[start + index]!, after?.wid) : order[Math.abs(source) - 1]!
      if (source > 0) this.#out.place(BOX, place.wid, after?.wid)
      fresh[index] = place
    }
    this.#settle(fresh, start, end)
  }

  /** @param fresh  what stands in a stretch now; nothing where it is what it was */
  #settle(fresh: readonly (Place | undefined)[], start: number, end: number): void {
    const order = this.#order
    if (fresh.length !== end - start) {
      const whole = Array.from(fresh, (place, index) => place ?? order[start + index]!)
      this.#order = order.slice(0, start).concat(whole, order.slice(end))
      return
    }
    for (let index = 0; index < fresh.length; index++) {
      const place = fresh[index]
      if (place) order[start + index] = place
    }
  }
}
