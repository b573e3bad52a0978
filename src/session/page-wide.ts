// What a session says to its page as a whole: fonts, addresses to open, files to save.

import { bytesOf } from '../protocol/bytes.ts'
import type { DefaultFont, RegisterFontMessage } from '../protocol/messages.ts'
import { isBytes } from '../widgets/types.ts'
import type { Bytes } from '../widgets/types.ts'
import { dataOf, loaded } from './font.ts'
import type { Font } from './font.ts'
import type { PageMessage } from './outbox.ts'
import type { Content, Offered, Published, Publisher } from './publisher.ts'
import { letGo } from './unread-content.ts'
import { mustBeContent, mustBeFont, mustBeText } from './wrong-given.ts'

export interface DownloadOptions {
  /** MIME type; plain text for a text, else `application/octet-stream`. */
  readonly type?: string
  /** Bytes of a stream, for the browser's progress. */
  readonly size?: number
  /** Told of the bytes that have been sent so far. */
  readonly onProgress?: (sent: number) => void
  /** Ends it early. */
  readonly signal?: AbortSignal
}

/** What it needs of its session. */
interface Surroundings {
  readonly publisher: Publisher | undefined
  readonly isConnected: () => boolean
  /** To all pages. */
  readonly say: (message: PageMessage) => void
  /** To the page whose user is being heard, or to the one that came last. */
  readonly sayToOne: (message: PageMessage) => void
}

export class PageWide {
  readonly #session: Surroundings
  readonly #fonts: RegisterFontMessage[] = []
  readonly #published = new Set<Published>()
  #defaultFont: DefaultFont | null = null

  constructor(session: Surroundings) {
    this.#session = session
  }

  /** @throws when there is no such file, or it is no font */
  registerFont(font: Font): void {
    const { family, weight, style } = font
    const message: RegisterFontMessage = {
      type: 'register-font',
      family,
      url: this.#addressOf(font),
      ...(weight !== undefined && { weight }),
      ...(style !== undefined && { style }),
    }
    this.#fonts.push(message)
    this.#session.say(message)
  }

  setDefaultFont(font: DefaultFont | null): void {
    if (font !== null) mustBeFont('setDefaultFont', font)
    this.#defaultFont = font
    this.#session.say({ type: 'set-default-font', font })
  }

  openUrl(url: string): void {
    mustBeText('openUrl needs the address', url)
    if (!mayBeOpened(url)) {
      throw new TypeError(
        `openUrl takes http:, https: and mailto: addresses, and relative ones, got ${JSON.stringify(url.slice(0, 60))}`,
      )
    }
    this.#session.sayToOne({ type: 'open-url', url })
  }

  /** Resolves when the browser has it all. */
  download(name: string, content: Content, options: DownloadOptions): Promise<void> {
    mustBeContent(content)
    try {
      mustBeText('download needs the name', name)
      checkOptions(options)
    } catch (error) {
      letGo(content, error as Error)
      throw error
    }
    if (!this.#session.isConnected()) return refused(content, new Error(noBrowser))
    if (options.signal?.aborted) return refused(content, options.signal.reason as Error)
    const type =
      options.type ?? (typeof content === 'string' ? plainText : 'application/octet-stream')
    const done = this.#session.publisher
      ? this.#offer(this.#session.publisher, { name, type, content, options })
      : this.#sayAll(name, content, { ...options, type })
    // Whoever does not wait for it is not interested in why it fails.
    done.catch(unheard)
    return done
  }

  /** Tells a browser that knows nothing; fonts come before any widget. */
  replay(): void {
    for (const font of this.#fonts) this.#session.say(font)
    if (this.#defaultFont) this.#session.say({ type: 'set-default-font', font: this.#defaultFont })
  }

  /** The session has ended. */
  end(): void {
    for (const published of this.#published) published.withdraw()
    this.#published.clear()
  }

  #addressOf(font: Font): string {
    if (font.url !== undefined) return font.url
    const { bytes, type } = dataOf(loaded(font))
    const { publisher } = this.#session
    if (!publisher) return dataAddress(bytes, type)
    const published = publisher.font(bytes, type)
    this.#published.add(published)
    return published.address
  }

  #offer(
    publisher: Publisher,
    download: {
      readonly name: string
      readonly type: string
      readonly content: Content
      readonly options: DownloadOptions
    },
  ): Promise<void> {
    const { name, type, content, options } = download
    // The application may keep the signal for long.
    const ended = new AbortController()
    return new Promise((resolve, reject) => {
      const offered: Offered = publisher.offer({
        name,
        type,
        content,
        size: options.size,
        onProgress: (sent) => options.onProgress?.(sent),
        onEnd: (error) => {
          this.#published.delete(offered)
          ended.abort()
          if (error) reject(error)
          else resolve()
        },
      })
      this.#published.add(offered)
      options.signal?.addEventListener('abort', () => offered.stop(), { signal: ended.signal })
      this.#say(name, offered.address)
    })
  }

  /** Without a server the content goes along. */
  async #sayAll(
    name: string,
    content: Content,
    { type, signal }: { readonly type: string; readonly signal?: AbortSignal },
  ): Promise<void> {
    const whole = isPlain(content) ? content : await collected(content)
    signal?.throwIfAborted()
    if (!this.#session.isConnected()) throw new Error(noBrowser)
    this.#say(name, dataAddress(whole, type))
  }

  #say(name: string, url: string): void {
    this.#session.sayToOne({ type: 'download', url, name })
  }
}

/** Browsers read past spaces and line breaks, and so do we. */
function mayBeOpened(url: string): boolean {
  const base = 'http://page.invalid/'
  if (!URL.canParse(url, base)) return false
  return ['http:', 'https:', 'mailto:'].includes(new URL(url, base).protocol)
}

function checkOptions({ type, size }: DownloadOptions): void {
  if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0)) {
    throw new TypeError(`download needs "size" to be a whole number of bytes, got ${size}`)
  }
  if (type !== undefined && !/^[ -~]*$/.test(type)) {
    throw new TypeError(
      `download needs "type" to be a MIME type, got ${JSON.stringify(type.slice(0, 60))}`,
    )
  }
}

const plainText = 'text/plain;charset=utf-8'

function dataAddress(content: string | Bytes, type: string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(bytesOf(content))
  return `data:${type};base64,${bytes.toString('base64')}`
}

function isPlain(content: Content): content is string | Bytes {
  return typeof content === 'string' || isBytes(content)
}

async function collected(content: Exclude<Content, string | Bytes>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.concat(parts)
}

const noBrowser = 'A download needs a browser, and none is there'

function refused(content: Content, error: Error): Promise<void> {
  letGo(content, error)
  const failed = Promise.reject<void>(error)
  failed.catch(unheard)
  return failed
}

/** The promise tells it to whoever waits. */
function unheard(): void {}
