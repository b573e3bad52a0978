// What an Application can be told, and the defaults. The door for wrong options is check-options.ts.

import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Font } from '../session/font.ts'
import type { Session } from '../session/session.ts'
import type { SessionOptions } from '../session/session-options.ts'
import { checkOptions } from './check-options.ts'

/** Told of a session; what it throws or rejects with goes to `onError`. */
export type SessionCallback = (session: Session) => void | Promise<void>

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
  /** The most sessions at one time, default 1000: a browser more is closed with 4429. */
  readonly maxSessions?: number
  /**
   * Origins whose pages may connect besides our own, e.g. 'https://intranet.example.com'; '*' is any. A page is
   * our own when its host is the one that the request asks for; with two ports the port does not count. Where
   * `start()` listens on the loopback, as by default, that host must also be `host`, 'localhost', '*.localhost',
   * 127.0.0.0/8 or [::1]: any other name is somebody else's that leads here. A proxy that keeps its own name sends
   * X-Forwarded-Host, or has its origin listed here.
   */
  readonly origins?: readonly string[]
  /** The most bytes a frame from a browser may have, default 1 MiB: a larger one ends the connection with 4413. */
  readonly maxFrameBytes?: number
  /** The address that pages connect to, where it cannot be told from the request, e.g. 'wss://example.com/live/'. */
  readonly wsUrl?: string
  /** Compresses frames, default false: it costs more time and memory than most networks are worth. */
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
  /** Fonts for every page, as `Session.registerFont` takes them; files are read when the application is made. */
  readonly fonts?: readonly Font[]
  /** A browser is there, and this is its new session: mount something. */
  readonly onConnect?: SessionCallback
  /** The browser is gone. The session still stands, and ends when the callback has returned. */
  readonly onDisconnect?: SessionCallback
  /**
   * Told of every error in the application's own code, and where it was. Default: console.error, which also gets
   * what the callback itself throws or rejects with.
   */
  readonly onError?: (error: unknown, where: string) => void
  /** @internal The folder with the built page, for tests. */
  readonly clientFolder?: string
}

const DEFAULTS = {
  host: '127.0.0.1',
  httpPort: 9501,
  wsPort: 9500,
  maxSessions: 1000,
  origins: [],
  maxFrameBytes: 1024 * 1024,
  perMessageDeflate: false,
  pingInterval: 30_000,
  onError: print,
} satisfies ApplicationOptions

/** The options with nothing left open that has a default. */
export type Settings = ApplicationOptions &
  Required<Pick<ApplicationOptions, keyof typeof DEFAULTS>>

/** @throws TypeError with one sentence: what was given, what was wanted, what to do. */
export function settingsOf(options: ApplicationOptions): Settings {
  checkOptions(options)
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const settings = { ...DEFAULTS, ...Object.fromEntries(given) }
  return { ...settings, onError: guarded(options.onError ?? print) }
}

/** True when page and sockets share a port of our own. */
export function isOnePort({ httpPort, wsPort }: Settings): boolean {
  return wsPort === 'same' || (wsPort === httpPort && wsPort !== 0)
}

/** What of it concerns a session. */
export function sessionOptionsOf(settings: Settings) {
  const { onError, callTimeout, maxUploadBytes, maxFileBytes, maxUploadMemory } = settings
  return {
    onError,
    ...(callTimeout !== undefined && { callTimeout }),
    ...(maxUploadBytes !== undefined && { maxUploadBytes }),
    ...(maxFileBytes !== undefined && { maxFileBytes }),
    ...(maxUploadMemory !== undefined && { maxUploadMemory }),
  } satisfies SessionOptions
}

function print(error: unknown, where: string): void {
  console.error(`treewire: ${where}:`, error)
}

/** Errors are told from within listeners of node, where a callback that throws would end the process. */
function guarded(onError: Settings['onError']): Settings['onError'] {
  return (error, where) => attempt(() => onError(error, where), error, where)
}

function attempt(tell: () => unknown, error: unknown, where: string): void {
  new Promise((resolve) => resolve(tell())).catch((mistake: unknown) => {
    print(mistake, 'onError')
    print(error, where)
  })
}
