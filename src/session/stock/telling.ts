// How a call of our session is said to a stock browser: as it is, as others that mean the same, or by making the
// widget once more.

import type { Json, WidgetId } from '../../protocol/messages.ts'
import { isRef } from '../../widgets/types.ts'
import { answerOf, callsFor, isQuiet, placeInConstructor, sparseRows } from './calls.ts'
import type { Children } from './children.ts'
import { noteItemCall } from './items.ts'
import { type Known, type Said, withOption } from './known.ts'
import { isMadeAnew } from './made-anew.ts'
import { escaped } from './plain-text.ts'
import { ref, type Says } from './says.ts'
import { Windows } from './windows.ts'

/** How a question is answered: by the browser, whose answer is turned into ours, or at once. */
export interface Question {
  readonly answer?: Json
  readonly error?: string
  readonly turn?: (value: Json | undefined) => Json | undefined
}

interface Surroundings {
  readonly says: Says
  readonly windows: Windows
  readonly children: Children
  readonly find: (wid: WidgetId) => Known | undefined
  /** Tells the session what the browser will not. */
  readonly tell: (known: Known, action: string, args: readonly Json[]) => void
}

export class Telling {
  readonly #page: Surroundings
  /** Menus that a widget was given by a call, by the widget that has them. */
  readonly #menuOf = new Map<Known, WidgetId>()

  constructor(page: Surroundings) {
    this.#page = page
  }

  tell(known: Known, method: string, args: readonly Json[], silent: boolean): void {
    if (known.standIn && !isOfEveryWidget(known, method)) {
      return this.#tellStandIn(known, method, args)
    }
    if (Windows.isWindow(known)) return this.#page.windows.call(known, method, args)
    if (this.#showPage(known, method, args) || isHiddenAlready(known, method)) return
    const place = placeInConstructor(known.widgetClass.name, method)
    if (place !== undefined) return this.#rebuild(known, place, args[0]!)
    this.#note(known, method, args)
    if (method === 'put_rows') return this.#putRows(known, args)
    const declared = known.widgetClass.methods.get(method)
    const calls = callsFor(known, method, declared, args)
    const isTranslated = declared?.ours === true
    if (calls.length > 1) return this.#sayTogether(known, calls, isTranslated, silent)
    for (const said of calls) {
      this.say(known, said, silent || isQuiet(known, said[0], isTranslated))
    }
  }

  ask(known: Known, method: string, args: readonly Json[]): Question {
    const { standIn, widgetClass } = known
    if (standIn && !isOfEveryWidget(known, method)) {
      return { answer: standIn.answer(method) ?? null }
    }
    if (method === 'get_window_state' && Windows.isWindow(known)) {
      return { answer: this.#page.windows.stateOf(known) }
    }
    if (this.#page.says.numberOf(known) === undefined) {
      return { error: `${widgetClass.name}.${method}: this browser shows no such widget` }
    }
    // Some questions change what they ask of.
    known.table?.note(method, args)
    if (makesObjects(known, method)) this.#page.says.numbers.leaveRoom()
    this.say(known, [method, args], false)
    return { turn: (value) => answerOf(known, method, value) }
  }

  /** What was made anew is told what it had been told, and whoever has it as a menu gets it. */
  sayAgain(known: Known): void {
    const { methods } = known.widgetClass
    for (const [method, args] of known.said) {
      for (const said of callsFor(known, method, methods.get(method), args)) {
        this.say(known, said, isQuiet(known, method, true))
      }
    }
    for (const [owner, menu] of this.#menuOf) {
      if (menu === known.wid) this.say(owner, ['set_menu', [ref(menu)]], false)
    }
  }

  say(known: Known, [method, args]: Said, isQuietly: boolean): void {
    const theirs = this.#page.says.numberOf(known)
    if (theirs === undefined) return
    this.#page.says.call(theirs, method, this.#argsFor(known, method, args), isQuietly)
  }

  forget(known: Known): void {
    this.#menuOf.delete(known)
  }

  clear(): void {
    this.#menuOf.clear()
  }

  /** What may have to be said again, or is needed to say other things. */
  #note(known: Known, method: string, args: readonly Json[]): void {
    const { widgetClass, said, table } = known
    const { name } = widgetClass
    const declared = widgetClass.methods.get(method)
    table?.note(method, args)
    if (name === 'ComboBox' && !declared?.ours) noteItemCall(known, method, args)
    else if (name === 'SpinBox' && method === 'set_limits') said.set(method, args)
    else if (isMadeAnew(name)) {
      if (declared?.kind === 'setter') noteLast(said, method, args)
      else if (method === 'clear') noteLast(said, 'set_text', [''])
      else if (method === 'show' || method === 'hide') {
        said.delete(method === 'show' ? 'hide' : 'show')
        noteLast(said, method, args)
      }
    }
    if (method === 'set_menu') this.noteMenu(known, args[0])
    if (name === 'Menu' && (method === 'set_text' || method === 'set_icon') && known.parent) {
      // Its name is that of an entry in what it stands in, which cannot be told another.
      this.#page.children.renew(known.parent)
      this.#page.children.settle()
    }
  }

  noteMenu(known: Known, menu: Json | undefined): void {
    if (isRef(menu)) this.#menuOf.set(known, menu.__wid__)
    else this.#menuOf.delete(known)
  }

  #rebuild(known: Known, place: string | number, value: Json): void {
    known.args =
      typeof place === 'string'
        ? withOption(known, place, value)
        : withArg(known.args, place, value)
    this.#page.children.renew(known)
    this.#page.children.settle()
  }

  #tellStandIn(known: Known, method: string, args: readonly Json[]): void {
    const { standIn } = known
    const before = standIn!.text
    standIn!.note(method, args)
    const { text } = standIn!
    if (text !== before) this.say(known, ['set_text', [escaped(text)]], false)
  }

  /** The page that is shown is named by itself: the user may have put the tabs into another order. */
  #showPage(known: Known, method: string, [which]: readonly Json[]): boolean {
    if (!known.kind?.isPaging || (method !== 'set_index' && method !== 'show_widget')) return false
    const child = isRef(which) ? this.#page.find(which.__wid__) : known.wanted[Number(which)]?.child
    if (child?.parent !== known) return true
    known.front = child
    this.say(known, ['show_widget', [ref(child.wid)]], true)
    return true
  }

  #putRows(known: Known, args: readonly Json[]): void {
    const { calls, next } = known.table!.putRows(...sparseRows(args))
    this.#sayTogether(known, calls, true, false)
    if (next) this.#page.tell(known, 'rows_wanted', [...next, []])
  }

  #sayTogether(known: Known, calls: readonly Said[], isTranslated: boolean, silent: boolean): void {
    const wid = this.#page.says.numberOf(known)
    if (wid === undefined) return
    const all = calls.map(([method, args]) => ({
      wid,
      method,
      args: this.#argsFor(known, method, args),
      ...((silent || isQuiet(known, method, isTranslated)) && { silent: true }),
    }))
    this.#page.says.message({ type: 'batch', calls: all })
  }

  #argsFor({ widgetClass, table }: Known, method: string, args: readonly Json[]): readonly Json[] {
    const params = widgetClass.methods.get(method)?.params.map(({ name }) => name) ?? []
    const named = table && !isOfRows(method) ? table.toTheirs(params, args) : args
    return named.map((arg) => this.#page.says.numbers.inTheirs(arg))
  }
}

/** A page that is not shown throws when it is to be hidden. */
function isHiddenAlready({ widgetClass, said }: Known, method: string): boolean {
  if (widgetClass.name !== 'Page') return false
  if (method === 'show') said.set('show', [])
  return method === 'hide' && !said.delete('show')
}

function noteLast(said: Map<string, readonly Json[]>, method: string, args: readonly Json[]): void {
  said.delete(method)
  said.set(method, args)
}

function withArg(args: readonly Json[], at: number, value: Json): readonly Json[] {
  return at < args.length ? args.with(at, value) : [...args, value]
}

/** Methods that a stand-in has as every widget does. */
function isOfEveryWidget({ widgetClass }: Known, method: string): boolean {
  const own = widgetClass.declaration.methods ?? {}
  return !Object.hasOwn(own, method) && !widgetClass.methods.get(method)?.ours
}

/** Rows and columns are not searched for paths. */
function isOfRows(method: string): boolean {
  return method.endsWith('_rows') || method.endsWith('_data') || method.endsWith('_columns')
}

/** Questions whose answer names objects that were made for it. */
function makesObjects({ widgetClass }: Known, method: string): boolean {
  const { name } = widgetClass
  const isFactory = widgetClass.methods.get(method)?.kind === 'factory'
  return isFactory || name === 'TextSource' || name === 'TextBufferRef'
}
