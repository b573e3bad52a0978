// Reads a machine for everybody who looks, each kind of figures only while somebody looks at it.

import { Feed } from './feed.ts'
import type { Figures, Host, Interface, Process, Source, Volume } from './figures.ts'
import { emptyHistory, extend, type History } from './history.ts'

/** The newest figures, and those of the last two minutes. */
export interface Sample {
  readonly figures: Figures
  readonly history: History
}

const noFigures: Figures = {
  time: 0,
  cpu: { user: null, system: null, cores: [] },
  load: null,
  memory: { total: null, used: null, swapTotal: null, swapUsed: null },
  network: { received: null, sent: null },
  disk: { read: null, written: null },
  uptime: null,
}

const noHost: Host = { name: 'This machine', system: '', processor: '', cores: 0 }

export class Sampler {
  readonly sample: Feed<Sample>
  readonly processes: Feed<readonly Process[]>
  readonly interfaces: Feed<readonly Interface[]>
  readonly volumes: Feed<readonly Volume[]>
  readonly host: Feed<Host>

  constructor(source: Source) {
    // systeminformation gives the same rates again to who asks within half a second.
    this.sample = new Feed({
      initial: { figures: noFigures, history: emptyHistory },
      read: async () => this.#next(await source.readFigures()),
      least: 550,
    })
    // The dearest of all: see processes.ts.
    this.processes = new Feed<readonly Process[]>({
      initial: [],
      read: () => source.readProcesses(),
      least: 1000,
    })
    this.interfaces = new Feed<readonly Interface[]>({
      initial: [],
      read: () => source.readInterfaces(),
    })
    this.volumes = new Feed<readonly Volume[]>({
      initial: [],
      read: () => source.readVolumes(),
      least: 10_000,
    })
    this.host = new Feed({ initial: noHost, read: () => source.readHost(), least: 3_600_000 })
  }

  #next(figures: Figures): Sample {
    return { figures, history: extend(this.sample.value.peek().history, figures) }
  }
}
