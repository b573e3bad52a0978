// Names of widgets by where they stand, so that an edit somewhere else does not change them as it changes numbers.
//
//   Button(Save)                 what has an accessible name goes by that
//   VBox/Label, VBox/Label[2]    what has none goes by the way to it, and among siblings of its class by its place
//   Dialog(Sure?)/Button(Yes)    both begin at the nearest thing around them that has a name, or at their window
//
// A name is given when the frame is carried out that a widget came in, and kept as long as it lives: neither its text
// nor its place can change it later. Two that would be called the same get the lowest number that is free, and what
// lives at the beginning of a frame keeps its name to the end of that. The window that came first is left out.

import type { WidgetId } from '../protocol/messages.ts'
import { givenName } from '../widgets/accessible-name.ts'
import type { ModelBrowser, ModelWidget } from './model.ts'
import { tabTitle } from './state-of.ts'

/** Letters of a name that are shown. */
const mostLetters = 30

const mainClasses: ReadonlySet<string> = new Set(['Page', 'TopLevel'])

export class Names {
  /** Numbers are never used twice in a session, so those of widgets that are gone may stay. */
  readonly #names = new Map<WidgetId, string>()
  /** What cannot be given now. */
  #taken = new Set<string>()
  /** By what would be the name: the number to try next. */
  #next = new Map<string, number>()
  #main: ModelWidget | undefined
  /** Of those of this frame: what they are called by themselves; empty for nothing. */
  readonly #own = new Map<ModelWidget, string>()

  /** The name of a widget that is there, or was; `#5` for one that never was. */
  of(wid: WidgetId): string {
    return this.#names.get(wid) ?? `#${wid}`
  }

  /** The last part of it, which is its own. */
  ownOf(wid: WidgetId): string {
    return this.of(wid).replace(/^.*\/(?=[^/]+$)/, '')
  }

  /** A frame that makes widgets is about to be carried out. */
  begin({ widgets }: ModelBrowser): void {
    this.#taken = new Set([...widgets.keys()].map((wid) => this.of(wid)))
    this.#next.clear()
  }

  /** It has been: all that it has brought gets its name. */
  end({ widgets }: ModelBrowser): void {
    const all = [...widgets.values()]
    this.#main = all.find(({ parent, widgetClass }) => !parent && mainClasses.has(widgetClass.name))
    for (const widget of all) this.#nameOf(widget)
    this.#own.clear()
  }

  /** Of what stands around it is asked first, so that comes by its name before. */
  #nameOf(widget: ModelWidget): string {
    const known = this.#names.get(widget.wid)
    if (known !== undefined) return known
    const own = this.#ownName(widget)
    const { name: className } = widget.widgetClass
    const base = own === '' ? className : `${className}(${own})`
    const name = this.#free(this.#wayTo(widget, own !== '') + base)
    this.#names.set(widget.wid, name)
    return name
  }

  /** The first is called so, the others are numbered. */
  #free(base: string): string {
    let count = this.#next.get(base) ?? 1
    const nameOf = (): string => (count === 1 ? base : `${base}[${count}]`)
    while (this.#taken.has(nameOf())) count++
    const name = nameOf()
    this.#taken.add(name)
    this.#next.set(base, count + 1)
    return name
  }

  /** What has a name needs only something around it that has one too. */
  #wayTo({ parent }: ModelWidget, hasName: boolean): string {
    let around = parent
    if (hasName) while (around?.parent && this.#ownName(around) === '') around = around.parent
    if (!around || around === this.#main) return ''
    return `${this.#nameOf(around)}/`
  }

  #ownName(widget: ModelWidget): string {
    const known = this.#own.get(widget)
    if (known !== undefined) return known
    const own = shortened(givenName(widget.widgetClass.name, widget.state) || tabTitle(widget))
    this.#own.set(widget, own)
    return own
  }
}

/** One line, and no slash in it. */
function shortened(text: string): string {
  if (text === '') return text
  const line = text.replaceAll(/[\s/]+/g, ' ').trim()
  return line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line
}
