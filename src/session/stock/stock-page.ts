// What a stock browser shows, as far as our session knows, and how what the session says is said to it.

import type {
  BinaryCallChunkedMessage,
  BinaryCallMessage,
  CallbackMessage,
  CallMessage,
  CreateMessage,
  DownloadMessage,
  Json,
  WidgetId,
} from '../../protocol/messages.ts'
import { isRef } from '../../widgets/types.ts'
import { ChildCalls } from './child-calls.ts'
import { Children } from './children.ts'
import { constructorCall } from './create-args.ts'
import { Groups } from './groups.ts'
import { Hearing } from './hearing.ts'
import { firstItems } from './items.ts'
import { firstRows } from './known-rows.ts'
import { type Known, newKnown, optionOf } from './known.ts'
import { Numbers } from './numbers.ts'
import { ref, Says } from './says.ts'
import { Telling } from './telling.ts'
import type { Question } from './telling.ts'
import { watchedActions } from './watched.ts'
import { Windows } from './windows.ts'

type BytesHeader = BinaryCallMessage | BinaryCallChunkedMessage

export class StockPage {
  readonly numbers = new Numbers()
  readonly says = new Says(this.numbers)
  readonly #windows = new Windows(this.says)
  readonly #all = new Map<WidgetId, Known>()
  readonly #groups = new Groups()
  readonly #children = new Children({
    says: this.says,
    windows: this.#windows,
    makeAnew: (known) => this.#make(known),
    sayAgain: (known) => this.#telling.sayAgain(known),
    forget: (known) => this.#forget(known),
    frontChanged: (owner) => this.#tellFront(owner),
    tell: (owner, action, child) => this.#tell(owner, action, [ref(child.wid)]),
  })
  readonly #childCalls = new ChildCalls(this.#children, (wid) => this.#all.get(wid))
  readonly #telling = new Telling({
    says: this.says,
    windows: this.#windows,
    children: this.#children,
    find: (wid) => this.#all.get(wid),
    tell: (known, action, args) => this.#tell(known, action, args),
  })
  readonly #hearing = new Hearing(this.#children, this.#windows, this.numbers)
  /** Children that a call has put somewhere where they are not counted. */
  readonly #loose = new Map<Known, Known>()
  /** What the session is told though the browser has not said it. */
  #unsaid: CallbackMessage[] = []
  /** A page that has been another server's may keep silent until a silent call has gone well. */
  #isMute = true

  create({ wid, class: className, args = [] }: CreateMessage): void {
    const known = newKnown(wid!, className, args)
    this.#all.set(wid!, known)
    if (known.standIn?.isNothing || Windows.isWindow(known)) return
    this.#make(known)
    this.#telling.noteMenu(known, optionOf(known, 'menu'))
    for (const said of firstItems(known)) this.#telling.say(known, said, false)
  }

  /** @returns how it is answered, when it is a question */
  call(message: Omit<CallMessage, 'type'>): Question | undefined {
    const known = this.#all.get(message.wid)
    if (!known) return this.#callUnknown(message)
    const { method, args = [], silent = false } = message
    const declared = known.widgetClass.methods.get(method)
    if (method === 'destroy') {
      this.#loosen(known)
      this.#children.end(known)
    } else if (declared?.kind === 'child') this.#callOfChildren(known, method, args)
    else {
      this.#children.settle()
      if (declared?.kind === 'query' || declared?.kind === 'factory') {
        return this.#telling.ask(known, method, args)
      }
      this.#telling.tell(known, method, args, silent)
    }
    return undefined
  }

  /** @returns the header as the browser understands it; undefined when it has no such widget or method */
  bytesCall<Header extends BytesHeader>(header: Header): Header | undefined {
    const { wid, method, args = [] } = header
    const known = this.#all.get(wid)
    const declared = known?.widgetClass.methods.get(method)
    const theirs = this.numbers.theirs(wid)
    if (theirs === undefined || declared?.ours || known?.standIn) return undefined
    return { ...header, wid: theirs, args: this.#inTheirs(args) }
  }

  /** What the browser has no word for. An address that holds everything itself cannot be opened. */
  download({ url, name }: DownloadMessage): void {
    this.#children.settle()
    if (!url.startsWith('data:')) return this.says.message({ type: 'open-url', url })
    const dialog = this.numbers.take()
    this.says.create(dialog, 'FileDialog', [{ mode: 'save' }])
    this.says.call(dialog, 'save', [name, url])
    this.says.call(dialog, 'destroy', [])
  }

  listen(wid: WidgetId, action: string): void {
    const known = this.#all.get(wid)
    if (!known) return this.#toBrowserMade(wid, (theirs) => this.says.listen(theirs, action))
    if (known.listening.has(action)) return
    const before = watchedActions(known)
    known.listening.add(action)
    if (action === 'rows_wanted') this.#tell(known, action, [...firstRows, []])
    // Nobody would ever say that it has gone.
    if (known.standIn?.isNothing && action === 'close') this.#tell(known, action, [])
    this.#changeHeard(known, before, (theirs, one) => this.says.listen(theirs, one))
  }

  unlisten(wid: WidgetId, action: string): void {
    const known = this.#all.get(wid)
    if (!known) return this.#toBrowserMade(wid, (theirs) => this.says.unlisten(theirs, action))
    const before = watchedActions(known)
    known.listening.delete(action)
    const after = watchedActions(known)
    const theirs = this.says.numberOf(known)
    if (theirs === undefined) return
    for (const one of before) if (!after.has(one)) this.says.unlisten(theirs, one)
  }

  settle(): void {
    this.#children.settle()
  }

  /** What a callback of the browser is to the session. */
  hear(theirs: number, action: string, args: readonly Json[]): CallbackMessage[] {
    const window = this.#windows.childOf(theirs)
    const wid = window?.wid ?? this.numbers.ours(theirs)
    const known = wid === undefined ? undefined : this.#all.get(wid)
    if (wid === undefined || (known && !isOfInterest(known, action))) return []
    if (known) return this.#hearing.hear(known, action, args, window !== undefined)
    // Of what has ended only that something has happened is told.
    const isOver = wid > 0
    const ours = args.map((arg) => (isOver ? this.numbers.inKnown(arg) : this.numbers.inOurs(arg)))
    return [{ type: 'callback', wid, action, args: ours }]
  }

  /** Told in front of whatever comes next. */
  takeUnsaid(): CallbackMessage[] {
    return this.#unsaid.splice(0)
  }

  clear(): void {
    for (const known of this.#all.values()) this.#groups.leave(known)
    this.#all.clear()
    this.#telling.clear()
    this.#loose.clear()
    this.#children.clear()
    this.#windows.clear()
    this.numbers.clear()
    this.says.take()
    this.#unsaid = []
    this.#isMute = true
  }

  #make(known: Known): void {
    const other = this.#groups.join(known)
    const made = constructorCall(known, other && ref(other.wid))
    const buttons: unknown = known.args[1]
    const theirs = this.numbers.take(Array.isArray(buttons) ? buttons.length : 0)
    const args = this.#inTheirs(made.args)
    this.numbers.bind(known.wid, theirs)
    this.says.create(theirs, made.class, args)
    for (const action of watchedActions(known)) this.says.listen(theirs, action)
    if (!this.#isMute || known.widgetClass.declaration.base === 'object') return
    this.#isMute = false
    this.says.call(theirs, 'is_container', [], true)
  }

  #forget(known: Known): void {
    this.#all.delete(known.wid)
    this.#groups.leave(known)
    this.#telling.forget(known)
    this.#loose.delete(known)
    this.#windows.forget(known)
    this.numbers.release(known.wid)
  }

  #callOfChildren(known: Known, method: string, args: readonly Json[]): void {
    for (const child of this.#childrenIn(args)) this.#loosen(child)
    if (this.#childCalls.call(known, method, args)) return
    this.#children.settle()
    this.#telling.say(known, [method, args], false)
    for (const child of this.#childrenIn(args)) this.#loose.set(child, known)
  }

  #childrenIn(args: readonly Json[]): Known[] {
    const found = args.flat().map((arg) => (isRef(arg) ? this.#all.get(arg.__wid__) : undefined))
    return found.filter((child) => child !== undefined)
  }

  /** Takes a child out of where it stands beside the others: in the row of a grid, among the buttons of a dialog. */
  #loosen(child: Known): void {
    const owner = this.#loose.get(child)
    if (!owner) return
    this.#loose.delete(child)
    const method = owner.kind?.remove ?? 'remove'
    if (!owner.isEnded) this.#telling.say(owner, [method, [ref(child.wid)]], true)
  }

  #callUnknown({ wid, method, args = [], silent = false }: Omit<CallMessage, 'type'>): Question {
    this.#children.settle()
    const theirs = this.numbers.theirs(wid)
    if (theirs === undefined) return { error: `Unknown widget id: ${wid}` }
    this.numbers.leaveRoom()
    this.says.call(theirs, method, this.#inTheirs(args), silent)
    if (method === 'destroy') this.numbers.release(wid)
    return { turn: (value) => value }
  }

  #changeHeard(
    known: Known,
    before: ReadonlySet<string>,
    say: (theirs: number, action: string) => void,
  ): void {
    const theirs = this.says.numberOf(known)
    if (theirs === undefined) return
    for (const action of watchedActions(known)) if (!before.has(action)) say(theirs, action)
  }

  #toBrowserMade(wid: WidgetId, say: (theirs: number) => void): void {
    const theirs = this.numbers.theirs(wid)
    if (theirs !== undefined) say(theirs)
  }

  #tell({ wid, listening }: Known, action: string, args: readonly Json[]): void {
    if (listening.has(action)) this.#unsaid.push({ type: 'callback', wid, action, args })
  }

  #tellFront(owner: Known): void {
    const at = owner.wanted.findIndex(({ child }) => child === owner.front)
    this.#tell(owner, 'page-switch', [ref(owner.front!.wid), at])
  }

  #inTheirs(args: readonly Json[]): readonly Json[] {
    return args.map((arg) => this.numbers.inTheirs(arg))
  }
}

function isOfInterest(known: Known, action: string): boolean {
  return Windows.isWindow(known) || action === 'move' || watchedActions(known).has(action)
}
