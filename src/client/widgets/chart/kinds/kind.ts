// What is drawn in a way of its own, by a part of the library that is fetched when it is first wanted.

import type { ChartType, SeriesType } from '../../../../widgets/chart-payloads.ts'
import type { Drawn, DrawnSeries } from '../drawn.ts'
import type { ChartOption, SeriesOption } from '../option-types.ts'

export interface Kind {
  /** The whole drawing; missing for what stands between axes. */
  option?(drawn: Drawn): ChartOption
  /** One series between axes. */
  series?(one: DrawnSeries, drawn: Drawn): SeriesOption
}

/** Lines, areas, bars and pies come with the first chart. */
const loaders = {
  scatter: () => import('./scatter.ts'),
  candlestick: () => import('./candlestick.ts'),
  heatmap: () => import('./heatmap.ts'),
  gauge: () => import('./gauge.ts'),
} as const satisfies Partial<Record<ChartType, () => Promise<{ readonly kind: Kind }>>>

export type KindName = keyof typeof loaders

/** The kinds that are here, and those under way. Each chart has its own; the modules are fetched once. */
export class Kinds {
  readonly #here = new Map<string, Kind>()
  readonly #asked = new Set<KindName>()
  readonly #came: () => void
  readonly #failed: (reason: unknown) => void

  /** @param came  told when one more is here */
  constructor(came: () => void, failed: (reason: unknown) => void) {
    this.#came = came
    this.#failed = failed
  }

  get(name: ChartType | SeriesType): Kind | undefined {
    return this.#here.get(name)
  }

  /** Whether all that these need is here; what is not is fetched. */
  areHere(names: Iterable<ChartType | SeriesType>): boolean {
    const missing = [...names].filter((name) => isKind(name) && !this.#here.has(name))
    for (const name of missing) this.#fetch(name as KindName)
    return missing.length === 0
  }

  #fetch(name: KindName): void {
    if (this.#asked.has(name)) return
    this.#asked.add(name)
    loaders[name]().then(({ kind }) => this.#take(name, kind), this.#failed)
  }

  #take(name: KindName, kind: Kind): void {
    this.#here.set(name, kind)
    this.#came()
  }
}

function isKind(name: string): name is KindName {
  return Object.hasOwn(loaders, name)
}
