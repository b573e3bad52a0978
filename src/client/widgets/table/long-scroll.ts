// Tables that are higher than a browser can make an element. What scrolls is shorter, and its way stands for the
// whole way: one px of the scroll bar may be many px of rows. Wheels and keys still move by px of rows.
//
//   rows      0 ─────────────────────────── 280,000,000 px
//   scroller  0 ───── 10,000,000 px

/** Px that every browser makes an element high, with room to spare. */
export const MOST_HEIGHT = 10_000_000

export class LongScroll {
  /** Px of the way through the rows for one px of the scroller; 1 where it is high enough. */
  #scale = 1
  /** The place in the rows that the scroller's place stands for exactly. */
  #rows = 0
  #scroller = 0
  #most = 0

  get isScaled(): boolean {
    return this.#scale !== 1
  }

  /**
   * @param height  of all rows, px
   * @param view    of what is in sight, px
   * @returns how high the element that scrolls is to be, px
   */
  fit(height: number, view: number): number {
    const shown = Math.min(height, MOST_HEIGHT)
    this.#most = Math.max(0, height - view)
    this.#scale = shown < height && shown > view ? this.#most / (shown - view) : 1
    return shown
  }

  /** The place in the rows, for where the scroller is. */
  rowsAt(scroller: number): number {
    // Where it was put by `scrollerAt`: the browser has cut it to whole px.
    if (this.isScaled && Math.abs(scroller - this.#scroller) < 1) return this.#rows
    this.#scroller = scroller
    this.#rows = scroller * this.#scale
    return this.#rows
  }

  /** Where the scroller has to be for a place in the rows. */
  scrollerAt(rows: number): number {
    this.#rows = Math.min(Math.max(0, rows), this.#most)
    this.#scroller = this.#rows / this.#scale
    return this.#scroller
  }
}
