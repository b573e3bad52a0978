// What the server says to the page as a whole: fonts, addresses to open, files to save.

import type {
  DefaultFont,
  DownloadMessage,
  OpenUrlMessage,
  RegisterFontMessage,
  SetDefaultFontMessage,
} from '../protocol/messages.ts'
import { addressOf } from './dom/address.ts'
import { saveAs } from './dom/save-as.ts'
import { withGesture } from './dom/with-gesture.ts'

export type PageMessage =
  | RegisterFontMessage
  | SetDefaultFontMessage
  | OpenUrlMessage
  | DownloadMessage

export interface PageSurroundings {
  readonly root: HTMLElement
  /** What relative addresses start from. */
  readonly base: string
  /** Told of what goes wrong when nobody waits for it any more. */
  readonly failed: (error: Error) => void
}

/** The words that CSS has no number for. */
const weights: ReadonlyMap<string, string> = new Map([
  ['thin', '100'],
  ['extralight', '200'],
  ['light', '300'],
  ['regular', '400'],
  ['medium', '500'],
  ['semibold', '600'],
  ['extrabold', '800'],
  ['black', '900'],
])

export class PageWide {
  readonly #page: PageSurroundings
  readonly #fonts: FontFace[] = []
  /** Takes a question away that waits for a click. */
  #close: () => void = () => undefined

  constructor(page: PageSurroundings) {
    this.#page = page
  }

  /** @throws Error for an address or a font that may not be */
  obey(message: PageMessage): void {
    switch (message.type) {
      case 'register-font':
        return this.#register(message)
      case 'set-default-font':
        return this.#setDefaultFont(message.font)
      case 'open-url':
        return this.#open(message.url)
      case 'download':
        return this.#download(message)
    }
  }

  clear(): void {
    for (const font of this.#fonts.splice(0)) document.fonts.delete(font)
    this.#setDefaultFont(null)
    this.#close()
  }

  /** It is used as soon as it has come; until then, and if it never comes, others stand in for it. */
  #register({ family, url, weight = 'normal', style = 'normal' }: RegisterFontMessage): void {
    const { href } = addressOf(url, this.#page.base, ['http:', 'https:', 'data:'])
    if (href.startsWith('data:') && !/^data:(font\/|application\/(x-)?font)/i.test(href)) {
      throw new Error(`A font needs a data: address of a font, got ${href.slice(0, 40)}`)
    }
    const font = new FontFace(family, `url(${JSON.stringify(href)})`, {
      weight: weightOf(weight),
      style: style === 'slanted' ? 'oblique' : style,
      display: 'swap',
    })
    this.#fonts.push(font)
    document.fonts.add(font)
    font.load().catch((reason: unknown) => {
      if (this.#fonts.includes(font)) {
        this.#page.failed(new Error(`The font "${family}" could not be loaded: ${String(reason)}`))
      }
    })
  }

  #setDefaultFont(font: DefaultFont | null): void {
    const { style } = this.#page.root
    set(style, '--tw-font', font && `${familyOf(font.family)}, system-ui, sans-serif`)
    set(style, '--tw-size', typeof font?.size === 'number' ? `${font.size}px` : null)
    set(style, '--tw-weight', font?.weight ? weightOf(font.weight) : null)
    set(style, 'font-style', font?.style ?? null)
  }

  #open(url: string): void {
    const address = addressOf(url, this.#page.base, ['http:', 'https:', 'mailto:'])
    const place = address.host || address.pathname
    this.#close()
    this.#close = withGesture(this.#page.root, { text: `Open ${place}?`, label: 'Open' }, () =>
      open(address.href),
    )
  }

  #download({ url, name }: DownloadMessage): void {
    saveAs(addressOf(url, this.#page.base, ['http:', 'https:', 'data:']).href, name)
  }
}

/** A window that knows nothing of this one. */
function open(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}

function weightOf(weight: string): string {
  return weights.get(weight.toLowerCase().replaceAll(/[ _-]/g, '')) ?? weight
}

/** One name, quoted; a list as CSS writes it stays as it is, and so does what names no font, e.g. `monospace`. */
function familyOf(family: string): string {
  if (/,|^["']/.test(family) || isGeneric(family)) return family
  return `"${family.replaceAll(/["\\\n]/g, escapeOf)}"`
}

function isGeneric(family: string): boolean {
  return /^((ui-)?(serif|sans-serif|monospace)|ui-rounded|system-ui|cursive|fantasy|math|emoji)$/i.test(
    family,
  )
}

function escapeOf(sign: string): string {
  return `\\${sign.codePointAt(0)!.toString(16)} `
}

function set(style: CSSStyleDeclaration, property: string, value: string | null): void {
  if (value === null) style.removeProperty(property)
  else style.setProperty(property, value)
}
