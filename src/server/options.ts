// What an Application can be told, and the defaults. The door for wrong options is check-options.ts.

import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Font } from '../session/font.ts'
import { printError } from '../session/print-error.ts'
import type { RecordOptions } from '../session/recording/record-options.ts'
import type { OnError, SessionOptions } from '../session/session-options.ts'
import type { SessionCallback } from '../session/sessions.ts'
import { carefulLogger } from '../telemetry/logger.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { checkOptions } from './check-options.ts'

export interface ApplicationOptions {
  /** The name or address to listen on. Default '127.0.0.1': this machine only; '0.0.0.0' is every network. */
  readonly host?: string
  /** Where the page is, default 9501; 0 is any free port. */
  readonly httpPort?: number
  /**
   * Where the WebSockets are, default 9500; 0 is any free port. `'same'`, or the number that `httpPort` has,
   * is one port for both. (Two zeros are two ports: for one that is free, say `httpPort: 0, wsPort: 'same'`.)
   */
  readonly wsPort?: number | 'same'
  /**
   * A server of node:http or node:https that carries page and sockets on its one port: `start()` attaches to it,
   * and makes it listen on `host` and `httpPort` unless it listens already. `false` is no page at all, only
   * sockets on `wsPort`, e.g. when `middleware` gives the page on another port.
   */
  readonly httpServer?: HttpServer | HttpsServer | false
  /**
   * The path of the page, as the browser sees it (a prefix that a proxy cuts off and tells in X-Forwarded-Prefix
   * not counted). Default: '/', or wherever a framework has mounted `middleware`.
   */
  readonly path?: string
  /**
   * A file with a style sheet of your own: redefine tokens such as `--tw-accent`, or restyle anything. It stands
   * above the styles of the widgets, and is read anew for each page.
   */
  readonly stylesheet?: string | URL
  /**
   * The most sessions at one time, default 1000. Where one waits for its browser to come back, the one that has waited
   * longest gives way to the next; else a browser more is closed with 4429.
   */
  readonly maxSessions?: number
  /**
   * The most sessions that browsers of one address have at one time, default 250; beyond it the same happens among them.
   * The address is that of the line's other end; where that is this machine, the last one of X-Forwarded-For, which
   * is what the nearest proxy has seen. Of a public IPv6 address the first 64 bits are what counts: they are those of one
   * network. Behind a proxy on another machine all browsers have its address: allow more there, or `Infinity`.
   */
  readonly maxSessionsPerAddress?: number
  /**
   * Milliseconds that a session outlives its last browser, which may come back to it: default 600,000. 0 is gone with
   * the tab, `Infinity` is there until it is ended.
   */
  readonly sessionTtl?: number
  /**
   * Says who opens a WebSocket, e.g. by the cookie of a login: what it returns becomes `session.user`. Asked for each
   * of them, once its origin is found right and before it is opened. null, undefined and false refuse it with 401, and so
   * does an error, which `onError` is told of; no answer within 10 seconds refuses it with 503. Who only asks for the
   * page is not asked about: a page shows nothing until its socket is open.
   */
  readonly authenticate?: (request: IncomingMessage) => unknown
  /**
   * Origins whose pages may connect besides our own, e.g. 'https://intranet.example.com'; '*' is any. A page is
   * our own when its host is the one that the request asks for; with two ports the port does not count. Where
   * `start()` listens on the loopback, as by default, that host must also be `host`, 'localhost', '*.localhost',
   * 127.0.0.0/8 or [::1]: any other name is somebody else's that leads here. A proxy that keeps its own name sends
   * X-Forwarded-Host, or has its origin listed here.
   */
  readonly origins?: readonly string[]
  /**
   * The most bytes a frame from a browser may have, default 1 MiB, at least 600 KiB, so that a piece of an upload fits:
   * a larger one ends the connection with 4413.
   */
  readonly maxFrameBytes?: number
  /**
   * The most messages a second that a browser may tell over a while, default 1,000; twice as many may come at once.
   * Nobody is turned away: what is more stays in the network until its time has come. A frame counts as one message, an
   * array by the objects in it, binary frames not at all. `Infinity` is no limit.
   */
  readonly maxMessageRate?: number
  /**
   * Bytes that may wait to leave for one browser before further frames wait for it, default 1 MiB: then it is told
   * where things stand, and no longer how they came there.
   */
  readonly maxBacklogBytes?: number
  /**
   * The most bytes of frames that are kept for a page until it has carried them out, default 1 MiB: a page that has
   * missed more of them is told anew.
   */
  readonly maxWindowBytes?: number
  /** Milliseconds that these are kept for a page whose line is down, default 120,000. */
  readonly windowTime?: number
  /** The address that pages connect to, where it cannot be told from the request, e.g. 'wss://example.com/live/'. */
  readonly wsUrl?: string
  /**
   * Compresses frames of text of 1 KiB and more for browsers that offer it, default false. 1,000 rows are 38 KB instead of
   * 583 KB on the line, for a millisecond of the server; shorter frames, and bytes, go as they are. But once they may,
   * browsers compress whatever they say, which costs 30 µs a message and 25 KiB a line. Worth it where lines are slow.
   */
  readonly perMessageDeflate?: boolean
  /** Milliseconds between pings, default 30,000; a browser that leaves one unanswered is gone. 0 is never. */
  readonly pingInterval?: number
  /** Milliseconds until a call that the browser does not answer fails; see Session. */
  readonly callTimeout?: number
  /** The most bytes the files of one upload may have together, default 64 MiB: more are refused. */
  readonly maxUploadBytes?: number
  /** The most bytes one uploaded file may have; no limit of its own by default. */
  readonly maxFileBytes?: number
  /** The most bytes of memory that the uploads of one session may take at one time, default 128 MiB. */
  readonly maxUploadMemory?: number
  /**
   * Keeps what happens to each session and what it says, for `treewire replay`: `true` in a file of the folder
   * `recordings`. Default false.
   */
  readonly record?: boolean | RecordOptions
  /** Fonts for every page, as `Session.registerFont` takes them; files are read when the application is made. */
  readonly fonts?: readonly Font[]
  /** A browser is there that has no session yet, and this is its new one: mount something. */
  readonly onConnect?: SessionCallback
  /**
   * The last browser of a session has gone, and none has come back within `sessionTtl`. The session still stands, and
   * ends when the callback has returned.
   */
  readonly onDisconnect?: SessionCallback
  /**
   * Told of every error in the application's own code, where it was, and in which components. Default: a line of
   * `logger`, else console.error, which also gets what the callback itself throws or rejects with.
   */
  readonly onError?: OnError
  /**
   * Takes a line for each session and browser that comes and goes, each visitor who is refused and each limit that is
   * reached, and for errors where there is no `onError`: a logger such as pino's, or the console. Default: nobody does.
   */
  readonly logger?: Logger
  /**
   * Gives what is measured to Prometheus, at the path of the page and `_treewire/metrics`. Default false: there is nothing
   * there. To other pages and to names that are not ours it says nothing; who else may read it `allow` decides.
   */
  readonly metrics?: boolean | MetricsOptions
  /** Takes what is measured, e.g. `openTelemetry()` of treewire/opentelemetry. Default: nothing is measured. */
  readonly telemetry?: Telemetry | undefined
  /**
   * Shows what sessions do, and why, at the path of the page and `_treewire/`, default false. Whoever sees it sees what all
   * users see and type: by itself it is there for browsers of this machine only, with `authenticate` for whoever that lets
   * in, with `allow` for whom that allows. With NODE_ENV=production one of the two must be given.
   */
  readonly inspector?: boolean | InspectorOptions
  /** @internal The folder with the built page, for tests. */
  readonly clientFolder?: string
}

export interface InspectorOptions {
  /** Says who may look, after `authenticate` has let them in; what it throws or rejects with refuses. */
  readonly allow?: (request: IncomingMessage) => boolean | Promise<boolean>
  /**
   * How sessions are recorded that begin while somebody there has turned "Record new sessions" on: in memory unless `dir`
   * is given or `inMemory` is false, with at most 4 MiB each where `maxBytes` does not say otherwise, and 32 of them at
   * one time. The option `record` goes before it, which records all sessions.
   */
  readonly record?: RecordOptions
}

export interface MetricsOptions {
  /** Behind the path of the page, default '/_treewire/metrics'. */
  readonly path?: string
  /**
   * Says who may read them, e.g. by a token; what it throws or rejects with refuses, and `onError` is told. Unless given
   * everybody may who can reach the server and calls it by its name.
   */
  readonly allow?: (request: IncomingMessage) => boolean | Promise<boolean>
}

const DEFAULTS = {
  host: '127.0.0.1',
  httpPort: 9501,
  wsPort: 9500,
  maxSessions: 1000,
  maxSessionsPerAddress: 250,
  sessionTtl: 600_000,
  origins: [],
  maxFrameBytes: 1024 * 1024,
  maxMessageRate: 1000,
  maxBacklogBytes: 1024 * 1024,
  maxWindowBytes: 1024 * 1024,
  windowTime: 120_000,
  perMessageDeflate: false,
  pingInterval: 30_000,
  record: false,
  metrics: false,
  inspector: false,
  onError: printError,
} satisfies ApplicationOptions

/** The options with nothing left open that has a default. */
export type Settings = ApplicationOptions &
  Required<Pick<ApplicationOptions, keyof typeof DEFAULTS>> & {
    /** Errors go to the log, because nobody has said where else. */
    readonly isLogged?: boolean
  }

/** @throws TypeError with one sentence: what was given, what was wanted, what to do. */
export function settingsOf(options: ApplicationOptions): Settings {
  checkOptions(options)
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const settings = { ...DEFAULTS, ...Object.fromEntries(given) }
  const logger = options.logger && carefulLogger(options.logger)
  const onError = guarded(options.onError ?? (logger ? logging(logger) : printError))
  const isLogged = logger && !options.onError
  return { ...settings, onError, ...(logger && { logger }), ...(isLogged && { isLogged }) }
}

/** True when page and sockets share a port of our own. */
export function isOnePort({ httpPort, wsPort }: Settings): boolean {
  return wsPort === 'same' || (wsPort === httpPort && wsPort !== 0)
}

/** What is said of the inspector; nothing where it is only on or off. */
export function inspectorOptionsOf({ inspector }: Pick<Settings, 'inspector'>): InspectorOptions {
  return typeof inspector === 'object' ? inspector : {}
}

/** What of it concerns a session. */
export function sessionOptionsOf(settings: Settings) {
  const { onError, callTimeout, maxUploadBytes, maxFileBytes, maxUploadMemory } = settings
  const { maxBacklogBytes, maxWindowBytes, windowTime, record } = settings
  const { logger, isLogged } = settings
  return {
    // A session that logs by itself says which one it is.
    ...(!isLogged && { onError }),
    ...(logger && { logger }),
    maxBacklogBytes,
    maxWindowBytes,
    windowTime,
    record,
    ...(callTimeout !== undefined && { callTimeout }),
    ...(maxUploadBytes !== undefined && { maxUploadBytes }),
    ...(maxFileBytes !== undefined && { maxFileBytes }),
    ...(maxUploadMemory !== undefined && { maxUploadMemory }),
  } satisfies SessionOptions
}

function logging(logger: Logger): OnError {
  return (error, where, stack) =>
    logger.error({ err: error, where, ...(stack && { stack }) }, where)
}

/** Errors are told from within listeners of node, where a callback that throws would end the process. */
function guarded(onError: Settings['onError']): Settings['onError'] {
  return (...told) => {
    new Promise<unknown>((resolve) => resolve(onError(...told))).catch((mistake: unknown) => {
      printError(mistake, 'onError')
      printError(...told)
    })
  }
}
