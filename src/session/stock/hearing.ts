// What a stock browser reports, as our session takes it: what it did by itself is noted, what the session knows
// already is passed over, and what it listens to goes on in its own terms.

import type { CallbackMessage, Json } from '../../protocol/messages.ts'
import { wrongEventArg } from '../../widgets/event-args.ts'
import { isRef } from '../../widgets/types.ts'
import type { Children } from './children.ts'
import { noteChoice } from './items.ts'
import type { Known } from './known.ts'
import type { Numbers } from './numbers.ts'
import { ref } from './says.ts'
import { Windows } from './windows.ts'

type Args = readonly Json[]

/** By class and action: the setter that brings back what the user did, where a widget may be made anew. */
const setters: ReadonlyMap<string, string> = new Map([
  ['Splitter.sizing', 'set_sizes'],
  ['Expander.toggled', 'set_collapsed'],
  ['CheckBox.activated', 'set_state'],
  ['TextEntry.modified', 'set_text'],
  ['TextEntry.activated', 'set_text'],
  ['TextEntrySet.modified', 'set_text'],
  ['TextEntrySet.activated', 'set_text'],
])

export class Hearing {
  readonly #children: Children
  readonly #windows: Windows
  readonly #numbers: Numbers

  constructor(children: Children, windows: Windows, numbers: Numbers) {
    this.#children = children
    this.#windows = windows
    this.#numbers = numbers
  }

  /**
   * @param theirs      arguments with the numbers of the browser
   * @param isOfWindow  whether it happened to the window around the widget
   */
  hear(known: Known, action: string, theirs: Args, isOfWindow: boolean): CallbackMessage[] {
    if (isOfWindow) {
      if (action === 'move') this.#windows.moved(known, theirs)
      // A window that the browser has made for a child is nobody's.
      if (!Windows.isWindow(known)) return []
    }
    if (!fits(known, action, theirs)) return []
    // Nothing that it speaks of is met unless the session gets to see it.
    const isTold = namesOf(known, action).some((name) => isWanted(known, name))
    const numbers = this.#numbers
    const args = theirs.map((arg) => (isTold ? numbers.inOurs(arg) : numbers.inKnown(arg)))
    if (known.kind?.how === 'window') return this.#hearWorkspace(known, action, args)
    if (known.kind?.isPaging && action === 'page-switch') return this.#hearPage(known, args)
    const ours = known.table?.toOurs(paramsOf(known, action), args) ?? args
    if (!isAnnouncement(args)) this.#note(known, action, ours)
    return told(known, action, ours)
  }

  #note(known: Known, action: string, args: Args): void {
    const { name } = known.widgetClass
    const setter = setters.get(`${name}.${action}`)
    if (setter !== undefined) known.said.set(setter, [args[0]!])
    if (name === 'ComboBox') noteChoice(known, action, args)
    known.table?.hear(action, args)
  }

  /** A page that is known to be shown is no news, and where it stands is known better here. */
  #hearPage(known: Known, args: Args): CallbackMessage[] {
    const at = known.wanted.findIndex(
      ({ child }) => isRef(args[0]) && child?.wid === args[0].__wid__,
    )
    const child = known.wanted[at]?.child
    if (!child || child === known.front) return []
    known.front = child
    return told(known, 'page-switch', [args[0]!, at])
  }

  /** What is in a window of ours stands for it in the browser. */
  #hearWorkspace(known: Known, action: string, args: Args): CallbackMessage[] {
    const child = childOf(known, args[0])
    const ours = child ? [ref(child.wid), ...args.slice(1)] : args
    if (action === 'page-switch') {
      if (!child || child === known.front) return []
      known.front = child
    }
    if (action !== 'page-close' || !child) return told(known, action, ours)
    this.#children.closed(known, child)
    const isWindow = Windows.isWindow(child)
    // One that was made for a child has gone by that; one of ours stays until it is taken out.
    if (!isWindow) this.#children.remove(child)
    return [...told(known, action, ours), ...(isWindow ? told(child, 'close', []) : [])]
  }
}

/** What an event of theirs is told as, if the session listens. */
function told(known: Known, action: string, args: Args): CallbackMessage[] {
  return namesOf(known, action)
    .filter((name) => isWanted(known, name))
    .map((name) => ({
      type: 'callback',
      wid: known.wid,
      action: name,
      args: argsOf(known, name, action, args),
    }))
}

/** The events of ours that one of theirs stands for. */
function namesOf({ standIn, listening }: Known, action: string): string[] {
  const own = [...listening].filter((name) => standIn?.actionOf(name) === action)
  if (own.length > 0) return own
  if (action === 'sorted') return [action, 'sorts_changed']
  return action === 'expanded' || action === 'collapsed' ? [action, 'folded'] : [action]
}

function isWanted({ listening, widgetClass }: Known, name: string): boolean {
  return listening.has(name) && widgetClass.events.has(name)
}

function argsOf({ table, standIn }: Known, name: string, action: string, args: Args): Args {
  if (name === 'sorts_changed') return [[[args[0]!, args[1]!]]]
  if (name === 'folded') return [table?.closed ?? []]
  return standIn && name !== action ? [] : args
}

/** What is not as the catalog has it would end the connection, though nobody is to blame for it here. */
function fits({ widgetClass, standIn, listening }: Known, action: string, args: Args): boolean {
  // Nothing of it goes on but that it has happened.
  if ([...listening].some((name) => standIn?.actionOf(name) === action)) return true
  // Files that are announced are checked when they have come.
  if (isAnnouncement(args)) return true
  return wrongEventArg(widgetClass, action, args) === undefined
}

function isAnnouncement([payload]: Args): boolean {
  return typeof payload === 'object' && payload !== null && 'transfer_id' in payload
}

function childOf(workspace: Known, which: Json | undefined): Known | undefined {
  if (!isRef(which)) return undefined
  const found = workspace.wanted.find(
    ({ child }) =>
      child && (child.wid === which.__wid__ || Windows.contentOf(child)?.wid === which.__wid__),
  )
  return found?.child
}

function paramsOf({ widgetClass }: Known, action: string): readonly string[] {
  return widgetClass.events.get(action)?.params.map(({ name }) => name) ?? []
}
