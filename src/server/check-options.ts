// Turns wrong options away with a sentence that says what was given, what was wanted, and what to do.

import { Server } from 'node:net'
import { inspect } from 'node:util'
import { pieceBytes } from '../protocol/bytes.ts'
import { widgetClasses } from '../widgets/catalog.ts'
import { nearest } from '../widgets/nearest.ts'
import { isOrigin } from './origin.ts'
import type { ApplicationOptions } from './options.ts'
import { isPath } from './place.ts'

export interface Rule {
  /** Completes the sentence "The option … must be". */
  readonly wanted: string
  readonly fits: (value: unknown) => boolean
}

const PORT = 'a whole number from 0 to 65535, where 0 is any free port'
// The longest time that a timer of Node can wait.
const LONGEST = 2 ** 31 - 1
// A piece of an upload, and room for what stands around it.
const LEAST_FRAME = 600 * 1024

const port: Rule = { wanted: PORT, fits: (value) => isWhole(value, 0, 65_535) }
const milliseconds: Rule = {
  wanted: 'a whole number of milliseconds from 0 to 2147483647',
  fits: (value) => isWhole(value, 0, LONGEST),
}
const count: Rule = { wanted: 'a whole number from 1 on', fits: (value) => isWhole(value, 1) }
const countOrNone: Rule = {
  wanted: 'a whole number from 1 on, or Infinity for no limit',
  fits: (value) => value === Infinity || count.fits(value),
}
const callback: Rule = { wanted: 'a function', fits: (value) => typeof value === 'function' }
/** For what is on or off. */
export const flag: Rule = {
  wanted: 'true or false',
  fits: (value) => typeof value === 'boolean',
}
const text: Rule = {
  wanted: 'a text that is not empty',
  fits: (value) => typeof value === 'string' && value !== '',
}

/** What an object may have in it, and whether that is as it must be. */
type Members = ReadonlyMap<string, Rule['fits']>

/** What can be said of a recording. */
const RECORD: Members = new Map<string, Rule['fits']>([
  ['dir', text.fits],
  ['inMemory', flag.fits],
  ['mask', (value) => [value].flat().every(isMask)],
  ['frames', (value) => value === 'text' || value === 'hash'],
  ['maxBytes', count.fits],
  ['maxWaitingBytes', count.fits],
  ['app', text.fits],
])

/** What can be said of a mask: one of these. */
const MASK: Members = new Map<string, Rule['fits']>([
  ['label', (value) => text.fits(value) || value instanceof RegExp],
  ['type', (value) => widgetClasses.has(String(value))],
])

const INSPECTOR: Members = new Map<string, Rule['fits']>([
  ['allow', callback.fits],
  ['record', (value) => hasOnly(RECORD, value)],
])

const METRICS: Members = new Map<string, Rule['fits']>([
  ['path', (value) => value !== '/' && isPath(value)],
  ['allow', callback.fits],
])

type Rules = Readonly<Record<string, Rule>>

const RULES: { readonly [Name in keyof Required<ApplicationOptions>]: Rule } = {
  host: text,
  httpPort: port,
  wsPort: {
    wanted: `${PORT}, or 'same' for one port for page and sockets`,
    fits: (value) => value === 'same' || port.fits(value),
  },
  httpServer: {
    wanted: 'a server made by node:http or node:https, or false for no page',
    fits: (value) => value === false || value instanceof Server,
  },
  path: {
    wanted: "a path that begins with '/', of letters, digits and _ . ~ % -, e.g. '/tools/monitor'",
    fits: isPath,
  },
  stylesheet: {
    wanted: "the path of a file, or a URL that begins with file:, e.g. 'styles/tool.css'",
    fits: (value) => text.fits(value) || (value instanceof URL && value.protocol === 'file:'),
  },
  maxSessions: count,
  maxSessionsPerAddress: countOrNone,
  sessionTtl: {
    wanted: `${milliseconds.wanted}, or Infinity for until it is ended`,
    fits: (value) => value === Infinity || milliseconds.fits(value),
  },
  authenticate: callback,
  origins: {
    wanted: "an array of origins such as 'https://example.com' (no path behind it) or '*'",
    fits: (value) => Array.isArray(value) && value.every((each) => each === '*' || isOrigin(each)),
  },
  maxFrameBytes: {
    wanted: `a whole number from ${LEAST_FRAME} on, because files come up in pieces of ${pieceBytes} bytes`,
    fits: (value) => isWhole(value, LEAST_FRAME),
  },
  maxMessageRate: countOrNone,
  maxBacklogBytes: count,
  maxWindowBytes: count,
  windowTime: milliseconds,
  wsUrl: {
    wanted: "an address that begins with ws:// or wss://, e.g. 'wss://example.com/live/'",
    fits: (value) => typeof value === 'string' && /^wss?:\/\//i.test(value) && URL.canParse(value),
  },
  perMessageDeflate: flag,
  pingInterval: milliseconds,
  callTimeout: milliseconds,
  maxUploadBytes: count,
  maxFileBytes: count,
  maxUploadMemory: count,
  record: {
    wanted: `true, false, or an object with some of ${[...RECORD.keys()].join(', ')}, e.g. { dir: 'recordings' }`,
    fits: (value) => flag.fits(value) || hasOnly(RECORD, value),
  },
  fonts: {
    wanted: "an array of fonts such as { family: 'Inter', file: 'fonts/inter.woff2' }",
    fits: (value) => Array.isArray(value) && value.every(isFont),
  },
  onConnect: callback,
  onDisconnect: callback,
  onError: callback,
  inspector: {
    wanted:
      'true, false or an object such as { allow: (request) => isOperator(request) }, with record as in RecordOptions if you like',
    fits: (value) => flag.fits(value) || hasOnly(INSPECTOR, value),
  },
  logger: {
    wanted:
      'an object with the functions info, warn and error, such as console or a logger of pino',
    fits: (value) => hasFunctions(value, ['info', 'warn', 'error']),
  },
  metrics: {
    wanted:
      "true, false or an object such as { path: '/_treewire/metrics' }, with a function allow if you like",
    fits: (value) => flag.fits(value) || hasOnly(METRICS, value),
  },
  telemetry: {
    wanted: 'an object with the functions count, record and observe, such as openTelemetry() gives',
    fits: (value) => hasFunctions(value, ['count', 'record', 'observe']),
  },
  clientFolder: text,
}

/**
 * What is `undefined` counts as not given, here and in objects that are given.
 *
 * @param more  options of the caller's own
 * @throws TypeError with one sentence
 */
export function checkOptions(options: ApplicationOptions, more: Rules = {}): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(
      `Options must be an object such as { httpPort: 9501 }, got ${show(options)}`,
    )
  }
  for (const [name, value] of given(options)) checkOption({ ...RULES, ...more }, name, value)
  checkTogether(options)
}

function checkOption(rules: Rules, name: string, value: unknown): void {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (rule === undefined) {
    const known = Object.keys(rules).filter((each) => each !== 'clientFolder')
    const guess = nearest(name, known)
    throw new TypeError(
      `There is no option "${name}". Did you mean "${guess}"? Known: ${known.join(', ')}`,
    )
  }
  if (!rule.fits(value)) {
    throw new TypeError(`The option "${name}" must be ${rule.wanted}, got ${show(value)}`)
  }
}

function checkTogether({ httpServer, httpPort, wsPort }: ApplicationOptions): void {
  if (httpServer instanceof Server && wsPort !== undefined && wsPort !== 'same') {
    throw new TypeError(
      `The option "httpServer" carries page and sockets on its one port, but "wsPort" is ${wsPort}: leave one of the two out`,
    )
  }
  if (httpServer === false && (wsPort === 'same' || httpPort !== undefined)) {
    const given = wsPort === 'same' ? `"wsPort" is 'same'` : `"httpPort" is ${httpPort}`
    throw new TypeError(
      `The option "httpServer" is false, so there is no page, but ${given}: give the sockets a "wsPort" of their own, or leave "httpServer" out`,
    )
  }
}

/** Whether it is an object with nothing in it but these, each as it must be. */
function hasOnly(members: Members, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return given(value).every(([name, one]) => members.get(name)?.(one) ?? false)
}

function given(members: object): [name: string, value: unknown][] {
  return Object.entries(members).filter(([, value]) => value !== undefined)
}

function isMask(value: unknown): boolean {
  if (value === 'passwords' || typeof value === 'function' || value instanceof RegExp) return true
  return hasOnly(MASK, value) && given(value as object).length === 1
}

function isFont(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return text.fits((value as Readonly<Record<string, unknown>>)['family'])
}

function hasFunctions(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  return names.every((name) => callback.fits((value as Readonly<Record<string, unknown>>)[name]))
}

function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return inspect(value, { depth: 1, breakLength: Infinity, maxArrayLength: 5, maxStringLength: 80 })
}
