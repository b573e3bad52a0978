// A page without a socket: messages in, messages out. Used by every browser test of a widget.
//
//   const { send, sent, widget } = page()
//   send(create(1, 'Button', 'Save'), listen(1, 'activated'))
//   await userEvent.click(widget(1).element)
//   expect(sent()).toEqual([callback(1, 'activated')])

import { onTestFinished } from 'vitest'
import '../../src/client/theme/theme.css'
import type {
  CallbackMessage,
  CallMessage,
  ClientMessage,
  CreateMessage,
  HeardMessage,
  Json,
  Kept,
  ListenMessage,
  ServerMessage,
  UnlistenMessage,
  WelcomeMessage,
  WidgetRef,
} from '../../src/protocol/messages.ts'
import type { ToldMessage } from '../../src/line/index.ts'
import { Remote } from '../../src/client/remote.ts'
import type { Uplink } from '../../src/client/uplink.ts'
import { BrowserClasses } from '../../src/client/widgets/browser-classes.ts'
import { type RemoteObject, Widget } from '../../src/client/widgets/widget.ts'

const classes = new BrowserClasses()

/** Fetches classes that are not in the first load, so that frames that make them are carried out at once. */
export function ready(...classNames: readonly string[]): Promise<void> {
  return classes.load(classNames)
}

export interface TestPage {
  readonly remote: Remote
  /** What the widgets stand in. It is in the body, and goes when the test ends. */
  readonly root: HTMLElement
  /** One frame that holds these messages as an array. */
  readonly send: (...messages: readonly ServerMessage[]) => void
  /** One frame, word by word. */
  readonly sendText: (text: string) => void
  /** One binary frame. */
  readonly sendBytes: (bytes: ArrayBuffer) => void
  /** The binary frames that have come up since the last look. */
  readonly sentBytes: () => ArrayBuffer[]
  /** The messages that have come up since the last look, answers too. */
  readonly sent: () => ClientMessage[]
  /** The same as the texts they came in. */
  readonly sentTexts: () => string[]
  /** @throws Error when there is none of this number, or it has no element */
  readonly widget: (wid: number) => Widget
  readonly object: (wid: number) => RemoteObject
  /** Calls a method by a message and gives what it answers. */
  readonly ask: (wid: number, method: string, ...args: readonly Json[]) => unknown
  /** Ends every widget; called when the test ends if not before. */
  readonly dispose: () => void
}

export function page(): TestPage {
  const root = document.createElement('div')
  root.className = 'tw-root'
  document.body.append(root)
  const texts: string[] = []
  const pieces: ArrayBuffer[] = []
  const remote = new Remote(root, uplink(texts, pieces), classes)
  const here: TestPage = {
    remote,
    root,
    send: (...messages) => remote.receive(JSON.stringify(messages)),
    sendText: (text) => remote.receive(text),
    sendBytes: (bytes) => remote.receive(bytes),
    sentBytes: () => pieces.splice(0),
    sent: () => texts.splice(0).flatMap((text) => JSON.parse(text) as ClientMessage[]),
    sentTexts: () => texts.splice(0),
    widget: (wid) => withElement(here.object(wid)),
    object: (wid) => found(remote, wid),
    ask: (wid, method, ...args) => answerOf(here, texts, call(wid, method, ...args)),
    dispose: () => {
      remote.reset()
      root.remove()
    },
  }
  onTestFinished(() => here.dispose())
  return here
}

/** A line that never breaks. A server that greets with `welcome` is told numbers, another one none. */
function uplink(texts: string[], pieces: ArrayBuffer[]): Uplink {
  let last = 0
  let isForeign = true
  const tell = (message: ToldMessage, bytes?: ArrayBuffer): number => {
    const seq = ++last
    if (bytes) pieces.push(bytes)
    texts.push(JSON.stringify(isForeign ? message : { ...message, seq }))
    return seq
  }
  return {
    tell,
    answer: (text) => texts.push(text),
    acknowledge: (id) => texts.push(JSON.stringify({ type: 'result', id })),
    whenClear: () => Promise.resolve(),
    welcomed: ({ heard, kept }) => {
      isForeign = false
      if (kept === 'nothing') last = heard
      return kept !== 'nothing'
    },
    heard: () => undefined,
    foreign: () => (isForeign = true),
    chance: () => 0,
  }
}

export function welcome(kept: Kept, heard = 0): WelcomeMessage {
  return { type: 'welcome', heard, kept }
}

export function heard(count: number): HeardMessage {
  return { type: 'heard', count }
}

export function create(wid: number, className: string, ...args: readonly Json[]): CreateMessage {
  return { type: 'create', wid, class: className, args }
}

export function call(wid: number, method: string, ...args: readonly Json[]): CallMessage {
  return { type: 'call', wid, method, args }
}

export function listen(wid: number, action: string): ListenMessage {
  return { type: 'listen', wid, action }
}

export function unlisten(wid: number, action: string): UnlistenMessage {
  return { type: 'unlisten', wid, action }
}

/** A widget as the server writes it. */
export function ref(wid: number): WidgetRef {
  return { __wid__: wid }
}

/** A widget as the browser writes it. */
export function named(wid: number, className: string): WidgetRef {
  return { __wid__: wid, __class__: className }
}

export function callback(wid: number, action: string, ...args: readonly Json[]): CallbackMessage {
  return { type: 'callback', wid, action, args }
}

function found(remote: Remote, wid: number): RemoteObject {
  const object = remote.widget(wid)
  if (object) return object
  throw new Error(`There is no widget #${wid}`)
}

function withElement(object: RemoteObject): Widget {
  if (object instanceof Widget) return object
  throw new Error(`${object.link.className} #${object.wid} has no element`)
}

/** Leaves what came up before, and because of the call, where it is. */
function answerOf(here: TestPage, texts: string[], message: CallMessage): unknown {
  const id = 'asked'
  here.sendText(JSON.stringify({ ...message, id }))
  const at = texts.findIndex((text) => text.includes(`"id":"${id}"`))
  if (at < 0) throw new Error(`${message.method} did not answer at once`)
  const answer = JSON.parse(texts.splice(at, 1)[0]!) as ClientMessage
  if (answer.type === 'error') throw new Error(answer.error)
  return answer.type === 'result' ? answer.value : undefined
}
