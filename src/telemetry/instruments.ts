// What can be measured: one declaration an instrument, of which names, types and every way of telling it are derived.
// Names and units are as the semantic conventions of OpenTelemetry have them.

export interface Instrument {
  /** What only grows, what is asked for when somebody collects, or how values are spread. */
  readonly kind: 'counter' | 'gauge' | 'histogram'
  /** As UCUM writes it: 's' are seconds, 'By' bytes, '{session}' are sessions that are counted. */
  readonly unit: string
  /** One sentence. */
  readonly description: string
  /** What its values are told apart by, where there is something. */
  readonly attribute?: {
    readonly name: string
    /** All that there are; undefined where they come from the application. */
    readonly values?: readonly string[]
  }
  /** Of a histogram: the highest value of each bucket, from low to high; above the last one there is one more. */
  readonly bounds?: readonly number[]
}

/** From a flush that says one thing to work that everybody feels. */
const seconds = [0.00001, 0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

const direction = { name: 'network.io.direction', values: ['transmit', 'receive'] } as const

export const instruments = {
  'treewire.session.active': {
    kind: 'gauge',
    unit: '{session}',
    description: 'Sessions that are there, with a browser or waiting for one.',
  },
  'treewire.session.opened': {
    kind: 'counter',
    unit: '{session}',
    description: 'Sessions that were made.',
  },
  'treewire.session.ended': {
    kind: 'counter',
    unit: '{session}',
    description: 'Sessions that have ended, by the reason.',
    attribute: {
      name: 'treewire.session.end_reason',
      values: ['away', 'closed', 'destroyed', 'gave_way', 'lost'],
    },
  },
  'treewire.browser.connected': {
    kind: 'gauge',
    unit: '{browser}',
    description: 'Browsers that show a session now.',
  },
  'treewire.browser.resumed': {
    kind: 'counter',
    unit: '{browser}',
    description: 'Browsers that came into a session which was there, by what they were told.',
    attribute: { name: 'treewire.resume.kind', values: ['window', 'condensed', 'anew'] },
  },
  'treewire.visitor.refused': {
    kind: 'counter',
    unit: '{visitor}',
    description: 'Visitors who were not let in, by the reason.',
    attribute: {
      name: 'treewire.visitor.refusal_reason',
      values: [
        'origin',
        'unauthorized',
        'authenticate',
        'lines',
        'sessions',
        'browsers',
        'arrivals',
        'first_word',
      ],
    },
  },
  'treewire.limit.reached': {
    kind: 'counter',
    unit: '{browser}',
    description: 'Browsers that came to a limit, by the option that sets it.',
    attribute: {
      name: 'treewire.limit.option',
      values: ['maxFrameBytes', 'maxMessageRate', 'maxWindowBytes'],
    },
  },
  'treewire.upload.failed': {
    kind: 'counter',
    unit: '{upload}',
    description: 'Uploads that were refused or have ended early, by the reason.',
    attribute: {
      name: 'treewire.upload.failure_reason',
      values: ['cancelled', 'too-large', 'too-many', 'lost', 'unwanted', 'not-saved'],
    },
  },
  'treewire.network.messages': {
    kind: 'counter',
    unit: '{message}',
    description: 'Messages said to browsers (transmit) and by them (receive).',
    attribute: direction,
  },
  'treewire.network.io': {
    kind: 'counter',
    unit: 'By',
    description: 'Bytes of frames before they are compressed, to browsers and from them.',
    attribute: direction,
  },
  'treewire.network.backlog': {
    kind: 'gauge',
    unit: 'By',
    description: 'Bytes that wait in sockets to leave.',
  },
  'treewire.flush.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'Work of one flush: rendering, comparing and sending, without pauses.',
    bounds: seconds,
  },
  'treewire.handler.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'Work on one event, up to the first await of its handlers.',
    bounds: seconds,
  },
  'treewire.retell.duration': {
    kind: 'histogram',
    unit: 's',
    description: 'Telling a browser everything anew, which renders nothing, by why it was needed.',
    attribute: { name: 'treewire.retell.reason', values: ['came', 'slow'] },
    bounds: seconds,
  },
  'treewire.errors': {
    kind: 'counter',
    unit: '{error}',
    description: 'Errors of the application, by where they were.',
    attribute: { name: 'treewire.error.where' },
  },
} as const satisfies Readonly<Record<string, Instrument>>

export type InstrumentName = keyof typeof instruments

type Named<Kind> = {
  [Name in InstrumentName]: (typeof instruments)[Name]['kind'] extends Kind ? Name : never
}[InstrumentName]

export type CounterName = Named<'counter'>
export type GaugeName = Named<'gauge'>
export type HistogramName = Named<'histogram'>

/** What values of an instrument are told apart by. */
export type ValueOf<Name extends InstrumentName> = (typeof instruments)[Name] extends {
  readonly attribute: { readonly values: readonly (infer Value)[] }
}
  ? Value
  : never

/** As what it is declared: with everything that an instrument may have. */
export function instrumentOf(name: InstrumentName): Instrument {
  return instruments[name]
}

/** The names of a kind, in the order in which they are declared. */
export function namesOf<Kind extends Instrument['kind']>(kind: Kind): Named<Kind>[] {
  const names = Object.keys(instruments) as InstrumentName[]
  return names.filter((name) => instruments[name].kind === kind) as Named<Kind>[]
}
