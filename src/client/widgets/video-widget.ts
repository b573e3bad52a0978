// Video player: the native one, its controls too.

import './video-widget.css'
import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { make } from '../dom/place.ts'
import { type Link, Widget } from './widget.ts'

/** By the code of a MediaError. */
const failures: ReadonlyMap<number, string> = new Map([
  [1, 'Loading the video was given up'],
  [2, 'The video could not be loaded: the network failed'],
  [3, 'The video cannot be decoded'],
  [4, 'The video cannot be shown: there is none, or its format is unknown'],
])

export class VideoWidget extends Widget implements BrowserMethods<'VideoWidget'> {
  declare readonly element: HTMLVideoElement

  constructor(link: Link, ...[options = {}]: CreateArgs<'VideoWidget'>) {
    super(link, make('video'))
    const { element } = this
    element.playsInline = true
    element.preload = 'metadata'
    element.autoplay = options.autoplay ?? false
    this.set_controls(options.controls ?? false)
    this.set_muted(options.muted ?? false)
    this.set_loop(options.loop ?? false)
    this.#listen()
    this.own(() => this.#unload())
    if (options.url) this.set_url(options.url)
  }

  set_url(url: string | null): void {
    if (url) this.element.src = url
    else this.#unload()
  }

  set_stream(stream: never): void {
    throw new TypeError(
      `A VideoWidget takes no stream over the wire (got ${String(stream)}): use set_url`,
    )
  }

  get_video_element(): null {
    return null
  }

  /** Browsers refuse to start what has sound before the user has touched the page: then it stands still. */
  play(): void {
    this.element.play().catch((reason: unknown) => {
      if (this.isGone || !isRefusal(reason)) return
      this.emit('error', 'The browser plays a video with sound only after a click of the user')
      this.emit('pause')
    })
  }

  pause(): void {
    this.element.pause()
  }

  stop(): void {
    this.element.pause()
    this.element.currentTime = 0
  }

  set_muted(tf: boolean): void {
    this.element.muted = tf
  }

  get_muted(): boolean {
    return this.element.muted
  }

  set_volume(vol: number): void {
    this.element.volume = Math.min(1, Math.max(0, vol))
  }

  get_volume(): number {
    return this.element.volume
  }

  set_loop(tf: boolean): void {
    this.element.loop = tf
  }

  get_loop(): boolean {
    return this.element.loop
  }

  set_controls(tf: boolean): void {
    this.element.controls = tf
  }

  get_controls(): boolean {
    return this.element.controls
  }

  set_current_time(seconds: number): void {
    this.element.currentTime = Math.max(0, seconds)
  }

  get_current_time(): number {
    return this.element.currentTime
  }

  get_duration(): number | null {
    const { duration } = this.element
    return Number.isFinite(duration) ? duration : null
  }

  get_paused(): boolean {
    return this.element.paused
  }

  /** Browsers ask for a click or a key of the user shortly before. */
  fullscreen(): void {
    this.element.requestFullscreen().catch((reason: unknown) => {
      if (!this.isGone) this.emit('error', `The video cannot fill the screen: ${textOf(reason)}`)
    })
  }

  #listen(): void {
    const { element } = this
    this.on(element, 'play', () => this.emit('play'))
    this.on(element, 'pause', () => this.emit('pause'))
    this.on(element, 'ended', () => this.emit('ended'))
    this.on(element, 'error', () => this.emit('error', failureOf(element.error)))
    this.on(element, 'timeupdate', () =>
      this.emit('timeupdate', element.currentTime, this.get_duration()),
    )
    this.on(element, 'volumechange', () => this.emit('volumechange', element.volume, element.muted))
  }

  /** Without this the browser goes on loading. */
  #unload(): void {
    this.element.removeAttribute('src')
    this.element.load()
  }
}

/** A play that is followed by a pause or by another video is given up, too; nobody needs to know. */
function isRefusal(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'NotAllowedError'
}

function failureOf(error: MediaError | null): string {
  const failure = failures.get(error?.code ?? 0) ?? 'The video cannot be shown'
  return error?.message ? `${failure} (${error.message})` : failure
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}
